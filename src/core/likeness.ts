import { findDifference, haveSameVerb, haveSubstitute, type Difference } from './difference';
import { similarity, type TermVector } from './similarity';
import { findOtherVeto, findPlainVeto, type Task, type Veto } from './veto';

/** How alike two tasks are, and what keeps them apart all the same. */
export interface Likeness {
	/** From 0 to 1. */
	readonly score: number;
	readonly veto: Veto | null;
}

/** A task with its vector. */
export interface WeighedTask {
	readonly task: Task;
	readonly vector: TermVector;
}

/** What shows in the shape of a difference is worth this much, in either direction. */
const ONLY_ADDED = 0.08;
const REPLACED = 0.1;
const OTHER_VERB = 0.15;
/** Where more words than these differ, no single one of them tells. */
const MOST_TELLING = 6;
/** So that the order of summing can't move a pair over a threshold. */
const PRECISION = 1e9;

/** Judges a pair. The same both ways. @param cosine of their vectors, where it is known */
export function judgeLikeness(one: WeighedTask, other: WeighedTask, cosine: number = similarity(one.vector, other.vector)): Likeness {
	const veto = findPlainVeto(one.task, other.task);
	// Most pairs end here, and what differs takes the longest to find.
	if (veto !== null) return { score: cosine, veto };
	const difference = findDifference(one.task.wording, other.task.wording);
	const score = cosine + twinScore(one.vector, other.vector, difference) + shapeScore(difference);
	return { score: Math.round(Math.min(1, Math.max(0, score)) * PRECISION) / PRECISION, veto: findOtherVeto(one.task, other.task, difference) };
}

/** A word that is only spelled in another way is the same word. */
function twinScore(one: TermVector, other: TermVector, { twins }: Difference): number {
	return twins.reduce((sum, [mine, theirs]) => sum + weightOf(one, mine) * weightOf(other, theirs), 0);
}

function weightOf({ keys, weights }: TermVector, key: string): number {
	return weights[keys.indexOf(key)] ?? 0;
}

/** Where one only says more, the two are one rather than where each says something else or begins otherwise. */
function shapeScore(difference: Difference): number {
	const { one, other } = difference;
	if (one.own.length === 0 || other.own.length === 0) return haveSameVerb(difference) ? ONLY_ADDED : -OTHER_VERB;
	// Long texts in other words differ everywhere, and that tells nothing.
	if (one.own.length + other.own.length > MOST_TELLING) return 0;
	if (!haveSameVerb(difference)) return -OTHER_VERB;
	return haveSubstitute(one.own, other.own) ? -REPLACED : 0;
}
