/** Lines `from` to `to` of a text, replaced by others. */
export interface Hunk {
	readonly from: number;
	readonly to: number;
	readonly lines: readonly string[];
}

/** A replacement in a text, by offsets. */
export interface TextChange {
	readonly from: number;
	readonly to: number;
	readonly insert: string;
}

/** Above this product of line counts the middle of two texts is replaced as a whole. */
const TABLE_LIMIT = 4_000_000;

/** The lines of a text, each with its newline. */
export function splitLines(text: string): string[] {
	return text.split(/(?<=\n)/);
}

function commonTable(a: readonly string[], b: readonly string[]): Uint32Array[] {
	const table = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
	for (let i = a.length - 1; i >= 0; i--) {
		for (let j = b.length - 1; j >= 0; j--) {
			const row = table[i] as Uint32Array;
			const below = table[i + 1] as Uint32Array;
			row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
		}
	}
	return table;
}

/** Hunks between two runs of lines, by their longest common subsequence. */
function diffMiddle(a: readonly string[], b: readonly string[], offset: number): Hunk[] {
	if (a.length === 0 && b.length === 0) return [];
	if (a.length * b.length > TABLE_LIMIT) return [{ from: offset, to: offset + a.length, lines: b }];
	const table = commonTable(a, b);
	const hunks: Hunk[] = [];
	let [i, j, fromA, fromB] = [0, 0, 0, 0];
	const close = (): void => {
		if (i > fromA || j > fromB) hunks.push({ from: offset + fromA, to: offset + i, lines: b.slice(fromB, j) });
	};
	while (i < a.length || j < b.length) {
		if (i < a.length && j < b.length && a[i] === b[j]) {
			close();
			i += 1;
			j += 1;
			[fromA, fromB] = [i, j];
		} else if (j >= b.length || (i < a.length && (table[i + 1]?.[j] ?? 0) >= (table[i]?.[j + 1] ?? 0))) i += 1;
		else j += 1;
	}
	close();
	return hunks;
}

/** The hunks that turn one list of lines into another, in order. */
export function diffLines(a: readonly string[], b: readonly string[]): Hunk[] {
	let start = 0;
	while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
	let end = 0;
	while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
	return diffMiddle(a.slice(start, a.length - end), b.slice(start, b.length - end), start);
}

/** The changes of whole lines that turn one text into the other, in order. None where they are equal. */
export function diffTexts(before: string, after: string): TextChange[] {
	const lines = splitLines(before);
	const offsets = [0];
	for (const line of lines) offsets.push((offsets[offsets.length - 1] ?? 0) + line.length);
	return diffLines(lines, splitLines(after)).map(hunk => ({ from: offsets[hunk.from] ?? 0, to: offsets[hunk.to] ?? before.length, insert: hunk.lines.join('') }));
}
