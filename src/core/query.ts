import { addDays, readDay } from './day-words';
import { slips } from './near-word';
import { normalize } from './normalize';
import { PRIORITY_EMOJI, type Priority } from './task-tokens';

/** What a term of a filter looks at; a word looks at the line and its note. */
export type QueryField = 'word' | 'owner' | 'person' | 'source' | 'note' | 'path' | 'tag' | 'due' | 'created' | 'priority' | 'has' | 'is';

/** Days from the first to the last, both included: `YYYY-MM-DD`; null for an open end. */
export interface DayRange {
	readonly from: string | null;
	readonly to: string | null;
}

/** What a term asks for. All texts are folded: lower case, without accents. */
export type Test =
	| { readonly field: 'word' | 'owner' | 'person' | 'source' | 'note' | 'path' | 'tag'; readonly value: string }
	/** Null for those that have no such day. */
	| { readonly field: 'due' | 'created'; readonly days: DayRange | null }
	/** Any of these; null is the normal one. */
	| { readonly field: 'priority'; readonly priorities: readonly (Priority | null)[] }
	| { readonly field: 'has'; readonly what: Trait }
	| { readonly field: 'is'; readonly what: 'hidden' }
	/** In just this note. */
	| { readonly field: 'at'; readonly path: string };

/** What a row can have. */
export type Trait = 'duplicates' | 'evidence' | 'owner' | 'due' | 'priority';

/** One condition, and where it stands in the filter's text. */
export interface Term {
	readonly test: Test;
	/** Whether it is those that do not fit which pass. */
	readonly isNot: boolean;
	readonly from: number;
	readonly to: number;
}

/** A term that can't be understood, and so is left out. */
export interface QueryProblem {
	/** A field that does not exist, though one of a like name does; or a value that its field does not have. */
	readonly kind: 'field' | 'day' | 'priority' | 'trait';
	readonly value: string;
	/** The field that may be meant; null for values. */
	readonly near: string | null;
	readonly from: number;
	readonly to: number;
}

/** A filter of the review: all clauses must hold, and of each any of its terms. */
export interface Query {
	readonly clauses: readonly (readonly Term[])[];
	readonly problems: readonly QueryProblem[];
}

/** What a filter's words refer to. */
export interface QueryContext {
	/** `YYYY-MM-DD`; null where it is not known. */
	readonly today: string | null;
	/** The path of the note that `note:this` means; where there is none, that is a name like any other. */
	readonly here?: string;
}

/** The fields that can be named, in the order in which they are offered. */
export const NAMED_FIELDS = ['owner', 'person', 'due', 'priority', 'source', 'note', 'path', 'tag', 'has', 'created'] as const satisfies readonly QueryField[];

/** What can be asked for without a field, as a word of its own. */
export const KEYWORDS = ['overdue', 'hidden'] as const;

export const TRAITS: readonly Trait[] = ['duplicates', 'evidence', 'owner', 'due', 'priority'];

/** From the most to the least urgent. */
export const PRIORITIES: readonly Priority[] = Object.values(PRIORITY_EMOJI);

/** A part of the filter's text between white space, taken apart. */
export interface Piece {
	readonly isNot: boolean;
	/** As written before the colon, in lower case; null for a word. */
	readonly field: string | null;
	/** `<`, `<=`, `>`, `>=` or `=` before the value of a date; empty where none. */
	readonly operator: string;
	readonly value: string;
	readonly isQuoted: boolean;
	readonly from: number;
	readonly to: number;
}

const PIECE = /(-(?=\S))?(?:(\p{L}+):(?=(?:[<>]=?|=)?(?:"|[^\s"]|$|\s)))?([<>]=?|=)?(?:"([^"]*)"?|([^\s"]*))/uy;
const DATES: ReadonlySet<string> = new Set(['due', 'created']);
/** What looks like a field and is none. */
const SCHEMES: ReadonlySet<string> = new Set(['http', 'https', 'file', 'mailto', 'obsidian']);
/** Longer filters are cut. */
const MOST_READ = 2000;

/** Takes a filter's text apart where white space outside quotes parts it. */
export function splitQuery(text: string): Piece[] {
	const pieces: Piece[] = [];
	const read = text.slice(0, MOST_READ);
	for (let at = 0; at < read.length;) {
		if (/\s/u.test(read.charAt(at))) {
			at++;
			continue;
		}
		const piece = readPiece(read, at);
		pieces.push(piece);
		at = Math.max(piece.to, at + 1);
	}
	return pieces;
}

function readPiece(text: string, from: number): Piece {
	PIECE.lastIndex = from;
	const [whole = '', minus, name, operator = '', quoted, bare = ''] = PIECE.exec(text) ?? [];
	const to = from + whole.length;
	const isNot = minus !== undefined;
	const field = name === undefined || SCHEMES.has(name.toLowerCase()) ? null : name.toLowerCase();
	if (field !== null && isField(field)) {
		const isDate = DATES.has(field);
		return { isNot, field, operator: isDate ? operator : '', value: quoted ?? (isDate ? bare : operator + bare), isQuoted: quoted !== undefined, from, to };
	}
	// What names no field is a word, colon and all.
	if (quoted !== undefined && name === undefined) return { isNot, field: null, operator: '', value: quoted, isQuoted: true, from, to };
	return { isNot, field: null, operator: '', value: whole.slice(isNot ? 1 : 0), isQuoted: false, from, to };
}

function isField(name: string): name is (typeof NAMED_FIELDS)[number] {
	return (NAMED_FIELDS as readonly string[]).includes(name);
}

/**
 * Reads what the user typed into the filter: words and terms such as `owner:me`,
 * `due:<2026-01-10` or `-tag:auto`, in quotes where they have spaces. All must hold; `OR`
 * between two has either do. What is not yet finished asks for nothing.
 */
export function parseQuery(text: string, context: QueryContext = { today: null }): Query {
	const clauses: Term[][] = [];
	const problems: QueryProblem[] = [];
	let isJoined = false;
	for (const piece of splitQuery(text)) {
		if (piece.value === 'OR' && piece.field === null && !piece.isQuoted && !piece.isNot) {
			isJoined = clauses.length > 0;
			continue;
		}
		const read = readTerm(piece, context);
		if (read && 'kind' in read) problems.push({ ...read, from: piece.from, to: piece.to });
		const terms = termsOf(piece, read);
		if (terms.length === 0) continue;
		if (isJoined) clauses.at(-1)?.push(...terms);
		else clauses.push(terms);
		isJoined = false;
	}
	return { clauses, problems };
}

function termsOf(piece: Piece, read: ReturnType<typeof readTerm>): Term[] {
	if (read === null || ('kind' in read && read.kind !== 'field')) return [];
	// A word that looks like a field is still looked for.
	const test: Test = 'kind' in read ? { field: 'word', value: fold(piece.value) } : read;
	return [{ test, isNot: piece.isNot, from: piece.from, to: piece.to }];
}

/** What a piece asks for, or why that is not known; null where it asks for nothing. */
function readTerm(piece: Piece, { today, here }: QueryContext): Test | Omit<QueryProblem, 'from' | 'to'> | null {
	const value = fold(piece.value).trim();
	if (value === '' || value === '-') return null;
	if (piece.field === 'note' && value === 'this' && here !== undefined && !piece.isQuoted) return { field: 'at', path: here };
	switch (piece.field) {
		case null: return readWord(piece, value, today);
		case 'due':
		case 'created': return readDays(piece.field, piece, value, today);
		case 'priority': return readPriority(piece, value);
		case 'has': return readTrait(piece, value);
		case 'tag': return { field: 'tag', value: value.replace(/^#/u, '') };
		default: return { field: piece.field as 'owner' | 'person' | 'source' | 'note' | 'path', value };
	}
}

function readWord(piece: Piece, value: string, today: string | null): Test | Omit<QueryProblem, 'from' | 'to'> {
	if (!piece.isQuoted && value === 'overdue') return { field: 'due', days: { from: null, to: today === null ? '' : addDays(today, -1) } };
	if (!piece.isQuoted && value === 'hidden') return { field: 'is', what: 'hidden' };
	const name = /^(\p{L}{3,}):\S/u.exec(value)?.[1];
	const near = name !== undefined && !SCHEMES.has(name) ? NAMED_FIELDS.find((field) => slips(name, field) <= 1 || (name.length >= 4 && slips(name, field) <= 2)) : undefined;
	return near === undefined || piece.isQuoted ? { field: 'word', value } : { kind: 'field', value: name ?? '', near };
}

function readDays(field: 'due' | 'created', { operator, value: written }: Piece, value: string, today: string | null): Test | Omit<QueryProblem, 'from' | 'to'> {
	if (value === 'none' && operator === '') return { field, days: null };
	const days = readRange(value, today);
	if (!days) return { kind: 'day', value: written, near: null };
	switch (operator) {
		case '<': return { field, days: { from: null, to: addDays(days.from, -1) } };
		case '<=': return { field, days: { from: null, to: days.to } };
		case '>': return { field, days: { from: addDays(days.to, 1), to: null } };
		case '>=': return { field, days: { from: days.from, to: null } };
		default: return { field, days };
	}
}

/** The days that a text means: one, or those of a month or year. */
function readRange(value: string, today: string | null): { readonly from: string; readonly to: string } | null {
	const [, year, month] = /^(\d{4})(?:-(\d{2}))?$/u.exec(value) ?? [];
	if (year !== undefined && month === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` };
	if (year !== undefined && month !== undefined) return Number(month) >= 1 && Number(month) <= 12 ? { from: `${year}-${month}-01`, to: `${year}-${month}-31` } : null;
	const day = readDay(value, today ?? '2000-01-01');
	return day === null ? null : { from: day, to: day };
}

function readPriority({ value: written }: Piece, value: string): Test | Omit<QueryProblem, 'from' | 'to'> {
	if (value === 'none' || value === 'normal') return { field: 'priority', priorities: [null] };
	const exact = PRIORITIES.filter((priority) => priority === value);
	const priorities = exact.length > 0 ? exact : PRIORITIES.filter((priority) => priority.startsWith(value));
	return priorities.length > 0 ? { field: 'priority', priorities } : { kind: 'priority', value: written, near: null };
}

function readTrait({ value: written }: Piece, value: string): Test | Omit<QueryProblem, 'from' | 'to'> {
	const what = TRAITS.find((trait) => trait.startsWith(value) || `${trait}s` === value || trait === `${value}s`);
	return what === undefined ? { kind: 'trait', value: written, near: null } : { field: 'has', what };
}

/** Whether a filter asks for what is hidden, so that this is shown. */
export function asksForHidden({ clauses }: Query): boolean {
	return clauses.some((terms) => terms.some(({ test, isNot }) => test.field === 'is' && !isNot));
}

/** Lower case, without accents. */
export function fold(text: string): string {
	return normalize(text, 'NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Whether any of some names holds each of some folded parts. */
export function matchesNames(parts: readonly string[], names: () => readonly string[]): boolean {
	if (parts.length === 0) return true;
	const all = names().map(fold);
	return parts.every((part) => all.some((name) => name.includes(part)));
}
