import { performance } from 'node:perf_hooks';
import { findEvidence } from '../../src/core/evidence';
import { indexSource, type SourceIndex } from '../../src/core/source-index';
import { readSourceText } from '../../src/core/source-text';
import { Random } from '../soak/random';
import { proposedTasks } from './proposed-tasks';

/** What reading sources costs. Times in milliseconds. */
export interface SourcesFigures {
	readonly sources: number;
	readonly megabytes: number;
	/** All of them, into sentences and turns. */
	readonly takenApart: number;
	/** All of them, with their words numbered: what is done before a task is looked for. */
	readonly indexed: number;
	/** The longest that the thread was held at once, where work is done 8 ms at a time. */
	readonly longestSlice: number;
	readonly longSlices: number;
	/** For one task in one source, once that is indexed: the median, and the one that 5 in 100 exceed. */
	readonly evidence: number;
	readonly slowEvidence: number;
}

const BYTES = 50_000;
const SLICE = 8;
const LONG = 16;
const TASKS = 20;
const KEPT = 80;
const SPEAKERS = ['Ana Ruiz', 'Ben Okafor', 'Cleo Danes', 'Dalia Ferro'];
const FILLERS = 'well so I think that we should look at this again before the week is over and then you can tell me what they said about it because nobody has asked for more than one of them yet and the other part was already done when I came back from the hall on Tuesday'.split(' ');

/** Measures for so many sources, half of them mails and half transcripts. */
export function benchSources(count: number): SourcesFigures {
	const tasks = proposedTasks(2000).map(({ text }) => text);
	const texts = Array.from({ length: count }, (_, at) => sourceText(new Random(at + 1), tasks, at % 2 === 0));
	const start = performance.now();
	for (const text of texts) drain(readSourceText(text));
	const takenApart = performance.now() - start;
	const slices: number[] = [];
	// As in the plugin, few are kept.
	const indexes = texts.flatMap((text, at) => {
		const index = inSlices(indexSource(text), slices);
		return at < KEPT ? [index] : [];
	});
	const indexed = slices.reduce((sum, slice) => sum + slice, 0);
	const searches = indexes.flatMap((index, at) => tasks.slice(at, at + TASKS).map((text) => search(index, text))).sort((a, b) => a - b);
	return {
		sources: count,
		megabytes: texts.reduce((sum, { length }) => sum + length, 0) / 1e6,
		takenApart,
		indexed,
		longestSlice: Math.max(...slices),
		longSlices: slices.filter((slice) => slice > LONG).length,
		evidence: searches[Math.floor(searches.length / 2)] ?? 0,
		slowEvidence: searches[Math.floor(searches.length * 0.95)] ?? 0,
	};
}

/** Sentences of a few thousand different words, some of which ask for things. */
function sourceText(random: Random, tasks: readonly string[], isMail: boolean): string {
	const parts = ['# The meeting', ''];
	for (let length = 0; length < BYTES;) {
		const words = Array.from({ length: 4 + random.below(20) }, () => random.pick(FILLERS)).join(' ');
		const said = `${words.charAt(0).toUpperCase()}${words.slice(1)}. ${random.chance(0.5) ? random.pick(tasks) : ''}`.trim();
		const part = isMail ? said : `${random.pick(SPEAKERS)}: ${said}`;
		if (isMail && random.chance(0.05)) parts.push(`## 2026-11-12 08:00:00 — ${random.pick(SPEAKERS)} <a@example.com>`, '');
		parts.push(part, '');
		length += part.length + 2;
	}
	return parts.join('\n');
}

function drain<T>(work: Generator<void, T>): T {
	let next = work.next();
	while (!next.done) next = work.next();
	return next.value;
}

/** As the plugin does it: a little at a time. */
function inSlices(work: Generator<void, SourceIndex>, slices: number[]): SourceIndex {
	for (;;) {
		const start = performance.now();
		let next = work.next();
		while (!next.done && performance.now() - start < SLICE) next = work.next();
		slices.push(performance.now() - start);
		if (next.done) return next.value;
	}
}

function search(index: SourceIndex, text: string): number {
	const start = performance.now();
	findEvidence(index, { text, names: [] });
	return performance.now() - start;
}
