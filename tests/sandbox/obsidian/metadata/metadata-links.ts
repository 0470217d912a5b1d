import type * as Api from 'obsidian-api';
import { isRecord } from '../record';

/** A link as it stands in a text. */
export interface FoundLink {
	readonly from: number;
	readonly to: number;
	readonly embed: boolean;
	/** Null for a link out of the vault and for one that names nothing. */
	readonly reference: Api.Reference | null;
}

const wikilink = /!?\[\[((?:(?!\]\]|\[\[)[^\r\n])+)\]\]/g;
const markdownLink = /!?\[((?:[^[\]\\]|\\.|\[[^[\]]*\])*)\]\([ \t]*(<[^<>\r\n]*>|(?:[^\s()]|\([^\s()]*\))*)(?:[ \t]+(?:"[^"]*"|'[^']*'|\([^()]*\)))?[ \t]*\)/g;

/** All wikilinks and Markdown links of a text, in order, links inside code included. */
export function findLinks(text: string): FoundLink[] {
	const wiki = matches(text, wikilink, (match) => readWikilink(match[0], match[1] ?? ''));
	const markdown = matches(text, markdownLink, (match) => readMarkdownLink(match[0], match[1] ?? '', match[2] ?? ''));
	const apart = markdown.filter((link) => !wiki.some((other) => other.from <= link.from && link.from < other.to));
	return [...wiki, ...apart].sort((a, b) => a.from - b.from);
}

/** The properties whose value, or list element, is one link and nothing else; keys are dotted paths. */
export function findPropertyLinks(value: unknown, key = ''): Api.FrontmatterLinkCache[] {
	if (typeof value === 'string') {
		const [link] = findLinks(value.trim());
		const whole = link?.reference && link.to - link.from === value.trim().length;
		return whole ? [{ key, ...link.reference }] : [];
	}
	if (!Array.isArray(value) && !isRecord(value)) return [];
	return Object.entries(value).flatMap(([name, member]) => findPropertyLinks(member, key ? `${key}.${name}` : name));
}

function matches(text: string, pattern: RegExp, read: (match: RegExpMatchArray) => Api.Reference | null): FoundLink[] {
	return [...text.matchAll(pattern)].filter((match) => !isEscaped(text, match.index)).map((match) => ({
		from: match.index,
		to: match.index + match[0].length,
		embed: match[0].startsWith('!'),
		reference: read(match),
	}));
}

function isEscaped(text: string, index: number): boolean {
	let backslashes = 0;
	while (text[index - 1 - backslashes] === '\\') backslashes++;
	return backslashes % 2 === 1;
}

function readWikilink(original: string, inner: string): Api.Reference {
	const bar = inner.indexOf('|');
	// A table cell writes the bar as `\|`.
	const link = bar > 0 ? inner.slice(0, bar).replace(/\\$/, '').trim() : inner.trim();
	const displayText = bar > 0 ? inner.slice(bar + 1).trim() : displayOf(link);
	return { link, original, displayText };
}

function displayOf(link: string): string {
	return link.split('#').map((part) => part.trim()).filter((part) => part !== '').join(' > ');
}

function readMarkdownLink(original: string, text: string, destination: string): Api.Reference | null {
	const url = destination.replace(/^<(.*)>$/, '$1');
	if (url === '' || /^[a-z][a-z0-9+.-]*:/i.test(url)) return null;
	return { link: decoded(url), original, displayText: text };
}

function decoded(url: string): string {
	try {
		return decodeURIComponent(url);
	} catch {
		return url;
	}
}
