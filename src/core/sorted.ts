/** Of so many values, each is looked for by itself. */
const FEW = 16;

/**
 * A sorted list without some of its values and with others, each of these before the first that
 * comes after it. Where it is about a few, takes time with the length of the list only to copy it.
 */
export function replaceSorted<T>(list: readonly T[], gone: ReadonlySet<T>, come: Iterable<T>, compare: (a: T, b: T) => number): readonly T[] {
	const left = without(list, gone);
	const added = [...come].sort(compare);
	if (added.length === 0) return left;
	if (added.length > FEW) return merge(left, added, compare);
	const merged = [...left];
	for (const each of added) merged.splice(placeIn(merged, each, compare), 0, each);
	return merged;
}

function without<T>(list: readonly T[], gone: ReadonlySet<T>): readonly T[] {
	if (gone.size === 0) return list;
	if (gone.size > FEW) return list.filter((each) => !gone.has(each));
	const left = [...list];
	for (const each of gone) {
		const at = left.indexOf(each);
		if (at >= 0) left.splice(at, 1);
	}
	return left;
}

function merge<T>(list: readonly T[], added: readonly T[], compare: (a: T, b: T) => number): readonly T[] {
	const merged: T[] = [];
	let from = 0;
	for (const each of added) {
		for (const end = placeIn(list, each, compare); from < end; from++) merged.push(list[from] as T);
		merged.push(each);
	}
	for (; from < list.length; from++) merged.push(list[from] as T);
	return merged;
}

/** Where a value belongs: behind all that are not after it. */
function placeIn<T>(list: readonly T[], value: T, compare: (a: T, b: T) => number): number {
	let [from, to] = [0, list.length];
	while (from < to) {
		const middle = (from + to) >>> 1;
		if (compare(list[middle] as T, value) <= 0) from = middle + 1;
		else to = middle;
	}
	return from;
}
