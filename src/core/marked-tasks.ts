import { saidBy, toDecided, type DecidedTask } from './decided';
import type { TaskEntry } from './duplicates';
import type { Snapshot } from './index-store';
import type { Proposal } from './proposal';
import { proposalsOf, type Row } from './rows';
import { resolveName } from './selectors';
import type { MarkedTask } from './stored-marks';
import { contentOf } from './task-node';
import { ownerIdentity } from './veto';

/** What a task in a note says and for whom, as it is remembered: by a name that means the same in any note. */
export function markTask(snapshot: Snapshot, { path, text, owner }: Pick<Proposal, 'path' | 'text' | 'owner'>): MarkedTask {
	const resolution = owner === null ? null : resolveName(snapshot, owner, snapshot.notes.get(path));
	return { text, owner: resolution?.kind === 'person' ? resolution.person.name : owner };
}

/** What a decided task says and for whom, as it is remembered. */
export function markDecided(snapshot: Snapshot, { key, place }: DecidedTask): MarkedTask | null {
	if (place) return markTask(snapshot, { path: place.path, ...saidBy(place) });
	return snapshot.memory.deleted.find((task) => toDecided(task).key === key) ?? null;
}

/** A mark's task as duplicates see it. A name is read as in a note that names nobody else. */
export function toEntry(snapshot: Snapshot, { text, owner }: MarkedTask): Omit<TaskEntry, 'key'> {
	return { text, owner: ownerIdentity(owner, owner === null ? null : resolveName(snapshot, owner, undefined)) };
}

/** All tasks of a row as they are remembered, those in archives and those that are decided too, by their keys. */
export function tasksOf(snapshot: Snapshot, row: Row): ReadonlyMap<string, MarkedTask> {
	const proposals = [...proposalsOf(row), ...row.archived].map((proposal): [string, MarkedTask] => [proposal.key, markTask(snapshot, proposal)]);
	const decided = row.decided.flatMap((task): [string, MarkedTask][] => {
		const marked = markDecided(snapshot, task);
		return marked ? [[task.key, marked]] : [];
	});
	return new Map([...proposals, ...decided]);
}

/** A proposal of a row as it is remembered, and those of the row's other tasks that could be told apart from it: not what reads the same and is for the same person. */
export function tellApart(snapshot: Snapshot, row: Row, { key }: Proposal): { readonly one: MarkedTask; readonly others: readonly MarkedTask[] } | null {
	const tasks = tasksOf(snapshot, row);
	const one = tasks.get(key);
	const own = one && identify(snapshot, one);
	const others = [...tasks.values()].filter((other) => identify(snapshot, other) !== own);
	return one && others.length > 0 ? { one, others } : null;
}

function identify(snapshot: Snapshot, task: MarkedTask): string {
	const { text, owner } = toEntry(snapshot, task);
	return contentOf(text, owner);
}
