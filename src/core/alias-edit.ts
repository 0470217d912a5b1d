import type { LineEdit } from './edit';
import { writeScalar } from './frontmatter';
import { insertLines, readLines } from './note-lines';
import { readWrittenFields, type WrittenField } from './written-fields';

const KEY = /^alias(?:es)?$/iu;
const ITEM = /^([ \t]*-[ \t]+)\S/u;
const BLANK = /^\s*(?:#.*)?$/u;
const EMPTY = /^(?:|\[\s*\]|""|''|null|~)$/iu;
const QUOTED = /^(?:"(?<double>[^"\\]*)"|'(?<single>[^']*)')$/u;

/**
 * The edit that adds an alias to a note's frontmatter, in the form in which its aliases are
 * written. Null where there is no frontmatter, or its aliases are written in a way that one
 * line can't add to.
 */
export function addAlias(path: string, text: string, alias: string): LineEdit | null {
	const lines = readLines(text);
	const written = readWrittenFields(lines);
	if (typeof written === 'string') return null;
	const [field, ...others] = written.fields.filter(({ key }) => KEY.test(key));
	const insert = (at: number, line: string): LineEdit | null => insertLines({ path, text }, lines, at, [line])[0] ?? null;
	if (others.length > 0) return null;
	if (!field) return insert(written.end, `aliases: [${writeScalar(alias)}]`);
	if (field.value === null) {
		const sign = signOfItems(lines, field);
		return sign === null ? null : insert(field.end, `${sign}${writeScalar(alias)}`);
	}
	const next = withAlias(field.value, alias);
	return next === null ? null : replaceValue(path, lines[field.line] ?? '', field, next);
}

/** What a list over several lines begins its entries with; null for what is no list of plain entries, each on its line. */
function signOfItems(lines: readonly string[], { line, start, end }: WrittenField): string | null {
	if (!BLANK.test((lines[line] ?? '').slice(start))) return null;
	const items = lines.slice(line + 1, end).filter((each) => !BLANK.test(each)).map((each) => ITEM.exec(each)?.[1] ?? null);
	const [sign = null] = items;
	return items.every((each) => each !== null && each === sign) ? sign : null;
}

/** A value on one line with one more alias; null where that would change what it says already. */
function withAlias(value: string, alias: string): string | null {
	const added = writeScalar(alias);
	if (EMPTY.test(value)) return `[${added}]`;
	if (value.startsWith('[')) return `${value.slice(0, -1).trimEnd().replace(/,$/u, '')}, ${added}]`;
	const { double, single } = QUOTED.exec(value)?.groups ?? {};
	const said = double ?? single;
	// A single text is read as several where it has commas, or spells a list: in a list it would be one.
	if (/[,;[\]]/u.test(said ?? value)) return null;
	return said !== undefined || writeScalar(value) === value ? `[${value}, ${added}]` : null;
}

function replaceValue(path: string, before: string, { line, start, value }: WrittenField, next: string): LineEdit {
	const gap = value === '' ? ' ' : '';
	return { path, line, before, after: `${before.slice(0, start)}${gap}${next}${before.slice(start + (value?.length ?? 0))}` };
}
