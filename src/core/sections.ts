import { personsNamed } from './concerned';
import type { IndexedNote } from './indexed-note';
import type { Snapshot } from './index-store';
import { cleanName } from './person';
import type { Proposal } from './proposal';
import { matchesNames, matchesQuery, type Query } from './query';
import type { Row } from './rows';
import { resolveName, resolveOwner, selectRows, sourcePathOf } from './selectors';
import type { GroupBy } from './settings';
import { sourceHeading } from './source-list';

/** A run of rows under one heading of the review. */
export interface Section {
	/** Stays the same while the group does. */
	readonly key: string;
	/** Null for the proposals of notes that say nothing of what they are about. */
	readonly title: string | null;
	readonly rows: readonly Row[];
	/** Whether its rows repeat what was decided already. */
	readonly isRepeated: boolean;
}

/** What the user narrowed the review to. */
export interface Scope {
	readonly groupBy: GroupBy;
	readonly query: Query;
}

/**
 * The rows of the review under their headings. Sections stand in the order of their newest
 * proposal, then the one without a title, then what repeats what was decided. A row passes
 * the filter where any of its proposals does.
 */
export function selectSections(snapshot: Snapshot, scope: Scope): readonly Section[] {
	const sections = new Map<string, { title: string | null; rows: Row[]; isRepeated: boolean }>();
	const headings = new Map<string, { key: string; title: string | null }>();
	for (const row of selectRows(snapshot)) {
		if (!row.byAge.some((proposal) => passes(snapshot, scope.query, proposal))) continue;
		const { path } = row.proposal;
		const heading = headings.get(path) ?? headingOf(snapshot, scope.groupBy, row.proposal, snapshot.notes.get(path));
		headings.set(path, heading);
		const isRepeated = row.decided.length > 0;
		const { key, title } = isRepeated ? REPEATED : heading;
		const section = sections.get(key);
		if (section) section.rows.push(row);
		else sections.set(key, { title, rows: [row], isRepeated });
	}
	return [...sections]
		.map(([key, section]) => ({ key, ...section }))
		.sort((a, b) => Number(a.isRepeated) - Number(b.isRepeated) || Number(a.title === null) - Number(b.title === null));
}

function passes(snapshot: Snapshot, query: Query, proposal: Proposal): boolean {
	return matchesQuery(query, proposal, snapshot.notes.get(proposal.path))
		&& matchesNames(query.owners, () => ownerNames(snapshot, proposal))
		&& matchesNames(query.sources, () => sourceNames(snapshot, proposal))
		&& matchesNames(query.persons, () => [...ownerNames(snapshot, proposal), ...personsNamed(snapshot, proposal).map(({ name }) => name)]);
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

/** No path and no name is the same. */
const REPEATED = { key: '\u0000', title: null };

function headingOf(snapshot: Snapshot, groupBy: GroupBy, proposal: Proposal, note: IndexedNote | undefined): { key: string; title: string | null } {
	if (groupBy === 'note') return { key: proposal.path, title: note?.title ?? proposal.path };
	if (groupBy === 'source') return (note && sourceHeading(snapshot, note)) ?? { key: '', title: null };
	const title = note ? subjectOf(snapshot, note) : null;
	return { key: title ?? '', title };
}

/** Whom a note is about: the person it names, or whose own note it is, else its account or project. */
function subjectOf(snapshot: Snapshot, note: IndexedNote): string | null {
	if (note.person) return note.person.name;
	if (note.about === null) return null;
	const resolution = resolveName(snapshot, note.about, note);
	return resolution.kind === 'person' ? resolution.person.name : cleanName(note.about) || null;
}
