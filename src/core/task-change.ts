import { isSameTag, taskDate, type TaskLine } from './task-line';
import type { DateField, Token } from './task-tokens';
import type { TaskFormat } from './tasks-plugin';

const DATE_SIGN: Readonly<Record<DateField, string>> = {
	due: '📅', scheduled: '⏳', start: '🛫', created: '➕', completion: '✅', cancelled: '❌',
};

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
	const { tokens, tail } = splitTail(task.tokens);
	// The Tasks plugin, too, sets two spaces before a Dataview field.
	const [space, raw] = format === 'emoji' ? [' ', `${DATE_SIGN[field]} ${value}`] : ['  ', `[${field}:: ${value}]`];
	const added: Token[] = [{ kind: 'text', raw: space }, { kind: 'date', raw, field, value }];
	return { ...task, tokens: [...tokens, ...added, ...tail] };
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
