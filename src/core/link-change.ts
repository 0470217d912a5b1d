import type { LineEdit } from './edit';
import { EqualLines } from './equal-lines';

/** A link in a line of a note, and what is to stand in its place. */
export interface LinkChange {
	/** From 0. */
	readonly line: number;
	/** Where the link begins in its line, in UTF-16 units. */
	readonly start: number;
	/** As it is written there. */
	readonly original: string;
	readonly replacement: string;
}

/** The edits of a note that put other links in the place of some: one for each line. A link that does not stand where it is said to stays as it is. */
export function editLinks(path: string, text: string, changes: readonly LinkChange[]): LineEdit[] {
	const lines = text.split('\n').map((line) => line.replace(/\r$/u, ''));
	const byLine = new Map<number, LinkChange[]>();
	for (const change of changes) {
		if (lines[change.line]?.startsWith(change.original, change.start)) byLine.set(change.line, [...(byLine.get(change.line) ?? []), change]);
	}
	const equal = new EqualLines(lines, new Set([...byLine.keys()].map((line) => lines[line] ?? null)));
	return [...byLine].sort(([a], [b]) => a - b).map(([line, ofLine]) => {
		const before = lines[line] ?? '';
		return { path, line, before, after: replaceIn(before, ofLine), copy: equal.copyOf(line) };
	});
}

/** From the end, so that places before stay what they are. */
function replaceIn(line: string, changes: readonly LinkChange[]): string {
	return [...changes]
		.sort((a, b) => b.start - a.start)
		.reduce((text, { start, original, replacement }) => text.slice(0, start) + replacement + text.slice(start + original.length), line);
}

/** A link that is the whole value of a field, in quotes, as a link there must be. */
export interface FieldLink {
	readonly line: number;
	/** Where it begins in its line, in UTF-16 units, behind the quote. */
	readonly start: number;
	/** As written between the quotes. */
	readonly written: string;
	/** The link that this says. */
	readonly link: string;
	readonly quote: '"' | '\'';
}

/** Nobody's frontmatter is longer. */
const MOST_LINES = 500;
const QUOTED = /"(\[\[[^[\]"\\]{1,400}\]\])"|'(\[\[(?:[^[\]']|''){1,400}\]\])'/gu;
/** What may stand before and behind a link that is a whole value: a key, the mark of a list's item, a list's brackets and commas. */
const BEFORE = /^(?:\s*(?:-\s+)*(?:[^\s:#'"][^:'"]*:\s+)?|.*[[,]\s*)$/u;
const BEHIND = /^(?:\s*(?:#.*)?|\s*[\],].*)$/u;

/** The links in a note's frontmatter that are whole values. */
export function findFieldLinks(text: string): FieldLink[] {
	const lines = text.split('\n', MOST_LINES).map((line) => line.trimEnd());
	if (lines[0] !== '---') return [];
	const end = lines.indexOf('---', 1);
	return lines.slice(0, Math.max(end, 0)).flatMap((line, at) => [...line.matchAll(QUOTED)].flatMap((match) => {
		const [whole, inDouble, inSingle = ''] = match;
		const isValue = BEFORE.test(line.slice(0, match.index)) && BEHIND.test(line.slice(match.index + whole.length));
		if (!isValue) return [];
		return [{ line: at, start: match.index + 1, written: inDouble ?? inSingle, link: inDouble ?? inSingle.replaceAll('\'\'', '\''), quote: inDouble === undefined ? '\'' as const : '"' as const }];
	}));
}
