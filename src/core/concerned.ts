import { saidBy, type DecidedTask } from './decided';
import type { IndexedNote } from './indexed-note';
import type { Snapshot } from './index-store';
import { findNameSpans } from './name-spans';
import type { People } from './people';
import type { Person } from './person';
import type { Proposal } from './proposal';
import { resolveName, selectPeople } from './selectors';

/** The root notes of those who take part in a note: whom it names, and whose folder it is in. */
export function participantsOf(snapshot: Snapshot, note: IndexedNote): readonly string[] {
	return personsOf(snapshot, note).participants;
}

/** Whom a note concerns, by the paths of their root notes. */
export interface NotePersons {
	readonly people: People;
	readonly participants: readonly string[];
	readonly tasks: readonly { readonly task: Proposal | DecidedTask; readonly persons: readonly string[] }[];
}

const known = new WeakMap<IndexedNote, NotePersons>();

/** Whom a note and its tasks concern for certain. */
export function personsOf(snapshot: Snapshot, note: IndexedNote): NotePersons {
	const people = selectPeople(snapshot);
	const former = known.get(note);
	if (former?.people === people) return former;
	const tasks = [...note.proposals, ...note.decided].flatMap((task) => {
		const persons = personsOfTask(snapshot, people, note, task);
		return persons.length === 0 ? [] : [{ task, persons }];
	});
	const next = { people, participants: participantsIn(snapshot, note), tasks };
	known.set(note, next);
	return next;
}

/** The people whom a proposal is for, or names, for certain. */
export function personsNamed(snapshot: Snapshot, proposal: Proposal): readonly Person[] {
	const note = snapshot.notes.get(proposal.path);
	const paths = (note && personsOf(snapshot, note).tasks.find(({ task }) => task === proposal)?.persons) ?? [];
	return paths.flatMap((path) => snapshot.notes.get(path)?.person ?? []);
}

function participantsIn(snapshot: Snapshot, note: IndexedNote): readonly string[] {
	const named = note.names.flatMap((name) => strongPath(snapshot, name, note));
	const root = snapshot.notes.get(`${note.path.slice(0, note.path.lastIndexOf('/') + 1)}README.md`)?.person;
	return [...new Set(root ? [...named, root.path] : named)];
}

function personsOfTask(snapshot: Snapshot, people: People, note: IndexedNote, task: Proposal | DecidedTask): readonly string[] {
	const said = 'verdict' in task ? task.place && saidBy(task.place) : task;
	if (!said) return [];
	const names = findNameSpans(said.text, (name) => people.isKnownName(name)).map(({ name }) => name);
	return [...new Set([...(said.owner === null ? [] : [said.owner]), ...names].flatMap((name) => strongPath(snapshot, name, note)))];
}

function strongPath(snapshot: Snapshot, name: string, note: IndexedNote): string[] {
	const resolution = resolveName(snapshot, name, note);
	return resolution.kind === 'person' ? [resolution.person.path] : [];
}
