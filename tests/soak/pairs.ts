import type { Cell, Line, Pair as LinePair } from './line';

/** A line of a note before and after a write. */
export type Pair = LinePair<Cell, Line>;

/** The lines between which another stands, went or comes, by their ids; null is the edge of the note. */
export type Between = readonly [above: number | null, below: number | null];

/** The nearest lines with text that were there before, on both sides. */
export function betweenOf(at: number, pairs: readonly Pair[]): Between {
	const idOf = ({ before, after }: Pair): number | null => (before && before.text.trim() !== '' && after ? before.id : null);
	const above = pairs.slice(0, at).findLast((pair) => idOf(pair) !== null);
	const below = pairs.slice(at + 1).find((pair) => idOf(pair) !== null);
	return [above ? idOf(above) : null, below ? idOf(below) : null];
}

/** Whether a place is the very one between these lines. */
export function isBetween(between: Between | undefined, at: number, pairs: readonly Pair[]): boolean {
	const now = betweenOf(at, pairs);
	return between !== undefined && now[0] === between[0] && now[1] === between[1];
}

/** Has another of equal lines go than the one at this place. */
export function goFrom(pairs: Pair[], at: number, other: number): void {
	const gone = pairs[other]?.before;
	const equal = [...pairs.entries()].slice(Math.min(at, other), Math.max(at, other) + 1).filter(([place, { before, after }]) => before?.text === gone?.text && (after?.text === gone?.text || place === at));
	const left = equal.flatMap(([, { after }]) => after ?? []);
	for (const [place, { before }] of equal) pairs[place] = { before, after: before === gone ? null : (left.shift() ?? null) };
}

/** The places of the equal lines, one behind the other, among which a line has come. */
export function runOf(pairs: readonly Pair[], at: number): number[] {
	const text = pairs[at]?.after?.text;
	const isInRun = (each: Pair | undefined): boolean => each?.after?.text === text && (!each?.before || each.before.text === text);
	let [start, end] = [at, at];
	while (isInRun(pairs[start - 1])) start--;
	while (isInRun(pairs[end + 1])) end++;
	return Array.from({ length: end - start + 1 }, (_, offset) => start + offset);
}

/** The pairs with the line that has come at another place of its run. */
export function comeAt(pairs: readonly Pair[], at: number, place: number): Pair[] {
	const befores = pairs.map(({ before }) => before).toSpliced(at, 1).toSpliced(place, 0, null);
	return pairs.map(({ after }, index) => ({ before: befores[index] ?? null, after }));
}
