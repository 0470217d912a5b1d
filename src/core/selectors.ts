import { isArchived } from './archive';
import { pathOfDecided, toDecided, type DecidedTask } from './decided';
import { Duplicates } from './duplicates';
import type { IndexedNote } from './indexed-note';
import type { Snapshot } from './index-store';
import { memoize } from './memoize';
import { nameLexicon } from './name-lexicon';
import { buildPeople, type People, type PeopleOfNote, type Resolution } from './people';
import { pathOfProposal, type Proposal } from './proposal';
import { isHidden, makeRows, newestWith, type Row } from './rows';
import type { Group } from './task-node';
import { ownerIdentity } from './veto';
import { buildSources, logicalSource, type SourceResolution, type Sources } from './sources';

/** The people of the vault. */
export const selectPeople = memoize(
	(snapshot: Snapshot) => [snapshot.peopleVersion, snapshot.settings.ownerNames] as const,
	(snapshot, former: People | undefined): People => {
		const people = (former && renewPeople(snapshot, former)) ?? makePeople(snapshot, former);
		madeOf.set(people, { notes: snapshot.notes, peopleVersion: snapshot.peopleVersion });
		return people;
	},
);

/** What an index of people was made of. */
const madeOf = new WeakMap<People, Pick<Snapshot, 'notes' | 'peopleVersion'>>();

/** Null where it is not known what has changed. */
function renewPeople({ notes, peopleVersion, settings }: Snapshot, former: People): People | null {
	const made = madeOf.get(former);
	const changed = made && peopleVersion.takeChangesSince(made.peopleVersion);
	if (!changed) return null;
	const changes = [...changed].map((path) => ({ before: peopleOf(made.notes.get(path)), after: peopleOf(notes.get(path)) }));
	return former.renew(changes, settings.ownerNames);
}

function makePeople({ notes, settings }: Snapshot, former: People | undefined): People {
	const told = [...notes.values()].map((note) => peopleOf(note));
	return buildPeople({
		persons: told.flatMap(({ person }) => person ?? []),
		names: [],
		ownerNames: settings.ownerNames,
		meetings: told,
		mentioned: told.flatMap(({ mentioned }) => mentioned),
	}, former);
}

function peopleOf(note: IndexedNote): PeopleOfNote;
function peopleOf(note: IndexedNote | undefined): PeopleOfNote | null;
function peopleOf(note: IndexedNote | undefined): PeopleOfNote | null {
	if (!note) return null;
	const { person, names, proposals } = note;
	return { person, names, source: names.length > 0 ? sourceKey(note) : null, mentioned: proposals.flatMap(({ owner }) => owner ?? []) };
}

/** The files among which a source is looked for. The same while no file comes, goes, or turns out to be made from another. */
export const selectSources = memoize(
	(snapshot: Snapshot) => [snapshot.notes] as const,
	({ notes }, former: Sources | undefined): Sources => {
		const derived = new Map([...notes.values()].map(({ path, source }) => [path, source !== null]));
		const known = former && derivedIn.get(former);
		if (former && known?.size === derived.size && [...derived].every(([path, isDerived]) => known.get(path) === isDerived)) return former;
		const sources = buildSources([...derived.keys()], (path) => derived.get(path) === true);
		derivedIn.set(sources, derived);
		return sources;
	},
);

/** Which files sources were made of, and which of them were made from others. */
const derivedIn = new WeakMap<Sources, ReadonlyMap<string, boolean>>();

/** The file that a note was made from; null where it names none. */
export function resolveSource(snapshot: Snapshot, note: IndexedNote): SourceResolution | null {
	if (!note.source) return null;
	const sources = selectSources(snapshot);
	const known = resolved.get(note);
	if (known?.sources === sources) return known.resolution;
	const resolution = sources.resolve(note.source, note.path);
	resolved.set(note, { sources, resolution });
	return resolution;
}

/** What was found of each note, and among which files. */
const resolved = new WeakMap<IndexedNote, { readonly sources: Sources; readonly resolution: SourceResolution }>();

/** The vault path of the file that a task was made from; null where that is not certain. */
export function sourcePathOf(snapshot: Snapshot, path: string): string | null {
	const note = snapshot.notes.get(path);
	const found = note ? resolveSource(snapshot, note) : null;
	return found?.kind === 'resolved' ? found.path : null;
}

/** All proposals, those of the newest note first, each note's in the order of its lines. */
export const selectProposals = memoize(
	(snapshot: Snapshot) => [snapshot.notes] as const,
	(snapshot): readonly Proposal[] =>
		[...snapshot.notes.values()]
			.filter((note) => note.proposals.length > 0)
			.sort(compareNotes)
			.flatMap((note) => note.proposals),
);

/** The proposals that are to be decided, and those that lie in an archive, in the same order. */
const splitProposals = memoize(
	(snapshot: Snapshot) => [snapshot.notes, snapshot.settings.archives] as const,
	(snapshot): { readonly live: readonly Proposal[]; readonly archived: readonly Proposal[] } => {
		const [live, archived]: [Proposal[], Proposal[]] = [[], []];
		const places = new Map<string, Proposal[]>();
		for (const proposal of selectProposals(snapshot)) {
			const place = places.get(proposal.path) ?? (isArchived(proposal.path, snapshot.settings.archives) ? archived : live);
			places.set(proposal.path, place);
			place.push(proposal);
		}
		return { live, archived };
	},
);

/** The proposals that are to be decided: all but those in archives. */
export function selectLive(snapshot: Snapshot): readonly Proposal[] {
	return splitProposals(snapshot).live;
}

/** One row for all proposals that ask for the same, in the order of `selectProposals`; those that are hidden as well. */
export const selectAllRows = memoize(
	(snapshot: Snapshot) => [splitProposals(snapshot), snapshot.groups, snapshot.memory] as const,
	(snapshot, former: readonly Row[] | undefined): readonly Row[] => {
		const { live, archived } = splitProposals(snapshot);
		return makeRows({ proposals: live, archived, groups: snapshot.groups ?? NO_GROUPS, decidedOf: (key) => findDecided(snapshot, key) }, former ?? []);
	},
);

/** What there is to decide now: the rows of `selectAllRows` but for those that are hidden until another day. */
export const selectRows = memoize(
	(snapshot: Snapshot) => [selectAllRows(snapshot), snapshot.today] as const,
	(snapshot): readonly Row[] => {
		const all = selectAllRows(snapshot);
		return all.some((row) => isHidden(row, snapshot.today)) ? all.filter((row) => !isHidden(row, snapshot.today)) : all;
	},
);

/** Those rows of `selectAllRows` that some of the proposals are in, in their order, each made anew: takes time with these, not with the vault. */
export function makeRowsOf(snapshot: Snapshot, proposals: readonly Proposal[]): readonly Row[] {
	const { groups, settings: { archives } } = snapshot;
	const wanted = new Set(proposals.filter(({ path }) => !isArchived(path, archives)).map(({ key }) => key));
	const keys = new Set([...wanted].flatMap((key) => groups?.get(key)?.members ?? [key]));
	const [live, archived] = partition(proposalsAmong(snapshot, keys), ({ path }) => !isArchived(path, archives));
	return makeRows({ proposals: live, archived, groups: groups ?? NO_GROUPS, decidedOf: (key) => findDecided(snapshot, key) }, [])
		.filter(({ byAge }) => byAge.some(({ key }) => wanted.has(key)));
}

/** The proposals with some keys, in the order of `selectProposals`. */
function proposalsAmong({ notes }: Snapshot, keys: ReadonlySet<string>): readonly Proposal[] {
	const paths = new Set([...keys].map(pathOfProposal));
	return [...paths]
		.flatMap((path) => notes.get(path) ?? [])
		.sort(compareNotes)
		.flatMap((note) => note.proposals.filter(({ key }) => keys.has(key)));
}

function partition<T>(all: readonly T[], isFirst: (each: T) => boolean): readonly [T[], T[]] {
	return [all.filter(isFirst), all.filter((each) => !isFirst(each))];
}

/** A decided task by its key; null where it is gone, or the key is a proposal's. */
function findDecided({ notes, memory }: Snapshot, key: string): DecidedTask | null {
	const path = pathOfDecided(key);
	if (path === null) return null;
	const decided = path === '' ? memory.deleted.map(toDecided) : (notes.get(path)?.decided ?? []);
	return decided.find((task) => task.key === key) ?? null;
}

const NO_GROUPS: ReadonlyMap<string, Group> = new Map();

/** The row of each proposal that is to be decided, by its key. */
export const selectRowOf = memoize(
	(snapshot: Snapshot) => [selectAllRows(snapshot)] as const,
	(snapshot): ReadonlyMap<string, Row> => new Map(selectAllRows(snapshot).flatMap((row) => row.byAge.map((proposal) => [proposal.key, row]))),
);

/** Whom a proposal is for; null where it names nobody. */
export function resolveOwner(snapshot: Snapshot, proposal: Pick<Proposal, 'owner' | 'path'>): Resolution | null {
	if (proposal.owner === null) return null;
	return resolveName(snapshot, proposal.owner, snapshot.notes.get(proposal.path));
}

/** Whose name a note means by what it writes. */
export function resolveName(snapshot: Snapshot, name: string, note: IndexedNote | undefined): Resolution {
	const context = note ? { names: note.names, source: sourceKey(note) } : { names: [] };
	return selectPeople(snapshot).resolve(name, context);
}

/** Whether all is known that the review is made of. */
export function isReady({ complete, groups }: Snapshot): boolean {
	return complete && groups !== null;
}

/** Whether the groups follow from all that the user has said of duplicates. Until then a row may be about to become two, or two rows one. */
export function areGroupsCurrent({ groups, groupedBy, memory }: Snapshot): boolean {
	return groups === null || groupedBy === memory.marks;
}

/** Whether the groups follow from the notes as they are. Until then a line that has just changed stands by itself. */
export function areGroupsOfNotes({ groups, groupedNotes, notes }: Snapshot): boolean {
	return groups === null || groupedNotes === notes;
}

/** The row that stands for a task among those it is grouped with; null where none of these is to be decided. */
export function rowOfTask(snapshot: Snapshot, key: string): Row | null {
	const rowOf = selectRowOf(snapshot);
	const members = snapshot.groups?.get(key)?.members ?? [key];
	const known = members.find((member) => rowOf.has(member));
	return known === undefined ? null : (rowOf.get(known) ?? null);
}

/** Whether a proposal is for the vault's owner. */
export function isMine(snapshot: Snapshot, proposal: Proposal): boolean {
	return resolveOwner(snapshot, proposal)?.kind === 'owner';
}

/** How many rows are for the vault's owner. */
export const countMine = memoize(
	(snapshot: Snapshot) => [selectRows(snapshot), snapshot.peopleVersion, snapshot.settings.ownerNames] as const,
	(snapshot): number => selectRows(snapshot).filter((row) => isMine(snapshot, newestWith(row, 'owner'))).length,
);

/** The near-duplicates among a snapshot's proposals; its `work` is still to be done. */
export function duplicatesOf(snapshot: Snapshot): Duplicates {
	const duplicates = new Duplicates(nameLexicon(selectPeople(snapshot).persons));
	for (const proposal of selectProposals(snapshot)) {
		duplicates.put({ key: proposal.key, text: proposal.text, owner: ownerIdentity(proposal.owner, resolveOwner(snapshot, proposal)) });
	}
	duplicates.settle();
	return duplicates;
}

/** What tells apart the sources of notes: two exports of one mail are one. */
function sourceKey(note: IndexedNote): string | null {
	const reference = note.source?.refs[0]?.text ?? note.source?.linked;
	return reference === undefined ? null : logicalSource(reference);
}

/** Newest first, notes without a date last; by path where the day is the same, so that the order is stable. */
export function compareNotes(a: IndexedNote, b: IndexedNote): number {
	return compareText(b.date ?? '', a.date ?? '') || compareText(a.path, b.path);
}

function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
