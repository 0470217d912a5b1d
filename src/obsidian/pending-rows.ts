import type { Choice } from '../core/actions';
import type { LineEdit } from '../core/edit';
import { withoutCopies, type Copy } from '../core/equal-lines';
import type { Snapshot } from '../core/index-store';
import { proposalKey, type Proposal } from '../core/proposal';
import type { Tally } from './outcome';

/** A row that was decided and of which the index does not know yet. */
export interface PendingRow {
	/** What was chosen for it. */
	readonly choice: Omit<Choice, 'proposal'>;
	/** Its line among its equals, as the index counts them now. */
	readonly proposal: Proposal;
	/** When its note was modified by the decision, milliseconds since the epoch; null while it waits to be written. */
	readonly mtime: number | null;
}

type Row = { -readonly [K in keyof PendingRow]: PendingRow[K] };

/**
 * The rows that were decided and of which the index does not know yet: from the key on until
 * it has read their notes as written, told by the notes' time of modification. As it reads
 * some of several equal lines as written, the others are counted anew, as it counts them.
 * Where it counts them otherwise, since others have come or gone, all of them are taken for
 * pending: which one is which can't be told until it has read the decisions. Rows that stay
 * proposals are told apart, since they are shown meanwhile.
 */
export class PendingRows {
	#rows: readonly Row[] = [];
	#unclear: readonly string[] = [];
	#keys: ReadonlySet<string> = new Set();
	#kept: ReadonlySet<string> = new Set();

	/** Of rows that are going. The same set as long as nothing changes. */
	get keys(): ReadonlySet<string> {
		return this.#keys;
	}

	/** Of rows that stay and are about to read otherwise. The same set as long as nothing changes. */
	get kept(): ReadonlySet<string> {
		return this.#kept;
	}

	/** Adds the rows of proposals of the index as it is; those that are pending already are not meant twice. */
	add(choices: readonly Choice[]): readonly PendingRow[] {
		const added = choices.filter(({ proposal: { key } }) => !this.#keys.has(key) && !this.#kept.has(key)).map(({ proposal, ...choice }): Row => ({ choice, proposal, mtime: null }));
		this.#set([...this.#rows, ...added]);
		return added;
	}

	/** What was chosen for rows, as their lines stand once their equals are gone that were written and that the index has not read yet. */
	toDecide(rows: readonly PendingRow[]): Choice[] {
		const written = this.#rows.filter(({ mtime }) => mtime !== null);
		return rows.map(({ choice, proposal }) => ({ ...choice, proposal: without(proposal, written) }));
	}

	/**
	 * Keeps rows away until the index knows; those that were not written come back at once.
	 * @param mtimes of the notes that were written.
	 */
	awaitIndex(rows: readonly PendingRow[], { conflicts, failures }: Tally, mtimes: ReadonlyMap<string, number>): void {
		const unmade = new Set([...conflicts.map(({ edit }) => edit), ...failures.flatMap(({ edits }) => edits)].map(({ path, before }) => `${path}\n${before ?? ''}`));
		for (const row of this.#rows.filter((each) => rows.includes(each))) {
			row.mtime = unmade.has(placeOf(row)) ? null : (mtimes.get(row.proposal.path) ?? null);
		}
		this.#set(this.#rows.filter((row) => row.mtime !== null || !rows.includes(row)));
	}

	/** Lets rows show whose lines were taken back, also where the index never saw them gone. */
	showAgain(inverse: readonly LineEdit[]): void {
		const lines = new Set(inverse.map(({ path, after }) => `${path}\n${after ?? ''}`));
		this.#set(this.#rows.filter((row) => row.mtime === null || !lines.has(placeOf(row))));
	}

	/** Forgets the rows of notes that the index has read since they were written, and counts the others as it does. */
	follow({ notes }: Snapshot): void {
		const isSettled = ({ proposal: { path }, mtime }: Row): boolean => mtime !== null && (notes.get(path)?.mtime ?? Infinity) >= mtime;
		const settled = this.#rows.filter(isSettled);
		const rest = this.#rows.filter((row) => !isSettled(row));
		for (const row of rest) row.proposal = without(row.proposal, settled);
		this.#unclear = rest.flatMap(({ proposal }) => countedOtherwise(proposal, notes.get(proposal.path)?.proposals ?? []));
		this.#set(rest);
	}

	#set(rows: readonly Row[]): void {
		this.#rows = rows;
		const keysOf = (isKept: boolean): string[] => rows.flatMap(({ choice, proposal }) => (choice.action.isKept === true ? isKept : !isKept) ? [proposal.key] : []);
		this.#keys = reuseSet(this.#keys, new Set([...keysOf(false), ...this.#unclear]));
		this.#kept = reuseSet(this.#kept, new Set(keysOf(true)));
	}
}

/** The former set where both hold the same. */
function reuseSet(former: ReadonlySet<string>, next: ReadonlySet<string>): ReadonlySet<string> {
	return next.size === former.size && [...next].every((key) => former.has(key)) ? former : next;
}

/** A proposal as it is counted once equals of it are gone. Where they were counted otherwise than it is, it fits no line any more. */
function without(proposal: Proposal, gone: readonly Row[]): Proposal {
	const equal = gone.filter((row) => row.proposal !== proposal && placeOf(row) === placeOf({ proposal }));
	if (equal.length === 0) return proposal;
	const isCountedAlike = equal.every((row) => row.proposal.copy.count === proposal.copy.count);
	const copy = isCountedAlike ? withoutCopies(proposal.copy, equal.map((row) => row.proposal.copy)) : NO_LINE;
	return { ...proposal, copy, key: proposalKey(proposal.path, proposal.raw, copy) };
}

/** There are never so many lines. */
const NO_LINE: Copy = { ordinal: 0, count: -1 };

/** The keys of a note's proposals that read as this one, where there are more or fewer of them than when it was decided. */
function countedOtherwise({ raw, copy }: Proposal, proposals: readonly Proposal[]): string[] {
	const equal = proposals.filter((each) => each.raw === raw);
	return equal.every((each) => each.copy.count === copy.count) ? [] : equal.map(({ key }) => key);
}

/** What tells lines apart but for their equals. */
function placeOf({ proposal: { path, raw } }: Pick<Row, 'proposal'>): string {
	return `${path}\n${raw}`;
}
