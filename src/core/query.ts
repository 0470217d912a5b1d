import type { IndexedNote } from './indexed-note';
import { normalize } from './normalize';
import type { Proposal } from './proposal';
import { cutText } from './shorten';

/** A filter of the review: what a row must contain or concern, all of it, in any order. All texts are folded: lower case, without accents. */
export interface Query {
	/** Parts of its words. */
	readonly words: readonly string[];
	/** Parts of the name of whom it is for. */
	readonly owners: readonly string[];
	/** Parts of the names of people whom it is for or names. */
	readonly persons: readonly string[];
	/** Parts of the title or path of what it was made from. */
	readonly sources: readonly string[];
}

/** `owner:ana`, `person:"Ana Ruiz"`, `source:email`, or a word. */
const TERM = /(?:(owner|person|source):)?(?:"([^"]*)"?|(\S+))/gu;

/** Reads what the user typed into the filter: words, and `owner:`, `person:` and `source:` with a part of a name, in quotes where it has spaces. */
export function parseQuery(text: string): Query {
	const terms = [...fold(text).matchAll(TERM)].map(([, field = 'word', quoted, bare]) => ({ field, value: (quoted ?? bare ?? '').trim() })).filter(({ value }) => value !== '');
	const valuesOf = (field: string): string[] => terms.flatMap((term) => (term.field === field ? [term.value] : []));
	return { words: valuesOf('word'), owners: valuesOf('owner'), persons: valuesOf('person'), sources: valuesOf('source') };
}

/** Whether any of some names holds each of some folded parts. */
export function matchesNames(parts: readonly string[], names: () => readonly string[]): boolean {
	if (parts.length === 0) return true;
	const all = names().map(fold);
	return parts.every((part) => all.some((name) => name.includes(part)));
}

/** Whether a proposal has the words of a filter, in its line, its note's title and what the note is about. */
export function matchesQuery(query: Query, proposal: Proposal, note: IndexedNote | undefined): boolean {
	if (query.words.length === 0) return true;
	const text = searchText(proposal, note);
	return query.words.every((word) => text.includes(word));
}

/** Of a longer line only the beginning is searched. */
const MOST_SEARCHED = 10_000;

/** Folding thousands of lines takes longer than searching them, and a filter is typed letter by letter. */
const folded = new WeakMap<Proposal, { readonly note: IndexedNote | undefined; readonly text: string }>();

function searchText(proposal: Proposal, note: IndexedNote | undefined): string {
	const former = folded.get(proposal);
	if (former && former.note === note) return former.text;
	const text = fold([cutText(proposal.raw, MOST_SEARCHED), proposal.path, note?.title ?? '', note?.about ?? ''].join('\n'));
	folded.set(proposal, { note, text });
	return text;
}

function fold(text: string): string {
	return normalize(text, 'NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
