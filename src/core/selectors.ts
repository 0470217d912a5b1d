import { isArchived } from './archive';
import { Duplicates } from './duplicates';
import { compareNotes, type IndexedNote } from './indexed-note';
import type { Snapshot } from './index-store';
import { memoize } from './memoize';
import { nameLexicon } from './name-lexicon';
import { buildPeople, type People, type PeopleOfNote, type Resolution } from './people';
import type { Proposal } from './proposal';
import { RowIndex } from './row-index';
import { isHidden, type Row } from './rows';
import { ownerIdentity } from './veto';
import { buildSources, logicalSource, type SourceResolution, type Sources } from './sources';

/** The people of the vault. */
export const selectPeople = memoize(
	(snapshot: Snapshot) => [snapshot.peopleVersion, snapshot.settings.ownerNames] as const,
	(snapshot, former: People | undefined): People => {
		const people = (former && renewPeople(snapshot, former)) ?? makePeople(snapshot, former);
		madeOf.set(people, { notes: snapshot.notes, noteChanges: snapshot.noteChanges });
		return people;
	},
);

/** What an index of people was made of. */
const madeOf = new WeakMap<People, Pick<Snapshot, 'notes' | 'noteChanges'>>();

/** Null where it is not known what has changed. */
function renewPeople({ notes, noteChanges, settings }: Snapshot, former: People): People | null {
	const made = madeOf.get(former);
	const changed = made?.noteChanges.changesUntil(noteChanges);
	if (!made || !changed) return null;
	const changes = [...new Set(changed.flat())].map((path) => ({ before: peopleOf(made.notes.get(path)), after: peopleOf(notes.get(path)) }));
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
	(snapshot, former: Sources | undefined): Sources => {
		const { notes, noteChanges } = snapshot;
		const sources = former && areSameFiles(snapshot, former) ? former : buildSources([...notes.keys()], (path) => isDerived(notes.get(path)) === true);
		filesOf.set(sources, { notes, noteChanges });
		return sources;
	},
);

/** The notes that sources were last known to be made of. */
const filesOf = new WeakMap<Sources, Pick<Snapshot, 'notes' | 'noteChanges'>>();

/** Whether the same files are there, and the same of them made from others. */
function areSameFiles({ notes, noteChanges }: Snapshot, former: Sources): boolean {
	const made = filesOf.get(former);
	const changed = made?.noteChanges.changesUntil(noteChanges)?.flat();
	return made !== undefined && changed?.every((path) => isDerived(made.notes.get(path)) === isDerived(notes.get(path))) === true;
}

/** Whether a file was made from another; null for one that is not there. */
function isDerived(note: IndexedNote | undefined): boolean | null {
	return note ? note.source !== null : null;
}

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

/** What one key decides: all that ask for the same. Those that are hidden as well. */
export const selectRowIndex = memoize(
	({ notes, groups, settings, memory }: Snapshot) => [notes, groups, settings.archives, memory.deleted] as const,
	(snapshot, former: RowIndex | undefined): RowIndex => former?.renew(snapshot) ?? RowIndex.make(snapshot),
);

/** The rows of `selectRowIndex`, in the order of `selectProposals`. */
export function selectAllRows(snapshot: Snapshot): readonly Row[] {
	return selectRowIndex(snapshot).list;
}

/** What there is to decide now: the rows of `selectAllRows` but for those that are hidden until another day. */
export const selectRows = memoize(
	(snapshot: Snapshot) => [selectAllRows(snapshot), snapshot.today] as const,
	(snapshot): readonly Row[] => {
		const all = selectAllRows(snapshot);
		return all.some((row) => isHidden(row, snapshot.today)) ? all.filter((row) => !isHidden(row, snapshot.today)) : all;
	},
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
	const rows = selectRowIndex(snapshot);
	const members = snapshot.groups?.get(key)?.members ?? [key];
	const known = members.find((member) => rows.get(member));
	return known === undefined ? null : (rows.get(known) ?? null);
}

/** Whether a proposal is for the vault's owner. */
export function isMine(snapshot: Snapshot, proposal: Proposal): boolean {
	return resolveOwner(snapshot, proposal)?.kind === 'owner';
}

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
