import { EqualLines, type Copy } from './equal-lines';

/** Where a deleted line was. */
export interface Place {
	readonly ending: string;
	readonly above: Neighbour;
	readonly below: Neighbour;
	/** Which of the places with these neighbours it was; absent where that was not remembered. */
	readonly copy?: Copy;
}

/** The nearest line with text, and how many blank ones lie between; null is the start or the end of the note. */
export interface Neighbour {
	readonly text: string | null;
	readonly blanks: number;
}

/** A place that is looked for. */
interface Wanted {
	readonly place: Place;
	/** Where it was, from 0: counts only where it was not remembered which of equal places was meant. */
	readonly hint: number;
}

const EDGE: Neighbour = { text: null, blanks: 0 };

/** Describes places between the lines of a text, told by the line before which each is; the last one is behind them all. */
export function describePlaces(lines: readonly string[], places: readonly number[]): Omit<Place, 'ending'>[] {
	if (places.length === 0) return [];
	const [above, below] = readNeighbours(lines);
	const keys = above.map((each, at) => pairKey(each, below[at] ?? EDGE));
	const equal = equalPlaces(lines, keys, places.map((at) => keys[at] ?? ''));
	return places.map((at) => ({ above: above[at] ?? EDGE, below: below[at] ?? EDGE, copy: equal.copyOf(at) }));
}

/**
 * Finds places again: where both neighbours are as they were; where they are so nowhere in
 * its section, at the only place of that section where one of them is; where they are at
 * two, at the one where the line stood. Null where it can't be told.
 */
export function findPlaces(lines: readonly string[], wanted: readonly Wanted[]): (number | null)[] {
	if (wanted.length === 0) return [];
	const [above, below] = readNeighbours(lines);
	const all = wanted.map(({ place }) => place);
	const pairs = equalPlaces(lines, above.map((each, at) => pairKey(each, below[at] ?? EDGE)), all.map((place) => pairKey(place.above, place.below)));
	const byAbove = equalPlaces(lines, above.map(keyOf), all.map((place) => keyOf(place.above)));
	const byBelow = equalPlaces(lines, below.map(keyOf), all.map((place) => keyOf(place.below)));
	return wanted.map(({ place, hint }) => {
		const pair = pairKey(place.above, place.below);
		const found = place.copy ? pairs.find(pair, place.copy) : onlyOne(pairs.placesOf(pair), hint);
		const headings = place.copy?.section?.headings;
		if (found !== null || pairs.placesOf(pair, headings).length > 0) return found;
		return agree(onlyOne(byAbove.placesOf(keyOf(place.above), headings)), onlyOne(byBelow.placesOf(keyOf(place.below), headings)), hint);
	});
}

/** Places of a text, told apart by a key of each as lines are by their text. A place belongs to the section of the line above it. */
function equalPlaces(lines: readonly string[], keys: readonly string[], wanted: readonly string[]): EqualLines {
	return new EqualLines([null, ...lines], new Set(wanted), keys);
}

/** For each place what stands above it, and what below. */
function readNeighbours(lines: readonly string[]): [above: Neighbour[], below: Neighbour[]] {
	return [nearestBefore(lines), nearestBefore([...lines].reverse()).reverse()];
}

function nearestBefore(lines: readonly string[]): Neighbour[] {
	let nearest = EDGE;
	const later = lines.map((text) => (nearest = text.trim() === '' ? { ...nearest, blanks: nearest.blanks + 1 } : { text, blanks: 0 }));
	return [EDGE, ...later];
}

function keyOf({ text, blanks }: Neighbour): string {
	return text === null ? `${blanks}` : `${blanks} ${text}`;
}

function pairKey(above: Neighbour, below: Neighbour): string {
	return `${keyOf(above)}\n${keyOf(below)}`;
}

/** The place that both sides tell, or the one that one of them does; where they tell two, the hinted one. */
function agree(one: number | null, other: number | null, hint: number): number | null {
	if (one === null || other === null || one === other) return one ?? other;
	return one === hint || other === hint ? hint : null;
}

/** The only place there is; of several the hinted one. */
function onlyOne(places: readonly number[], hint?: number): number | null {
	if (places.length === 1) return places[0] ?? null;
	return hint !== undefined && places.includes(hint) ? hint : null;
}
