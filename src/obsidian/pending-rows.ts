import type { LineEdit } from '../core/edit';
import { withoutCopies, type Copy } from '../core/equal-lines';
import type { Snapshot } from '../core/index-store';
import type { Proposal } from '../core/proposal';
import type { Tally } from './outcome';

/** A row whose note was written. */
interface WrittenRow {
	readonly proposal: Proposal;
	/** When its note was modified by that, milliseconds since the epoch. */
	readonly mtime: number;
}

/**
 * The rows that were decided and of which the index does not know yet: from the key on until
 * it has read their notes as written, told by the notes' time of modification.
 */
export class PendingRows {
	#keys: ReadonlySet<string> = new Set();
	readonly #written = new Map<string, WrittenRow>();

	/** The same set as long as nothing changes. */
	get keys(): ReadonlySet<string> {
		return this.#keys;
	}

	add(proposals: readonly Proposal[]): void {
		this.#keys = new Set([...this.#keys, ...proposals.map(({ key }) => key)]);
	}

	/**
	 * Keeps rows away until the index knows; those that were not written come back at once.
	 * @param mtimes of the notes that were written.
	 */
	awaitIndex(proposals: readonly Proposal[], { conflicts, failures }: Tally, mtimes: ReadonlyMap<string, number>): void {
		const unmade = new Set([...conflicts.map(({ edit }) => edit), ...failures.flatMap(({ edits }) => edits)].map(({ path, before }) => `${path}\n${before ?? ''}`));
		const back = new Set<string>();
		for (const proposal of proposals) {
			const mtime = mtimes.get(proposal.path);
			if (mtime === undefined || unmade.has(`${proposal.path}\n${proposal.raw}`)) back.add(proposal.key);
			else this.#written.set(proposal.key, { proposal, mtime });
		}
		this.#drop(back);
	}

	/** Lets rows show whose lines were taken back, also where the index never saw them gone. */
	showAgain(inverse: readonly LineEdit[]): void {
		const lines = new Set(inverse.map(({ path, after }) => `${path}\n${after ?? ''}`));
		this.#drop(new Set([...this.#written].flatMap(([key, { proposal }]) => (lines.has(`${proposal.path}\n${proposal.raw}`) ? [key] : []))));
	}

	/** Forgets the rows of notes that the index has read since they were written. */
	dropSettled({ notes }: Snapshot): void {
		const settled = [...this.#written].filter(([, { proposal, mtime }]) => {
			const note = notes.get(proposal.path);
			return !note || note.mtime >= mtime;
		});
		this.#drop(new Set(settled.map(([key]) => key)));
	}

	/** Proposals as they stand once their equal lines are gone that were written and that the index has not read yet. */
	afterWritten(proposals: readonly Proposal[]): Proposal[] {
		const gone = new Map<string, Copy[]>();
		for (const { proposal } of this.#written.values()) {
			const place = `${proposal.path}\n${proposal.raw}`;
			gone.set(place, [...(gone.get(place) ?? []), proposal.copy]);
		}
		return proposals.map((proposal) => {
			const others = gone.get(`${proposal.path}\n${proposal.raw}`);
			return others ? { ...proposal, copy: withoutCopies(proposal.copy, others) } : proposal;
		});
	}

	#drop(keys: ReadonlySet<string>): void {
		if (keys.size === 0) return;
		for (const key of keys) this.#written.delete(key);
		this.#keys = new Set([...this.#keys].filter((key) => !keys.has(key)));
	}
}
