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
	const parts: string[] = [];
	for (const token of task.tokens.slice(start, end)) {
		if (!isField(token)) parts.push(token.raw);
		else if (parts.length > 0) parts.push((parts.pop() ?? '').trimEnd());
	}
	const text = parts.join('');
	// What is put round a mention that follows opens before it.
	const opening = task.tokens[end]?.kind === 'mention' ? (OPENING.exec(text.slice(-20))?.[0].length ?? 0) : 0;
	return text.slice(0, text.length - opening).trim();
}

/** A task's sentence as it is written, fields between its words included, and the tokens before and after it. */
export interface WrittenWords {
	readonly before: readonly Token[];
	readonly words: string;
	readonly after: readonly Token[];
}

/** Splits the tokens of a task so that those before, the words, and those after are its body. */
export function splitWords({ tokens }: TaskLine): WrittenWords {
	const { start, end } = sentence(tokens);
	const raw = printTokens(tokens.slice(start, end));
	const opening = tokens[end]?.kind === 'mention' ? (OPENING.exec(raw.slice(-20))?.[0].length ?? 0) : 0;
	const words = raw.slice(0, raw.length - opening).trim();
	const at = raw.indexOf(words);
	return {
		before: [...tokens.slice(0, start), ...toText(raw.slice(0, at))],
		words,
		after: [...toText(raw.slice(at + words.length)), ...tokens.slice(end)],
	};
}

function toText(raw: string): readonly Token[] {
	return raw === '' ? [] : [{ kind: 'text', raw }];
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
 * Whom a task is for, as written without the `@`: the first mention that follows the
 * sentence, else one at its very start. A mention that the sentence runs into ("discuss
 * with @Ana Ruiz") is a part of it.
 */
export function taskOwner(task: TaskLine): string | null {
	const token = task.tokens[ownerPlace(task).at];
	return token?.kind === 'mention' ? token.name : null;
}

/** Which of a task's tokens names its owner; -1 where none does. `behind` is the token before which a new mention belongs. */
export function ownerPlace({ tokens }: TaskLine): { readonly at: number; readonly behind: number } {
	const { start, end } = sentence(tokens);
	const following = tokens.findIndex(({ kind }, at) => at >= end && kind === 'mention');
	if (following >= 0) return { at: following, behind: end };
	const opening = tokens.findIndex(({ raw }, at) => at >= start && at < end && raw.trim() !== '');
	return { at: tokens[opening]?.kind === 'mention' ? opening : -1, behind: end };
}

/** The raw texts of tokens, joined. */
export function printTokens(tokens: readonly Token[]): string {
	return tokens.map((token) => token.raw).join('');
}

/** Which tokens hold the words of a task: from `start` to before `end`. */
function sentence(tokens: readonly Token[]): { start: number; end: number } {
	let end = tokens.length;
	while (end > 0 && !isWording(tokens[end - 1])) end--;
	if (RUNS_ON.test((tokens[end - 1]?.raw ?? '').slice(-20)) && tokens[end]?.kind === 'mention') end++;
	let start = 0;
	while (start < end && !isWording(tokens[start]) && tokens[start]?.kind !== 'mention') start++;
	return { start, end };
}

/** What may stand between mentions, tags and fields without being a word of the sentence. */
const GLUE = /^[\s,.;&/()*_·–—-]*(?:and[\s,]*)?$/u;
/** Words after which a mention is a part of the sentence. */
const RUNS_ON = /(?:^|\s)(?:about|and|ask|by|call|for|from|of|on|or|ping|remind|tell|to|via|with) $/iu;
/** An opening bracket or emphasis that belongs to what follows the sentence. */
const OPENING = /(?:^|\s)[\s([*_]*$/u;

function isWording(token: Token | undefined): boolean {
	return token?.kind === 'text' && (token.raw.length > 200 || !GLUE.test(token.raw));
}

function isField(token: Token): boolean {
	return token.kind === 'date' || token.kind === 'priority' || token.kind === 'field' || token.kind === 'block';
}
