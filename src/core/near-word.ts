/** Whether two names are one, cut off, or with slips of the pen. */
export function isNearName(one: string, other: string): boolean {
	return isNear(one, other, 2);
}

/** Whether two stems are one word, cut off, or with a slip of the pen; two in a long one. */
export function isNearStem(one: string, other: string): boolean {
	return isNear(one, other, Math.min(one.length, other.length) >= 7 ? 2 : 1);
}

function isNear(one: string, other: string, most: number): boolean {
	if (one === other) return true;
	const [short, long] = one.length < other.length ? [one, other] : [other, one];
	if (short.length >= 3 && long.startsWith(short)) return true;
	return short.length >= 5 && short.charAt(0) === long.charAt(0) && long.length - short.length <= most && slips(short, long) <= most;
}

/** Letters inserted, dropped, replaced, or swapped with their neighbour. */
export function slips(a: string, b: string): number {
	let beforeLast: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, at) => at);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const replaced = cell(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
			const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
			const swapped = isSwap ? cell(beforeLast, j - 2) + 1 : Infinity;
			row.push(Math.min(cell(last, j) + 1, cell(row, j - 1) + 1, replaced, swapped));
		}
		[beforeLast, last] = [last, row];
	}
	return cell(last, b.length);
}

function cell(row: readonly number[], at: number): number {
	return row[at] ?? Infinity;
}
