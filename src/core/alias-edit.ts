import type { LineEdit } from './edit';
import { writeScalar } from './frontmatter';
import { describePlaces } from './place';

const KEY = /^(alias(?:es)?)[ \t]*:[ \t]*(.*)$/iu;
const ITEM = /^([ \t]*-[ \t]+)\S/u;
const EMPTY = /^(?:\[\s*\]|""|''|null|~)?$/iu;
/** What may follow a value on its line. */
const COMMENT = /(?:^|\s)#.*$/u;

/**
 * The edit that adds an alias to a note's frontmatter, in the form in which its aliases are
 * written. Null where there is no frontmatter, or its aliases are written in a way that one
 * line can't add to.
 */
export function addAlias(path: string, text: string, alias: string): LineEdit | null {
	const lines = text.split('\n');
	const end = findEnd(lines);
	if (end === null) return null;
	const at = lines.findIndex((line, index) => index > 0 && index < end && KEY.test(bare(line)));
	if (at < 0) return insertBefore(path, lines, end, `aliases: [${writeScalar(alias)}]`);
	const [, key = '', written = ''] = KEY.exec(bare(lines[at] ?? '')) ?? [];
	const value = written.replace(COMMENT, '').trim();
	if (!EMPTY.test(value)) return changeValue(path, lines, at, value, alias);
	return addToBlock(path, lines, at, end, alias, key, value);
}

/** A list over several lines, or no value at all. */
function addToBlock(path: string, lines: readonly string[], at: number, end: number, alias: string, key: string, value: string): LineEdit | null {
	let last = at;
	while (last + 1 < end && ITEM.test(bare(lines[last + 1] ?? ''))) last++;
	const next = bare(lines[last + 1] ?? '');
	// Whatever else goes on here is no list of plain entries.
	if (/^[ \t]+\S/u.test(next) && last + 1 < end) return null;
	if (last > at && value === '') return insertBefore(path, lines, last + 1, `${ITEM.exec(bare(lines[last] ?? ''))?.[1] ?? '- '}${writeScalar(alias)}`);
	return last > at ? null : changeLine(path, lines, at, `${key}: [${writeScalar(alias)}]`);
}

/** A list in brackets, or a single alias. */
function changeValue(path: string, lines: readonly string[], at: number, value: string, alias: string): LineEdit | null {
	const line = bare(lines[at] ?? '');
	const start = line.indexOf(value, line.indexOf(':') + 1);
	const replace = (next: string): LineEdit => changeLine(path, lines, at, line.slice(0, start) + next + line.slice(start + value.length));
	if (value.startsWith('[')) return value.endsWith(']') ? replace(`${value.slice(0, -1).trimEnd().replace(/,$/u, '')}, ${writeScalar(alias)}]`) : null;
	const isQuoted = /^(["']).*\1$/u.test(value);
	if (!isQuoted && writeScalar(value) !== value) return null;
	// What goes on below belongs to this value.
	return /^[ \t]+\S/u.test(bare(lines[at + 1] ?? '')) ? null : replace(`[${value}, ${writeScalar(alias)}]`);
}

function changeLine(path: string, lines: readonly string[], at: number, after: string): LineEdit {
	return { path, line: at, before: bare(lines[at] ?? ''), after };
}

/** @param at the line before which the new one is to stand; there is one above it, whose ending it gets. */
function insertBefore(path: string, lines: readonly string[], at: number, after: string): LineEdit {
	// Behind the last line's ending there is no line.
	const all = lines.at(-1) === '' ? lines.slice(0, -1) : lines;
	const [place] = describePlaces(all.map(bare), [at]);
	const ending = lines[at - 1]?.endsWith('\r') === true ? '\r\n' : '\n';
	return { path, line: at, before: null, after, ...(place && { place: { ...place, ending } }) };
}

function findEnd(lines: readonly string[]): number | null {
	if (bare(lines[0] ?? '').trimEnd() !== '---') return null;
	const end = lines.findIndex((line, at) => at > 0 && bare(line).trimEnd() === '---');
	return end < 0 ? null : end;
}

function bare(line: string): string {
	return line.replace(/\r$/u, '');
}
