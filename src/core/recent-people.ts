import { personsOf } from './concerned';
import type { IndexedNote } from './indexed-note';
import type { Snapshot } from './index-store';

/** Of so many notes that were changed last, people are recent. */
const MOST_NOTES = 50;

/** The paths of those whom a note names, and of those whom the notes name that were changed last. */
export interface NearPeople {
	readonly inNote: ReadonlySet<string>;
	readonly recent: ReadonlySet<string>;
}

/** Tells who is near at hand in a note: whom it names, and whom one has lately dealt with. */
export function selectNearPeople(snapshot: Snapshot, path: string): NearPeople {
	const note = snapshot.notes.get(path);
	return {
		inNote: new Set(note ? personsIn(snapshot, note) : []),
		recent: new Set(latestNotes(snapshot).flatMap((each) => personsIn(snapshot, each))),
	};
}

function personsIn(snapshot: Snapshot, note: IndexedNote): readonly string[] {
	const { participants, tasks } = personsOf(snapshot, note);
	return [...participants, ...tasks.flatMap(({ persons }) => persons)];
}

/** The notes that were changed last, the latest first. Most of a large vault is passed over at a glance. */
function latestNotes({ notes }: Snapshot): readonly IndexedNote[] {
	const latest: IndexedNote[] = [];
	for (const note of notes.values()) {
		if (latest.length === MOST_NOTES && note.mtime <= (latest.at(-1)?.mtime ?? 0)) continue;
		const at = latest.findIndex(({ mtime }) => mtime < note.mtime);
		latest.splice(at < 0 ? latest.length : at, 0, note);
		if (latest.length > MOST_NOTES) latest.pop();
	}
	return latest;
}
