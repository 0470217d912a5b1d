import { printDay } from '../core/day-words';
import type { LineEdit } from '../core/edit';
import type { Snapshot, SnapshotSource } from '../core/index-store';
import { markTask } from '../core/marked-tasks';
import type { MarkedTask } from '../core/stored-marks';
import { parseTaskLine, taskOwner, taskText } from '../core/task-line';
import { addDeleted, withoutDeleted, type UserMemory } from '../core/user-memory';
import type { ActionRunner } from './action-runner';
import type { Outcome } from './outcome';

/** What following deletions takes. */
export interface DeletionParts {
	readonly runner: Pick<ActionRunner, 'state' | 'subscribe'>;
	readonly store: SnapshotSource;
	/** Milliseconds since the epoch. */
	readonly now: () => number;
	readonly remember: (change: Partial<UserMemory>) => void;
}

/** Remembers the tasks whose lines a decision deletes, which no note tells of, until they are back. Answers what ends that. */
export function followDeletions({ runner, store, now, remember }: DeletionParts): () => void {
	let seen = runner.state.outcome;
	return runner.subscribe(() => {
		const { outcome } = runner.state;
		if (outcome === seen) return;
		seen = outcome;
		const change = outcome && changeBy(outcome, store.snapshot, printDay(new Date(now())));
		if (change) remember(change);
	});
}

function changeBy({ made }: Outcome, snapshot: Snapshot, day: string): Partial<UserMemory> | null {
	const gone = made.flatMap((edit) => (edit.after === null ? taskIn(snapshot, edit, edit.before) : []));
	const back = made.flatMap((edit) => (edit.before === null ? taskIn(snapshot, edit, edit.after) : []));
	if (gone.length + back.length === 0) return null;
	return { deleted: addDeleted(withoutDeleted(snapshot.memory.deleted, back), gone.map((task) => ({ ...task, day }))) };
}

function taskIn(snapshot: Snapshot, { path }: LineEdit, line: string | null): MarkedTask[] {
	const task = line === null ? null : parseTaskLine(line);
	return task && taskText(task) !== '' ? [markTask(snapshot, { path, text: taskText(task), owner: taskOwner(task) })] : [];
}
