import type { Heading, Note } from './note';
import { isOpen, PROPOSED_STATUS, type Status } from './status';
import { hasTag, parseTaskLine, taskDate, taskOwner, taskPriority, taskTags, taskText, type TaskLine } from './task-line';
import type { Priority } from './task-tokens';

/** The tag that says that a task is not yet accepted. */
export const PROPOSED_TAG = '#proposed';
const TASK_TAG = '#task';

/** A task line that waits for a decision. */
export interface Proposal {
	/** Identity within a snapshot: note, text of the line, and which of the equal lines it is. */
	readonly key: string;
	readonly path: string;
	/** Line in the note, from 0, when it was read. */
	readonly line: number;
	/** The line as it stands in the note, without its ending. */
	readonly raw: string;
	readonly status: string;
	readonly text: string;
	/** The mention after the sentence, without `@`; null where nobody is named. */
	readonly owner: string | null;
	/** `YYYY-MM-DD` */
	readonly due: string | null;
	readonly priority: Priority | null;
	readonly tags: readonly string[];
	/** The heading above it; null before the first. */
	readonly heading: string | null;
}

/**
 * Finds the proposals of a note, in order of their lines: tasks with status `?` and the
 * tag `#task` or `#proposed`, and open tasks on which `#proposed` was left. Lines that hold
 * a template's placeholder are none.
 */
export function readProposals(note: Note, statuses: readonly Status[]): Proposal[] {
	const lines = taskLines(note);
	if (lines.length === 0) return [];
	const seen = new Map<string, number>();
	return lines.flatMap(({ line, raw }) => {
		const task = parseTaskLine(raw);
		if (!task || !isProposed(task, statuses) || isPlaceholder(raw)) return [];
		const ordinal = seen.get(raw) ?? 0;
		seen.set(raw, ordinal + 1);
		return [toProposal(note.path, line, raw, task, ordinal, headingAbove(note.headings, line))];
	});
}

/** Reads one line, as an editor shows it, as a proposal of a note; null where it is none. */
export function readProposalLine(path: string, line: number, raw: string, statuses: readonly Status[]): Proposal | null {
	const task = parseTaskLine(raw);
	if (!task || !isProposed(task, statuses) || isPlaceholder(raw)) return null;
	return toProposal(path, line, raw, task, 0, null);
}

/** Whether a task waits for a decision. */
export function isProposed(task: TaskLine, statuses: readonly Status[]): boolean {
	if (hasTag(task, PROPOSED_TAG)) return task.status === PROPOSED_STATUS || isOpen(statuses, task.status);
	return task.status === PROPOSED_STATUS && hasTag(task, TASK_TAG);
}

function toProposal(path: string, line: number, raw: string, task: TaskLine, ordinal: number, heading: string | null): Proposal {
	return {
		key: `${path}\n${ordinal}\n${raw}`,
		path,
		line,
		raw,
		status: task.status,
		text: taskText(task),
		owner: taskOwner(task),
		due: taskDate(task, 'due'),
		priority: taskPriority(task),
		tags: taskTags(task),
		heading,
	};
}

/** The lines that hold a task, by the metadata cache's list of items. */
function taskLines(note: Note): { line: number; raw: string }[] {
	const wanted = [...new Set(note.listItems.flatMap((item) => (item.task === null ? [] : [item.line])))];
	if (wanted.length === 0) return [];
	const lines = note.text.split('\n');
	return wanted.map((line) => ({ line, raw: (lines[line] ?? '').replace(/\r$/u, '') }));
}

function headingAbove(headings: readonly Heading[], line: number): string | null {
	return headings.findLast((heading) => heading.line < line)?.text ?? null;
}

function isPlaceholder(raw: string): boolean {
	return raw.includes('{{') || raw.includes('<%');
}
