/** A line of a note with its ending, `\n`, `\r\n` or, for the last one, none. */
export interface Line {
	readonly text: string;
	readonly ending: string;
}

/** A line that can be told from all others, also from those that read the same. */
export interface Cell extends Line {
	readonly id: number;
}

/** All that a task line of the soak is made of, so that what a decision makes of it is known without any parser. */
export interface Task {
	/** Indent, quote and list marker. */
	readonly lead: string;
	readonly status: string;
	readonly words: string;
	readonly fields: string;
	readonly isProposed: boolean;
	readonly tail: string;
}

export type Decision = 'confirm' | 'dismiss' | 'delete';

export function printTask({ lead, status, words, fields, isProposed, tail }: Task): string {
	return `${lead}[${status}] ${words}${fields} #task${isProposed ? ' #proposed' : ''}${tail}`;
}

/** Whether a task waits for a decision. */
export function isWaiting({ status, isProposed }: Task): boolean {
	return status === '?' || (status === ' ' && isProposed);
}

/** What a decision may make of a task; null deletes its line. */
export function decided(task: Task, decision: Decision): readonly (Task | null)[] {
	if (!isWaiting(task)) return [];
	if (decision === 'confirm') return [{ ...task, status: ' ', isProposed: false }];
	const cancelled = { ...task, status: '-', isProposed: false };
	// A line to which others belong is not deleted.
	return decision === 'delete' ? [null, cancelled] : [cancelled];
}

export function isHeading(text: string): boolean {
	return /^\ufeff?#/u.test(text);
}

export function splitLines(text: string): Line[] {
	return (text.match(/[^\n]*\n|[^\n]+$/gu) ?? []).map((raw) => {
		const ending = raw.endsWith('\r\n') ? '\r\n' : raw.endsWith('\n') ? '\n' : '';
		return { text: raw.slice(0, raw.length - ending.length), ending };
	});
}

export function joinLines(lines: readonly Line[]): string {
	return lines.map(({ text, ending }) => text + ending).join('');
}

/** Lines without a last one that holds nothing at all, which is none. */
export function dropEmpty<T extends Line>(lines: readonly T[]): readonly T[] {
	const last = lines.at(-1);
	return last?.text === '' && last.ending === '' ? dropEmpty(lines.slice(0, -1)) : lines;
}

/** A line before and after; one without a partner was removed, or is new. */
export interface Pair<A, B> {
	readonly before: A | null;
	readonly after: B | null;
}

/** Pairs the lines of a text before and after, in order: first of all those that read the same, then those that stand for the same. */
export function alignLines<A extends Line, B extends Line>(before: readonly A[], after: readonly B[], standsForSame: (a: A, b: B) => boolean): Pair<A, B>[] {
	const most = Math.min(before.length, after.length);
	let start = 0;
	while (start < most && before[start]?.text === after[start]?.text) start++;
	let end = 0;
	while (end < most - start && before[before.length - 1 - end]?.text === after[after.length - 1 - end]?.text) end++;
	const together = (from: number, offset: number, count: number): Pair<A, B>[] =>
		Array.from({ length: count }, (_, at) => ({ before: before[from + at] ?? null, after: after[offset + at] ?? null }));
	const middle = alignByTable(before.slice(start, before.length - end), after.slice(start, after.length - end), (a, b) => (a.text === b.text ? SAME_TEXT : standsForSame(a, b) ? SAME_LINE : 0));
	return [...together(0, 0, start), ...middle, ...together(before.length - end, after.length - end, end)];
}

/** Two lines that stand for the same are worth more than one that reads the same. */
const SAME_TEXT = 3;
const SAME_LINE = 2;

/** The heaviest common subsequence, by the plain table of weights. */
function alignByTable<A, B>(before: readonly A[], after: readonly B[], weigh: (a: A, b: B) => number): Pair<A, B>[] {
	const best = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
	const bestAt = (a: number, b: number): number => best[a]?.[b] ?? 0;
	const together = (a: number, b: number): number => {
		const weight = weigh(before[a] as A, after[b] as B);
		return weight > 0 ? weight + bestAt(a + 1, b + 1) : 0;
	};
	for (let a = before.length - 1; a >= 0; a--) {
		for (let b = after.length - 1; b >= 0; b--) (best[a] as number[])[b] = Math.max(together(a, b), bestAt(a + 1, b), bestAt(a, b + 1));
	}
	const pairs: Pair<A, B>[] = [];
	let [a, b] = [0, 0];
	while (a < before.length || b < after.length) {
		const isInBoth = a < before.length && b < after.length;
		if (isInBoth && together(a, b) === bestAt(a, b) && bestAt(a, b) > 0) pairs.push({ before: before[a++] as A, after: after[b++] as B });
		else if (b >= after.length || (isInBoth && bestAt(a + 1, b) >= bestAt(a, b + 1))) pairs.push({ before: before[a++] as A, after: null });
		else pairs.push({ before: null, after: after[b++] as B });
	}
	return pairs;
}
