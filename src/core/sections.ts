import { addDays } from './day-words';
import type { IndexedNote } from './indexed-note';
import type { Snapshot } from './index-store';
import { memoize } from './memoize';
import { cleanName } from './person';
import { asksForHidden, PRIORITIES, type Query } from './query';
import { matchesRow } from './query-match';
import { compareRows, type RowIndex, type RowsChange } from './row-index';
import { isHidden, newestWith, valuesOf, type Row } from './rows';
import { resolveName, resolveOwner, selectPeople, selectRowIndex, selectSources } from './selectors';
import type { GroupBy, SortBy } from './settings';
import { replaceSorted } from './sorted';
import { sourceHeading } from './source-list';

/** What the rows of a section have in common: a name, which is its title, or one of these. */
export type SectionKind = 'named' | 'mine' | 'nobody' | 'overdue' | 'today' | 'week' | 'later' | 'undated' | 'root' | 'all' | 'other' | 'repeated';

/** A run of rows under one heading of the review. */
export interface Section {
	/** Stays the same while the group does. */
	readonly key: string;
	readonly kind: SectionKind;
	/** Null but where it has a name. */
	readonly title: string | null;
	readonly rows: readonly Row[];
}

/** What the user narrowed the review to, and in what order it is. */
export interface Scope {
	readonly groupBy: GroupBy;
	readonly sortBy: SortBy;
	readonly query: Query;
}

type Heading = Pick<Section, 'key' | 'kind' | 'title'>;

/** What an arrangement depends on beside the rows that have changed. */
type Frame = readonly unknown[];

/**
 * The rows of the review under their headings. Sections stand in the order of their first row,
 * those by due date in the order of time; then comes what has no name, then what repeats what
 * was decided. What is renewed knows where each row stands in place of the one before.
 */
export class Arrangement {
	private constructor(
		readonly sections: readonly Section[],
		/** The key of the section of each row. */
		private readonly places: Map<Row, string>,
		private readonly frame: Frame,
		private readonly rows: RowIndex,
	) {}

	/** Arranges the rows of a snapshot. @param former an arrangement before it: where only some rows have changed since, takes time with these, and shares the other sections */
	static of(snapshot: Snapshot, scope: Scope, former: Arrangement | null = null): Arrangement {
		const rows = selectRowIndex(snapshot);
		const frame = frameOf(snapshot, scope);
		const isFramed = former?.frame.every((part, at) => part === frame[at]) === true;
		if (isFramed && former.rows === rows) return former;
		const changes = isFramed ? rows.changesSince(former.rows) : null;
		if (former && changes) return former.#renew(snapshot, scope, changes);
		return Arrangement.#make(snapshot, scope, former?.sections ?? []);
	}

	/** The section that a row stands in; undefined for one that is left out. */
	sectionOf(row: Row): string | undefined {
		return this.places.get(row);
	}

	static #make(snapshot: Snapshot, scope: Scope, former: readonly Section[]): Arrangement {
		const rows = selectRowIndex(snapshot);
		const found = new Map<string, Heading & { rows: Row[] }>();
		const places = new Map<Row, string>();
		const headingOf = headingsFor(snapshot, scope);
		for (const row of sorted(rows.list, scope.sortBy)) {
			const heading = headingOf(row);
			if (!heading) continue;
			places.set(row, heading.key);
			const section = found.get(heading.key);
			if (section) section.rows.push(row);
			else found.set(heading.key, { ...heading, rows: [row] });
		}
		const sections = [...found.values()].sort((a, b) => RANKS[a.kind] - RANKS[b.kind]);
		return new Arrangement(reuseSections(former, sections), places, frameOf(snapshot, scope), rows);
	}

	#renew(snapshot: Snapshot, scope: Scope, { gone, come }: RowsChange): Arrangement {
		const lost = new Map<string, Set<Row>>();
		for (const row of gone) {
			const key = this.places.get(row);
			this.places.delete(row);
			if (key !== undefined) lost.set(key, (lost.get(key) ?? new Set()).add(row));
		}
		const added = new Map<string, Row[]>();
		const headingOf = headingsFor(snapshot, scope);
		for (const row of come) {
			const key = headingOf(row)?.key;
			if (key === undefined) continue;
			this.places.set(row, key);
			added.set(key, [...(added.get(key) ?? []), row]);
		}
		const sections = changeSections(this.sections, { lost, added, headingOf, compare: comparing(snapshot, scope.sortBy) });
		return new Arrangement(sections, this.places, frameOf(snapshot, scope), selectRowIndex(snapshot));
	}
}

/** All but the rows that decides what is shown where. Where weak names mean others, no heading changes. */
function frameOf(snapshot: Snapshot, { groupBy, sortBy, query }: Scope): Frame {
	return [groupBy, sortBy, query, snapshot.today, snapshot.settings.ownerNames, selectPeople(snapshot).naming, selectSources(snapshot)];
}

/** What says under which heading a row stands; null for one that is left out. */
function headingsFor(snapshot: Snapshot, { groupBy, query }: Scope): (row: Row) => Heading | null {
	const headingOf = groupingBy(groupBy, snapshot);
	const isHiddenToo = asksForHidden(query);
	return (row) => {
		if (!isHiddenToo && isHidden(row, snapshot.today)) return null;
		if (!matchesRow(snapshot, query, row)) return null;
		return row.decided.length > 0 ? REPEATED : headingOf(row);
	};
}

/** Rows that have left sections, and rows that come into some, by the sections' keys. */
interface SectionsChange {
	readonly lost: ReadonlyMap<string, ReadonlySet<Row>>;
	readonly added: ReadonlyMap<string, readonly Row[]>;
	readonly headingOf: (row: Row) => Heading | null;
	readonly compare: (one: Row, other: Row) => number;
}

/** The sections with their rows changed; those that are the same are the former objects, where they were. */
function changeSections(former: readonly Section[], change: SectionsChange): readonly Section[] {
	const { lost, added, compare } = change;
	const [stay, moved]: [Section[], Section[]] = [[], []];
	for (const section of former) {
		const gone = lost.get(section.key);
		const next = gone || added.has(section.key) ? changeSection(section, change) : section;
		const isLedAsBefore = next?.rows[0] === section.rows[0] && (next?.rows[0] === undefined || gone?.has(next.rows[0]) !== true);
		if (next) (isLedAsBefore ? stay : moved).push(next);
	}
	const known = new Set(former.map(({ key }) => key));
	for (const key of added.keys()) if (!known.has(key)) moved.push(...(newSection(key, change)));
	return replaceSorted(stay, NO_SECTIONS, moved, (a, b) => compareSections(a, b, compare));
}

const NO_ROWS: ReadonlySet<Row> = new Set();
const NO_SECTIONS: ReadonlySet<Section> = new Set();

function newSection(key: string, change: SectionsChange): readonly Section[] {
	const section = changeSection({ key, kind: 'all', title: null, rows: [] }, change);
	return section ? [section] : [];
}

/** Null where no row is left. */
function changeSection(section: Section, { lost, added, headingOf, compare }: SectionsChange): Section | null {
	const [gone, come] = [lost.get(section.key), added.get(section.key)];
	const rows = replaceSorted(section.rows, gone ?? NO_ROWS, come ?? NO_ROWS, compare);
	const heading = rows[0] && headingOf(rows[0]);
	return heading ? asBefore(section, { ...heading, rows }) : null;
}

function compareSections(a: Section, b: Section, compare: SectionsChange['compare']): number {
	const [one, other] = [a.rows[0], b.rows[0]];
	return RANKS[a.kind] - RANKS[b.kind] || (one && other ? compare(one, other) : 0);
}

/** The next sections, but the former object for each that holds the very same rows, so that it need not be drawn again. */
function reuseSections(former: readonly Section[], next: readonly Section[]): readonly Section[] {
	const known = new Map(former.map((section) => [section.key, section]));
	return next.map((section) => asBefore(known.get(section.key), section));
}

function asBefore(former: Section | undefined, next: Section): Section {
	const isSame = former?.kind === next.kind && former.title === next.title && former.rows.length === next.rows.length && former.rows.every((row, at) => row === next.rows[at]);
	return isSame ? former : next;
}

/** Compares rows as they are sorted; those that are equal, by age. */
function comparing(snapshot: Snapshot, sortBy: SortBy): (one: Row, other: Row) => number {
	if (sortBy === 'newest') return (one, other) => compareRows(snapshot, one, other);
	const placeOf = PLACES[sortBy];
	return (one, other) => {
		const [here, there] = [placeOf(one), placeOf(other)];
		return here < there ? -1 : here > there ? 1 : compareRows(snapshot, one, other);
	};
}

const RANKS: Readonly<Record<SectionKind, number>> = { overdue: 0, today: 1, week: 2, later: 3, mine: 4, named: 4, all: 4, root: 4, nobody: 5, undated: 5, other: 5, repeated: 6 };

/** No path and no name is the same. */
const REPEATED = headingOf('repeated');

function headingOf(kind: SectionKind): Heading {
	return { key: `\u0000${kind}`, kind, title: null };
}

function named(key: string, title: string): Heading {
	return { key, kind: 'named', title };
}

/** What says under which heading a row stands. */
function groupingBy(groupBy: GroupBy, snapshot: Snapshot): (row: Row) => Heading {
	switch (groupBy) {
		case 'person': return ofNote(snapshot, (note) => bySubject(snapshot, note));
		case 'note': return ofNote(snapshot, (note, path) => named(path, note?.title ?? path));
		case 'source': return ofNote(snapshot, (note) => bySource(snapshot, note));
		case 'folder': return ofNote(snapshot, (_note, path) => byFolder(path));
		case 'owner': return (row) => byOwner(snapshot, row);
		case 'due': return (row) => byDue(snapshot.today ?? '', valuesOf(row).due);
		case 'none': return () => headingOf('all');
	}
}

/** Headings that all rows of a note share. */
function ofNote(snapshot: Snapshot, make: (note: IndexedNote | undefined, path: string) => Heading): (row: Row) => Heading {
	const known = new Map<string, Heading>();
	return ({ proposal: { path } }) => {
		const heading = known.get(path) ?? make(snapshot.notes.get(path), path);
		known.set(path, heading);
		return heading;
	};
}

/** Whom a note is about: the person it names, or whose own note it is, else its account or project. */
function bySubject(snapshot: Snapshot, note: IndexedNote | undefined): Heading {
	const name = note ? subjectOf(snapshot, note) : null;
	return name === null ? headingOf('other') : named(name, name);
}

function subjectOf(snapshot: Snapshot, note: IndexedNote): string | null {
	if (note.person) return note.person.name;
	if (note.about === null) return null;
	const resolution = resolveName(snapshot, note.about, note);
	return resolution.kind === 'person' ? resolution.person.name : cleanName(note.about) || null;
}

function bySource(snapshot: Snapshot, note: IndexedNote | undefined): Heading {
	const heading = note ? sourceHeading(snapshot, note) : null;
	return heading ? named(heading.key, heading.title) : headingOf('other');
}

function byFolder(path: string): Heading {
	const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
	return folder === '' ? headingOf('root') : named(folder, folder);
}

function byOwner(snapshot: Snapshot, row: Row): Heading {
	const proposal = newestWith(row, 'owner');
	const resolution = resolveOwner(snapshot, proposal);
	if (proposal.owner === null || !resolution) return headingOf('nobody');
	if (resolution.kind === 'owner') return headingOf('mine');
	const name = resolution.kind === 'person' ? resolution.person.name : cleanName(proposal.owner);
	return named(resolution.kind === 'person' ? resolution.person.path : name, name);
}

/** @param today `YYYY-MM-DD` */
function byDue(today: string, due: string | null): Heading {
	if (due === null) return headingOf('undated');
	if (due <= today) return headingOf(due === today ? 'today' : 'overdue');
	return headingOf(today !== '' && due <= addDays(today, 7) ? 'week' : 'later');
}

/** The rows in another order than by age; those that are equal stay in that. */
function sorted(rows: readonly Row[], sortBy: SortBy): readonly Row[] {
	return sortBy === 'newest' ? rows : sortRows({ rows, sortBy });
}

const sortRows = memoize(
	({ rows, sortBy }: { readonly rows: readonly Row[]; readonly sortBy: Exclude<SortBy, 'newest'> }) => [rows, sortBy] as const,
	({ rows, sortBy }): readonly Row[] => {
		const places = new Map(rows.map((row) => [row, PLACES[sortBy](row)]));
		const placeOf = (row: Row): string | number => places.get(row) ?? 0;
		return [...rows].sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : placeOf(a) > placeOf(b) ? 1 : 0));
	},
);

const PLACES: Readonly<Record<Exclude<SortBy, 'newest'>, (row: Row) => string | number>> = {
	due: (row) => valuesOf(row).due ?? '9999-99-99',
	priority: (row) => {
		const { priority } = valuesOf(row);
		// What says nothing is between medium and low, as in the Tasks plugin.
		return priority === null ? 2.5 : PRIORITIES.indexOf(priority);
	},
	size: (row) => -row.byAge.length,
};
