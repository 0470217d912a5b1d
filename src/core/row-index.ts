import { isArchived } from './archive';
import { pathOfDecided, toDecided, type DecidedTask } from './decided';
import { Groups } from './groups';
import type { Snapshot } from './index-store';
import { compareNotes, type IndexedNote } from './indexed-note';
import { Moment } from './moment';
import { pathOfProposal, type Proposal } from './proposal';
import { makeRows, type Row } from './rows';
import { replaceSorted } from './sorted';

/** Rows that are no longer, and rows that are new, or stand in a note that has changed. One of these may be both. */
export interface RowsChange {
	readonly gone: ReadonlySet<Row>;
	readonly come: ReadonlySet<Row>;
}

/** The parts of a snapshot that rows are made from. */
type Made = Pick<Snapshot, 'notes' | 'noteChanges' | 'groups' | 'memory'> & { readonly archives: readonly string[] };

const NO_GROUPS = Groups.of();
/** Where more of the notes have changed than one of so many, all rows are made anew. */
const MOST_RENEWED = 8;

/**
 * One row for all proposals that ask for the same, those of the newest note first. What is
 * renewed shares its table with the one before, so only the latest is to be asked for a key.
 */
export class RowIndex {
	private constructor(
		/** Also those that are hidden until another day. */
		readonly list: readonly Row[],
		private readonly rowOf: Map<string, Row>,
		private readonly made: Made,
		private readonly moment: Moment<RowsChange>,
	) {}

	/** Looks at all notes. @param former one whose rows are shared where they are the same */
	static make(snapshot: Snapshot, former?: RowIndex): RowIndex {
		const notes = [...snapshot.notes.values()].filter(({ proposals }) => proposals.length > 0).sort(compareNotes);
		const list = rowsFor(snapshot, notes.flatMap(({ proposals }) => proposals), former?.list ?? []);
		return new RowIndex(list, new Map(list.flatMap(entriesOf)), madeFrom(snapshot), new Moment());
	}

	/** The row that decides a proposal, by the proposal's key. */
	get(key: string): Row | undefined {
		return this.rowOf.get(key);
	}

	/** The rows of a later snapshot: takes time with what has changed, and with a look along the list. */
	renew(snapshot: Snapshot): RowIndex {
		const changed = changedTasks(this.made, snapshot);
		if (!changed) return RowIndex.make(snapshot, this);
		const { keys, gone } = this.#reach(changed, snapshot.groups ?? NO_GROUPS);
		const come = rowsFor(snapshot, proposalsAmong(snapshot, keys), [...gone]);
		for (const row of gone) for (const { key } of row.byAge) this.rowOf.delete(key);
		for (const row of come) for (const [key] of entriesOf(row)) this.rowOf.set(key, row);
		const list = replaceSorted(this.list, gone, come, (a, b) => compareRows(snapshot, a, b));
		return new RowIndex(list, this.rowOf, madeFrom(snapshot), this.moment.advance({ gone, come: new Set(come) }));
	}

	/** What has changed since; null where that is not known. */
	changesSince(former: RowIndex): RowsChange | null {
		const changes = former.moment.changesUntil(this.moment);
		return changes && changes.reduce(joinChanges, { gone: new Set<Row>(), come: new Set<Row>() });
	}

	/** The keys of all that is in a row with one of some tasks, or was, and those rows. */
	#reach(changed: Iterable<string>, groups: Groups): { readonly keys: ReadonlySet<string>; readonly gone: ReadonlySet<Row> } {
		const [keys, gone] = [new Set(changed), new Set<Row>()];
		// What is added while it goes on is looked at, too.
		for (const key of keys) {
			for (const member of groups.get(key)?.members ?? []) keys.add(member);
			const row = this.rowOf.get(key);
			if (!row || gone.has(row)) continue;
			gone.add(row);
			for (const proposal of row.byAge) keys.add(proposal.key);
		}
		return { keys, gone };
	}
}

/** Those rows that some of the proposals are in, in their order, each made anew: takes time with these, not with the vault. */
export function makeRowsOf(snapshot: Snapshot, proposals: readonly Proposal[]): readonly Row[] {
	const wanted = new Set(proposals.filter(({ path }) => !isArchived(path, snapshot.settings.archives)).map(({ key }) => key));
	const keys = new Set([...wanted].flatMap((key) => snapshot.groups?.get(key)?.members ?? [key]));
	return rowsFor(snapshot, proposalsAmong(snapshot, keys), []).filter(({ byAge }) => byAge.some(({ key }) => wanted.has(key)));
}

/** The order of rows: by their newest proposals. */
export function compareRows({ notes }: Pick<Snapshot, 'notes'>, one: Row, other: Row): number {
	const [a, b] = [one.byAge[0] ?? one.proposal, other.byAge[0] ?? other.proposal];
	if (a.path === b.path) return a.line - b.line;
	const [here, there] = [notes.get(a.path), notes.get(b.path)];
	return here && there ? compareNotes(here, there) : 0;
}

function entriesOf(row: Row): [string, Row][] {
	return row.byAge.map(({ key }) => [key, row]);
}

function joinChanges(sum: { readonly gone: Set<Row>; readonly come: Set<Row> }, { gone, come }: RowsChange): typeof sum {
	for (const row of gone) if (!sum.come.delete(row)) sum.gone.add(row);
	for (const row of come) sum.come.add(row);
	return sum;
}

function madeFrom({ notes, noteChanges, groups, memory, settings: { archives } }: Snapshot): Made {
	return { notes, noteChanges, groups, memory, archives };
}

/** The keys of all tasks that are new, otherwise, gone or in another group; null where it is better to look at all. */
function changedTasks(made: Made, snapshot: Snapshot): Iterable<string> | null {
	if (made.archives !== snapshot.settings.archives || (made.groups === null) !== (snapshot.groups === null)) return null;
	const paths = made.noteChanges.changesUntil(snapshot.noteChanges)?.flat();
	const regrouped = made.groups && snapshot.groups ? snapshot.groups.changesSince(made.groups) : [];
	if (!paths || !regrouped || paths.length * MOST_RENEWED > snapshot.notes.size + MOST_RENEWED) return null;
	const notes = [...new Set(paths)].flatMap((path) => [made.notes.get(path), snapshot.notes.get(path)]);
	return [...notes.flatMap(keysIn), ...regrouped, ...changedDeleted(made, snapshot)];
}

function keysIn(note: IndexedNote | undefined): readonly string[] {
	return note ? [...note.proposals, ...note.decided].map(({ key }) => key) : [];
}

function changedDeleted(made: Made, { memory }: Snapshot): readonly string[] {
	if (made.memory.deleted === memory.deleted) return [];
	return [...made.memory.deleted, ...memory.deleted].map((task) => toDecided(task).key);
}

/** @param proposals in their order */
function rowsFor(snapshot: Snapshot, proposals: readonly Proposal[], former: readonly Row[]): readonly Row[] {
	const { groups, settings: { archives } } = snapshot;
	const places = new Map<string, boolean>();
	const isAway = ({ path }: Proposal): boolean => {
		const known = places.get(path) ?? isArchived(path, archives);
		places.set(path, known);
		return known;
	};
	const [live, archived]: [Proposal[], Proposal[]] = [[], []];
	for (const proposal of proposals) (isAway(proposal) ? archived : live).push(proposal);
	return makeRows({ proposals: live, archived, groups: groups ?? NO_GROUPS, decidedOf: (key) => findDecided(snapshot, key) }, former);
}

/** The proposals with some keys, those of the newest note first. */
function proposalsAmong({ notes }: Snapshot, keys: ReadonlySet<string>): readonly Proposal[] {
	const paths = new Set([...keys].map(pathOfProposal));
	return [...paths]
		.flatMap((path) => notes.get(path) ?? [])
		.sort(compareNotes)
		.flatMap((note) => note.proposals.filter(({ key }) => keys.has(key)));
}

/** A decided task by its key; null where it is gone, or the key is a proposal's. */
function findDecided({ notes, memory }: Snapshot, key: string): DecidedTask | null {
	const path = pathOfDecided(key);
	if (path === null) return null;
	const decided = path === '' ? memory.deleted.map(toDecided) : (notes.get(path)?.decided ?? []);
	return decided.find((task) => task.key === key) ?? null;
}
