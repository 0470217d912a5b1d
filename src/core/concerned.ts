import { saidBy, type DecidedTask } from './decided';
import type { IndexedNote } from './indexed-note';
import type { Snapshot } from './index-store';
import { findNameSpans } from './name-spans';
import type { People } from './people';
import type { Person } from './person';
import type { Proposal } from './proposal';
import { selectPeople } from './selectors';

/** The root notes of those who take part in a note: whom it names, and whose folder it is in. */
export function participantsOf(snapshot: Snapshot, note: IndexedNote): readonly string[] {
	return personsOf(snapshot, note).participants;
}

/** Whom a note concerns, by the paths of their root notes. */
export interface NotePersons {
	readonly participants: readonly string[];
	readonly tasks: readonly { readonly task: Proposal | DecidedTask; readonly persons: readonly string[] }[];
}

const known = new WeakMap<IndexedNote, NotePersons & Pick<People, 'naming'>>();

/** Whom a note and its tasks concern for certain. */
export function personsOf(snapshot: Snapshot, note: IndexedNote): NotePersons {
	const people = selectPeople(snapshot);
	const former = known.get(note);
	if (former?.naming === people.naming) return former;
	const tasks = [...note.proposals, ...note.decided].flatMap((task) => {
		const persons = personsOfTask(people, note, task);
		return persons.length === 0 ? [] : [{ task, persons }];
	});
	const next = { naming: people.naming, participants: participantsIn(snapshot, people, note), tasks };
	known.set(note, next);
	return next;
}

/** Whether a note was looked at since names mean what they do, so that whom it concerns is known already. */
export function isLookedAt(snapshot: Snapshot, note: IndexedNote): boolean {
	return known.get(note)?.naming === selectPeople(snapshot).naming;
}

/** The people whom a proposal is for, or names, for certain. */
export function personsNamed(snapshot: Snapshot, proposal: Proposal): readonly Person[] {
	const note = snapshot.notes.get(proposal.path);
	const paths = (note && personsOf(snapshot, note).tasks.find(({ task }) => task === proposal)?.persons) ?? [];
	return paths.flatMap((path) => snapshot.notes.get(path)?.person ?? []);
}

function participantsIn(snapshot: Snapshot, people: People, note: IndexedNote): readonly string[] {
	const named = note.names.flatMap((name) => pathNamed(people, name, note));
	const root = snapshot.notes.get(`${note.path.slice(0, note.path.lastIndexOf('/') + 1)}README.md`)?.person;
	return [...new Set(root ? [...named, root.path] : named)];
}

function personsOfTask(people: People, note: IndexedNote, task: Proposal | DecidedTask): readonly string[] {
	const said = 'verdict' in task ? task.place && saidBy(task.place) : task;
	if (!said) return [];
	const names = findNameSpans(said.text, (name) => people.isKnownName(name)).map(({ name }) => name);
	return [...new Set([...(said.owner === null ? [] : [said.owner]), ...names].flatMap((name) => pathNamed(people, name, note)))];
}

function pathNamed(people: People, name: string, note: IndexedNote): string[] {
	const person = people.personNamed(name, note.names);
	return person ? [person.path] : [];
}
