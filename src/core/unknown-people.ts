import { saidBy } from './decided';
import { fullKey, withoutRemarks } from './full-key';
import type { IndexedNote } from './indexed-note';
import type { Snapshot } from './index-store';
import { findNameSpans } from './name-spans';
import type { People } from './people';
import { cleanName, type Person } from './person';
import { resolveName, selectPeople } from './selectors';

/** A name that notes give and that is nobody's who has a note. */
export interface UnknownName {
	/** What its spellings have in common. */
	readonly key: string;
	/** As it is written most often, without remarks in brackets. */
	readonly name: string;
	/** How often it is written. */
	readonly count: number;
	/** Paths of the notes that it is written in, in their order. */
	readonly paths: readonly string[];
	/** Whose name it may be a slip of. */
	readonly near: readonly Person[];
}

/** An unknown name where it is written. */
interface Occurrence {
	readonly key: string;
	readonly name: string;
	readonly near: readonly Person[];
}

/** The names of nobody known, in fields, mentions and owners of tasks; the most frequent first. */
export function selectUnknownNames(snapshot: Snapshot): readonly UnknownName[] {
	const found = new Map<string, { spellings: Map<string, number>; paths: Set<string>; near: Set<Person> }>();
	for (const note of snapshot.notes.values()) {
		for (const { key, name, near } of occurrencesIn(snapshot, note)) {
			const unknown = found.get(key) ?? { spellings: new Map(), paths: new Set(), near: new Set() };
			found.set(key, unknown);
			unknown.spellings.set(name, (unknown.spellings.get(name) ?? 0) + 1);
			unknown.paths.add(note.path);
			for (const person of near) unknown.near.add(person);
		}
	}
	return [...found].map(([key, { spellings, paths, near }]) => ({ key, ...commonest(spellings), paths: [...paths].sort(), near: [...near] })).sort(compare);
}

const known = new WeakMap<IndexedNote, { readonly people: People; readonly occurrences: readonly Occurrence[] }>();

function occurrencesIn(snapshot: Snapshot, note: IndexedNote): readonly Occurrence[] {
	const people = selectPeople(snapshot);
	const former = known.get(note);
	if (former?.people === people) return former.occurrences;
	const occurrences = namesIn(people, note).flatMap((written) => {
		const resolution = resolveName(snapshot, written, note);
		const key = fullKey(written);
		return resolution.kind === 'unknown' && /\p{L}/u.test(key) ? [{ key, name: withoutRemarks(cleanName(written)), near: resolution.near }] : [];
	});
	known.set(note, { people, occurrences });
	return occurrences;
}

/** All names that a note gives as such. A link is only a link, and may lead anywhere. */
function namesIn(people: People, { names, proposals, decided }: IndexedNote): readonly string[] {
	const tasks = [...proposals, ...decided.flatMap(({ place }) => (place ? [saidBy(place)] : []))];
	return [...names, ...tasks.flatMap(({ text, owner }) => [
		...(owner === null ? [] : [owner]),
		...findNameSpans(text, (name) => people.isKnownName(name)).flatMap(({ kind, name }) => (kind === 'mention' ? [name] : [])),
	])];
}

function commonest(spellings: ReadonlyMap<string, number>): { readonly name: string; readonly count: number } {
	const [first] = [...spellings].sort(([a, often], [b, seldom]) => seldom - often || (a < b ? -1 : 1));
	return { name: first?.[0] ?? '', count: [...spellings.values()].reduce((sum, each) => sum + each, 0) };
}

function compare(a: UnknownName, b: UnknownName): number {
	return b.count - a.count || (a.key < b.key ? -1 : 1);
}
