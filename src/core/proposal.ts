import type { Copy } from './edit';
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
	/** Which of the note's equal lines it is. */
	readonly copy: Copy;
	/** Whether lines below it belong to it. */
	readonly hasChildren: boolean;
}

/**
 * Finds the proposals of a note, in order of their lines: tasks with status `?` and the
 * tag `#task` or `#proposed`, and open tasks on which `#proposed` was left. Lines that hold
 * a template's placeholder are none.
 */
export function readProposals(note: Note, statuses: readonly Status[]): Proposal[] {
	const items = new Set(note.listItems.flatMap((item) => (item.task === null ? [] : [item.line])));
	if (items.size === 0) return [];
	const lines = note.text.split('\n').map((line) => line.replace(/\r$/u, ''));
	const found = [...items].flatMap((line) => {
		const task = parseTaskLine(lines[line] ?? '');
		return task && isProposed(task, statuses) && !isPlaceholder(lines[line] ?? '') ? [{ line, task }] : [];
	});
	const copies = findCopies(lines, new Set(found.map(({ line }) => lines[line] ?? '')));
	return found.map(({ line, task }) => toProposal(note, lines, line, task, copies));
}

/** Whether a task waits for a decision. */
export function isProposed(task: TaskLine, statuses: readonly Status[]): boolean {
	if (hasTag(task, PROPOSED_TAG)) return task.status === PROPOSED_STATUS || isOpen(statuses, task.status);
	return task.status === PROPOSED_STATUS && hasTag(task, TASK_TAG);
}

function toProposal(note: Note, lines: readonly string[], line: number, task: TaskLine, copies: ReadonlyMap<string, readonly number[]>): Proposal {
	const raw = lines[line] ?? '';
	const equal = copies.get(raw) ?? [];
	const copy = { ordinal: equal.indexOf(line), count: equal.length };
	return {
		key: `${note.path}\n${copy.ordinal}\n${raw}`,
		path: note.path,
		line,
		raw,
		status: task.status,
		text: taskText(task),
		owner: taskOwner(task),
		due: taskDate(task, 'due'),
		priority: taskPriority(task),
		tags: taskTags(task),
		heading: headingAbove(note.headings, line),
		copy,
		hasChildren: hasChildren(lines, line, task),
	};
}

/** At which lines each of the wanted texts stands. */
function findCopies(lines: readonly string[], wanted: ReadonlySet<string>): Map<string, number[]> {
	const copies = new Map<string, number[]>();
	for (const [at, line] of lines.entries()) {
		if (wanted.has(line)) copies.set(line, [...(copies.get(line) ?? []), at]);
	}
	return copies;
}

/** Whether the next line with text is indented deeper: a nested item, or more text of this one. */
function hasChildren(lines: readonly string[], at: number, { lead }: TaskLine): boolean {
	const next = lines.slice(at + 1, at + 4).find((line) => /[^\s>]/u.test(line)) ?? '';
	return (/^[\s>]*/u.exec(next)?.[0] ?? '').length > lead.length;
}

function headingAbove(headings: readonly Heading[], line: number): string | null {
	return headings.findLast((heading) => heading.line < line)?.text ?? null;
}

/** Whether a line holds what a template still has to fill; shown as code, it is only spoken of. */
function isPlaceholder(raw: string): boolean {
	return /\{\{|<%/u.test(raw) && /\{\{|<%/u.test(raw.replace(/`[^`]*`/gu, ''));
}
