import { isPlaceholderName } from './person';

/** How often each of some full names occurs, by their first word. */
export type FullNameCounts = Map<string, Map<string, number>>;

/** Counts a folded name, unless it is one word or stands for nobody. */
export function countFullName(counts: FullNameCounts, key: string, by: 1 | -1): void {
	const space = key.indexOf(' ');
	if (space <= 0 || isPlaceholderName(key)) return;
	const word = key.slice(0, space);
	const names = countsIn(counts, word);
	count(names, key, by);
	if (names.size === 0) counts.delete(word);
}

/** Counts up or down. Answers how many are left; what is none is not kept. */
export function count(counts: Map<string, number>, key: string, by: 1 | -1): number {
	const left = (counts.get(key) ?? 0) + by;
	if (left > 0) counts.set(key, left);
	else counts.delete(key);
	return left;
}

/** The counts at a key, which are none at first. */
export function countsIn(maps: Map<string, Map<string, number>>, key: string): Map<string, number> {
	const counts = maps.get(key) ?? new Map<string, number>();
	maps.set(key, counts);
	return counts;
}
