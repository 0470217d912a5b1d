import { EqualLines } from './equal-lines';
import { parseInline } from './inline-text';
import type { Proposal } from './proposal';
import { cutText, shorten } from './shorten';
import { parseTaskLine, taskText } from './task-line';
import { readHeading, visibleLines } from './unparsed-note';

/** What a proposal stands among in its note, as it reads: the words right before and after it, under the same heading. Null where there are none. */
export interface NeighbouringLines {
	readonly before: string | null;
	readonly after: string | null;
}

const MOST_SHOWN = 300;
/** Of a longer line only the beginning is read. In characters. */
const MOST_READ = 2000;
const LIST_MARKER = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?:\[[^\n]\](?=\s))?/u;

/** Finds a proposal in the text of its note, wherever it stands by now, and what is around it; null where it is not certain which line is meant. */
export function neighbouringLines(text: string, { raw, copy }: Pick<Proposal, 'raw' | 'copy'>): NeighbouringLines | null {
	const lines = text.split('\n').map((line) => line.replace(/\r$/u, ''));
	const at = new EqualLines(lines, new Set([raw])).find(raw, copy);
	if (at === null) return null;
	const [before, after]: [string[], string[]] = [[], []];
	for (const { line, at: place } of visibleLines(lines)) {
		if (place !== at) (place < at ? before : after).push(line);
	}
	return { before: nearestWords(before.reverse()), after: nearestWords(after) };
}

/** The first words of some lines, before a heading comes. */
function nearestWords(lines: readonly string[]): string | null {
	for (const line of lines) {
		if (readHeading(line)) return null;
		const words = wordsOf(line);
		if (/[\p{L}\p{N}]/u.test(words)) return words;
	}
	return null;
}

function wordsOf(line: string): string {
	const head = cutText(line, MOST_READ);
	const task = parseTaskLine(head);
	const words = task ? taskText(task) : head.replace(LIST_MARKER, '').trim();
	return shorten(parseInline(words).map(({ text }) => text).join(''), MOST_SHOWN);
}
