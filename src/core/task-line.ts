import { tokenize, type DateField, type Priority, type Token } from './task-tokens';

/**
 * One Markdown task line, taken apart without loss: `printTaskLine(parseTaskLine(line))`
 * is `line`, byte for byte.
 */
export interface TaskLine {
	/** All before the list marker: white space and the `>` of quotes and callouts. */
	readonly lead: string;
	/** `-`, `*`, `+`, `1.` or `1)`. */
	readonly marker: string;
	/** White space between the marker and the checkbox. */
	readonly gap: string;
	/** The one character in the checkbox. */
	readonly status: string;
	/** All after the checkbox, white space included. */
	readonly tokens: readonly Token[];
}

const TASK = /^([\s>]*)([-*+]|\d{1,9}[.)])([ \t]+)\[([^\n])\](?=\s|$)/u;

/** Parses one line of a note, without its line ending; null where it is no task. */
export function parseTaskLine(line: string): TaskLine | null {
	const match = TASK.exec(line);
	if (!match) return null;
	const [head, lead = '', marker = '', gap = '', status = ''] = match;
	return { lead, marker, gap, status, tokens: tokenize(line.slice(head.length)) };
}

/** The line that a task was parsed from, or that its changes make of it. */
export function printTaskLine(task: TaskLine): string {
	return `${task.lead}${task.marker}${task.gap}[${task.status}]${printTokens(task.tokens)}`;
}

/**
 * The sentence of a task: its body without fields, without the tags and mentions that
 * follow it and the tags that stand before it. What stands between its words stays.
 */
export function taskText(task: TaskLine): string {
	const { start, end } = sentence(task.tokens);
	let text = '';
	for (const token of task.tokens.slice(start, end)) {
		text = isField(token) ? text.trimEnd() : text + token.raw;
	}
	return text.trim();
}

/** The tags of a task with their `#`, as written and in order. */
export function taskTags(task: TaskLine): string[] {
	return task.tokens.flatMap((token) => (token.kind === 'tag' ? [token.raw] : []));
}

/** Whether a task has a tag; case does not matter in Obsidian. */
export function hasTag(task: TaskLine, tag: string): boolean {
	return task.tokens.some((token) => token.kind === 'tag' && isSameTag(token.raw, tag));
}

/** Whether two tags are one to Obsidian. */
export function isSameTag(one: string, other: string): boolean {
	return one.toLowerCase() === other.toLowerCase();
}

/** A date of a task as `YYYY-MM-DD`; the last one counts, as in the Tasks plugin. */
export function taskDate(task: TaskLine, field: DateField): string | null {
	const token = task.tokens.findLast((each) => each.kind === 'date' && each.field === field);
	return token?.kind === 'date' ? token.value : null;
}

/** The priority of a task; null is the normal one. */
export function taskPriority(task: TaskLine): Priority | null {
	const token = task.tokens.findLast((each) => each.kind === 'priority');
	return token?.kind === 'priority' ? token.value : null;
}

/**
 * Whom a task is for, as written without the `@`: the mention that follows the sentence,
 * else one at its very start. Of several, the first that the sentence does not run into.
 */
export function taskOwner(task: TaskLine): string | null {
	const { start, end } = sentence(task.tokens);
	const following = task.tokens.slice(end).flatMap((token) => (token.kind === 'mention' ? [token.name] : []));
	const [first, second] = following;
	if (first !== undefined) return second !== undefined && !endsSentence(taskText(task)) ? second : first;
	const opening = task.tokens.slice(start, end).find((token) => token.raw.trim() !== '');
	return opening?.kind === 'mention' ? opening.name : null;
}

/** The raw texts of tokens, joined. */
export function printTokens(tokens: readonly Token[]): string {
	return tokens.map((token) => token.raw).join('');
}

/** Which tokens hold the words of a task: from `start` to before `end`. */
function sentence(tokens: readonly Token[]): { start: number; end: number } {
	let end = tokens.length;
	while (end > 0 && !isWording(tokens[end - 1])) end--;
	let start = 0;
	while (start < end && !isWording(tokens[start]) && tokens[start]?.kind !== 'mention') start++;
	return { start, end };
}

function isWording(token: Token | undefined): boolean {
	return token?.kind === 'text' && token.raw.trim() !== '';
}

function isField(token: Token): boolean {
	return token.kind === 'date' || token.kind === 'priority' || token.kind === 'field' || token.kind === 'block';
}

function endsSentence(text: string): boolean {
	return text === '' || /[.!?…:;)\]"'”’»]$/u.test(text);
}
