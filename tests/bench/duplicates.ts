import { performance } from 'node:perf_hooks';
import { Duplicates, type TaskEntry } from '../../src/core/duplicates';
import { nameLexicon } from '../../src/core/name-lexicon';
import { proposedTasks } from './proposed-tasks';

/** What grouping costs in a vault of so many proposals. Times in milliseconds, medians where something was done several times. */
export interface DuplicatesFigures {
	readonly proposals: number;
	readonly groups: number;
	readonly fromScratch: number;
	readonly noteAdded: number;
	readonly noteChanged: number;
	readonly noteRemoved: number;
	/** The longest that the thread was held at once, where work is done 8 ms at a time. */
	readonly longestSlice: number;
	/** Megabytes of heap above what there was before. */
	readonly memory: number;
}

const TASKS_A_NOTE = 10;
const ROUNDS = 21;
const SLICE = 8;

/** Measures for one size. Runs in Node; call with `--expose-gc` for true figures of memory. */
export function benchDuplicates(count: number): DuplicatesFigures {
	const all = proposedTasks(count + ROUNDS * 2 * TASKS_A_NOTE);
	const [entries, others] = [all.slice(0, count), all.slice(count)];
	globalThis.gc?.();
	const before = process.memoryUsage().heapUsed;
	const duplicates = new Duplicates(nameLexicon([]));
	const slices: number[] = [];
	const start = performance.now();
	for (const entry of entries) duplicates.put(entry);
	duplicates.settle();
	work(duplicates, slices);
	const fromScratch = performance.now() - start;
	const memory = (process.memoryUsage().heapUsed - before) / 2 ** 20;
	const rounds = Array.from({ length: ROUNDS }, (_, round) => benchNote(duplicates, others.slice(round * 2 * TASKS_A_NOTE, (round + 1) * 2 * TASKS_A_NOTE), slices));
	return {
		proposals: count,
		groups: duplicates.groups().size,
		fromScratch,
		noteAdded: median(rounds.map(({ added }) => added)),
		noteChanged: median(rounds.map(({ changed }) => changed)),
		noteRemoved: median(rounds.map(({ removed }) => removed)),
		longestSlice: slices.reduce((longest, slice) => Math.max(longest, slice), 0),
		memory,
	};
}

function benchNote(duplicates: Duplicates, tasks: readonly TaskEntry[], slices: number[]): { added: number; changed: number; removed: number } {
	const note = tasks.slice(0, TASKS_A_NOTE).map((task, at) => ({ ...task, key: `note\n${at}` }));
	const rewritten = tasks.slice(TASKS_A_NOTE).map((task, at) => ({ ...task, key: `note\n${at}` }));
	const put = (entries: readonly TaskEntry[]): void => { for (const entry of entries) duplicates.put(entry); };
	return {
		added: timed(() => put(note), duplicates, slices),
		changed: timed(() => put(rewritten), duplicates, slices),
		removed: timed(() => { for (const { key } of note) duplicates.remove(key); }, duplicates, slices),
	};
}

function timed(change: () => void, duplicates: Duplicates, slices: number[]): number {
	const start = performance.now();
	change();
	work(duplicates, slices);
	return performance.now() - start;
}

/** As the plugin does it: a little at a time. */
function work(duplicates: Duplicates, slices: number[]): void {
	let isDone = false;
	while (!isDone) {
		const start = performance.now();
		isDone = duplicates.work(() => performance.now() - start < SLICE);
		slices.push(performance.now() - start);
	}
}

function median(values: readonly number[]): number {
	return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
