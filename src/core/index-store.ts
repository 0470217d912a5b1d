import type { Groups } from './groups';
import { reuseUnchanged, type IndexedNote } from './indexed-note';
import { Moment } from './moment';
import { NoteMap } from './note-map';
import { DEFAULT_SETTINGS, joinConventions, type Conventions, type Settings } from './settings';
import type { StoredMark } from './stored-marks';
import { EMPTY_MEMORY, type UserMemory } from './user-memory';

/** All that is known at one moment. Immutable; what did not change is shared with the one before. */
export interface Snapshot {
	/** Counts up with each change. */
	readonly revision: number;
	/** By vault path. */
	readonly notes: NoteMap;
	/** Where the notes are in the series of their changes, each the paths of those that became new, other or gone together. */
	readonly noteChanges: Moment<readonly string[]>;
	/** The near-duplicates of proposals. May lag behind the notes; null before they are first known. */
	readonly groups: Groups | null;
	/** What the user had said of duplicates when the groups were made; null before they are first known. */
	readonly groupedBy: readonly StoredMark[] | null;
	/** The notes that the groups were made from; null before they are first known. */
	readonly groupedNotes: ReadonlyMap<string, IndexedNote> | null;
	/** What the user has decided and no note says. */
	readonly memory: UserMemory;
	/** Another object only when a person, a name, a source, a title or a path has changed, for what is derived from these. */
	readonly peopleVersion: object;
	readonly settings: Settings;
	readonly conventions: Conventions;
	/** Whether the first reading of the vault is over. */
	readonly complete: boolean;
	/** `YYYY-MM-DD`, in the user's time zone; null before it is known. */
	readonly today: string | null;
}

/** What a change brings. Paths in `removed` are taken out before `notes` are put in. */
export interface Update {
	readonly notes?: readonly IndexedNote[];
	readonly removed?: readonly string[];
	readonly groups?: Groups;
	readonly groupedBy?: readonly StoredMark[];
	readonly groupedNotes?: ReadonlyMap<string, IndexedNote>;
	readonly memory?: UserMemory;
	readonly settings?: Settings;
	readonly conventions?: Conventions;
	readonly complete?: boolean;
	readonly today?: string;
}

/** The part of the store that readers get. */
export interface SnapshotSource {
	readonly snapshot: Snapshot;
	/** Calls the listener after each change; the function that it answers ends that. */
	subscribe(listener: SnapshotListener): () => void;
}

/** Is told of each new snapshot, and of the paths of those notes that it has new, otherwise or no longer. */
export type SnapshotListener = (snapshot: Snapshot, changed: readonly string[]) => void;

/**
 * Holds the snapshot and tells its listeners of each new one. An update that changes nothing
 * leaves the snapshot as it is and calls nobody; a listener that throws stops no other.
 */
export class IndexStore implements SnapshotSource {
	#snapshot: Snapshot = emptySnapshot();
	readonly #listeners = new Set<SnapshotListener>();

	/** @param reportError is told what a listener threw. */
	constructor(private readonly reportError: (error: unknown) => void) {}

	get snapshot(): Snapshot {
		return this.#snapshot;
	}

	subscribe(listener: SnapshotListener): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	update(update: Update): void {
		const { next, changed } = applyUpdate(this.#snapshot, update);
		if (next === this.#snapshot) return;
		this.#snapshot = next;
		for (const listener of [...this.#listeners]) {
			try {
				listener(next, changed);
			} catch (error) {
				this.reportError(error);
			}
		}
	}
}

function emptySnapshot(): Snapshot {
	return {
		revision: 0,
		notes: NoteMap.EMPTY,
		noteChanges: new Moment(),
		groups: null,
		groupedBy: null,
		groupedNotes: null,
		memory: EMPTY_MEMORY,
		peopleVersion: {},
		settings: DEFAULT_SETTINGS,
		conventions: joinConventions(DEFAULT_SETTINGS, null),
		complete: false,
		today: null,
	};
}

function applyUpdate(snapshot: Snapshot, update: Update): { readonly next: Snapshot; readonly changed: readonly string[] } {
	const { notes, changed, peopleChanged } = updateNotes(snapshot.notes, update);
	const parts = {
		notes,
		groups: update.groups ?? snapshot.groups,
		groupedBy: update.groupedBy ?? snapshot.groupedBy,
		groupedNotes: update.groupedNotes ?? snapshot.groupedNotes,
		memory: update.memory ?? snapshot.memory,
		settings: update.settings ?? snapshot.settings,
		conventions: update.conventions ?? snapshot.conventions,
		complete: update.complete ?? snapshot.complete,
		today: update.today ?? snapshot.today,
	};
	const unchanged = (Object.keys(parts) as (keyof typeof parts)[]).every((key) => parts[key] === snapshot[key]);
	if (unchanged) return { next: snapshot, changed };
	const next = {
		...parts,
		revision: snapshot.revision + 1,
		noteChanges: changed.length > 0 ? snapshot.noteChanges.advance(changed) : snapshot.noteChanges,
		peopleVersion: peopleChanged ? {} : snapshot.peopleVersion,
	};
	return { next, changed };
}

interface NotesUpdate {
	readonly notes: NoteMap;
	readonly changed: readonly string[];
	readonly peopleChanged: boolean;
}

function updateNotes(before: NoteMap, update: Update): NotesUpdate {
	const removed = (update.removed ?? []).filter((path) => before.has(path));
	const changed = (update.notes ?? []).flatMap((note) => {
		const merged = reuseUnchanged(before.get(note.path), note);
		return merged === before.get(note.path) && !removed.includes(note.path) ? [] : [merged];
	});
	if (removed.length === 0 && changed.length === 0) return { notes: before, changed: [], peopleChanged: false };
	return { notes: before.with(removed, changed), changed: [...removed, ...changed.map(({ path }) => path)], peopleChanged: removed.length > 0 || changed.some((note) => concernsPeople(before.get(note.path), note)) };
}

function concernsPeople(before: IndexedNote | undefined, after: IndexedNote): boolean {
	if (!before) return true;
	const parts: readonly (keyof IndexedNote)[] = ['person', 'names', 'source', 'date', 'title'];
	return parts.some((part) => before[part] !== after[part]) || ownersOf(before) !== ownersOf(after);
}

/** The owners that a note's proposals name, as one text to compare. */
function ownersOf({ proposals }: IndexedNote): string {
	return proposals.map(({ owner }) => owner ?? '').join('\n');
}
