import type { Term } from './wording';

/** Two tasks less alike than this are not even shown to each other. */
export const LEAST_SIMILARITY = 0.464;

/** So many tasks a vault is thought to have beside its own, none of which has any of its terms. */
export const TASKS_ELSEWHERE = 300;
/** How fast terms count less towards the end: what a task is about stands at its beginning. */
const DECAY = 0.12;
/** Sums of the same numbers in another order differ by less. */
const PRECISION = 1e9;

/**
 * How much each term says, by how rare it is. Counted over all tasks of a vault at one
 * moment, then held, so that groups stay what they are when other notes come and go.
 */
export class TermWeights {
	private readonly ids = new Map<string, number>();

	/** @param counts in how many tasks each term occurs @param tasks how many tasks there are */
	constructor(private readonly counts: ReadonlyMap<string, number>, readonly tasks: number) {}

	/** Inverse document frequency, greater than 0. In a small vault a term is not common yet because every task has it. */
	of(key: string): number {
		return Math.log((this.tasks + TASKS_ELSEWHERE + 1) / ((this.counts.get(key) ?? 0) + 0.5));
	}

	/** A number that stands for the term, from 0 in the order of their first use. */
	idOf(key: string): number {
		const id = this.ids.get(key) ?? this.ids.size;
		this.ids.set(key, id);
		return id;
	}
}

/** A task's terms with their weights, the rarest first; of length 1, or 0 where there are none. */
export interface TermVector {
	readonly keys: readonly string[];
	/** `TermWeights.idOf` each of them. */
	readonly ids: Int32Array;
	readonly weights: Float64Array;
	/** Length of the vector from each term on. */
	readonly rest: Float64Array;
}

/** The vector of a task by its terms, each once, in their order. */
export function termVector(terms: readonly Term[], weights: TermWeights): TermVector {
	const weighed = terms
		.map(({ key }, at) => ({ key, idf: weights.of(key), raw: weights.of(key) / (1 + DECAY * at) }))
		.sort((a, b) => b.idf - a.idf || (a.key < b.key ? -1 : 1));
	const length = Math.hypot(...weighed.map(({ raw }) => raw)) || 1;
	const scaled = Float64Array.from(weighed, ({ raw }) => raw / length);
	return { keys: weighed.map(({ key }) => key), ids: Int32Array.from(weighed, ({ key }) => weights.idOf(key)), weights: scaled, rest: restLengths(scaled) };
}

function restLengths(weights: Float64Array): Float64Array {
	const rest = new Float64Array(weights.length);
	let sum = 0;
	for (let at = weights.length - 1; at >= 0; at--) {
		sum += (weights[at] ?? 0) ** 2;
		rest[at] = Math.sqrt(sum);
	}
	return rest;
}

/** How alike two tasks read: the cosine of their vectors, from 0 to 1, the same both ways. */
export function similarity(one: TermVector, other: TermVector): number {
	let sum = 0;
	for (let at = 0; at < one.ids.length; at++) {
		const found = other.ids.indexOf(one.ids[at] ?? -1);
		if (found >= 0) sum += (one.weights[at] ?? 0) * (other.weights[found] ?? 0);
	}
	return Math.round(sum * PRECISION) / PRECISION;
}

interface Posting<T> {
	readonly item: T;
	readonly vector: TermVector;
	/** Length of the vector from this term on. */
	readonly rest: number;
}

/**
 * Finds what reads alike, exactly, without comparing all with all: two vectors with a cosine
 * of at least `LEAST_SIMILARITY` share a term among the first, rarest ones of both, up to
 * where the rest is too short to matter. All vectors are of the same `TermWeights`.
 */
export class SimilarityIndex<T> {
	readonly #postings: Posting<T>[][] = [];
	/** The weights of the vector that is looked for, by term. */
	#probe = new Float64Array(1024);

	add(item: T, vector: TermVector): void {
		forPrefix(vector, (id, rest) => (this.#postings[id] ??= []).push({ item, vector, rest }));
	}

	remove(item: T, vector: TermVector): void {
		forPrefix(vector, (id) => {
			const list = this.#postings[id] ?? [];
			const at = list.findIndex((posting) => posting.item === item);
			const last = at < 0 ? undefined : list.pop();
			if (last && at < list.length) list[at] = last;
		});
	}

	/** Calls `found` once for each item at least as similar as `LEAST_SIMILARITY`, in no particular order. */
	find(vector: TermVector, found: (item: T, score: number) => void): void {
		this.#fillProbe(vector);
		const seen = new Set<T>();
		forPrefix(vector, (id, rest) => {
			for (const posting of this.#postings[id] ?? []) {
				// The first term that both have bounds what all later ones can add.
				if (rest * posting.rest < LEAST_SIMILARITY || seen.has(posting.item)) continue;
				seen.add(posting.item);
				const score = this.#score(posting.vector);
				if (score >= LEAST_SIMILARITY) found(posting.item, score);
			}
		});
		for (const id of vector.ids) this.#probe[id] = 0;
	}

	#fillProbe({ ids, weights }: TermVector): void {
		const highest = ids.reduce((most, id) => Math.max(most, id), 0);
		if (highest >= this.#probe.length) this.#probe = new Float64Array(2 * highest);
		for (let at = 0; at < ids.length; at++) this.#probe[ids[at] ?? 0] = weights[at] ?? 0;
	}

	#score({ ids, weights }: TermVector): number {
		let sum = 0;
		for (let at = 0; at < ids.length; at++) sum += (this.#probe[ids[at] ?? 0] ?? 0) * (weights[at] ?? 0);
		return Math.round(sum * PRECISION) / PRECISION;
	}
}

function forPrefix({ ids, rest }: TermVector, visit: (id: number, rest: number) => void): void {
	for (let at = 0; at < ids.length && (rest[at] ?? 0) >= LEAST_SIMILARITY; at++) visit(ids[at] ?? 0, rest[at] ?? 0);
}
