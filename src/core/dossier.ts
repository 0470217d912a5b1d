import { personsOf } from './concerned';
import type { DecidedTask } from './decided';
import type { IndexedNote } from './indexed-note';
import type { Snapshot } from './index-store';
import type { Person } from './person';
import type { Row } from './rows';
import { isReady, selectRowOf } from './selectors';

/** What the vault knows of a person. */
export interface Dossier {
	readonly person: Person;
	/** `YYYY-MM-DD`, the latest that the root or a note together says; null where none does. */
	readonly lastContact: string | null;
	/** The notes that name the person, or lie in the person's folder, the newest first; not the root. */
	readonly notes: readonly IndexedNote[];
	/** What waits to be decided and is the person's own, or names the person: as rows of the review, the newest first. */
	readonly proposed: readonly Row[];
	/** Tasks of the person's own, or that name the person, which are there to be done. */
	readonly open: readonly DecidedTask[];
	/** How many such tasks are done. */
	readonly done: number;
}

/** All that the vault knows of a person. Takes time with the notes of the vault, but reads of each only once while people stay the same. */
export function selectDossier(snapshot: Snapshot, person: Person): Dossier {
	const notes: IndexedNote[] = [];
	const proposed = new Set<Row>();
	const open: DecidedTask[] = [];
	let done = 0;
	const rowOf = isReady(snapshot) ? selectRowOf(snapshot) : NO_ROWS;
	for (const note of snapshot.notes.values()) {
		const { participants, tasks } = personsOf(snapshot, note);
		if (note.path !== person.path && participants.includes(person.path)) notes.push(note);
		if (tasks.length === 0 || !tasks.some(({ persons }) => persons.includes(person.path))) continue;
		for (const { task, persons } of tasks) {
			if (!persons.includes(person.path)) continue;
			const row = 'verdict' in task ? undefined : rowOf.get(task.key);
			if (row) proposed.add(row);
			if ('verdict' in task && (task.verdict === 'open' || task.verdict === 'confirmed')) open.push(task);
			if ('verdict' in task && task.verdict === 'done') done++;
		}
	}
	notes.sort((a, b) => compare(b.date ?? '', a.date ?? '') || compare(a.path, b.path));
	const days = [person.lastContact, ...notes.map(({ date }) => date)].filter((day) => day !== null);
	return { person, lastContact: days.sort().at(-1) ?? null, notes, proposed: [...proposed], open, done };
}

const NO_ROWS: ReadonlyMap<string, Row> = new Map();

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
