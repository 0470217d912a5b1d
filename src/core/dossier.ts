import { personsOf } from './concerned';
import type { DecidedTask } from './decided';
import { compareNotes, type IndexedNote } from './indexed-note';
import type { Snapshot } from './index-store';
import type { Person } from './person';
import type { Proposal } from './proposal';
import { makeRowsOf } from './row-index';
import type { Row } from './rows';
import { isReady } from './selectors';

/** What the vault knows of a person. */
export interface Dossier {
	readonly person: Person;
	/** `YYYY-MM-DD`, the latest that the root or a note together says; null where none does. */
	readonly lastContact: string | null;
	/** The notes that name the person, or lie in the person's folder, the newest first; not the root. */
	readonly notes: readonly IndexedNote[];
	/** What waits to be decided and is the person's own, or names the person: as rows of the review, in their order. */
	readonly proposed: readonly Row[];
	/** Tasks of the person's own, or that name the person, which are there to be done, those of the newest note first. */
	readonly open: readonly DecidedTask[];
	/** How many such tasks are done. */
	readonly done: number;
}

/** What is known of a person by now. */
export interface DossierSoFar extends Dossier {
	/** Whether this is all; else there may be more notes and tasks, and the last contact is not told. */
	readonly isWhole: boolean;
}

/** The part of the keeper of dossiers that readers get. */
export interface DossierSource {
	/** Quick, however large the vault is. */
	read(person: Person): DossierSoFar;
	/** Calls the listener when there is more to read where it was not all; the function that it answers ends that. */
	subscribe(listener: () => void): () => void;
}

/** All that the vault knows of a person, without an index: takes time with the notes of the vault. */
export function selectDossier(snapshot: Snapshot, person: Person): Dossier {
	return makeDossier(snapshot, person, snapshot.notes.values());
}

/** What some notes of the vault tell of a person: all, where no other note concerns the person. */
export function makeDossier(snapshot: Snapshot, person: Person, among: Iterable<IndexedNote>): Dossier {
	const found = [...among].map((note) => findPerson(snapshot, person, note)).filter(({ takesPart, tasks }) => takesPart || tasks.length > 0);
	found.sort((a, b) => compareNotes(a.note, b.note));
	const notes = found.flatMap(({ note, takesPart }) => (takesPart ? [note] : []));
	const tasks = found.flatMap((each) => each.tasks);
	const decided = tasks.filter((task) => 'verdict' in task);
	return {
		person,
		lastContact: latest([person.lastContact, ...notes.map(({ date }) => date)]),
		notes,
		proposed: isReady(snapshot) ? makeRowsOf(snapshot, tasks.flatMap((task) => ('verdict' in task ? [] : [task]))) : [],
		open: decided.filter(({ verdict }) => verdict === 'open' || verdict === 'confirmed'),
		done: decided.filter(({ verdict }) => verdict === 'done').length,
	};
}

interface Found {
	readonly note: IndexedNote;
	readonly takesPart: boolean;
	readonly tasks: readonly (Proposal | DecidedTask)[];
}

function findPerson(snapshot: Snapshot, { path }: Person, note: IndexedNote): Found {
	const { participants, tasks } = personsOf(snapshot, note);
	return {
		note,
		takesPart: note.path !== path && participants.includes(path),
		tasks: tasks.flatMap(({ task, persons }) => (persons.includes(path) ? [task] : [])),
	};
}

function latest(days: readonly (string | null)[]): string | null {
	return days.filter((day) => day !== null).sort().at(-1) ?? null;
}
