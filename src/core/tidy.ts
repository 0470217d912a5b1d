import type { LineEdit } from './edit';
import { EqualLines } from './equal-lines';
import type { Note } from './note';
import { isPlaceholder, isProposed, PROPOSED_TAG } from './proposal';
import { statusType, type Status } from './status';
import { hasTag, isSameTag, parseTaskLine, printTokens, taskOwner, taskText, type TaskLine } from './task-line';

/** A stretch of a line, and whether it goes. */
export interface TidySpan {
	readonly text: string;
	readonly isLeftover: boolean;
}

/** A task that was decided or done elsewhere while the tag of a proposal stayed on it. */
export interface Leftover {
	/** Joined they are the line; those that stay are what the edit makes of it. */
	readonly spans: readonly TidySpan[];
	readonly edit: LineEdit;
}

/** A longer line is left alone. In characters. */
const MOST_READ = 10_000;

/**
 * Finds the done and cancelled tasks of a note that still carry `#proposed`, in order of their
 * lines, each with the edit that takes only the tag and one blank beside it. A line that would
 * read otherwise without them, such as one whose owner's name then ran on, is left alone; so
 * are templates, and what the note's list items are not, such as code and comments.
 */
export function readLeftovers(note: Note, statuses: readonly Status[]): Leftover[] {
	const items = new Set(note.listItems.flatMap(({ line, task }) => (task === null ? [] : [line])));
	if (items.size === 0) return [];
	const lines = note.text.split('\n').map((line) => line.replace(/\r$/u, ''));
	const found = [...items].flatMap((line) => {
		const raw = lines[line] ?? '';
		const spans = tidyLine(raw, statuses);
		return spans ? [{ line, raw, spans }] : [];
	});
	const equal = new EqualLines(lines, new Set(found.map(({ raw }) => raw)));
	return found.map(({ line, raw, spans }) => ({ spans, edit: { path: note.path, line, before: raw, after: textThatStays(spans), copy: equal.copyOf(line) } }));
}

/** What of a line goes and what stays; null where nothing is left over on it. */
export function tidyLine(raw: string, statuses: readonly Status[]): readonly TidySpan[] | null {
	const task = raw.length > MOST_READ ? null : parseTaskLine(raw);
	if (!task || !isLeftOver(task, statuses) || isPlaceholder(raw)) return null;
	const spans = splitLeftovers(raw, task);
	const after = textThatStays(spans);
	const tidied = parseTaskLine(after);
	// A carriage return that came to be the last would become a part of the line's ending.
	const isEndKept = after.endsWith('\r') === raw.endsWith('\r');
	return tidied && isEndKept && readsTheSame(task, tidied) ? spans : null;
}

/** Whether a character of a status leaves a tag over that is on its task. */
export function isDecidedStatus(symbol: string, statuses: readonly Status[]): boolean {
	const type = statusType(statuses, symbol);
	return type === 'DONE' || type === 'CANCELLED';
}

function isLeftOver(task: TaskLine, statuses: readonly Status[]): boolean {
	return hasTag(task, PROPOSED_TAG) && isDecidedStatus(task.status, statuses) && !isProposed(task, statuses);
}

function textThatStays(spans: readonly TidySpan[]): string {
	return spans.map(({ text, isLeftover }) => (isLeftover ? '' : text)).join('');
}

function splitLeftovers(raw: string, { tokens }: TaskLine): TidySpan[] {
	const bodyStart = raw.length - printTokens(tokens).length;
	const spans: TidySpan[] = [];
	let [at, end] = [bodyStart, 0];
	for (const token of tokens) {
		if (token.kind === 'tag' && isSameTag(token.raw, PROPOSED_TAG)) {
			const from = isBlank(raw, at - 1) && at - 1 > bodyStart && at - 1 >= end ? at - 1 : at;
			const to = at + token.raw.length;
			spans.push({ text: raw.slice(end, from), isLeftover: false });
			// What stands right behind the box holds it apart, so the blank on the other side goes.
			end = from < at || !isBlank(raw, to) ? to : to + 1;
			spans.push({ text: raw.slice(from, end), isLeftover: true });
		}
		at += token.raw.length;
	}
	return [...spans, { text: raw.slice(end), isLeftover: false }].filter(({ text }) => text !== '');
}

function isBlank(text: string, at: number): boolean {
	return /^[ \t\u00a0]$/u.test(text.charAt(at));
}

function readsTheSame(task: TaskLine, tidied: TaskLine): boolean {
	const fields = ({ tokens }: TaskLine): string => tokens.flatMap(({ kind, raw }) => (kind === 'text' || isSameTag(raw, PROPOSED_TAG) ? [] : `${kind} ${raw}`)).join('\n');
	const words = (each: TaskLine): string => taskText(each).replace(/#proposed/giu, '').replace(/[^\p{L}\p{N}]+/gu, '');
	return tidied.status === task.status && !hasTag(tidied, PROPOSED_TAG) && fields(tidied) === fields(task)
		&& taskOwner(tidied) === taskOwner(task) && words(tidied) === words(task);
}
