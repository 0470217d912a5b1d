import { normalize } from './normalize';
import { cleanName, findEmail, foldName, isGroupWord, isNearName, isPlaceholderName, type Person } from './person';

/** How a name was recognised where no doubt is left, surest first. */
export type StrongTier = 'link' | 'name' | 'e-mail' | 'alias' | 'spelling' | 'first name in note';

/** Why a name is only probably that person's. */
export type WeakReason = 'one-word name' | 'only one with that first name';

/**
 * Whose name something is. Only `owner` and `person` may be acted on without asking;
 * `weak` is shown with a question mark. Lists of persons are in order of their paths.
 */
export type Resolution =
	| { readonly kind: 'owner' }
	| { readonly kind: 'person'; readonly person: Person; readonly tier: StrongTier }
	| { readonly kind: 'weak'; readonly person: Person; readonly why: WeakReason }
	| { readonly kind: 'ambiguous'; readonly candidates: readonly Person[] }
	/** Several people, a team or an organisation; `members` are those of them it names. */
	| { readonly kind: 'group'; readonly members: readonly Person[] }
	| { readonly kind: 'placeholder' }
	/** Nobody known; `near` may be suggested, never assumed. */
	| { readonly kind: 'unknown'; readonly near: readonly Person[] };

/** Who was seen together: the names of one note, and the logical source the note came from. */
export interface Meeting {
	readonly source: string | null;
	readonly names: readonly string[];
}

/** What a name is resolved among: the names of the note it stands in, and that note's logical source. */
export interface NameContext {
	readonly names: readonly string[];
	readonly source?: string | null;
}

/** What the index of people is built from. */
export interface PeopleInput {
	readonly persons: readonly Person[];
	/** The names that each note's fields give (`readNames`), note by note. */
	readonly names: readonly (readonly string[])[];
	/** The names of the vault's owner. */
	readonly ownerNames: readonly string[];
	/** Without them no lone first name is ever `only one with that first name`. */
	readonly meetings?: readonly Meeting[];
	/**
	 * Names that task lines mention. They only speak against a lone first name: where an
	 * unknown name ends in a sentence is a guess, so they are not taken for known names.
	 */
	readonly mentioned?: readonly string[];
}

/** What a written name tells without its note. */
interface WholeName {
	/** Without remarks. */
	readonly plain: string;
	readonly found: Resolution | null;
	/** A root that is called by this one word: who is meant, only the note can tell. */
	readonly word: string | null;
}

/** Nobody's name is longer; a longer text is not looked at. */
const MAX_NAME_LENGTH = 200;
const FORBIDDEN_IN_FILE_NAMES = /[\\/:*?"<>|#^[\]]/g;
/** A remark that names somebody else. */
const OTHERS_REMARK = /\((?:with|cc|and|via|for|from|by|to)\s[^()]*\)?/gi;
const NO_CONTEXT: NameContext = { names: [] };
const OWNER: Resolution = { kind: 'owner' };
const PLACEHOLDER: Resolution = { kind: 'placeholder' };

/**
 * Builds the index that tells whose name something is. The result does not depend on the
 * order of the input. Each person's path occurs once. @param former one built before, to share what is still so.
 */
export function buildPeople(input: PeopleInput, former?: People): People {
	return new People(input, former);
}

/** Everyone the vault knows. Immutable; made by `buildPeople`. */
export class People {
	/** In order of their paths. */
	readonly persons: readonly Person[];
	/** The same object as in the index before where each name means for certain the one whom it did, and ends where it did. */
	readonly naming: object;
	private readonly owners: ReadonlySet<string>;
	private readonly byPath = new Map<string, Person>();
	private readonly byName = new Map<string, Person[]>();
	/** Names and aliases, folded. */
	private readonly byKey = new Map<string, Person[]>();
	private readonly byEmail = new Map<string, Person[]>();
	private readonly byFirst = new Map<string, Person[]>();
	private readonly byLast = new Map<string, Person[]>();
	private readonly organisations = new Set<string>();
	private readonly known = new Set<string>();
	/** Folded full names that occur anywhere, by their first word. */
	private readonly fullNames = new Map<string, Set<string>>();
	private readonly fullKeys = new Map<string, string>();
	private readonly sourcesOf = new Map<string, Set<string>>();
	private readonly wholeNames = new Map<string, WholeName>();

	constructor({ persons, names, ownerNames, meetings = [], mentioned = [] }: PeopleInput, former?: People) {
		this.persons = sortByPath(persons);
		this.owners = new Set(ownerNames.map((name) => foldName(cleanName(name))).filter((key) => key !== ''));
		for (const person of this.persons) this.addPerson(person);
		for (const key of this.owners) this.addKnown(key);
		for (const name of names.flat()) this.addKnown(this.rememberedKey(name));
		for (const meeting of meetings) this.addMeeting(meeting);
		for (const name of mentioned) this.addFullName(nameKey(name));
		this.naming = former && this.namesAs(former) ? former.naming : {};
	}

	/** Tells whose name `written` is, in a note with the names of `context`. */
	resolve(written: string, context: NameContext = NO_CONTEXT): Resolution {
		if (written.length > MAX_NAME_LENGTH) return { kind: 'unknown', near: [] };
		return this.identify(written, context) ?? { kind: 'unknown', near: this.near(nameKey(written)) };
	}

	/** Whom `written` means for certain, in a note with some names: as `resolve` tells, but without a search for who else it could be. */
	personNamed(written: string, names: readonly string[]): Person | null {
		// The source only makes somebody likely.
		const found = written.length > MAX_NAME_LENGTH ? null : this.identify(written, { names });
		return found?.kind === 'person' ? found.person : null;
	}

	/** Tells whose name a tag's slug was made of, such as `ana-ruiz`: such slugs lose all but letters and digits. */
	resolveSlug(slug: string): Resolution {
		const key = compact(foldName(slug));
		const named = this.persons.filter((person) => [...keysOf(person)].some((own) => own.includes(' ') && compact(own) === key));
		return named.length > 0 ? oneOf(named, 'spelling') : this.resolve(slug.replace(/-/gu, ' '));
	}

	/** Whether a text, whole, is a name that the vault's owner, a root, an alias or a note's field bears. */
	isKnownName(name: string): boolean {
		return name.length <= MAX_NAME_LENGTH && this.known.has(foldName(cleanName(name)));
	}

	private addPerson(person: Person): void {
		this.byPath.set(linkKey(person.path), person);
		add(this.byName, person.name, person);
		if (person.email !== null) add(this.byEmail, person.email.toLowerCase(), person);
		if (person.company !== null) this.organisations.add(foldName(person.company));
		for (const key of keysOf(person)) {
			add(this.byKey, key, person);
			this.addKnown(key);
			const words = key.split(' ');
			if (words.length === 1) continue;
			add(this.byFirst, words[0] ?? '', person);
			add(this.byLast, words.at(-1) ?? '', person);
		}
	}

	private addMeeting({ source, names }: Meeting): void {
		for (const name of names) {
			const key = this.rememberedKey(name);
			this.addKnown(key);
			if (source !== null) addTo(this.sourcesOf, key, source);
		}
	}

	/** The same names stand in hundreds of notes. */
	private rememberedKey(written: string): string {
		const key = this.fullKeys.get(written) ?? nameKey(written);
		this.fullKeys.set(written, key);
		return key;
	}

	private addKnown(key: string): void {
		if (this.known.has(key) || isPlaceholderName(key)) return;
		this.known.add(key);
		this.addFullName(key);
	}

	private addFullName(key: string): void {
		const space = key.indexOf(' ');
		if (space > 0 && !isPlaceholderName(key)) addTo(this.fullNames, key.slice(0, space), key);
	}

	/** Where names were seen together, and those that tasks mention, make somebody likely, never certain. */
	private namesAs(former: People): boolean {
		return this.persons.length === former.persons.length
			&& this.persons.every((person, at) => isCalledAs(person, former.persons[at]))
			&& areSame(this.owners, former.owners)
			&& areSame(this.known, former.known);
	}

	/** Null where nothing tells; then only the spelling can suggest somebody. */
	private identify(written: string, context: NameContext): Resolution | null {
		const { plain, found, word } = this.rememberedWhole(written);
		if (found !== null) return found;
		return (word === null ? null : this.firstName(word, context))
			?? this.group(plain, context)
			?? this.firstName(plain, context);
	}

	/** The same names stand in hundreds of notes. */
	private rememberedWhole(written: string): WholeName {
		const whole = this.wholeNames.get(written) ?? this.readWhole(written);
		this.wholeNames.set(written, whole);
		return whole;
	}

	private readWhole(written: string): WholeName {
		const name = cleanName(written).replace(OTHERS_REMARK, '').trim();
		const plain = withoutRemarks(name);
		const linked = this.byLink(written);
		if (linked !== null) return { plain, found: linked, word: null };
		for (const each of new Set([name, plain])) {
			if (this.isOneWordRoot(each)) return { plain, found: null, word: each };
			const found = this.wholeName(each);
			if (found !== null) return { plain, found, word: null };
		}
		return { plain, found: null, word: null };
	}

	private isOneWordRoot(name: string): boolean {
		const key = foldName(name);
		return !key.includes(' ') && !this.owners.has(key) && this.byName.has(name);
	}

	private byLink(written: string): Resolution | null {
		const target = /^@?\[\[([^[\]|#]*\/[^[\]|#]*)[^[\]]*\]\]$/.exec(written.trim())?.[1];
		const person = target === undefined ? undefined : this.byPath.get(linkKey(target));
		return person === undefined ? null : { kind: 'person', person, tier: 'link' };
	}

	/** Everything that a name tells without its note, unless it is a root's one word. */
	private wholeName(name: string): Resolution | null {
		const key = foldName(name);
		if (this.owners.has(key)) return OWNER;
		const exact = this.byName.get(name);
		if (exact !== undefined) return oneOf(exact, 'name');
		return this.byAddress(name)
			?? (isPlaceholderName(name) ? PLACEHOLDER : null)
			?? this.byFoldedName(key)
			?? this.byFileName(name);
	}

	/** A file can't be called all that a person can. */
	private byFileName(name: string): Resolution | null {
		if (name.search(FORBIDDEN_IN_FILE_NAMES) < 0) return null;
		return this.byFoldedName(foldName(name.replace(FORBIDDEN_IN_FILE_NAMES, '')))
			?? this.byFoldedName(foldName(name.replace(FORBIDDEN_IN_FILE_NAMES, ' ')));
	}

	private byFoldedName(key: string): Resolution | null {
		const found = this.byKey.get(key);
		if (found === undefined || !key.includes(' ')) return null;
		return oneOf(found, found.some((person) => foldName(person.name) === key) ? 'spelling' : 'alias');
	}

	private byAddress(name: string): Resolution | null {
		const address = findEmail(name);
		if (address === null) return null;
		const rest = foldName(withoutRemarks(name.replace(address, ' ').replace(/\be-?mail\b:?/i, ' ')));
		const holders = this.byEmail.get(address.toLowerCase());
		const found = holders ?? this.guessedFrom(address);
		if (found.length === 0 || this.owners.has(rest)) return null;
		const named = rest.includes(' ') ? this.byKey.get(rest) ?? [] : [];
		// Namesakes are told apart by their addresses; the address beside somebody else's name tells nothing.
		const both = named.filter((person) => found.includes(person));
		if (named.length > 0) return oneOf(both.length > 0 ? both : union(found, named), 'e-mail');
		// Safer than the address alone: a full name beside it must not be somebody else's.
		const isFree = rest === '' || (holders !== undefined && !rest.includes(' '));
		const fitting = isFree ? found : found.filter((person) => sharesWord(rest, person));
		return fitting.length > 0 ? oneOf(fitting, 'e-mail') : { kind: 'unknown', near: union(found) };
	}

	private guessedFrom(address: string): readonly Person[] {
		const local = address.slice(0, address.indexOf('@'));
		return local.includes('.') ? this.byKey.get(foldName(local)) ?? [] : [];
	}

	private group(name: string, context: NameContext): Resolution | null {
		const key = foldName(name);
		if (isGroupWord(key.slice(key.lastIndexOf(' ') + 1)) || this.organisations.has(key)) return { kind: 'group', members: [] };
		const parts = name.split(/[&/+;]|\s(?:and|or)\s/i).map((part) => part.trim()).filter((part) => part !== '');
		if (parts.length < 2) return null;
		const found = parts.map((part) => this.identify(part, context));
		const isSomebody = found.some((one) => one?.kind === 'person' || one?.kind === 'owner');
		return isSomebody ? { kind: 'group', members: union(found.flatMap((one) => one?.kind === 'person' ? [one.person] : [])) } : null;
	}

	/** A single word: a first name, a one-word root or alias. Sure only by the full names of the same note. */
	private firstName(name: string, context: NameContext): Resolution | null {
		const word = foldName(name);
		if (word === '' || word.includes(' ')) return null;
		const own = this.byKey.get(word) ?? [];
		const inNote = this.namedInNote(word, context);
		if (inNote.size > 0) return this.amongNamed([...inNote.values()], own);
		if (own.length > 0) return weakOneOf(own, 'one-word name');
		const sameFirst = this.byFirst.get(word) ?? [];
		const [person] = sameFirst;
		if (person === undefined) return null;
		const isLikely = sameFirst.length > 1 || (!this.hasRival(word, person) && this.seenTogether(person, context));
		return isLikely ? weakOneOf(sameFirst, 'only one with that first name') : { kind: 'unknown', near: sameFirst };
	}

	/** A root or alias that is just this word is one more candidate beside the full names of the note. */
	private amongNamed(named: readonly (Person | null)[], own: readonly Person[]): Resolution {
		const candidates = union(named.flatMap((person) => person ?? []), own);
		if (candidates.length > 1) return { kind: 'ambiguous', candidates };
		return named.length === 1 && named[0] !== null ? oneOf(candidates, 'first name in note') : { kind: 'unknown', near: candidates };
	}

	/** The different full names of a note that begin with a word; null for one that is no known person's. */
	private namedInNote(word: string, context: NameContext): ReadonlyMap<string, Person | null> {
		const named = new Map<string, Person | null>();
		for (const written of context.names) {
			const key = this.rememberedKey(written);
			if (!key.startsWith(`${word} `) || isPlaceholderName(key)) continue;
			const found = this.identify(written, NO_CONTEXT);
			const person = found?.kind === 'person' ? found.person : null;
			named.set(person?.path ?? key, person);
		}
		return named;
	}

	private hasRival(word: string, person: Person): boolean {
		const own = keysOf(person);
		return [...this.fullNames.get(word) ?? []].some((key) => !own.has(key));
	}

	/** Without the note's own source, two shared sources are needed for one of them to be another. */
	private seenTogether(person: Person, { names, source = null }: NameContext): boolean {
		const own = keysOf(person);
		const sources = [...own].flatMap((key) => [...this.sourcesOf.get(key) ?? []]).filter((other) => other !== source);
		return names.map((name) => this.rememberedKey(name)).some((key) => {
			if (own.has(key) || this.owners.has(key) || !key.includes(' ')) return false;
			const shared = new Set(sources.filter((other) => this.sourcesOf.get(key)?.has(other)));
			return shared.size >= (source === null ? 2 : 1);
		});
	}

	private near(key: string): readonly Person[] {
		const words = key.split(' ');
		if (words.length < 2) return [];
		return union(this.byFirst.get(words[0] ?? '') ?? [], this.byLast.get(words.at(-1) ?? '') ?? [])
			.filter((person) => [...keysOf(person)].some((own) => isNearName(key, own)));
	}
}

/** Drops bracketed remarks, also one cut off, and a surname said twice: `Ana Ruiz Ruiz (lead)` is `Ana Ruiz`. */
export function withoutRemarks(name: string): string {
	const words = name.replace(/\([^()]*\)?|<[^<>]*>?/g, ' ').split(/\s+/).filter((word) => word !== '');
	if (words.length === 0) return name;
	if (words.length < 3) return words.join(' ');
	return words.filter((word, at) => at === 0 || foldName(word) !== foldName(words[at - 1] ?? '')).join(' ');
}

/** What the spellings of a name have in common, apart from remarks in brackets; empty for what is too long to be one. */
export function nameKey(written: string): string {
	return written.length > MAX_NAME_LENGTH ? '' : foldName(withoutRemarks(cleanName(written)));
}

function keysOf(person: Person): ReadonlySet<string> {
	const names = [person.name, ...person.aliases].filter((name) => name.length <= MAX_NAME_LENGTH);
	return new Set(names.map((name) => foldName(cleanName(name))).filter((key) => !isPlaceholderName(key)));
}

/** Whether two of one root are found by the same names. */
function isCalledAs(one: Person, other: Person | undefined): boolean {
	if (one === other) return true;
	return one.path === other?.path && one.name === other.name && one.email === other.email && one.company === other.company
		&& one.aliases.length === other.aliases.length && one.aliases.every((alias, at) => alias === other.aliases[at]);
}

function areSame<T>(one: ReadonlySet<T>, other: ReadonlySet<T>): boolean {
	return one.size === other.size && [...one].every((each) => other.has(each));
}

function compact(key: string): string {
	return key.replace(/[^\p{L}\p{N}]+/gu, '');
}

function sharesWord(key: string, person: Person): boolean {
	const words = new Set(key.split(' ').filter((word) => word.length > 1));
	return [...keysOf(person)].some((own) => own.split(' ').some((word) => words.has(word)));
}

function linkKey(path: string): string {
	return normalize(path, 'NFC').replace(/^\//, '').replace(/\.md$/i, '').toLowerCase();
}

function oneOf(found: readonly Person[], tier: StrongTier): Resolution {
	const [person, other] = union(found);
	if (person === undefined) return { kind: 'unknown', near: [] };
	return other === undefined ? { kind: 'person', person, tier } : { kind: 'ambiguous', candidates: union(found) };
}

function weakOneOf(found: readonly Person[], why: WeakReason): Resolution {
	const one = oneOf(found, 'name');
	return one.kind === 'person' ? { kind: 'weak', person: one.person, why } : one;
}

function union(...lists: readonly (readonly Person[])[]): readonly Person[] {
	return sortByPath([...new Set(lists.flat())]);
}

function sortByPath(persons: readonly Person[]): readonly Person[] {
	return [...persons].sort((a, b) => a.path < b.path ? -1 : 1);
}

function add(map: Map<string, Person[]>, key: string, person: Person): void {
	const list = map.get(key);
	if (list === undefined) map.set(key, [person]);
	else if (!list.includes(person)) list.push(person);
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
	const set = map.get(key);
	if (set === undefined) map.set(key, new Set([value]));
	else set.add(value);
}
