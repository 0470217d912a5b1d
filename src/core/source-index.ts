import { eachWord, termOf, termsOf } from './source-terms';
import { readSourceText, type Unit } from './source-text';

/** Units that are shown and searched as one, by their numbers; `to` is exclusive. */
export interface Passage {
	readonly from: number;
	readonly to: number;
}

/** A source that was taken apart, and its words. Immutable. */
export interface SourceIndex {
	readonly text: string;
	readonly units: readonly Unit[];
	readonly passages: readonly Passage[];
	/** The numbers of the terms, in the order of the text. */
	readonly terms: Int32Array;
	/** Where in `terms` each unit begins; at the end their count. */
	readonly starts: readonly number[];
	/** The number of each term. */
	readonly vocabulary: ReadonlyMap<string, number>;
	/** The terms of the names of those who write or speak. */
	readonly voices: ReadonlySet<string>;
}

/** What is said is searched in windows of so many sentences, or words that say something. */
const WINDOW = { sentences: 3, terms: 35 };
/** Work is handed back after so many units. */
const STEP = 200;

/** Takes a source apart and numbers its words. Hands back now and then, so that it can be done in slices. */
export function* indexSource(text: string): Generator<void, SourceIndex> {
	const units = yield* readSourceText(text);
	const vocabulary = new Vocabulary();
	const terms: number[] = [];
	const starts = [0];
	const take = (word: string): void => {
		const number = vocabulary.numberOf(word);
		if (number >= 0) terms.push(number);
	};
	for (const [at, { start, end }] of units.entries()) {
		eachWord(text, start, end, take);
		starts.push(terms.length);
		if (at % STEP === STEP - 1) yield;
	}
	const voices = new Set([...new Set(units.map(({ by }) => by ?? ''))].flatMap(termsOf));
	return { text, units, passages: passagesOf(units, starts), terms: Int32Array.from(terms), starts, vocabulary: vocabulary.numbers, voices };
}

/** How many terms a stretch of units has. */
export function lengthOf({ starts }: SourceIndex, { from, to }: Passage): number {
	return (starts[to] ?? 0) - (starts[from] ?? 0);
}

/** Numbers words, so that the same few hundred are looked at once each. */
class Vocabulary {
	readonly numbers = new Map<string, number>();
	readonly #words = new Map<string, number>();

	/** The number of what a word is counted as; -1 for one that says nothing. */
	numberOf(word: string): number {
		const known = this.#words.get(word);
		if (known !== undefined) return known;
		const term = termOf(word);
		const number = term === null ? -1 : (this.numbers.get(term) ?? this.numbers.size);
		if (term !== null) this.numbers.set(term, number);
		this.#words.set(word, number);
		return number;
	}
}

/** Each unit by itself, and with the sentence behind it; of what is said, windows from each sentence on, since one thing is said in several, and by several. */
function passagesOf(units: readonly Unit[], starts: readonly number[]): Passage[] {
	return units.flatMap((unit, from): Passage[] => {
		if (unit.kind === 'speech') return [{ from, to: windowEnd(units, starts, from) }];
		return goesOn(unit, units[from + 1]) ? [{ from, to: from + 1 }, { from, to: from + 2 }] : [{ from, to: from + 1 }];
	});
}

/** Whether a sentence and the one behind it stand in the same message. */
function goesOn(unit: Unit, next: Unit | undefined): boolean {
	return unit.kind === 'sentence' && next?.kind === 'sentence' && unit.by === next.by && unit.at === next.at && unit.isQuoted === next.isQuoted;
}

function windowEnd(units: readonly Unit[], starts: readonly number[], from: number): number {
	const most = (starts[from] ?? 0) + WINDOW.terms;
	let to = from + 1;
	while (to - from < WINDOW.sentences && units[to]?.kind === 'speech' && (starts[to + 1] ?? Infinity) <= most) to++;
	return to;
}

/** A place between two characters of a text: its line from 0, and UTF-16 units into that. */
export interface TextPlace {
	readonly line: number;
	readonly ch: number;
}

/** Where a passage begins and ends. */
export interface TextRange {
	readonly from: TextPlace;
	readonly to: TextPlace;
}

/** Where a passage stands in its source's text. */
export function locate({ text, units }: SourceIndex, { from, to }: Passage): TextRange {
	const [first, last] = [units[from], units[to - 1]];
	const placeOf = (line: number, offset: number): TextPlace => ({ line, ch: offset - (text.lastIndexOf('\n', offset - 1) + 1) });
	return { from: placeOf(first?.line ?? 0, first?.start ?? 0), to: placeOf(last?.endLine ?? 0, last?.end ?? 0) };
}
