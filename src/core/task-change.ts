import { hasTag, isSameTag, ownerPlace, parseTaskLine, printTaskLine, splitWords, taskDate, taskOwner, type TaskLine, type WrittenWords } from './task-line';
import { PRIORITY_EMOJI, type DateField, type Priority, type Token } from './task-tokens';
import type { TaskFormat } from './tasks-plugin';

const DATE_SIGN: Readonly<Record<DateField, string>> = {
	due: '📅', scheduled: '⏳', start: '🛫', created: '➕', completion: '✅', cancelled: '❌',
};

const PRIORITY_SIGN: Readonly<Partial<Record<Priority, string>>> = Object.fromEntries(Object.entries(PRIORITY_EMOJI).map(([sign, value]) => [value, sign]));

/** The task with another character in its checkbox. */
export function withStatus(task: TaskLine, status: string): TaskLine {
	return { ...task, status };
}

/** The task without a tag, wherever it stands, and without the white space that set it apart. */
export function withoutTag(task: TaskLine, tag: string): TaskLine {
	const tokens = [...task.tokens];
	for (let at = tokens.length - 1; at >= 0; at--) {
		const token = tokens[at];
		if (token?.kind === 'tag' && isSameTag(token.raw, tag)) removeToken(tokens, at);
	}
	return { ...task, tokens };
}

/**
 * The task with a date added after all its other fields, where the Tasks plugin looks for
 * it: at the end of the line, before a block id and trailing white space. A date that the
 * task already has stays as it is.
 */
export function withDate(task: TaskLine, field: DateField, value: string, format: TaskFormat): TaskLine {
	if (taskDate(task, field) !== null) return task;
	const raw = format === 'emoji' ? `${DATE_SIGN[field]} ${value}` : `[${field}:: ${value}]`;
	return withFieldAtEnd(task, { kind: 'date', raw, field, value }, format);
}

/** The task with another day for one of its dates: in the place and the format of the day that it has, else as `withDate` adds one. @param value `YYYY-MM-DD`; null for none */
export function withDay(task: TaskLine, field: DateField, value: string | null, format: TaskFormat): TaskLine {
	const isMeant = (token: Token): boolean => token.kind === 'date' && token.field === field;
	if (value === null) return without(task, isMeant);
	const at = task.tokens.findLastIndex(isMeant);
	const token = task.tokens[at];
	if (token?.kind !== 'date') return withDate(task, field, value, format);
	return replaceToken(task, at, { ...token, raw: token.raw.replace(token.value, value), value });
}

/** The task with another priority, in the place and the format of the one that it has, else at the end; null is the normal one. */
export function withPriority(task: TaskLine, value: Priority | null, format: TaskFormat): TaskLine {
	if (value === null) return without(task, isPriority);
	const at = task.tokens.findLastIndex(isPriority);
	const isInline = at < 0 ? format === 'dataview' : /^[[(]/u.test(task.tokens[at]?.raw ?? '');
	const token: Token = { kind: 'priority', raw: isInline ? `[priority:: ${value}]` : (PRIORITY_SIGN[value] ?? ''), value };
	return at < 0 ? withFieldAtEnd(task, token, format) : replaceToken(task, at, token);
}

/**
 * The task with another sentence, as the user writes it: line breaks become spaces, and a tag,
 * a date or an owner that is among the words becomes one of the task. Words that would take
 * away or change what stands around them leave the task as it is; so do none.
 */
export function withWords(task: TaskLine, words: string): TaskLine {
	const text = onOneLine(words);
	const { before, words: former, after } = splitWords(task);
	if (text === onOneLine(former)) return task;
	const read = parseTaskLine(printTaskLine({ ...task, tokens: [...before, { kind: 'text', raw: text }, ...after] }));
	return text !== '' && read && keepsAround(read, { before, after }) && keepsMeaning(task, read, text) ? read : task;
}

function onOneLine(words: string): string {
	return words.trim().replace(/\s*[\r\n\u2028\u2029]+\s*/gu, ' ');
}

function keepsAround({ tokens }: TaskLine, { before, after }: Pick<WrittenWords, 'before' | 'after'>): boolean {
	const read = fieldsAmong(tokens);
	const [first, last] = [fieldsAmong(before), fieldsAmong(after)];
	return read.length >= first.length + last.length
		&& first.every((field, at) => field === read[at])
		&& last.every((field, at) => field === read[read.length - last.length + at]);
}

/** What is no text among tokens, as texts to compare. */
function fieldsAmong(tokens: readonly Token[]): string[] {
	return tokens.flatMap(({ kind, raw }) => (kind === 'text' ? [] : [`${kind} ${raw}`]));
}

/** A sentence that is meant for another says so; what makes a task a proposal is no part of the sentence. */
function keepsMeaning(task: TaskLine, read: TaskLine, text: string): boolean {
	const isSameOwner = taskOwner(read) === taskOwner(task) || text.includes('@');
	return isSameOwner && ['#task', '#proposed'].every((tag) => hasTag(read, tag) === hasTag(task, tag));
}

/** The task for another owner, named where it names one, else right after its sentence. @param name as written after `@`; null for nobody */
export function withOwner(task: TaskLine, name: string | null): TaskLine {
	const { at, behind } = ownerPlace(task);
	if (name === null) return at < 0 ? task : withOwner({ ...task, tokens: withoutToken(task.tokens, at) }, null);
	const mention: Token = { kind: 'mention', raw: `@${name}`, name };
	if (at < 0) return insertMention(task, behind, mention);
	const replaced = replaceToken(task, at, mention);
	// At the head of a sentence the words after a name could be read as a part of it.
	if (readOwner(replaced) === name) return replaced;
	const nobodys = withOwner(task, null);
	return insertMention(nobodys, ownerPlace(nobodys).behind, mention);
}

function readOwner(task: TaskLine): string | null {
	const read = parseTaskLine(printTaskLine(task));
	return read && taskOwner(read);
}

function insertMention(task: TaskLine, at: number, mention: Token): TaskLine {
	const sentence = rawAt(task.tokens, at - 1);
	const words = sentence.trimEnd();
	const space = sentence.slice(words.length);
	const around: Token[] = [{ kind: 'text', raw: ' ' }, mention, { kind: 'text', raw: space === '' && needsSpace(task.tokens[at]) ? ' ' : space }];
	const before = sentence === '' ? task.tokens.slice(0, at) : [...task.tokens.slice(0, at - 1), { kind: 'text', raw: words } as const];
	return { ...task, tokens: [...before, ...around.filter(({ raw }) => raw !== ''), ...task.tokens.slice(at)] };
}

/** A name must end before what follows it. */
function needsSpace(next: Token | undefined): boolean {
	return next !== undefined && !/^\s/u.test(next.raw);
}

function isPriority(token: Token): boolean {
	return token.kind === 'priority';
}

function without(task: TaskLine, isMeant: (token: Token) => boolean): TaskLine {
	const at = task.tokens.findLastIndex(isMeant);
	return at < 0 ? task : without({ ...task, tokens: withoutToken(task.tokens, at) }, isMeant);
}

function withoutToken(tokens: readonly Token[], at: number): Token[] {
	const left = [...tokens];
	removeToken(left, at);
	return left;
}

function replaceToken(task: TaskLine, at: number, token: Token): TaskLine {
	return { ...task, tokens: task.tokens.with(at, token) };
}

/** Adds a field after all others, but before what must stay last. */
function withFieldAtEnd(task: TaskLine, token: Token, format: TaskFormat): TaskLine {
	const { tokens, tail } = splitTail(task.tokens);
	// The Tasks plugin, too, sets two spaces before a Dataview field.
	return { ...task, tokens: [...tokens, { kind: 'text', raw: format === 'emoji' ? ' ' : '  ' }, token, ...tail] };
}

/** Takes a token out, with brackets that held nothing else, and with the white space before it, or after it at the body's start. */
function removeToken(tokens: Token[], at: number): void {
	const before = rawAt(tokens, at - 1);
	const after = rawAt(tokens, at + 1);
	const isBracketed = (before.endsWith('(') && after.startsWith(')')) || (before.endsWith('[') && after.startsWith(']'));
	const head = isBracketed ? before.slice(0, -1) : before;
	const tail = isBracketed ? after.slice(1) : after;
	const opensBody = head.trim() === '' && tokens.slice(0, Math.max(0, at - 1)).every(({ raw }) => raw.trim() === '');
	setRaw(tokens, at + 1, opensBody ? tail.trimStart() : tail);
	setRaw(tokens, at - 1, opensBody ? head : head.trimEnd());
	tokens.splice(at, 1);
}

/** The text at that place; empty where another kind of token is, which is not to be touched. */
function rawAt(tokens: readonly Token[], at: number): string {
	const token = tokens[at];
	return token?.kind === 'text' ? token.raw : '';
}

function setRaw(tokens: Token[], at: number, raw: string): void {
	if (tokens[at]?.kind === 'text') tokens[at] = { kind: 'text', raw };
}

/** Splits off what must stay last: a block id, and white space. */
function splitTail(all: readonly Token[]): { tokens: Token[]; tail: Token[] } {
	const tokens = [...all];
	const tail: Token[] = [];
	for (let last = tokens.at(-1); last && isTail(last); last = tokens.at(-1)) {
		tail.unshift(last);
		tokens.pop();
	}
	if (tokens.at(-1)?.kind === 'text') splitTrailingSpace(tokens, tail);
	return { tokens, tail };
}

function isTail(token: Token): boolean {
	return token.kind === 'block' || (token.kind === 'text' && token.raw.trim() === '');
}

function splitTrailingSpace(tokens: Token[], tail: Token[]): void {
	const { raw } = tokens.pop() ?? { raw: '' };
	const words = raw.trimEnd();
	tokens.push({ kind: 'text', raw: words });
	if (words.length < raw.length) tail.unshift({ kind: 'text', raw: raw.slice(words.length) });
}
