import type { Snapshot } from './index-store';
import { memoize } from './memoize';
import { fold, KEYWORDS, NAMED_FIELDS, PRIORITIES, splitQuery, TRAITS, type Piece, type QueryField } from './query';
import { newestWith, type Row } from './rows';
import { resolveOwner, selectAllRows, selectPeople } from './selectors';
import { selectSourceList } from './source-list';

/** What can be put in the place of the term that is being typed. */
export interface Suggestion {
	/** The whole term, in quotes where it has spaces; one that ends in a colon waits for its value. */
	readonly term: string;
	/** What the term is about, for the words that explain it. */
	readonly about: QueryField | (typeof KEYWORDS)[number];
}

/** Suggestions, and the part of the text that one of them replaces. */
export interface Suggestions {
	readonly items: readonly Suggestion[];
	readonly from: number;
	readonly to: number;
}

const MOST_SUGGESTED = 8;
const DAYS: readonly string[] = ['today', 'tomorrow', '<"next week"', '<"next month"', 'none'];
const PAST_DAYS: readonly string[] = ['today', 'yesterday', '>"a week ago"', '>"a month ago"'];

/** What may be meant by the term that the caret is in or behind, the likeliest first. @param caret index in the text */
export function suggestTerms(snapshot: Snapshot, text: string, caret: number): Suggestions {
	const piece = splitQuery(text).find(({ from, to }) => from < caret && caret <= to);
	if (!piece) return { items: fieldsLike(''), from: caret, to: caret };
	const minus = piece.isNot ? '-' : '';
	const items = (piece.field === null ? wordsLike(piece) : valuesLike(snapshot, piece)).filter(({ term }) => fold(`${minus}${term}`) !== fold(text.slice(piece.from, piece.to)));
	return { items: items.slice(0, MOST_SUGGESTED).map((item) => ({ ...item, term: `${minus}${item.term}` })), from: piece.from, to: piece.to };
}

/** The filter with a suggestion taken, and where the caret belongs then. */
export function takeSuggestion(text: string, { from, to }: Pick<Suggestions, 'from' | 'to'>, { term }: Suggestion): { readonly text: string; readonly caret: number } {
	const isWhole = !term.endsWith(':');
	const rest = text.slice(to);
	const inserted = isWhole && !/^\s/u.test(rest) ? `${term} ` : term;
	return { text: `${text.slice(0, from)}${inserted}${rest}`, caret: from + inserted.length };
}

function wordsLike({ value, isQuoted }: Piece): readonly Suggestion[] {
	return isQuoted || value === '' ? [] : fieldsLike(fold(value));
}

function fieldsLike(start: string): readonly Suggestion[] {
	const fields = NAMED_FIELDS.map((field): Suggestion => ({ term: `${field}:`, about: field }));
	const keywords = KEYWORDS.map((keyword): Suggestion => ({ term: keyword, about: keyword }));
	return [...fields, ...keywords].filter(({ term }) => term.startsWith(start));
}

function valuesLike(snapshot: Snapshot, { field, operator, value }: Piece): readonly Suggestion[] {
	const about = field as QueryField;
	const typed = fold(`${operator}${value}`);
	const all = valuesOf(snapshot, about);
	const starting = all.filter((each) => fold(each).startsWith(typed));
	const within = all.filter((each) => !starting.includes(each) && fold(each).includes(typed));
	return [...starting, ...within].map((each) => ({ term: `${field ?? ''}:${quoted(each)}`, about }));
}

/** A quote within would end the value. */
function quoted(value: string): string {
	const plain = value.startsWith('<') || value.startsWith('>') ? value : value.replaceAll('"', ' ');
	return /\s/u.test(plain) && !plain.includes('"') ? `"${plain}"` : plain;
}

function valuesOf(snapshot: Snapshot, field: QueryField): readonly string[] {
	switch (field) {
		case 'owner': return ['me', 'none', ...selectOwners(snapshot)];
		case 'person': return selectPeople(snapshot).persons.map(({ name }) => name);
		case 'source': return ['none', ...selectSourceList(snapshot).used.map(({ title }) => title)];
		case 'note': return selectPlaces(snapshot).titles;
		case 'path': return selectPlaces(snapshot).folders;
		case 'tag': return selectTags(snapshot);
		case 'due': return DAYS;
		case 'created': return PAST_DAYS;
		case 'priority': return [...PRIORITIES, 'none'];
		case 'has': return TRAITS;
		case 'word':
		case 'is': return [];
	}
}

/** Whom rows are for, those with most rows first. */
const selectOwners = memoize((snapshot: Snapshot) => [selectAllRows(snapshot), snapshot.peopleVersion], (snapshot): readonly string[] =>
	byFrequency(selectAllRows(snapshot).flatMap((row) => ownerOf(snapshot, row))));

function ownerOf(snapshot: Snapshot, row: Row): readonly string[] {
	const proposal = newestWith(row, 'owner');
	const resolution = resolveOwner(snapshot, proposal);
	if (proposal.owner === null || resolution?.kind === 'owner') return [];
	return [resolution?.kind === 'person' ? resolution.person.name : proposal.owner];
}

const selectTags = memoize((snapshot: Snapshot) => [selectAllRows(snapshot)], (snapshot): readonly string[] =>
	byFrequency(selectAllRows(snapshot).flatMap(({ byAge }) => byAge.flatMap(({ tags }) => tags.map((tag) => tag.slice(1))))));

/** The notes that rows stand in, and their folders. */
const selectPlaces = memoize((snapshot: Snapshot) => [selectAllRows(snapshot), snapshot.notes], (snapshot): { readonly titles: readonly string[]; readonly folders: readonly string[] } => {
	const paths = [...new Set(selectAllRows(snapshot).map(({ proposal: { path } }) => path))];
	const folders = paths.flatMap((path) => path.split('/').slice(0, -1).map((_part, at, parts) => `${parts.slice(0, at + 1).join('/')}/`));
	return { titles: paths.flatMap((path) => snapshot.notes.get(path)?.title ?? []), folders: byFrequency(folders) };
});

function byFrequency(all: readonly string[]): readonly string[] {
	const counts = new Map<string, number>();
	for (const each of all) counts.set(each, (counts.get(each) ?? 0) + 1);
	return [...counts].sort(([, a], [, b]) => b - a).map(([each]) => each);
}
