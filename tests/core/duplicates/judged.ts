import { Duplicates, type TaskEntry } from '../../../src/core/duplicates';
import { nameLexicon } from '../../../src/core/name-lexicon';
import { buildPeople } from '../../../src/core/people';
import type { Person } from '../../../src/core/person';
import { parseTaskLine, taskOwner, taskText } from '../../../src/core/task-line';
import { ownerIdentity } from '../../../src/core/veto';
import { knownPeople } from './minimal-pairs';

/** Two lines to be judged. */
export interface Pair {
	readonly one: string;
	readonly other: string;
}

const persons = knownPeople.map((name): Person => ({ name, path: `People/${name}/README.md`, aliases: [], email: null, company: null, role: null, phone: null, lastContact: null, keyFacts: [] }));
const people = buildPeople({ persons, names: [], ownerNames: ['Myself', 'Me'] });

/** A task of a line, as the index of duplicates takes it. */
export function toEntry(line: string, key: string): TaskEntry {
	const task = parseTaskLine(line);
	if (!task) throw new Error(`No task: ${line}`);
	const owner = taskOwner(task);
	return { key, text: taskText(task), owner: ownerIdentity(owner, owner === null ? null : people.resolve(owner)) };
}

/** The duplicates of a vault that holds the lines of all pairs; keys are `0a`, `0b`, `1a`, … */
export function duplicatesOf(pairs: readonly Pair[]): Duplicates {
	const duplicates = new Duplicates(nameLexicon(persons));
	for (const [at, { one, other }] of pairs.entries()) {
		duplicates.put(toEntry(one, `${at}a`));
		duplicates.put(toEntry(other, `${at}b`));
	}
	duplicates.settle();
	duplicates.work();
	return duplicates;
}

/** Whether the two lines of each pair come out as one task, where all stand in one vault. */
export function judge(pairs: readonly Pair[]): readonly boolean[] {
	const duplicates = duplicatesOf(pairs);
	return pairs.map((_pair, at) => duplicates.groupOf(`${at}a`) === duplicates.groupOf(`${at}b`));
}
