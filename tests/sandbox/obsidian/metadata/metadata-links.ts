import type * as Api from 'obsidian-api';
import type { Lookahead } from './lookahead';

/** A link as it stands in a text. */
export interface FoundLink {
	readonly from: number;
	readonly to: number;
	readonly embed: boolean;
	/** Null for a link out of the vault and for one that names nothing. */
	readonly reference: Api.Reference | null;
}

/** Where a Markdown link begins, and the brackets around its text. */
interface LinkBrackets {
	readonly from: number;
	readonly open: number;
	readonly close: number;
}

/** What a wikilink says. @param inner what stands between its brackets */
export function readWikilink(original: string, inner: string): Api.Reference {
	const bar = inner.indexOf('|');
	if (bar <= 0) return { link: inner.trim(), original, displayText: displayOf(inner.trim()) };
	// A table cell writes the bar as `\|`.
	return { link: inner.slice(0, bar).replace(/\\$/, '').trim(), original, displayText: inner.slice(bar + 1).trim() };
}

/** The Markdown link whose text stands between two brackets, or null where no destination follows them. */
export function readMarkdownLink(text: string, lookahead: Lookahead, { from, open, close }: LinkBrackets): { to: number; reference: Api.Reference | null } | null {
	const start = skipSpace(text, close + 2);
	const end = destinationEnd(text, lookahead, start);
	if (end === null) return null;
	const last = titleEnd(text, lookahead, end);
	if (last === null || text[last] !== ')') return null;
	const url = text.slice(start, end).replace(/^<(.*)>$/, '$1');
	return { to: last + 1, reference: referenceTo(url, text.slice(from, last + 1), text.slice(open + 1, close)) };
}

function referenceTo(url: string, original: string, displayText: string): Api.Reference | null {
	if (url === '' || /^[a-z][a-z0-9+.-]*:/i.test(url)) return null;
	return { link: decoded(url.replace(/\\([!-/:-@[-`{-~])/g, '$1')), original, displayText };
}

function displayOf(link: string): string {
	return link.split('#').filter((part) => part !== '').join(' > ').trim();
}

const deepestParentheses = 32;

/** Where a destination ends that begins at an offset: after `>`, or before a space or the last `)`. */
function destinationEnd(text: string, lookahead: Lookahead, start: number): number | null {
	if (text[start] === '<') return enclosedEnd(lookahead, start);
	let depth = 0;
	for (let at = start; at < text.length; at++) {
		const character = text[at] ?? '';
		if (/\s/.test(character) || (character === ')' && depth === 0)) return at;
		if (character === '\\') at++;
		else if (character === ')') depth--;
		else if (character === '(' && ++depth > deepestParentheses) return null;
	}
	return null;
}

function enclosedEnd(lookahead: Lookahead, start: number): number | null {
	const close = lookahead.find('>', start);
	const lineEnd = lookahead.find('\n', start);
	return close < 0 || (lineEnd >= 0 && lineEnd < close) ? null : close + 1;
}

/** Where the title after a destination ends, with the space around it; null for one that is not closed. */
function titleEnd(text: string, lookahead: Lookahead, end: number): number | null {
	const start = skipSpace(text, end);
	const closer = start === end ? undefined : { '"': '"', '\'': '\'', '(': ')' }[text[start] ?? ''];
	if (closer === undefined) return start;
	const close = lookahead.find(closer, start + 1);
	return close < 0 ? null : skipSpace(text, close + 1);
}

function skipSpace(text: string, at: number): number {
	const space = /\s*/y;
	space.lastIndex = at;
	space.exec(text);
	return space.lastIndex;
}

function decoded(url: string): string {
	try {
		return decodeURIComponent(url);
	} catch {
		return url;
	}
}
