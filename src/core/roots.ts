import { MAX_NAME_LENGTH } from './full-key';
import { count, countFullName, type FullNameCounts } from './name-counts';
import { normalize } from './normalize';
import { cleanName, foldName, isPlaceholderName, type Person } from './person';

/** Whose root a note was and is. */
export interface RootChange {
	readonly before: { readonly person: Person | null } | null;
	readonly after: { readonly person: Person | null } | null;
}

/** The people who have root notes, by all that they are found by. A changed root costs its own. */
export class Roots {
	readonly byName = new Map<string, Person[]>();
	/** As links write their paths. */
	readonly byLink = new Map<string, Person[]>();
	/** By names and aliases, folded. */
	readonly byKey = new Map<string, Person[]>();
	/** By names and aliases of several words, as tags write them. */
	readonly bySlug = new Map<string, Person[]>();
	readonly byEmail = new Map<string, Person[]>();
	readonly byFirst = new Map<string, Person[]>();
	readonly byLast = new Map<string, Person[]>();
	/** The names of the vault's owner, folded. */
	readonly owners: ReadonlySet<string>;
	/** In order of their paths. */
	#persons: readonly Person[];
	/** Another object whenever a root is another. */
	#state: object = {};
	/** Another object whenever somebody is found by another name. */
	#naming: object = {};
	/** How many persons have each, folded. */
	readonly #organisations = new Map<string, number>();
	/** By their first word, how many have each full name, folded. */
	readonly #fullNames: FullNameCounts = new Map();

	constructor(persons: readonly Person[], private readonly ownerNames: readonly string[]) {
		this.#persons = sortByPath(persons);
		this.owners = new Set(ownerNames.map((name) => foldName(cleanName(name))).filter((key) => key !== ''));
		for (const key of this.owners) countFullName(this.#fullNames, key, 1);
		for (const person of this.#persons) this.#add(person);
	}

	get persons(): readonly Person[] {
		return this.#persons;
	}

	get state(): object {
		return this.#state;
	}

	get naming(): object {
		return this.#naming;
	}

	/** These after some roots have changed; others where the owner's names have. */
	renew(changes: readonly RootChange[], ownerNames: readonly string[]): Roots {
		const changed = changes.filter(({ before, after }) => before?.person !== after?.person && (before?.person ?? after?.person));
		if (changed.length > 0) this.#change(changed);
		return ownerNames === this.ownerNames ? this : new Roots(this.#persons, ownerNames);
	}

	/** Whether a folded name is somebody's, or the owner's. */
	knows(key: string): boolean {
		return this.byKey.has(key) || (this.owners.has(key) && !isPlaceholderName(key));
	}

	/** Whether a folded name is one that somebody works for. */
	isOrganisation(key: string): boolean {
		return this.#organisations.has(key);
	}

	/** The full names that begin with a word. */
	fullNames(word: string): Iterable<string> {
		return this.#fullNames.get(word)?.keys() ?? [];
	}

	/** Whether the same are found by the same names. */
	areCalledAs({ persons, owners }: Roots): boolean {
		return this.persons.length === persons.length
			&& this.persons.every((person, at) => isCalledAs(person, persons[at]))
			&& this.owners.size === owners.size
			&& [...this.owners].every((name) => owners.has(name));
	}

	#change(changes: readonly RootChange[]): void {
		const gone = new Set(changes.map(({ before }) => before?.person));
		const come = changes.flatMap(({ after }) => after?.person ?? []);
		for (const person of gone) if (person) this.#remove(person);
		for (const person of come) this.#add(person);
		this.#persons = sortByPath([...this.#persons.filter((person) => !gone.has(person)), ...come]);
		this.#state = {};
		if (!changes.every(({ before, after }) => isCalledAs(before?.person, after?.person))) this.#naming = {};
	}

	#add(person: Person): void {
		for (const [map, key] of this.#places(person)) add(map, key, person);
		this.#count(person, 1);
	}

	#remove(person: Person): void {
		for (const [map, key] of this.#places(person)) remove(map, key, person);
		this.#count(person, -1);
	}

	#places(person: Person): (readonly [Map<string, Person[]>, string])[] {
		const keys = [...keysOf(person)];
		const full = keys.map((key) => key.split(' ')).filter((words) => words.length > 1);
		return [
			[this.byName, person.name],
			[this.byLink, linkKey(person.path)],
			...(person.email === null ? [] : [[this.byEmail, person.email.toLowerCase()] as const]),
			...keys.map((key) => [this.byKey, key] as const),
			...full.map((words) => [this.bySlug, slugKey(words.join(' '))] as const),
			...full.map((words) => [this.byFirst, words[0] ?? ''] as const),
			...full.map((words) => [this.byLast, words.at(-1) ?? ''] as const),
		];
	}

	#count(person: Person, by: 1 | -1): void {
		if (person.company !== null) count(this.#organisations, foldName(person.company), by);
		for (const key of keysOf(person)) countFullName(this.#fullNames, key, by);
	}
}

/** The folded names and aliases of a person. */
export function keysOf(person: Person): ReadonlySet<string> {
	const names = [person.name, ...person.aliases].filter((name) => name.length <= MAX_NAME_LENGTH);
	return new Set(names.map((name) => foldName(cleanName(name))).filter((key) => !isPlaceholderName(key)));
}

/** What a link's target and a root's path have in common. */
export function linkKey(path: string): string {
	return normalize(path, 'NFC').replace(/^\//, '').replace(/\.md$/i, '').toLowerCase();
}

/** A folded name or a tag's slug without all that slugs lose. */
export function slugKey(key: string): string {
	return key.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Those persons in order of their paths. */
export function sortByPath(persons: readonly Person[]): readonly Person[] {
	return [...persons].sort((a, b) => a.path < b.path ? -1 : 1);
}

/** Whether two of one root are found by the same names. */
function isCalledAs(one: Person | null | undefined, other: Person | null | undefined): boolean {
	if (one === other) return true;
	if (!one || !other) return false;
	return one.path === other.path && one.name === other.name && one.email === other.email && one.company === other.company
		&& one.aliases.length === other.aliases.length && one.aliases.every((alias, at) => alias === other.aliases[at]);
}

function add(map: Map<string, Person[]>, key: string, person: Person): void {
	const list = map.get(key);
	if (list === undefined) map.set(key, [person]);
	else if (!list.includes(person)) list.push(person);
}

function remove(map: Map<string, Person[]>, key: string, person: Person): void {
	const left = map.get(key)?.filter((each) => each !== person) ?? [];
	if (left.length > 0) map.set(key, left);
	else map.delete(key);
}
