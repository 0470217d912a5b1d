import { readString } from './frontmatter';
import { readDecided, type DecidedTask } from './decided';
import type { Note } from './note';
import { noteName } from './note';
import { DEFAULT_PEOPLE_RULES, type PeopleRules } from './people-rules';
import { readNames, readPerson, type Person } from './person';
import { readProposals, type Proposal } from './proposal';
import { DEFAULT_SOURCE_PROPERTY, readSource, type SourceReference } from './source';
import type { Status } from './status';

/** What the index keeps of a note. Holds no text beside that of its tasks. */
export interface IndexedNote {
	readonly path: string;
	/** The note's file name, without folder and extension. */
	readonly name: string;
	/** The frontmatter's `title`, else the file name. */
	readonly title: string;
	/** The frontmatter's `date` as `YYYY-MM-DD`, else the one that the file name starts with. */
	readonly date: string | null;
	/** Milliseconds since the epoch. */
	readonly mtime: number;
	/** Whom or what the note is about, as written: its `person`, `account` or `project`; null where it does not say. */
	readonly about: string | null;
	/** The person and participants, as written. */
	readonly names: readonly string[];
	/** The person whose root note this is. */
	readonly person: Person | null;
	readonly source: SourceReference | null;
	readonly proposals: readonly Proposal[];
	/** Tasks that are no proposals, or no longer: what a proposal may repeat. */
	readonly decided: readonly DecidedTask[];
}

/** By what a note is read, beside what checkboxes mean. */
export interface ReadingRules extends PeopleRules {
	/** The property that holds a link to a note's source. */
	readonly sourceProperty: string;
}

const DEFAULT_READING_RULES: ReadingRules = { ...DEFAULT_PEOPLE_RULES, sourceProperty: DEFAULT_SOURCE_PROPERTY };

/** Reads all that the index keeps of a note. Pure. */
export function readIndexedNote(note: Note, statuses: readonly Status[], rules: ReadingRules = DEFAULT_READING_RULES): IndexedNote {
	const name = noteName(note.path);
	return {
		path: note.path,
		name,
		title: readString(note.frontmatter, 'title') ?? name,
		date: readDay(note, name),
		mtime: note.mtime,
		about: readString(note.frontmatter, 'person') ?? readString(note.frontmatter, 'account') ?? readString(note.frontmatter, 'project'),
		names: readNames(note, rules),
		person: readPerson(note, rules),
		source: readSource(note, rules.sourceProperty),
		proposals: readProposals(note, statuses),
		decided: readDecided(note, statuses),
	};
}

function readDay(note: Note, name: string): string | null {
	const written = readString(note.frontmatter, 'date') ?? name;
	return /^\d{4}-\d{2}-\d{2}/u.exec(written)?.[0] ?? /^\d{4}-\d{2}-\d{2}/u.exec(name)?.[0] ?? null;
}

/**
 * A newly read note that shares with its former self whatever did not change, down to the
 * note itself, so that what is derived from it can compare by identity.
 */
export function reuseUnchanged(former: IndexedNote | undefined, next: IndexedNote): IndexedNote {
	if (!former) return next;
	const merged: IndexedNote = {
		...next,
		names: reuse(former.names, next.names),
		person: reuse(former.person, next.person),
		source: reuse(former.source, next.source),
		proposals: reuseEach(former.proposals, next.proposals),
		decided: reuseEach(former.decided, next.decided),
	};
	const keys = Object.keys(merged) as (keyof IndexedNote)[];
	return keys.every((key) => merged[key] === former[key]) ? former : merged;
}

function reuseEach<T extends { readonly key: string }>(former: readonly T[], next: readonly T[]): readonly T[] {
	const byKey = new Map(former.map((each) => [each.key, each]));
	const merged = next.map((each) => reuse(byKey.get(each.key) ?? each, each));
	const same = merged.length === former.length && merged.every((each, at) => each === former[at]);
	return same ? former : merged;
}

/** The former value where both say the same. Both are plain data made by the same reader, so their JSON is comparable. */
function reuse<T>(former: T, next: T): T {
	return former === next || JSON.stringify(former) === JSON.stringify(next) ? former : next;
}

/** Newest first, notes without a date last; by path where the day is the same, so that the order is stable. */
export function compareNotes(a: IndexedNote, b: IndexedNote): number {
	return compareText(b.date ?? '', a.date ?? '') || compareText(a.path, b.path);
}

function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
