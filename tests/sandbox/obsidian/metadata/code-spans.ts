/** Where inline code begins and ends in a block's text. */
export class CodeSpans {
	/** The offsets of the runs of backticks, by their length. */
	private runs: Map<number, number[]> | null = null;

	constructor(private readonly text: string) {}

	/**
	 * The end of the code that a backtick opens, or null where none closes it. A run that nothing
	 * closes may still open one with its second backtick, as in the app's parser.
	 */
	endAt(at: number): number | null {
		let length = 1;
		while (this.text[at + length] === '`') length++;
		const close = firstFrom(this.runsOf(length), at + length);
		return close === undefined ? null : close + length;
	}

	private runsOf(length: number): readonly number[] {
		this.runs ??= findRuns(this.text);
		return this.runs.get(length) ?? [];
	}
}

function findRuns(text: string): Map<number, number[]> {
	const runs = new Map<number, number[]>();
	for (const { 0: run, index } of text.matchAll(/`+/g)) {
		const same = runs.get(run.length);
		if (same) same.push(index);
		else runs.set(run.length, [index]);
	}
	return runs;
}

/** The first of ascending numbers that is not below another. */
function firstFrom(numbers: readonly number[], least: number): number | undefined {
	let low = 0;
	let high = numbers.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((numbers[middle] ?? 0) < least) low = middle + 1;
		else high = middle;
	}
	return numbers[low];
}
