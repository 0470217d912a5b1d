import type * as Api from 'obsidian-api';
import { parse, stringify } from 'yaml';
import { isRecord } from '../record';

/** Parses YAML; dates stay strings. @throws YAMLParseError */
export function parseYaml(yaml: string): unknown {
	return parse(yaml, { logLevel: 'error' });
}

/** Prints YAML in the app's style: block lists, nothing after the colon of an empty property, no folding. */
export function stringifyYaml(value: unknown): string {
	return stringify(value, { lineWidth: 0, nullStr: '' });
}

const noFrontmatter: Api.FrontMatterInfo = { exists: false, frontmatter: '', from: 0, to: 0, contentStart: 0 };

/** Where a note's frontmatter is; `from` and `to` bound the YAML with its last newline. */
export function getFrontMatterInfo(content: string): Api.FrontMatterInfo {
	const opening = /^---[ \t]*\r?\n/.exec(content)?.[0];
	if (opening === undefined) return { ...noFrontmatter };
	const closing = /^---[ \t]*(?:\r?\n|$(?![\s\S]))/m;
	const from = opening.length;
	const match = closing.exec(content.slice(from));
	if (!match) return { ...noFrontmatter };
	const to = from + match.index;
	return { exists: true, frontmatter: content.slice(from, to), from, to, contentStart: to + match[0].length };
}

/** The value of the first key that matches: equal to a string, or matched by an expression. Null where there is none. */
export function parseFrontMatterEntry(frontmatter: unknown, key: string | RegExp): unknown {
	if (!isRecord(frontmatter)) return null;
	const matches = (name: string): boolean => typeof key === 'string' ? name === key : key.test(name);
	const entry = Object.entries(frontmatter).find(([name]) => matches(name));
	return entry ? entry[1] : null;
}

/** A string as a list of one, a list's strings; trimmed. Null where there is no such thing. */
export function parseFrontMatterStringArray(frontmatter: unknown, key: string | RegExp): string[] | null {
	const value = parseFrontMatterEntry(frontmatter, key);
	if (typeof value === 'string' && value !== '') return [value.trim()];
	if (!Array.isArray(value)) return null;
	return value.filter((item: unknown) => typeof item === 'string').map((item) => item.trim());
}

/** The note's other names; null where it states none. */
export function parseFrontMatterAliases(frontmatter: unknown): string[] | null {
	return parseFrontMatterStringArray(frontmatter, /^alias(es)?$/i)?.filter((alias) => alias !== '') ?? null;
}

/** The frontmatter's tags, each with `#`; what holds a space is none. Null where there is no such property. */
export function parseFrontMatterTags(frontmatter: unknown): string[] | null {
	const tags = parseFrontMatterStringArray(frontmatter, /^tags?$/i)?.filter((tag) => tag !== '' && !/\s/.test(tag));
	return tags?.map((tag) => tag.startsWith('#') ? tag : `#${tag}`) ?? null;
}

/** Frontmatter tags, then the body's, repeated ones repeated. Null for no cache at all. */
export function getAllTags(cache: Api.CachedMetadata | null | undefined): string[] | null {
	if (!cache) return null;
	return [...(parseFrontMatterTags(cache.frontmatter) ?? []), ...(cache.tags ?? []).map(({ tag }) => tag)];
}
