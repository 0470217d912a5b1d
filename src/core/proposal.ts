import { detach } from './detach';
import { EqualLines, type Copy } from './equal-lines';
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
	/** The day before which it need not be seen: `YYYY-MM-DD` */
	readonly start: string | null;
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
	const found = [...items].flatMap((line) => readLine(lines[line] ?? '', line, statuses) ?? []);
	const equal = new EqualLines(lines, new Set(found.map(({ raw }) => raw)));
	const headings = headingsAbove(note.headings, found);
	return found.map((each) => ({ ...each, path: note.path, heading: headings.get(each.line) ?? null })).map((each) => toProposal(each, lines, equal.copyOf(each.line)));
}

/** What tells a proposal from all others of a snapshot. */
export function proposalKey(path: string, raw: string, { ordinal }: Copy): string {
	return `${path}\n${ordinal}\n${raw}`;
}

/** The path of a proposal's note, by its key; empty or nobody's where the key is a decided task's. */
export function pathOfProposal(key: string): string {
	return key.slice(0, key.indexOf('\n'));
}

/** Whether a task waits for a decision. */
export function isProposed(task: TaskLine, statuses: readonly Status[]): boolean {
	if (hasTag(task, PROPOSED_TAG)) return task.status === PROPOSED_STATUS || isOpen(statuses, task.status);
	return task.status === PROPOSED_STATUS && hasTag(task, TASK_TAG);
}

/** A proposed task where it stands. */
interface Found {
	readonly line: number;
	readonly raw: string;
	readonly task: TaskLine;
}

function readLine(text: string, line: number, statuses: readonly Status[]): Found | null {
	const task = parseTaskLine(text);
	if (!task || !isProposed(task, statuses) || isPlaceholder(text)) return null;
	// All that is kept of the note is cut from this copy.
	const raw = detach(text);
	return { line, raw, task: parseTaskLine(raw) ?? task };
}

function toProposal({ path, line, raw, task, heading }: Found & Pick<Proposal, 'path' | 'heading'>, lines: readonly string[], copy: Copy): Proposal {
	return {
		key: proposalKey(path, raw, copy),
		path,
		line,
		raw,
		status: task.status,
		text: taskText(task),
		owner: taskOwner(task),
		due: taskDate(task, 'due'),
		start: taskDate(task, 'start'),
		priority: taskPriority(task),
		tags: taskTags(task),
		heading,
		copy,
		hasChildren: hasChildren(lines, line, task),
	};
}

/** Whether the next line with text is indented deeper: a nested item, or more text of this one. */
function hasChildren(lines: readonly string[], at: number, { lead }: TaskLine): boolean {
	let next = at + 1;
	while (next < lines.length && !/[^\s>]/u.test(lines[next] ?? '')) next++;
	return (/^[\s>]*/u.exec(lines[next] ?? '')?.[0] ?? '').length > lead.length;
}

/** The heading above each of the lines, which are in order, as the headings are. */
function headingsAbove(headings: readonly Heading[], found: readonly Found[]): Map<number, string> {
	const above = new Map<number, string>();
	let at = 0;
	for (const { line } of found) {
		while ((headings[at]?.line ?? Infinity) < line) at++;
		const heading = headings[at - 1];
		if (heading) above.set(line, heading.text);
	}
	return above;
}

/** Whether a line holds what a template still has to fill; shown as code, it is only spoken of. */
export function isPlaceholder(raw: string): boolean {
	return /\{\{|<%/u.test(raw) && /\{\{|<%/u.test(raw.replace(/`[^`]*`/gu, ''));
}
