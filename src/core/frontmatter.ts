import type { Note } from './note';
import { cutText } from './shorten';

/** A note's frontmatter as parsed, unchecked. */
export type Fields = Note['frontmatter'];

/** YAML anchors can make a list that holds itself; no real field nests deeper. */
const MAX_DEPTH = 4;

/** Of a longer list the rest is not looked at: with anchors, a few lines of YAML make a list of billions. */
const MOST_ENTRIES = 1000;

/** Of a longer text the rest is not looked at. */
const MOST_TEXT = 10_000;

/** What generators write where they have no value. */
const ABSENT: ReadonlySet<string> = new Set(['', '[]', '[[]]', '{}', 'null', '~']);

/**
 * Reads one field as text: trimmed, on one line, `\uXXXX` decoded. Numbers and booleans
 * become text, dates `YYYY-MM-DD`, a list of one its only entry. Null where the field is
 * missing, empty, a map, a longer list, or an unfilled template (`{{`). Letter case of the
 * key is ignored where the exact key is missing. Of texts longer than 10,000 characters the
 * beginning is read, of lists longer than 1,000 entries the first.
 */
export function readString(fields: Fields, key: string): string | null {
	const values = scalarsOf(fieldValue(fields, key));
	return values.length === 1 ? values[0] ?? null : null;
}

/**
 * Reads one field as a list of texts, each as `readString` gives it. A single text is a
 * list of one, commas and all; a text that spells a list (`["A","B"]`) is that list.
 */
export function readList(fields: Fields, key: string): readonly string[] {
	return scalarsOf(listValue(fields, key));
}

/** Reads one field as `readList` does, and takes a single text apart at its commas. */
export function readStrings(fields: Fields, key: string): readonly string[] {
	const value = listValue(fields, key);
	const values = scalarsOf(value);
	return Array.isArray(value) ? values : values.flatMap(splitList);
}

/** Text that YAML reads as it is written, inside a list's brackets, too. */
const PLAIN = /^\p{L}(?:[\p{L}\p{M}\p{N} .'’()-]*[\p{L}\p{M}\p{N}.'’()])?$/u;
const KEYWORD = /^(?:true|false|yes|no|on|off|null|y|n)$/iu;

/** A text as a value of a field, or of a list in brackets: quoted only where it has to be. */
export function writeScalar(text: string): string {
	return PLAIN.test(text) && !KEYWORD.test(text) ? text : JSON.stringify(text);
}

/** Reads one field as a calendar date `YYYY-MM-DD`; a time after it and link brackets are dropped. */
export function readDate(fields: Fields, key: string): string | null {
	const date = /^\[{0,2}(\d{4}-\d{2}-\d{2})(?!\d)/.exec(readString(fields, key) ?? '')?.[1];
	if (date === undefined) return null;
	return isoDate(new Date(`${date}T00:00:00Z`)) === date ? date : null;
}

/**
 * Takes a written list apart at its commas and semicolons, except inside brackets and
 * double quotes: `Ana Ruiz (lead, ana@example.com), Ben Okafor` has two entries. Where
 * brackets do not pair up they are taken as plain text. Entries are trimmed and never empty.
 */
export function splitList(text: string): readonly string[] {
	return (splitOutsideBrackets(text) ?? text.split(/[,;]/))
		.map((part) => part.trim())
		.filter((part) => part !== '');
}

function splitOutsideBrackets(text: string): string[] | null {
	const parts: string[] = [];
	let depth = 0;
	let quoted = false;
	let start = 0;
	for (let at = 0; at < text.length; at++) {
		const char = text.charAt(at);
		if (char === '"') quoted = !quoted;
		else if (quoted) continue;
		else if ('([<'.includes(char)) depth++;
		else if (')]>'.includes(char) && --depth < 0) return null;
		else if (depth === 0 && (char === ',' || char === ';')) {
			parts.push(text.slice(start, at));
			start = at + 1;
		}
	}
	parts.push(text.slice(start));
	return depth === 0 && !quoted ? parts : null;
}

function fieldValue(fields: Fields, key: string): unknown {
	if (fields === null) return undefined;
	if (Object.hasOwn(fields, key)) return fields[key];
	const sameButCase = Object.keys(fields).find((candidate) => candidate.toLowerCase() === key.toLowerCase());
	return sameButCase === undefined ? undefined : fields[sameButCase];
}

function listValue(fields: Fields, key: string): unknown {
	const value = fieldValue(fields, key);
	return typeof value === 'string' ? parseFlowList(value) ?? value : value;
}

function scalarsOf(value: unknown): readonly string[] {
	const found: string[] = [];
	let looked = 0;
	for (const entry of entriesIn(value, MAX_DEPTH)) {
		const text = scalarText(entry);
		if (text !== null) found.push(text);
		if (++looked === MOST_ENTRIES) break;
	}
	return found;
}

/** The values of a list and of the lists in it, and the lists themselves, so that empty ones count, too. */
function* entriesIn(value: unknown, depth: number): Generator<unknown> {
	yield value;
	if (!Array.isArray(value) || depth === 0) return;
	for (const entry of value as readonly unknown[]) yield* entriesIn(entry, depth - 1);
}

function scalarText(value: unknown): string | null {
	if (typeof value === 'string') return cleanText(value);
	if (typeof value === 'number') return Number.isFinite(value) ? String(value) : null;
	if (typeof value === 'boolean' || typeof value === 'bigint') return String(value);
	return value instanceof Date ? isoDate(value) : null;
}

function isoDate(date: Date): string | null {
	return Number.isNaN(date.getTime()) ? null : date.toISOString().slice(0, 10);
}

function cleanText(text: string): string | null {
	const clean = decodeEscapes(cutText(text, MOST_TEXT))
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '')
		.join(' ');
	return ABSENT.has(clean) || clean.includes('{{') ? null : clean;
}

/** Any other backslash says that this is a Windows path, where `\u` may begin a folder. */
function decodeEscapes(text: string): string {
	if (!text.includes('\\') || /\\(?!u[0-9a-f]{4})/i.test(text)) return text;
	return text.replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** A list that was quoted as text: JSON, or with single quotes as Python prints it. */
function parseFlowList(text: string): unknown {
	const list = cutText(text, MOST_TEXT).trim();
	if (!list.startsWith('[') || !list.endsWith(']')) return null;
	try {
		const parsed: unknown = JSON.parse(list);
		return Array.isArray(parsed) ? parsed : null;
	} catch {
		return /^\['.*'\]$/s.test(list) ? list.slice(2, -2).split(/', ?'/) : null;
	}
}
