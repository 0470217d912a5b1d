import { diffText } from './text-change';

/** A stretch of a text, and whether the other text has it, too. */
export interface DiffSpan {
	readonly text: string;
	readonly isCommon: boolean;
}

/** Texts of more words are compared at their ends only, and those of more characters not even word by word. */
const MOST_WORDS = 300;
const MOST_CHARACTERS = 20_000;

/**
 * Compares two texts word by word. Joined, the spans of each side are that text. Takes time
 * in the product of their words where these are few, else in their length.
 */
export function diffWords(before: string, after: string): { readonly before: DiffSpan[]; readonly after: DiffSpan[] } {
	if (before.length + after.length > MOST_CHARACTERS) return diffEnds(before, after);
	const [one, other] = [splitWords(before), splitWords(after)];
	const kept = one.length * other.length > MOST_WORDS ** 2 ? commonEnds(one, other) : commonWords(one, other);
	return { before: toSpans(one, new Set(kept.map(([at]) => at))), after: toSpans(other, new Set(kept.map(([, at]) => at))) };
}

/**
 * Compares which words two texts have, whatever their order, letters' case and punctuation.
 * @returns the spans of `text`, which joined are that text, and the words that only `other` has, in its order.
 */
export function compareWords(text: string, other: string): { readonly spans: DiffSpan[]; readonly missing: string[] } {
	const [mine, theirs] = [splitWords(text), splitWords(other)];
	const left = countWords(theirs);
	const isCommon = mine.map((word) => takeWord(left, word));
	const isMarked = (at: number): boolean => isCommon[at] === false;
	// What stands between two marked words is marked with them.
	const common = new Set([...mine.keys()].filter((at) => !isMarked(at) && !(isMarked(at - 1) && isMarked(at + 1))));
	const unmatched = countWords(mine);
	return { spans: toSpans(mine, common), missing: theirs.filter((word) => !takeWord(unmatched, word)) };
}

function countWords(words: readonly string[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const word of words.map(bareWord)) counts.set(word, (counts.get(word) ?? 0) + 1);
	return counts;
}

/** Whether a word is left among those that were counted, which then has one less. What is no word always is. */
function takeWord(counts: Map<string, number>, word: string): boolean {
	const bare = bareWord(word);
	const count = counts.get(bare) ?? 0;
	if (bare === '' || count === 0) return bare === '';
	counts.set(bare, count - 1);
	return true;
}

function bareWord(word: string): string {
	return word.replace(/[^\p{L}\p{M}\p{N}]+/gu, '').toLowerCase();
}

function diffEnds(before: string, after: string): { readonly before: DiffSpan[]; readonly after: DiffSpan[] } {
	const { from, to, insert } = diffText(before, after) ?? { from: before.length, to: before.length, insert: '' };
	const around = (middle: string): DiffSpan[] =>
		[{ text: before.slice(0, from), isCommon: true }, { text: middle, isCommon: false }, { text: before.slice(to), isCommon: true }].filter(({ text }) => text !== '');
	return { before: around(before.slice(from, to)), after: around(insert) };
}

/** Words and what is between them, each by itself. */
function splitWords(text: string): string[] {
	return text.match(/\s+|[^\s]+/gu) ?? [];
}

/** Pairs of places of the longest sequence of words that both texts have. */
function commonWords(one: readonly string[], other: readonly string[]): [number, number][] {
	const lengths = one.map(() => new Uint16Array(other.length + 1));
	lengths.push(new Uint16Array(other.length + 1));
	const lengthAt = (a: number, b: number): number => lengths[a]?.[b] ?? 0;
	for (let a = one.length - 1; a >= 0; a--) {
		for (let b = other.length - 1; b >= 0; b--) {
			const row = lengths[a];
			if (row) row[b] = one[a] === other[b] ? lengthAt(a + 1, b + 1) + 1 : Math.max(lengthAt(a + 1, b), lengthAt(a, b + 1));
		}
	}
	const pairs: [number, number][] = [];
	for (let a = 0, b = 0; a < one.length && b < other.length;) {
		if (one[a] === other[b]) pairs.push([a++, b++]);
		else if (lengthAt(a + 1, b) >= lengthAt(a, b + 1)) a++;
		else b++;
	}
	return pairs;
}

function commonEnds(one: readonly string[], other: readonly string[]): [number, number][] {
	const most = Math.min(one.length, other.length);
	let start = 0;
	while (start < most && one[start] === other[start]) start++;
	let end = 0;
	while (end < most - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end++;
	const head = Array.from({ length: start }, (_, at): [number, number] => [at, at]);
	const tail = Array.from({ length: end }, (_, at): [number, number] => [one.length - 1 - at, other.length - 1 - at]);
	return [...head, ...tail];
}

function toSpans(words: readonly string[], common: ReadonlySet<number>): DiffSpan[] {
	const spans: { text: string; isCommon: boolean }[] = [];
	for (const [at, text] of words.entries()) {
		const isCommon = common.has(at);
		const last = spans.at(-1);
		if (last?.isCommon === isCommon) last.text += text;
		else spans.push({ text, isCommon });
	}
	return spans;
}
