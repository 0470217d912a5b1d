import type { IndexedNote } from './indexed-note';
import { normalize } from './normalize';
import type { Proposal } from './proposal';
import { cutText } from './shorten';

/** A filter of the review: the words that a row must contain, each of them, in any order. */
export interface Query {
	/** Folded: lower case, without accents. */
	readonly words: readonly string[];
}

/** Reads what the user typed into the filter. */
export function parseQuery(text: string): Query {
	return { words: fold(text).split(/\s+/u).filter((word) => word !== '') };
}

/** Whether a proposal passes the filter, by its line, its note's title and what the note is about. */
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
