import { prepareFuzzySearch } from 'obsidian';
import { foldName, type Person } from '../core/person';
import type { NearPeople } from '../core/recent-people';

/** A person whom some letters can mean. */
export interface FoundPerson {
	readonly person: Person;
	/** The alias or address that has the letters, where the name has not. */
	readonly by: string | null;
}

/** How near at hand, how well the letters fit, and what they were found in. */
interface Rank extends FoundPerson {
	readonly isPrefix: boolean;
	readonly nearness: number;
	readonly score: number;
}

/**
 * Finds people by a few letters of their names, aliases or addresses, accents and case
 * apart. Those whose words begin so come first; among them those of the note, then those whom
 * one has lately dealt with.
 */
export function searchPeople(persons: readonly Person[], letters: string, near: NearPeople, most: number): FoundPerson[] {
	const wanted = foldName(letters);
	if (wanted === '') return nearestFirst(persons, near).slice(0, most).map((person) => ({ person, by: null }));
	const search = prepareFuzzySearch(wanted);
	const nearness = ({ path }: Person): number => (near.inNote.has(path) ? 2 : near.recent.has(path) ? 1 : 0);
	const ranks = persons.flatMap((person): Rank[] => {
		const best = textsOf(person).flatMap(({ by, folded }): Rank[] => {
			const score = beginsWord(folded, wanted) ? search(folded)?.score : undefined;
			return score === undefined ? [] : [{ person, by, score, isPrefix: hasPrefixes(folded, wanted), nearness: nearness(person) }];
		}).sort(compare)[0];
		return best ? [best] : [];
	});
	return ranks.sort(compare).slice(0, most).map(({ person, by }) => ({ person, by }));
}

/** Those of the note, then those whom one has lately dealt with, then all others as they come. */
function nearestFirst(persons: readonly Person[], { inNote, recent }: NearPeople): readonly Person[] {
	const near = persons.filter(({ path }) => inNote.has(path) || recent.has(path));
	const isInNote = ({ path }: Person): boolean => inNote.has(path);
	return [...near.filter(isInNote), ...near.filter((person) => !isInNote(person)), ...persons.filter((person) => !near.includes(person))];
}

interface FoldedText {
	readonly by: string | null;
	readonly folded: string;
}

/** A person stays the same object while the root note says the same. */
const foldedTexts = new WeakMap<Person, readonly FoldedText[]>();

function textsOf(person: Person): readonly FoldedText[] {
	const known = foldedTexts.get(person);
	if (known) return known;
	const others = [...person.aliases, ...(person.email === null ? [] : [person.email])];
	const texts = [{ by: null, folded: foldName(person.name) }, ...others.map((by) => ({ by, folded: foldName(by) }))];
	foldedTexts.set(person, texts);
	return texts;
}

/** Letters from the middle of words fit too many. */
function beginsWord(folded: string, wanted: string): boolean {
	return ` ${folded}`.includes(` ${wanted.charAt(0)}`);
}

/** Whether each of the wanted words begins a word, in their order: `an ru` in `ana ruiz`. */
function hasPrefixes(folded: string, wanted: string): boolean {
	const words = folded.split(' ');
	return wanted.split(' ').every((prefix) => {
		const at = words.findIndex((word) => word.startsWith(prefix));
		words.splice(0, at + 1);
		return at >= 0;
	});
}

function compare(a: Rank, b: Rank): number {
	return Number(b.isPrefix) - Number(a.isPrefix)
		|| b.nearness - a.nearness
		|| Number(a.by !== null) - Number(b.by !== null)
		|| b.score - a.score
		|| (a.person.name < b.person.name ? -1 : a.person.name > b.person.name ? 1 : 0);
}
