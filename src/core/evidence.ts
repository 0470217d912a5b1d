import { lengthOf, type Passage, type SourceIndex } from './source-index';
import { termsOf } from './source-terms';
import { synonymsOf } from './synonyms';

/** What is looked for: what a task says, and whom it names beside that. */
export interface EvidenceQuery {
	/** Without owner, dates and tags. */
	readonly text: string;
	/** Names of people, as written. */
	readonly names: readonly string[];
}

/** A passage that may prove a task. */
export interface FoundPassage extends Passage {
	readonly score: number;
	/** How much of what the task says it holds, from 0 to 1. */
	readonly coverage: number;
	/** Those of its units that speak of it; the others lead there. */
	readonly words: Passage;
}

/** How certain it is that a passage supports a task. */
export type Sureness = 'clear' | 'likely' | 'unclear';

/** The passages of a source that support a task. */
export interface Evidence {
	/** Of the best of them. */
	readonly sureness: Sureness;
	/** The best first; of those whose words overlap the better one. */
	readonly passages: readonly FoundPassage[];
}

/** So many passages are answered. */
const MOST_PASSAGES = 3;
/** So many are looked at closely. */
const MOST_LIKELY = 30;
const K1 = 1.2;
const B = 0.4;

/** What was found on one half of the labelled sources in `tests/fixtures/evidence`; the other half tells how good it is. */
const WEIGHT = {
	/** Of a name, which stands everywhere in a source. */
	name: 0.35,
	/** Of a word that stands for the one that is looked for. */
	synonym: 0.6,
	/** Of a word that stands near by. */
	near: 0.2,
	subject: 0.5,
	summary: 0.9,
	quoted: 0.95,
	/** What is added for all words that stand side by side as in the task. */
	pairs: 0.3,
	/** What is added where something is asked for or promised. */
	request: 0.2,
};
/** So many sentences before and after a passage are near it. */
const REACH = 3;
/** How much of a task a passage must hold, where something is asked for or promised in it, and where not. */
const LEAST = { clear: { request: 0.4, other: 0.6 }, likely: { request: 0.25, other: 0.4 } };

interface Wanted {
	readonly weight: number;
	/** How often each unit holds it; what stands for it counts less. */
	readonly counts: Float32Array;
}

/** Finds what of a source supports a task. */
export function findEvidence(source: SourceIndex, query: EvidenceQuery): Evidence {
	const asked = termsOf(plainDates(query.text));
	const wanted = weighTerms(source, [...new Set(asked)], new Set([...source.voices, ...query.names.flatMap(termsOf)]));
	const whole = wanted.reduce((sum, { weight }) => sum + weight, 0);
	if (whole === 0) return { sureness: 'unclear', passages: [] };
	const average = source.terms.length / Math.max(1, source.units.length);
	const found = source.passages.flatMap((passage): FoundPassage[] => {
		const { score, covered } = scorePassage(source, passage, wanted, average);
		return covered === 0 ? [] : [{ ...passage, score, coverage: covered / whole, words: passage }];
	});
	const pairs = pairsOf(source, asked);
	const likely = found.sort(byScore).slice(0, MOST_LIKELY).map((passage) => ({ ...passage, score: passage.score * emphasis(source, passage, pairs) }));
	const best = withoutOverlaps(likely.sort(byScore).map((passage) => ({ ...passage, words: trim(passage, wanted) })));
	return { sureness: best[0] ? surenessOf(source, best[0]) : 'unclear', passages: best };
}

/** What is looked for, the rarer the weightier. @param named terms of names, which stand everywhere */
function weighTerms(source: SourceIndex, terms: readonly string[], named: ReadonlySet<string>): Wanted[] {
	const counts = countTerms(source, terms);
	const units = Math.max(1, source.units.length);
	return terms.map((term, at): Wanted => {
		const own = counts[at] ?? new Float32Array();
		const holding = own.reduce((sum, count) => (count > 0 ? sum + 1 : sum), 0);
		const rarity = Math.log(1 + (units - holding + 0.5) / (holding + 0.5));
		return { weight: rarity * (named.has(term) ? WEIGHT.name : 1), counts: own };
	});
}

/** How often each unit holds each term, or what stands for it. */
function countTerms({ units, terms, starts, vocabulary }: SourceIndex, asked: readonly string[]): readonly Float32Array[] {
	const counts = asked.map(() => new Float32Array(units.length));
	const alike = new Map<number, Float32Array[]>();
	const same = new Map<number, Float32Array>();
	for (const [at, term] of asked.entries()) {
		const own = counts[at] ?? new Float32Array();
		same.set(vocabulary.get(term) ?? -1, own);
		for (const other of synonymsOf(term)) {
			const number = vocabulary.get(other);
			if (number !== undefined) alike.set(number, [...(alike.get(number) ?? []), own]);
		}
	}
	for (let unit = 0; unit < units.length; unit++) {
		for (let at = starts[unit] ?? 0; at < (starts[unit + 1] ?? 0); at++) {
			const term = terms[at] ?? -1;
			for (const own of alike.get(term) ?? NO_COUNTS) own[unit] = Math.max(own[unit] ?? 0, WEIGHT.synonym);
			const own = same.get(term);
			// What stands for it counts only where it does not stand itself.
			if (own) own[unit] = Math.floor(own[unit] ?? 0) + 1;
		}
	}
	return counts;
}

const NO_COUNTS: readonly Float32Array[] = [];

const MONTHS = 'january february march april may june july august september october november december'.split(' ');

/** `2025-12-19` is said as the 19th of December. */
function plainDates(text: string): string {
	return text.replace(/\b\d{4}-(\d{2})-(\d{2})\b/gu, (_, month: string, day: string) => `${Number(day)} ${MONTHS[Number(month) - 1] ?? ''}`);
}

function scorePassage(source: SourceIndex, passage: Passage, wanted: readonly Wanted[], average: number): { readonly score: number; readonly covered: number } {
	const { from, to } = passage;
	const norm = K1 * (1 - B + (B * lengthOf(source, passage)) / Math.max(1, average));
	let [score, covered] = [0, 0];
	for (const { weight, counts } of wanted) {
		const inside = countIn(counts, from, to);
		const count = inside >= 1 ? inside : Math.max(inside, WEIGHT.near * nearness(counts, from, to));
		score += (weight * count * (K1 + 1)) / (count + norm);
		covered += weight * Math.min(1, inside);
	}
	const first = source.units[from];
	if (first?.kind === 'subject') score *= WEIGHT.subject;
	if (first?.isSummary) score *= WEIGHT.summary;
	if (first?.isQuoted) score *= WEIGHT.quoted;
	return { score, covered };
}

/** What speaks for a passage beside its words: words that stand together as in the task, and that something is asked for or promised. */
function emphasis(source: SourceIndex, passage: Passage, pairs: ReadonlySet<number>): number {
	return (1 + WEIGHT.pairs * sharedPairs(source, passage.from, passage.to, pairs)) * (hasRequest(source, passage) ? 1 + WEIGHT.request : 1);
}

function hasRequest({ text, units }: SourceIndex, { from, to }: Passage): boolean {
	return REQUEST.test(text.slice(units[from]?.start, units[to - 1]?.end));
}

function surenessOf(source: SourceIndex, passage: FoundPassage): Sureness {
	// The points of a summary ask for things without saying so.
	const kind = hasRequest(source, passage) || source.units[passage.from]?.kind === 'point' ? 'request' : 'other';
	if (passage.coverage >= LEAST.clear[kind]) return 'clear';
	return passage.coverage >= LEAST.likely[kind] ? 'likely' : 'unclear';
}

function byScore(a: FoundPassage, b: FoundPassage): number {
	return b.score - a.score || a.from - b.from;
}

/** What is said where something is asked for or promised. */
const REQUEST = /\b(?:I'll|I will|we'll|we will|you'll|I can|can you|could you|would you|will you|please|let's|let us|let me|needs? to|have to|has to|must|should|make sure|by (?:monday|tuesday|wednesday|thursday|friday|the|end|next|tomorrow|eod|cob)|before|leave it with me|on it|take (?:that|it|this)|promise|remind|don't forget|action|todo|deadline|next step)\b/iu;

function countIn(counts: Float32Array, from: number, to: number): number {
	let sum = 0;
	for (let unit = from; unit < to; unit++) sum += counts[unit] ?? 0;
	return sum;
}

/** How near a word stands that a passage lacks: what is talked about was often named some sentences before. */
function nearness(counts: Float32Array, from: number, to: number): number {
	for (let step = 1; step <= REACH; step++) {
		const count = Math.max(counts[from - step] ?? 0, counts[to - 1 + step] ?? 0);
		if (count > 0) return Math.min(1, count) * (1 - (step - 1) / (REACH + 1));
	}
	return 0;
}

/** Neighbouring words of a task, each pair as one number. */
function pairsOf({ vocabulary }: SourceIndex, asked: readonly string[]): ReadonlySet<number> {
	const numbers = asked.map((term) => vocabulary.get(term));
	return new Set(numbers.flatMap((second, at) => {
		const first = numbers[at - 1];
		return first === undefined || second === undefined ? [] : [pairNumber(first, second)];
	}));
}

function pairNumber(first: number, second: number): number {
	return first * 0x4000000 + second;
}

/** The share of a task's neighbouring words that are neighbours in a passage, too. */
function sharedPairs({ terms, starts }: SourceIndex, from: number, to: number, pairs: ReadonlySet<number>): number {
	if (pairs.size === 0) return 0;
	const found = new Set<number>();
	for (let at = (starts[from] ?? 0) + 1; at < (starts[to] ?? 0); at++) {
		const pair = pairNumber(terms[at - 1] ?? 0, terms[at] ?? 0);
		if (pairs.has(pair)) found.add(pair);
	}
	return found.size / pairs.size;
}

/** A passage without the units at its ends that hold no word of the task. */
function trim(passage: Passage, wanted: readonly Wanted[]): Passage {
	const isIdle = (unit: number): boolean => wanted.every(({ counts }) => (counts[unit] ?? 0) === 0);
	let { from, to } = passage;
	while (from < to - 1 && isIdle(from)) from++;
	while (to > from + 1 && isIdle(to - 1)) to--;
	return { from, to };
}

function withoutOverlaps(found: readonly FoundPassage[]): FoundPassage[] {
	const kept: FoundPassage[] = [];
	for (const passage of found) {
		if (kept.length === MOST_PASSAGES) break;
		if (kept.every(({ words: { from, to } }) => passage.words.to <= from || to <= passage.words.from)) kept.push(passage);
	}
	return kept;
}
