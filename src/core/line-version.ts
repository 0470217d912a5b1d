import { parseTaskLine, printTokens } from './task-line';
import { tokenize, type Token } from './task-tokens';

const MOST_COMPARED = 10_000;

/**
 * Whether one line was made of the other: most of their words are the same, or one has all
 * words of the other. Tags, mentions, dates and fields do not count, since the tasks of a
 * note mostly share them; of lines without words, all but the checkbox must be the same. Of
 * a long line its beginning is compared.
 */
export function isVersionOf(before: string, now: string): boolean {
	const [one, other] = [bodyOf(before.slice(0, MOST_COMPARED)), bodyOf(now.slice(0, MOST_COMPARED))];
	const [words, others] = [wordsOf(one), wordsOf(other)];
	const [fewer, more] = [words, others].sort((a, b) => a.size - b.size) as [Set<string>, Set<string>];
	if (more.size === 0) return printTokens(one).trim() === printTokens(other).trim();
	const common = [...fewer].filter((word) => more.has(word)).length;
	return common > 0 && (common * 2 > more.size || common === fewer.size);
}

function bodyOf(line: string): readonly Token[] {
	return parseTaskLine(line)?.tokens ?? tokenize(line);
}

function wordsOf(tokens: readonly Token[]): Set<string> {
	const texts = tokens.flatMap(({ kind, raw }) => (kind === 'text' ? [raw] : []));
	return new Set(texts.join(' ').toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu));
}
