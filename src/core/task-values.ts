import { withDue, withOwner, withPriority } from './task-change';
import { parseTaskLine, printTaskLine, taskDate, taskOwner, taskPriority, taskTags, taskText, type TaskLine } from './task-line';
import type { Priority } from './task-tokens';
import type { TaskFormat } from './tasks-plugin';

/** What near-duplicates may say differently of one task. */
export interface TaskValues {
	/** `YYYY-MM-DD`; null for none. */
	readonly due: string | null;
	/** Null is the normal one. */
	readonly priority: Priority | null;
	/** As written after `@`; null for nobody. */
	readonly owner: string | null;
}

/** In the order in which they are shown. */
export const VALUE_FIELDS = ['due', 'priority', 'owner'] as const satisfies readonly (keyof TaskValues)[];

/**
 * The task with other values. Where a line is such that a value would not be read as it was
 * meant, or anything else would be read otherwise, that value stays as it is.
 */
export function withValues(task: TaskLine, values: Partial<TaskValues>, format: TaskFormat): TaskLine {
	const { due, priority, owner } = values;
	const withNewDue = due === undefined ? task : ifRead(task, withDue(task, due, format), { due });
	const withNewPriority = priority === undefined ? withNewDue : ifRead(withNewDue, withPriority(withNewDue, priority, format), { priority });
	return owner === undefined ? withNewPriority : ifRead(withNewPriority, withOwner(withNewPriority, owner), { owner });
}

function ifRead(task: TaskLine, changed: TaskLine, values: Partial<TaskValues>): TaskLine {
	const read = parseTaskLine(printTaskLine(changed));
	return read && JSON.stringify(readAll(read)) === JSON.stringify({ ...readAll(task), ...values }) ? changed : task;
}

function readAll(task: TaskLine): object {
	return { due: taskDate(task, 'due'), priority: taskPriority(task), owner: taskOwner(task), text: taskText(task), tags: taskTags(task), status: task.status, start: taskDate(task, 'start'), scheduled: taskDate(task, 'scheduled') };
}
