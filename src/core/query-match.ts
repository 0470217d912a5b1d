import { personsNamed } from './concerned';
import type { IndexedNote } from './indexed-note';
import type { Snapshot } from './index-store';
import type { Proposal } from './proposal';
import { fold, type DayRange, type Query, type Term, type Test } from './query';
import { isHidden, newestWith, valuesOf, type Row } from './rows';
import { resolveOwner, sourcePathOf } from './selectors';
import { cutText } from './shorten';
import { sourceHeading } from './source-list';

/**
 * Whether a row passes a filter. Owner, due date and priority are those that the row shows; of
 * all else it is enough that one of its proposals fits.
 */
export function matchesRow(snapshot: Snapshot, { clauses }: Query, row: Row): boolean {
	return clauses.every((terms) => terms.some((term) => passes(snapshot, term, row)));
}

function passes(snapshot: Snapshot, { test, isNot }: Term, row: Row): boolean {
	return fits(snapshot, test, row) !== isNot;
}

function fits(snapshot: Snapshot, test: Test, row: Row): boolean {
	const any = (fit: (proposal: Proposal, note: IndexedNote | undefined) => boolean): boolean => row.byAge.some((proposal) => fit(proposal, snapshot.notes.get(proposal.path)));
	switch (test.field) {
		case 'word': return any((proposal, note) => searchText(proposal, note).includes(test.value));
		case 'owner': return fitsOwner(snapshot, test.value, newestWith(row, 'owner'));
		case 'person': return any((proposal) => holds([...ownerNames(snapshot, proposal), ...personsNamed(snapshot, proposal).map(({ name }) => name)], test.value));
		case 'source': return test.value === 'none' ? !any((proposal) => sourceNames(snapshot, proposal).length > 0) : any((proposal) => holds(sourceNames(snapshot, proposal), test.value));
		case 'note': return any((proposal, note) => holds([note?.title ?? '', proposal.path], test.value));
		case 'path': return any(({ path }) => fold(path).includes(test.value));
		case 'tag': return any(({ tags }) => tags.some((tag) => isTag(fold(tag.slice(1)), test.value)));
		case 'due': return isWithin(valuesOf(row).due, test.days);
		case 'created': return any((_proposal, note) => isWithin(note?.date ?? null, test.days));
		case 'priority': return test.priorities.includes(valuesOf(row).priority);
		case 'at': return any(({ path }) => path === test.path);
		case 'is': return isHidden(row, snapshot.today);
		case 'has': return hasTrait(snapshot, test.what, row);
	}
}

function hasTrait(snapshot: Snapshot, what: Extract<Test, { readonly field: 'has' }>['what'], row: Row): boolean {
	switch (what) {
		case 'duplicates': return row.others.length + row.archived.length > 0;
		case 'evidence': return row.byAge.some(({ path }) => sourcePathOf(snapshot, path) !== null);
		default: return valuesOf(row)[what] !== null;
	}
}

/** `me` is whom the settings say, `none` where nobody is named. */
function fitsOwner(snapshot: Snapshot, value: string, proposal: Proposal): boolean {
	if (value === 'none') return proposal.owner === null;
	if (value === 'me') return resolveOwner(snapshot, proposal)?.kind === 'owner';
	return holds(ownerNames(snapshot, proposal), value);
}

function holds(names: readonly string[], value: string): boolean {
	return names.some((name) => fold(name).includes(value));
}

/** A tag is also found by the one that it is nested in. */
function isTag(tag: string, value: string): boolean {
	return tag === value || tag.startsWith(`${value}/`);
}

function isWithin(day: string | null, days: DayRange | null): boolean {
	if (day === null || days === null) return day === days;
	return (days.from === null || day >= days.from) && (days.to === null || day <= days.to);
}

/** What whom a proposal is for can be found by: the name as written, and that of the person. */
function ownerNames(snapshot: Snapshot, proposal: Proposal): readonly string[] {
	if (proposal.owner === null) return [];
	const resolution = resolveOwner(snapshot, proposal);
	if (resolution?.kind === 'owner') return ['me', ...snapshot.settings.ownerNames];
	return resolution?.kind === 'person' ? [proposal.owner, resolution.person.name] : [proposal.owner];
}

/** What the source of a proposal can be found by: its title with its day, and its path. */
function sourceNames(snapshot: Snapshot, { path }: Proposal): readonly string[] {
	const note = snapshot.notes.get(path);
	const heading = note ? sourceHeading(snapshot, note) : null;
	return heading ? [heading.title, sourcePathOf(snapshot, path) ?? ''] : [];
}

/** Of a longer line only the beginning is searched. */
const MOST_SEARCHED = 10_000;

/** Folding thousands of lines takes longer than searching them, and a filter is typed letter by letter. */
const folded = new WeakMap<Proposal, { readonly note: IndexedNote | undefined; readonly text: string }>();

/** The line of a proposal, its note's title and path, and what the note is about. */
export function searchText(proposal: Proposal, note: IndexedNote | undefined): string {
	const former = folded.get(proposal);
	if (former && former.note === note) return former.text;
	const text = fold([cutText(proposal.raw, MOST_SEARCHED), proposal.path, note?.title ?? '', note?.about ?? ''].join('\n'));
	folded.set(proposal, { note, text });
	return text;
}
