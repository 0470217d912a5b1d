import type { Heading, ListItem, Note } from './note';

const TASK_ITEM = /^[\s>]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[([^\n])\](?:\s|$)/u;
const HEADING = /^(#{1,6})[ \t]+(.*)$/u;
const FENCE = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}|~{3,})(.*)$/u;
const HIDING = /```|~~~|%%|<!--/u;

/** Whether a line is the last of those that something hides. */
type IsEnd = (line: string) => boolean;

/**
 * A note made from text that the app has not parsed yet, such as an editor's. Its items are
 * the task lines outside frontmatter, code fences and comments; indented code can't be told
 * from nested items here.
 */
export function toUnparsedNote(path: string, text: string): Note {
	const headings: Heading[] = [];
	const listItems: ListItem[] = [];
	for (const { line, at } of visibleLines(text.split('\n'))) {
		const heading = readHeading(line);
		if (heading) headings.push({ line: at, ...heading });
		const task = TASK_ITEM.exec(line)?.[1];
		if (task !== undefined) listItems.push({ line: at, task });
	}
	return { path, text, frontmatter: null, headings, listItems, mtime: 0, size: text.length };
}

/** Reads a line that nothing hides as a heading; null where it is none. */
export function readHeading(line: string): Pick<Heading, 'level' | 'text'> | null {
	const heading = line.startsWith('#') ? HEADING.exec(line) : null;
	return heading && { level: heading[1]?.length ?? 1, text: heading[2] ?? '' };
}

/** The lines of a text that neither frontmatter nor a code fence nor a comment hides. @param lines null for one that is not there. */
export function* visibleLines(lines: readonly (string | null)[]): Generator<{ readonly line: string; readonly at: number }> {
	let isEnd: IsEnd | null = null;
	let isFirst = true;
	for (const [at, raw] of lines.entries()) {
		if (raw === null) continue;
		const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
		if (isEnd) {
			if (isEnd(line)) isEnd = null;
			continue;
		}
		isEnd = hidingFrom(line, isFirst);
		isFirst = false;
		if (!isEnd) yield { line, at };
	}
}

/** How that ends which begins at a line and hides it and those behind it; null where nothing does. */
function hidingFrom(line: string, isFirst: boolean): IsEnd | null {
	if (isFirst && /^\ufeff?---\s*$/u.test(line)) return (next) => /^---\s*$/u.test(next);
	// Most lines need no closer look.
	if (!HIDING.test(line)) return null;
	const [, fence = '', info = ''] = FENCE.exec(line) ?? [];
	// After backticks, more of them say that it is code within the line.
	if (fence !== '' && !(fence.startsWith('`') && info.includes('`'))) return (next) => isFenceEnd(next, fence);
	if (isLeftOpen(line, '%%', '%%')) return (next) => next.includes('%%');
	return isLeftOpen(line, '<!--', '-->') ? (next) => next.includes('-->') : null;
}

function isFenceEnd(line: string, fence: string): boolean {
	const run = /^[\s>]*(`{3,}|~{3,})\s*$/u.exec(line)?.[1];
	return run !== undefined && run.startsWith(fence.charAt(0)) && run.length >= fence.length;
}

/** Whether a comment opens at the line's start and does not close in it. */
function isLeftOpen(line: string, opener: string, closer: string): boolean {
	const text = line.trimStart();
	return text.startsWith(opener) && !text.includes(closer, opener.length);
}
