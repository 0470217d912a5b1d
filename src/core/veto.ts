import { hasOtherNumber, isContrary, isPart, isSubstitution, type Difference } from './difference';
import { isNearName } from './near-word';
import type { Resolution } from './people';
import { cleanName, foldName } from './person';
import { areApart } from './task-verbs';
import type { TimeOfDay, Wording } from './wording';

/** Whom a task is for, as far as that tells two tasks apart. */
export interface OwnerIdentity {
	/** Path of the person's root note, where that is sure. */
	readonly path: string | null;
	/** Folded; several for a group, none where nobody is named. */
	readonly names: readonly string[];
}

/** What a task says and whom it is for. */
export interface Task {
	readonly wording: Wording;
	readonly owner: OwnerIdentity;
}

/** What shows that two tasks are two, however alike they read. */
export type Veto = 'owner' | 'id' | 'number' | 'date' | 'time' | 'person' | 'verb' | 'contrary' | 'substitution' | 'part' | 'negation' | 'condition';

export const NOBODY: OwnerIdentity = { path: null, names: [] };
const SELF: OwnerIdentity = { path: 'self', names: ['self'] };

/** Whom a resolved name means when tasks are compared. @param written the name as the task has it */
export function ownerIdentity(written: string | null, resolution: Resolution | null): OwnerIdentity {
	if (written === null || !resolution || resolution.kind === 'placeholder') return NOBODY;
	if (resolution.kind === 'owner') return SELF;
	if (resolution.kind === 'person') return { path: resolution.person.path, names: [foldName(resolution.person.name)] };
	const names = cleanName(written).replace(/\([^()]*\)?/gu, ' ').split(/[&/+;]|\s(?:and|or)\s/u).map(foldName).filter((name) => name !== '');
	return { path: null, names };
}

/** Those that look at both wordings as they are, which costs little. */
const CHECKS: readonly (readonly [Veto, (one: Wording, other: Wording) => boolean])[] = [
	['negation', (one, other) => one.isNegated !== other.isNegated],
	['condition', (one, other) => one.isConditional !== other.isConditional],
	['verb', haveOtherVerbs],
	['date', haveOtherDates],
	['time', haveOtherTimes],
	['id', (one, other) => bothLack(ids(one), ids(other), isSameText)],
	['number', (one, other) => bothLack(numbers(one), numbers(other), isSameText)],
	['person', (one, other) => bothLack(one.persons, other.persons, isSamePerson)],
];

/** Those that look at what differs. */
const DIFFERENCES: readonly (readonly [Veto, (difference: Difference) => boolean])[] = [
	['contrary', isContrary],
	['number', hasOtherNumber],
	['substitution', isSubstitution],
	['part', isPart],
];

/** What shows in the wordings at once that two tasks are two; null where nothing does. */
export function findPlainVeto(one: Task, other: Task): Veto | null {
	return CHECKS.find(([, isApart]) => isApart(one.wording, other.wording))?.[0] ?? null;
}

/** What else keeps two tasks apart, by all that differs; the owner last, since a pair that only differs there is a case of its own. */
export function findOtherVeto(one: Task, other: Task, difference: Difference): Veto | null {
	const found = DIFFERENCES.find(([, isApart]) => isApart(difference));
	if (found) return found[0];
	return haveOtherOwners(one.owner, other.owner) ? 'owner' : null;
}

function haveOtherOwners(one: OwnerIdentity, other: OwnerIdentity): boolean {
	if (one.names.length === 0 || other.names.length === 0) return false;
	if (one.path !== null && other.path !== null) return one.path !== other.path;
	return !one.names.some((name) => other.names.some((known) => isSamePerson(name, known)));
}

function haveOtherVerbs(one: Wording, other: Wording): boolean {
	return one.verb !== null && other.verb !== null && areApart(one.verb.kind, other.verb.kind);
}

function haveOtherDates(one: Wording, other: Wording): boolean {
	if (one.dates.length === 0 || other.dates.length === 0) return false;
	return !one.dates.some((date) => other.dates.some((known) => isSameDay(date, known)));
}

/** A day without its year is that day of any year. */
function isSameDay(one: string, other: string): boolean {
	return one.length === other.length ? one === other : one.slice(-5) === other.slice(-5);
}

function haveOtherTimes(one: Wording, other: Wording): boolean {
	if (one.times.length === 0 || other.times.length === 0) return false;
	return !one.times.some((time) => other.times.some((known) => isSameTime(time, known)));
}

/** A time without am or pm may be after noon where the other says so, but not where the other counts 24 hours. */
function isSameTime(one: TimeOfDay, other: TimeOfDay): boolean {
	if (one.minutes === other.minutes) return true;
	const styles = [one.style, other.style];
	return styles.includes('half') && styles.includes('either') && (one.minutes - other.minutes) % 720 === 0;
}

/** Whether each side has a value that the other lacks. */
function bothLack(one: readonly string[], other: readonly string[], isSame: (a: string, b: string) => boolean): boolean {
	const lacks = (some: readonly string[], known: readonly string[]): boolean => some.some((value) => !known.some((each) => isSame(value, each)));
	return lacks(one, other) && lacks(other, one);
}

function isSameText(one: string, other: string): boolean {
	return one === other;
}

function ids({ terms }: Wording): readonly string[] {
	return terms.filter((term) => term.kind === 'id' || (term.kind === 'number' && isLongNumber(term.key))).map(({ key }) => key);
}

/** Four digits and more are a ticket or an order, but for years and round amounts. */
function isLongNumber(value: string): boolean {
	return /^\d{4,}$/u.test(value) && !/^(?:19|20)\d\d$/u.test(value) && !value.endsWith('000');
}

/** A single digit is said in words as often as not. */
function numbers({ terms }: Wording): readonly string[] {
	return terms.filter(({ kind, key }) => kind === 'number' && key.length > 1).map(({ key }) => key);
}

/** Whether two folded names may be one person's: each part that both have is the same, nearly so, or the other's initial. */
export function isSamePerson(one: string, other: string): boolean {
	if (one === other) return true;
	const [first, last] = endsOf(one);
	const [otherFirst, otherLast] = endsOf(other);
	const isNearLast = last === '' || otherLast === '' || isNearPart(last, otherLast);
	return isNearLast && (isNearName(first, otherFirst) || (last !== '' && last === otherLast && isNearPart(first, otherFirst)));
}

function isNearPart(one: string, other: string): boolean {
	return isNearName(one, other) || ((one.length === 1 || other.length === 1) && one.charAt(0) === other.charAt(0));
}

function endsOf(name: string): readonly [first: string, last: string] {
	const space = name.indexOf(' ');
	return space < 0 ? [name, ''] : [name.slice(0, space), name.slice(name.lastIndexOf(' ') + 1)];
}
