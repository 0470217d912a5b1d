import { fullKey, MAX_NAME_LENGTH, withoutRemarks } from './full-key';
import { cleanName, findEmail, foldName, isGroupWord, isNearName, isPlaceholderName, type Person } from './person';
import { keysOf, linkKey, Roots, slugKey, sortByPath } from './roots';
import { SeenNames, type NamesOfNote } from './seen-names';

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
export function buildPeople({ persons, names, ownerNames, meetings = [], mentioned = [] }: PeopleInput, former?: People): People {
	const seen = new SeenNames();
	for (const each of names) seen.add({ names: each, source: null, mentioned: [] });
	for (const { source, names: met } of meetings) seen.add({ names: met, source, mentioned: [] });
	seen.add({ names: [], source: null, mentioned });
	return new People(new Roots(persons, ownerNames), seen, former);
}

/** What a note tells of people. */
export interface PeopleOfNote extends NamesOfNote {
	/** Whose root it is. */
	readonly person: Person | null;
}

/** A note that is new, otherwise or gone. */
export interface PeopleChange {
	readonly before: PeopleOfNote | null;
	readonly after: PeopleOfNote | null;
}

/** Everyone the vault knows. Made by `buildPeople`, and no longer to be asked once it was renewed. */
export class People {
	/** The same object as in the index before where each name means for certain the one whom it did, and ends where it did. */
	readonly naming: object;
	/** What was known when it was made. */
	private readonly known: object;
	private readonly rootNaming: object;
	private readonly rootState: object;
	private readonly wholeNames: Map<string, WholeName>;

	constructor(private readonly roots: Roots, private readonly seen: SeenNames, former?: People) {
		this.known = seen.known;
		this.rootNaming = roots.naming;
		this.rootState = roots.state;
		this.wholeNames = former?.rootState === roots.state ? former.wholeNames : new Map<string, WholeName>();
		this.naming = former && this.namesAs(former) ? former.naming : {};
	}

	/** In order of their paths. */
	get persons(): readonly Person[] {
		return this.roots.persons;
	}

	/** The index of what the vault says after some changes, each of another note: takes time with these, and with all persons only where one has changed. */
	renew(changes: readonly PeopleChange[], ownerNames: readonly string[]): People {
		for (const { after } of changes) if (after) this.seen.add(after);
		for (const { before } of changes) if (before) this.seen.remove(before);
		return new People(this.roots.renew(changes, ownerNames), this.seen, this);
	}

	/** Tells whose name `written` is, in a note with the names of `context`. */
	resolve(written: string, context: NameContext = NO_CONTEXT): Resolution {
		if (written.length > MAX_NAME_LENGTH) return { kind: 'unknown', near: [] };
		return this.identify(written, context) ?? { kind: 'unknown', near: this.near(fullKey(written)) };
	}

	/** Whom `written` means for certain, in a note with some names: as `resolve` tells, but without a search for who else it could be. */
	personNamed(written: string, names: readonly string[]): Person | null {
		// The source only makes somebody likely.
		const found = written.length > MAX_NAME_LENGTH ? null : this.identify(written, { names });
		return found?.kind === 'person' ? found.person : null;
	}

	/** Tells whose name a tag's slug was made of, such as `ana-ruiz`: such slugs lose all but letters and digits. */
	resolveSlug(slug: string): Resolution {
		const named = this.roots.bySlug.get(slugKey(foldName(slug))) ?? [];
		return named.length > 0 ? oneOf(named, 'spelling') : this.resolve(slug.replace(/-/gu, ' '));
	}

	/** Whether a text, whole, is a name that the vault's owner, a root, an alias or a note's field bears. */
	isKnownName(name: string): boolean {
		if (name.length > MAX_NAME_LENGTH) return false;
		const key = foldName(cleanName(name));
		return this.roots.knows(key) || this.seen.has(key);
	}

	/** Where names were seen together, and those that tasks mention, make somebody likely, never certain. */
	private namesAs(former: People): boolean {
		// What was renewed tells what is so now, no longer what was.
		const isCalledAs = this.rootNaming === former.rootNaming
			|| (former.rootNaming === former.roots.naming && this.roots.areCalledAs(former.roots));
		return isCalledAs && (this.known === former.known || (former.known === former.seen.known && this.seen.knowsAs(former.seen)));
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
		return !key.includes(' ') && !this.roots.owners.has(key) && this.roots.byName.has(name);
	}

	private byLink(written: string): Resolution | null {
		const target = /^@?\[\[([^[\]|#]*\/[^[\]|#]*)[^[\]]*\]\]$/.exec(withoutEscapedBar(written.trim()))?.[1];
		const person = target === undefined ? undefined : sortByPath(this.roots.byLink.get(linkKey(target)) ?? []).at(-1);
		return person === undefined ? null : { kind: 'person', person, tier: 'link' };
	}

	/** Everything that a name tells without its note, unless it is a root's one word. */
	private wholeName(name: string): Resolution | null {
		const key = foldName(name);
		if (this.roots.owners.has(key)) return OWNER;
		const exact = this.roots.byName.get(name);
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
		const found = this.roots.byKey.get(key);
		if (found === undefined || !key.includes(' ')) return null;
		return oneOf(found, found.some((person) => foldName(person.name) === key) ? 'spelling' : 'alias');
	}

	private byAddress(name: string): Resolution | null {
		const address = findEmail(name);
		if (address === null) return null;
		const rest = foldName(withoutRemarks(name.replace(address, ' ').replace(/\be-?mail\b:?/i, ' ')));
		const holders = this.roots.byEmail.get(address.toLowerCase());
		const found = holders ?? this.guessedFrom(address);
		if (found.length === 0 || this.roots.owners.has(rest)) return null;
		const named = rest.includes(' ') ? this.roots.byKey.get(rest) ?? [] : [];
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
		return local.includes('.') ? this.roots.byKey.get(foldName(local)) ?? [] : [];
	}

	private group(name: string, context: NameContext): Resolution | null {
		const key = foldName(name);
		if (isGroupWord(key.slice(key.lastIndexOf(' ') + 1)) || this.roots.isOrganisation(key)) return { kind: 'group', members: [] };
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
		const own = this.roots.byKey.get(word) ?? [];
		const inNote = this.namedInNote(word, context);
		if (inNote.size > 0) return this.amongNamed([...inNote.values()], own);
		if (own.length > 0) return weakOneOf(own, 'one-word name');
		const sameFirst = this.roots.byFirst.get(word) ?? [];
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
			const key = this.seen.keyOf(written);
			if (!key.startsWith(`${word} `) || isPlaceholderName(key)) continue;
			const found = this.identify(written, NO_CONTEXT);
			const person = found?.kind === 'person' ? found.person : null;
			named.set(person?.path ?? key, person);
		}
		return named;
	}

	private hasRival(word: string, person: Person): boolean {
		const own = keysOf(person);
		return [...this.roots.fullNames(word), ...this.seen.fullNames(word)].some((key) => !own.has(key));
	}

	/** Without the note's own source, two shared sources are needed for one of them to be another. */
	private seenTogether(person: Person, { names, source = null }: NameContext): boolean {
		const own = keysOf(person);
		const sources = [...own].flatMap((key) => [...this.seen.sourcesOf(key).keys()]).filter((other) => other !== source);
		return names.map((name) => this.seen.keyOf(name)).some((key) => {
			if (own.has(key) || this.roots.owners.has(key) || !key.includes(' ')) return false;
			const shared = new Set(sources.filter((other) => this.seen.sourcesOf(key).has(other)));
			return shared.size >= (source === null ? 2 : 1);
		});
	}

	private near(key: string): readonly Person[] {
		const words = key.split(' ');
		if (words.length < 2) return [];
		return union(this.roots.byFirst.get(words[0] ?? '') ?? [], this.roots.byLast.get(words.at(-1) ?? '') ?? [])
			.filter((person) => [...keysOf(person)].some((own) => isNearName(key, own)));
	}
}

function sharesWord(key: string, person: Person): boolean {
	const words = new Set(key.split(' ').filter((word) => word.length > 1));
	return [...keysOf(person)].some((own) => own.split(' ').some((word) => words.has(word)));
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

/** In a table a link's bar is written with a backslash before it. */
function withoutEscapedBar(link: string): string {
	return link.replaceAll('\\|', '|');
}
