import type * as Api from 'obsidian-api';

type Search = (text: string) => Api.SearchResult | null;

/** What a gap between two matched letters costs, and what the first letter of a word earns. */
const GAP = 0.05;
const WORD_START = 0.3;

function isWordStart(text: string, at: number): boolean {
	return at === 0 || /[\s\-_/.:()[\]]/.test(text.charAt(at - 1));
}

function merge(matches: Api.SearchMatchPart[], at: number): void {
	const last = matches[matches.length - 1];
	if (last !== undefined && last[1] === at) last[1] = at + 1;
	else matches.push([at, at + 1]);
}

/** Letters of `query` in order; each prefers to continue a run, then to start a word. */
function matchLetters(query: string, text: string): Api.SearchResult | null {
	const matches: Api.SearchMatchPart[] = [];
	let score = 0;
	let from = 0;
	for (const letter of query) {
		let at = text.indexOf(letter, from);
		if (at < 0) return null;
		for (let next = at; at !== from && next >= 0; next = text.indexOf(letter, next + 1)) {
			if (!isWordStart(text, next)) continue;
			if (restMatches(query.slice(query.indexOf(letter)), text.slice(next))) at = next;
			break;
		}
		score += (isWordStart(text, at) ? WORD_START : 0) - (matches.length > 0 ? (at - from) * GAP : 0);
		merge(matches, at);
		from = at + 1;
	}
	return { score: score - text.length / 1000, matches };
}

function restMatches(query: string, text: string): boolean {
	let from = 0;
	for (const letter of query) {
		const at = text.indexOf(letter, from);
		if (at < 0) return false;
		from = at + 1;
	}
	return true;
}

function combine(parts: readonly (Api.SearchResult | null)[]): Api.SearchResult | null {
	const matches: Api.SearchMatchPart[] = [];
	let score = 0;
	for (const part of parts) {
		if (part === null) return null;
		score += part.score;
		matches.push(...part.matches);
	}
	return { score, matches: join(matches) };
}

function join(matches: Api.SearchMatchPart[]): Api.SearchMatches {
	const joined: Api.SearchMatchPart[] = [];
	for (const [from, to] of matches.sort((a, b) => a[0] - b[0])) {
		const last = joined[joined.length - 1];
		if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
		else joined.push([from, to]);
	}
	return joined;
}

function words(query: string): string[] {
	return query.toLowerCase().split(/\s+/).filter(word => word !== '');
}

function findAll(word: string, text: string): Api.SearchResult | null {
	const matches: Api.SearchMatchPart[] = [];
	for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) matches.push([at, at + word.length]);
	return matches.length === 0 ? null : { score: matches.length / text.length, matches };
}

/** Matches the letters of each word of the query in order, anywhere. Higher scores are better. */
export function prepareFuzzySearch(query: string): Search {
	const parts = words(query);
	return text => {
		const lower = text.toLowerCase();
		return combine(parts.map(word => {
			const whole = lower.indexOf(word);
			if (whole < 0) return matchLetters(word, lower);
			return { score: (isWordStart(lower, whole) ? 2 : 1) - whole / 1000 - text.length / 1000, matches: [[whole, whole + word.length]] };
		}));
	};
}

/** Matches texts that hold every word of the query. */
export function prepareSimpleSearch(query: string): Search {
	const parts = words(query);
	return text => combine(parts.map(word => findAll(word, text.toLowerCase())));
}

/** Best first, in place. */
export function sortSearchResults(results: Api.SearchResultContainer[]): void {
	results.sort((a, b) => b.match.score - a.match.score);
}

/** Appends `text` to `el` with the matched parts highlighted. */
export function renderMatches(el: HTMLElement | DocumentFragment, text: string, matches: Api.SearchMatches | null, offset = 0): void {
	let done = 0;
	for (const [start, end] of matches ?? []) {
		const [from, to] = [Math.max(start + offset, done), Math.min(end + offset, text.length)];
		if (to <= from) continue;
		el.appendText(text.slice(done, from));
		el.createSpan({ cls: 'suggestion-highlight', text: text.slice(from, to) });
		done = to;
	}
	el.appendText(text.slice(done));
}

/** Appends `text` to `el` with what a search found highlighted. */
export function renderResults(el: HTMLElement, text: string, result: Api.SearchResult, offset?: number): void {
	renderMatches(el, text, result.matches, offset);
}
