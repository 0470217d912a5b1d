import { withDay, withOwner, withPriority, withWords } from './task-change';
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

/** What a line can be made to say. */
export interface LineValues extends TaskValues {
	/** The sentence as it is written, with what stands between its words. */
	readonly words: string;
	/** The day before which it need not be seen: `YYYY-MM-DD`; null for none. */
	readonly start: string | null;
}

/** In the order in which they are shown. */
export const VALUE_FIELDS = ['due', 'priority', 'owner'] as const satisfies readonly (keyof TaskValues)[];

/**
 * The task with other values. Where a line is such that a value would not be read as it was
 * meant, or anything else would be read otherwise, that value stays as it is.
 */
export function withValues(task: TaskLine, values: Partial<LineValues>, format: TaskFormat): TaskLine {
	const { words, due, start, priority, owner } = values;
	let next = words === undefined ? task : withWords(task, words);
	if (due !== undefined) next = ifRead(next, withDay(next, 'due', due, format), { due });
	if (start !== undefined) next = ifRead(next, withDay(next, 'start', start, format), { start });
	if (priority !== undefined) next = ifRead(next, withPriority(next, priority, format), { priority });
	return owner === undefined ? next : ifRead(next, withOwner(next, owner), { owner });
}

function ifRead(task: TaskLine, changed: TaskLine, values: Partial<Omit<LineValues, 'words'>>): TaskLine {
	const read = parseTaskLine(printTaskLine(changed));
	return read && JSON.stringify(readAll(read)) === JSON.stringify({ ...readAll(task), ...values }) ? changed : task;
}

function readAll(task: TaskLine): object {
	return { due: taskDate(task, 'due'), priority: taskPriority(task), owner: taskOwner(task), text: taskText(task), tags: taskTags(task), status: task.status, start: taskDate(task, 'start'), scheduled: taskDate(task, 'scheduled') };
}
