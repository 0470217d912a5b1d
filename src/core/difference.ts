import { isNearStem } from './near-word';
import { areSynonyms, isCommon, isPiece, isSoft } from './synonyms';
import { areOpposite } from './task-verbs';
import type { Term, Wording } from './wording';

/** What each of two wordings has that the other has not, in no other word either. */
export interface Difference {
	readonly one: Side;
	readonly other: Side;
	/** Words that each spells in its own way: a slip of the pen, or cut off. */
	readonly twins: readonly (readonly [one: string, other: string])[];
}

interface Side {
	readonly wording: Wording;
	readonly own: readonly Placed[];
}

/** A term, and those next to it that both wordings have; null at either end. */
interface Placed {
	readonly term: Term;
	readonly before: string | null;
	readonly after: string | null;
}

/** Of so few different words each side, in one and the same place, one stands for the other. */
const MOST_SUBSTITUTED = 2;
/** Of what a task asks for beside the rest, so much has to be news. */
const LEAST_NEWS = 0.75;

export function findDifference(one: Wording, other: Wording): Difference {
	return {
		one: { wording: one, own: unmatched(one, other) },
		other: { wording: other, own: unmatched(other, one) },
		twins: findTwins(one, other),
	};
}

/** Whether all that differs is that one thing stands where the other wording has another. */
export function isSubstitution({ one, other }: Difference): boolean {
	if (one.own.length === 0 || other.own.length === 0) return false;
	if (one.own.length > MOST_SUBSTITUTED || other.own.length > MOST_SUBSTITUTED) return false;
	return haveSubstitute(one.own, other.own) || (one.own.some(isNaming) && other.own.some(isNaming)) || (hasOwnVerb(one) && hasOwnVerb(other));
}

/** Whether a number follows the same word in both, and is another: "chamber 3", "chamber 7". */
export function hasOtherNumber({ one, other }: Difference): boolean {
	return one.own.some((mine) => isNumberAfter(mine) && other.own.some((theirs) => isNumberAfter(theirs) && mine.before === theirs.before));
}

function isNumberAfter({ term, before }: Placed): boolean {
	return term.kind === 'number' && before !== null;
}

/** Whether anywhere one thing stands where the other wording has another. */
export function haveSubstitute(one: readonly Placed[], other: readonly Placed[]): boolean {
	return one.some((each) => other.some((their) => isSamePlace(each, their)));
}

/** Whether both begin with the same verb, or one that may stand for it. */
export function haveSameVerb({ one: { wording: one }, other: { wording: other } }: Difference): boolean {
	if (!one.verb || !other.verb) return true;
	const [mine, theirs] = [one.verb.stem, other.verb.stem];
	return isSameStem(mine, theirs) || areSynonyms(mine, theirs);
}

/** Whether a word of one is the contrary of a word of the other. */
export function isContrary({ one, other }: Difference): boolean {
	const [mine, theirs] = [ownKeys(one.wording, other.wording), ownKeys(other.wording, one.wording)];
	return mine.some((key) => theirs.some((their) => areOpposite(key, their)));
}

/** Whether one asks for something more, of which the other says nothing, or for a piece of it only. */
export function isPart({ one, other }: Difference): boolean {
	return hasOwnClause(one) || hasOwnClause(other) || hasOwnPiece(one, other) || hasOwnPiece(other, one);
}

/** Whether only one speaks of a piece of the thing: "the cost section of the bid". */
function hasOwnPiece({ own }: Side, { own: others }: Side): boolean {
	return others.length === 0 && own.some(({ term }) => isPiece(term.key));
}

function hasOwnClause({ wording: { terms }, own }: Side): boolean {
	const clauses = new Set(terms.map(({ clause }) => clause));
	return clauses.size > 1 && [...clauses].some((clause) => {
		const all = terms.filter((term) => term.clause === clause && !term.isAside && !isSoft(term.key));
		const news = all.filter((term) => own.some((each) => each.term === term));
		return news.length > 1 && news.length >= LEAST_NEWS * all.length;
	});
}

function hasOwnVerb({ wording: { verb }, own }: Side): boolean {
	return own.some(({ term }) => term.key === verb?.stem);
}

function ownKeys({ terms }: Wording, other: Wording): readonly string[] {
	return terms.map(({ key }) => key).filter((key) => !other.terms.some((each) => each.key === key));
}

/** Where a word stands at the very end or beginning, only the other neighbour tells. */
function isSamePlace(one: Placed, other: Placed): boolean {
	return one.before === other.before || one.after === other.after;
}

function isNaming({ term }: Placed): boolean {
	return term.isName || term.kind === 'number' || term.kind === 'id';
}

function findTwins({ terms: one }: Wording, { terms: other }: Wording): Difference['twins'] {
	const theirs = other.filter((term) => !has(one, term));
	return one.filter((term) => !has(other, term))
		.flatMap((term) => theirs.filter((each) => isSpelling(term, each)).map((each) => [term.key, each.key] as const));
}

function unmatched({ terms, verb }: Wording, { terms: others }: Wording): readonly Placed[] {
	const shared = (each: Term): boolean => has(others, each);
	return terms.flatMap((term, at) => {
		const isWithoutWeight = isSoft(term.key) && term.key !== verb?.stem;
		if (isWithoutWeight || shared(term) || others.some((each) => isSpelling(term, each) || isSynonym(term, each))) return [];
		return [{ term, before: terms.slice(0, at).findLast(shared)?.key ?? null, after: terms.slice(at + 1).find(shared)?.key ?? null }];
	});
}

function has(terms: readonly Term[], { key }: Term): boolean {
	return terms.some((each) => each.key === key);
}

function isSpelling(one: Term, other: Term): boolean {
	return one.kind === 'word' && other.kind === 'word' && isSameStem(one.key, other.key);
}

/** Two common words are two, however alike they are spelled: contact, contract. */
function isSameStem(one: string, other: string): boolean {
	return isNearStem(one, other) && (one === other || !isCommon(one) || !isCommon(other));
}

function isSynonym(one: Term, other: Term): boolean {
	return one.kind === 'word' && other.kind === 'word' && areSynonyms(one.key, other.key);
}
