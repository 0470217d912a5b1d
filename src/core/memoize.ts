/** Remembers the latest result while the parts that it is made from are the same, and hands it to the next computation. */
export function memoize<S, T>(parts: (from: S) => readonly unknown[], compute: (from: S, former: T | undefined) => T): (from: S) => T {
	let last: { readonly parts: readonly unknown[]; readonly value: T } | null = null;
	return (from) => {
		const current = parts(from);
		if (last?.parts.every((part, at) => part === current[at])) return last.value;
		last = { parts: current, value: compute(from, last?.value) };
		return last.value;
	};
}
