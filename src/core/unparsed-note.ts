import type { Heading, ListItem, Note } from './note';

const TASK_ITEM = /^[\s>]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[([^\n])\](?:\s|$)/u;
const HEADING = /^(#{1,6})[ \t]+(.*)$/u;
const FENCE = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}(?!.*`)|~{3,})/u;

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
	for (const { line, at } of visibleLines(text)) {
		const heading = HEADING.exec(line);
		if (heading) headings.push({ line: at, level: heading[1]?.length ?? 1, text: heading[2] ?? '' });
		const task = TASK_ITEM.exec(line)?.[1];
		if (task !== undefined) listItems.push({ line: at, task });
	}
	return { path, text, frontmatter: null, headings, listItems, mtime: 0, size: text.length };
}

function* visibleLines(text: string): Generator<{ readonly line: string; readonly at: number }> {
	let isEnd: IsEnd | null = null;
	for (const [at, raw] of text.split('\n').entries()) {
		const line = raw.replace(/\r$/u, '');
		if (isEnd) {
			if (isEnd(line)) isEnd = null;
			continue;
		}
		isEnd = hidingFrom(line, at);
		if (!isEnd) yield { line, at };
	}
}

/** How that ends which begins at a line and hides it and those behind it; null where nothing does. */
function hidingFrom(line: string, at: number): IsEnd | null {
	if (at === 0 && /^\ufeff?---\s*$/u.test(line)) return (next) => /^---\s*$/u.test(next);
	const fence = FENCE.exec(line)?.[1];
	if (fence !== undefined) return (next) => isFenceEnd(next, fence);
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
