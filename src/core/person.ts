import { readDate, readList, readString, readStrings, splitList, type Fields } from './frontmatter';
import { slips } from './near-word';
import { normalize } from './normalize';
import { noteName, type Heading, type Note } from './note';
import { DEFAULT_PEOPLE_RULES, holdsPeople, type PeopleRules } from './people-rules';

/** What a person's root note says. Texts are trimmed; null where the note does not say. */
export interface Person {
	/** The name of the root's folder or file; the note's title is often something else. */
	readonly name: string;
	/** Vault path of the root note; it identifies the person, since names can be shared. */
	readonly path: string;
	readonly aliases: readonly string[];
	readonly email: string | null;
	readonly company: string | null;
	readonly role: string | null;
	readonly phone: string | null;
	/** `YYYY-MM-DD`. */
	readonly lastContact: string | null;
	/** Markdown of the bullets under "Key Facts", in order. */
	readonly keyFacts: readonly string[];
}

const DATED = /^\d{4}-\d{2}-\d{2}(?!\d)/;
const README = /^readme$/i;
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff]|\ufe0f/g;
const PLACEHOLDER = /^(?:n\/?a|none|nobody|tb[acd]|unassigned|unknown(?![a-z]).*|(?:speaker|participant|attendee|guest)(?: ?\d+| [a-z])?)$/s;
/** Nearly every name, and spelled in one way only. */
const PLAIN = /^[ -_a-~]*$/;
const MAX_KEY_FACTS = 20;
/** Nobody has more aliases, and no note more participants: each name of a note is compared with each of its mentions. */
const MAX_ALIASES = 100;
const MAX_NAMES = 500;
/** Addresses are looked for in the beginning of a text only. */
const MOST_SEARCHED = 2000;

const GROUP_WORDS: ReadonlySet<string> = new Set([
	'team', 'teams', 'group', 'groups', 'ops', 'operations', 'engineering', 'engineers', 'sales', 'marketing', 'support',
	'legal', 'finance', 'procurement', 'leadership', 'management', 'committee', 'board', 'council', 'department', 'dept',
	'org', 'organization', 'organisation', 'squad', 'crew', 'staff', 'attendees', 'participants', 'members', 'folks',
	'everyone', 'everybody', 'all', 'stakeholders', 'vendors', 'partners', 'customers', 'pmo', 'devops',
]);

/**
 * Reads the person whose root a note is: `People/<Name>/README.md` or `People/<Name>.md`
 * in any folder, of type or tag `people`, where the rules do not say otherwise. Null for every
 * other note: dated interactions, templates, notes of another type.
 */
export function readPerson(note: Note, rules = DEFAULT_PEOPLE_RULES): Person | null {
	const name = rootName(note.path, rules);
	const fields = note.frontmatter;
	if (name === null || !isOfType(fields, rules.personType)) return null;
	const company = readString(fields, 'company');
	return {
		name,
		path: note.path,
		aliases: unique([...readStrings(fields, 'aliases'), ...readStrings(fields, 'alias')]).slice(0, MAX_ALIASES),
		email: findEmail(readList(fields, 'email').join(' ')),
		company: company === null ? null : cleanName(company),
		role: readString(fields, 'role'),
		phone: readString(fields, 'phone'),
		lastContact: readDate(fields, 'last_contact'),
		keyFacts: readKeyFacts(note),
	};
}

/**
 * The names of a note's `person` and `participants` fields, or those of the rules, as written, each once: with
 * link brackets, remarks and placeholders still in them. Several names in one text are
 * taken apart at commas, but not inside brackets.
 */
export function readNames(note: Note, { nameFields } = DEFAULT_PEOPLE_RULES): readonly string[] {
	const written = nameFields.flatMap((field) => readList(note.frontmatter, field.trim()));
	return unique(written.flatMap(splitList)).slice(0, MAX_NAMES);
}

/**
 * A written name as a reader would say it: one line, composed letters, no `@`, and for a
 * link the name of its target (`[[People/Ana Ruiz/README|Ana]]` is `Ana Ruiz`).
 */
export function cleanName(written: string): string {
	const name = PLAIN.test(written) ? written : normalize(written, 'NFC').replace(INVISIBLE, '');
	const unlinked = name.includes('[[') ? name.replace(/\[\[([^[\]]*)\]\]/g, (_, inner: string) => linkedName(inner)) : name;
	return unlinked.replace(/\s+/g, ' ').trim().replace(/^@/, '');
}

/**
 * The key under which spellings of one name meet: no accents or case, quotes alike,
 * dashes, dots, commas and underscores as single spaces. Words are parted by one space.
 */
export function foldName(name: string): string {
	const letters = PLAIN.test(name) ? name.toLowerCase() : foldLetters(name);
	return letters.replace(/[-.,_\s]+/g, ' ').trim();
}

function foldLetters(name: string): string {
	// Only Latin accents go: marks of other scripts are vowels, and without them names coincide.
	// To upper case and back, so that letters with a longer upper case (`ß`) fold to it; from lower case, since `ẞ` has none.
	const upper = normalize(name, 'NFKD').toLowerCase().toUpperCase();
	return normalize(upper.toLowerCase(), 'NFKD')
		.replace(/[\u0300-\u036f]+/g, '')
		.replace(/[‘’‚‛′`´]/g, '\'')
		.replace(/[“”„‟«»]/g, '"')
		.replace(/\p{Pd}/gu, '-');
}

/** The first e-mail address in a text, as written. */
export function findEmail(text: string): string | null {
	// Bounded repeats keep a long text without an address from being read again and again.
	if (!text.includes('@')) return null;
	return /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}/.exec(text.slice(0, MOST_SEARCHED))?.[0] ?? null;
}

/** Whether a name stands for nobody in particular: empty, `TBD`, `Unknown …`, `Speaker 2`, a template. */
export function isPlaceholderName(name: string): boolean {
	const key = foldName(name);
	return !/[\p{L}\p{N}]/u.test(key) || key.includes('{{') || PLACEHOLDER.test(key);
}

/** Whether a word, folded, is one that names of groups end in: `team`, `ops`, `everyone`. */
export function isGroupWord(word: string): boolean {
	return GROUP_WORDS.has(word);
}

/**
 * Whether two folded names may mean one person: the first or last word is the same and the
 * other nearly so, or the last of `key` is the other's initial. Enough to suggest, no more.
 */
export function isNearName(key: string, other: string): boolean {
	const [first, last] = endsOf(key);
	const [otherFirst, otherLast] = endsOf(other);
	if (first === otherFirst && last.length === 1) return otherLast.startsWith(last);
	return (first === otherFirst && isSimilar(last, otherLast)) || (last === otherLast && isSimilar(first, otherFirst));
}

function endsOf(key: string): readonly [first: string, last: string] {
	return [key.slice(0, `${key} `.indexOf(' ')), key.slice(key.lastIndexOf(' ') + 1)];
}

/** One slip of the pen, two in long words. A single letter is an initial, which fits too many. */
function isSimilar(a: string, b: string): boolean {
	const shorter = Math.min(a.length, b.length);
	const most = shorter >= 6 ? 2 : 1;
	return shorter > 1 && Math.abs(a.length - b.length) <= most && slips(a, b) <= most;
}

function rootName(path: string, rules: PeopleRules): string | null {
	const folders = path.split('/');
	const file = noteName(path);
	const isReadme = README.test(file);
	const name = isReadme ? folders.at(-2) : file;
	if (name === undefined || !holdsPeople(folders.slice(0, isReadme ? -2 : -1).join('/'), rules)) return null;
	return DATED.test(name) || path.includes('{{') ? null : normalize(name, 'NFC').trim();
}

function linkedName(link: string): string {
	const target = (link.split(/[|#]/, 1)[0] ?? '').trim().replace(/\.md$/i, '');
	const parts = target.split('/');
	const last = parts.at(-1) ?? '';
	return README.test(last) ? parts.at(-2) ?? last : last;
}

function isOfType(fields: Fields, type: string): boolean {
	const wanted = type.trim().toLowerCase();
	return readStrings(fields, 'type').some((each) => each.toLowerCase() === wanted)
		|| [...readStrings(fields, 'tags'), ...readStrings(fields, 'tag')]
			.some((tag) => tag.replace(/^#/, '').toLowerCase() === `type/${wanted}`);
}

function readKeyFacts(note: Note): readonly string[] {
	const index = note.headings.findIndex((heading) => /^\W*key facts\W*$/i.test(heading.text));
	const heading = note.headings[index];
	if (heading === undefined) return [];
	const end = sectionEnd(heading, note.headings.slice(index + 1));
	const lines = note.text.split('\n');
	return note.listItems
		.filter((item) => item.task === null && item.line > heading.line && item.line < end)
		.map((item) => (lines[item.line] ?? '').replace(/^[\s>]*(?:[-*+]|\d+[.)])\s+/, '').trim())
		.filter((fact) => fact !== '' && !fact.includes('{{'))
		.slice(0, MAX_KEY_FACTS);
}

function sectionEnd(heading: Heading, later: readonly Heading[]): number {
	return later.find((next) => next.level <= heading.level)?.line ?? Infinity;
}

function unique(names: readonly string[]): readonly string[] {
	return [...new Set(names)];
}
