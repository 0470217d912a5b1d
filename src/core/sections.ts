import { addDays } from './day-words';
import type { IndexedNote } from './indexed-note';
import type { Snapshot } from './index-store';
import { memoize } from './memoize';
import { cleanName } from './person';
import { asksForHidden, PRIORITIES, type Query } from './query';
import { matchesRow } from './query-match';
import { newestWith, valuesOf, type Row } from './rows';
import { resolveName, resolveOwner, selectAllRows, selectRows } from './selectors';
import type { GroupBy, SortBy } from './settings';
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

/**
 * The rows of the review under their headings. Sections stand in the order of their first row,
 * those by due date in the order of time; then comes what has no name, then what repeats what
 * was decided.
 */
export function selectSections(snapshot: Snapshot, { groupBy, sortBy, query }: Scope): readonly Section[] {
	const sections = new Map<string, Heading & { rows: Row[] }>();
	const among = asksForHidden(query) ? selectAllRows(snapshot) : selectRows(snapshot);
	const headingOf = groupingBy(groupBy, snapshot);
	for (const row of sorted(among, sortBy)) {
		if (!matchesRow(snapshot, query, row)) continue;
		const heading = row.decided.length > 0 ? REPEATED : headingOf(row);
		const section = sections.get(heading.key);
		if (section) section.rows.push(row);
		else sections.set(heading.key, { ...heading, rows: [row] });
	}
	return [...sections.values()].sort((a, b) => RANKS[a.kind] - RANKS[b.kind]);
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
