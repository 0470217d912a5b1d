/** Whether two names are one, cut off, or with slips of the pen. */
export function isNearName(one: string, other: string): boolean {
	if (one === other) return true;
	const [short, long] = one.length < other.length ? [one, other] : [other, one];
	if (short.length >= 3 && long.startsWith(short)) return true;
	return short.length >= 5 && short.charAt(0) === long.charAt(0) && slips(short, long) <= 2;
}

/** Whether two stems are one word, cut off, or with a slip of the pen; two in a long one. */
export function isNearStem(one: string, other: string): boolean {
	if (one === other) return true;
	const [short, long] = one.length < other.length ? [one, other] : [other, one];
	if (short.length >= 3 && long.startsWith(short)) return true;
	return short.length >= 5 && short.charAt(0) === long.charAt(0) && slips(short, long) <= (short.length >= 7 ? 2 : 1);
}

/** Letters inserted, dropped or replaced, up to 3. */
function slips(one: string, other: string): number {
	if (Math.abs(one.length - other.length) > 2) return 3;
	let row = Array.from({ length: other.length + 1 }, (_, at) => at);
	for (let i = 1; i <= one.length; i++) {
		const next = [i];
		for (let j = 1; j <= other.length; j++) {
			const replaced = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
			next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, replaced));
		}
		row = next;
	}
	return row[other.length] ?? 3;
}
