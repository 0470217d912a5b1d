import { readFileSync } from 'node:fs';
import path from 'node:path';
import { findEvidence, type Evidence } from '../../src/core/evidence';
import { indexSource, type SourceIndex } from '../../src/core/source-index';
import { parseTaskLine, taskOwner, taskText } from '../../src/core/task-line';

/** A task and the words of its source that support it, marked before any code was run on them; none for a task that nothing supports. */
interface Label {
	readonly source: string;
	readonly kind: 'mail' | 'transcript' | 'summary';
	readonly task: string;
	readonly quotes: readonly string[];
}

/** How well the passages of one half were found, in per cent. */
interface Quality {
	readonly best: number;
	readonly bestThree: number;
	readonly mail: number;
	readonly transcript: number;
	/** Of the tasks that nothing supports: for how many it is said that no passage is clear. */
	readonly refused: number;
	/** Of the tasks whose passage comes first: for how many the same is said. */
	readonly doubted: number;
	readonly tasks: number;
}

const FOLDER = path.join(__dirname, '../fixtures/evidence');

function measure(half: string): Quality {
	const labels = JSON.parse(readFileSync(path.join(FOLDER, half, 'labels.json'), 'utf8')) as readonly Label[];
	const sources = new Map([...new Set(labels.map(({ source }) => source))].map((source) => [source, index(readFileSync(path.join(FOLDER, half, source), 'utf8'))]));
	const results = labels.map((label) => {
		const source = sources.get(label.source);
		if (!source) throw new Error(label.source);
		const evidence = search(source, label.task);
		return { ...label, isUnclear: evidence.sureness === 'unclear', rank: rankOf(source, evidence, label.quotes) };
	});
	const supported = results.filter(({ quotes }) => quotes.length > 0);
	const found = (rank: number, kind?: Label['kind']): number => share(supported.filter((each) => kind === undefined || each.kind === kind), (each) => each.rank <= rank);
	return {
		tasks: labels.length,
		best: found(1),
		bestThree: found(3),
		mail: found(3, 'mail'),
		transcript: found(3, 'transcript'),
		refused: share(results.filter(({ quotes }) => quotes.length === 0), ({ isUnclear }) => isUnclear),
		doubted: share(supported.filter(({ rank }) => rank === 1), ({ isUnclear }) => isUnclear),
	};
}

function index(text: string): SourceIndex {
	const work = indexSource(text);
	for (;;) {
		const next = work.next();
		if (next.done) return next.value;
	}
}

function search(source: SourceIndex, written: string): Evidence {
	const task = parseTaskLine(`- [?] ${written}`);
	if (!task) throw new Error(written);
	const owner = taskOwner(task);
	return findEvidence(source, { text: taskText(task), names: owner === null ? [] : [owner] });
}

/** Which passage, from 1, shares a character with what was marked; infinite where none does. */
function rankOf({ text, units }: SourceIndex, { passages }: Evidence, quotes: readonly string[]): number {
	const at = passages.findIndex(({ from, to }) => {
		const said = text.slice(units[from]?.start, units[to - 1]?.end);
		return quotes.some((quote) => said.includes(quote) || quote.includes(said) || overlap(said, quote));
	});
	return at < 0 ? Infinity : at + 1;
}

/** Whether one ends as the other begins. */
function overlap(one: string, other: string): boolean {
	const ends = (first: string, second: string): boolean => Array.from({ length: Math.min(first.length, second.length) }, (_, size) => size + 1).some((size) => size > 12 && first.endsWith(second.slice(0, size)));
	return ends(one, other) || ends(other, one);
}

function share<T>(all: readonly T[], isOne: (each: T) => boolean): number {
	return Math.round((1000 * all.filter(isOne).length) / all.length) / 10;
}

describe.each(['tuned', 'held-out'])('the %s half of the labelled tasks', (half) => {
	const quality = measure(half);

	beforeAll(() => {
		if (process.env['RATIFY_FIGURES']) console.log(half, quality);
	});

	test('is found among the best three passages of mails, raw transcripts, and all', () => {
		expect(quality.tasks).toBeGreaterThanOrEqual(55);
		expect(quality.mail).toBeGreaterThanOrEqual(90);
		expect(quality.transcript).toBeGreaterThanOrEqual(80);
		expect(quality.bestThree).toBeGreaterThanOrEqual(95);
	});

	test('is refused in half the cases at least where nothing supports it, and seldom where something does', () => {
		expect(quality.refused).toBeGreaterThanOrEqual(50);
		expect(quality.doubted).toBeLessThanOrEqual(20);
	});
});
