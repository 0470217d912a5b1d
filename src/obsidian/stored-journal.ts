import { dropOldest, EMPTY_JOURNAL, findDecision, putDecision, recountInJournal, removeDecision, renameInJournal, type Decision, type Journal } from '../core/journal';
import type { Recount } from '../core/recount';
import { words } from '../words/words';
import type { JournalStore } from './journal-store';
import { reasonOf } from './outcome';

/** A store that does not answer for so long is taken for broken. */
const PATIENCE_MS = 5000;

/**
 * The journal of this session, kept in step with its store. What is asked of it is true at
 * once; a promise resolves when the store has it. Where the store fails it is given up, the
 * user is told once, and the journal goes on in memory: nothing here ever rejects.
 */
export class StoredJournal {
	#journal: Journal = EMPTY_JOURNAL;
	#hasStore = true;
	/** Notes that were moved before the journal was there; null from then on. */
	#early: (readonly [from: string, to: string])[] | null = [];

	/** @param changed is called after each change. @param reportProblem is told, in words for the user, what the store can't do. */
	constructor(
		private readonly store: JournalStore,
		private readonly changed: () => void,
		private readonly reportProblem: (message: string) => void,
	) {}

	get journal(): Journal {
		return this.#journal;
	}

	find(id: number): Decision | null {
		return findDecision(this.#journal, id);
	}

	async load(): Promise<void> {
		await this.#try(async () => this.#set(await this.store.load()));
		await this.#followEarly();
		const { length } = this.#journal.damaged;
		if (length > 0) this.reportProblem(words.problems.journalLost({ count: length }));
	}

	/** Puts a decision into the journal, or changes one, and has it stored. */
	async put(decision: Decision): Promise<void> {
		const { journal, dropped } = dropOldest(putDecision(this.#journal, decision));
		this.#set(journal);
		await this.#try(() => this.store.put(decision));
		if (dropped.length > 0) await this.#try(() => this.store.remove(dropped));
	}

	/** Changes a decision in memory only, untold: the way to `save`, which tells and stores it. */
	change(id: number, change: (decision: Decision) => Decision): void {
		const decision = this.find(id);
		if (decision) this.#journal = putDecision(this.#journal, change(decision));
	}

	/** Tells of a decision as it is now, and has it stored. */
	async save(id: number): Promise<void> {
		const decision = this.find(id);
		if (!decision) return;
		this.changed();
		await this.#try(() => this.store.put(decision));
	}

	async remove(id: number): Promise<void> {
		this.#set(removeDecision(this.#journal, id));
		await this.#try(() => this.store.remove([id]));
	}

	/** Follows a note to its new path. */
	async rename(from: string, to: string): Promise<void> {
		if (this.#early) {
			this.#early.push([from, to]);
			return;
		}
		await this.#replace(renameInJournal(this.#journal, from, to));
	}

	/** Follows the equal lines of a note that was written. */
	async recount(path: string, recount: Recount): Promise<void> {
		await this.#replace(recountInJournal(this.#journal, path, recount));
	}

	/** Has those decisions stored that have changed. */
	async #replace(journal: Journal): Promise<void> {
		const before = new Set(this.#journal.decisions);
		this.#set(journal);
		for (const decision of journal.decisions) {
			if (!before.has(decision)) await this.save(decision.id);
		}
	}

	async #followEarly(): Promise<void> {
		const early = this.#early ?? [];
		this.#early = null;
		for (const [from, to] of early) await this.rename(from, to);
	}

	#set(journal: Journal): void {
		if (journal === this.#journal) return;
		this.#journal = journal;
		this.changed();
	}

	async #try(work: () => Promise<void>): Promise<void> {
		if (!this.#hasStore) return;
		try {
			await withinTime(work());
		} catch (error) {
			this.#hasStore = false;
			this.reportProblem(words.problems.journalUnstored({ reason: reasonOf(error) }));
			await this.#abandonStore();
		}
	}

	/** What is stored no longer tells what was decided: the next session must not act on it. */
	async #abandonStore(): Promise<void> {
		try {
			await withinTime(this.store.abandon());
		} catch {
			// Nothing can be done about it, and the user knows already.
		}
	}
}

async function withinTime(work: Promise<void>): Promise<void> {
	let timer = 0;
	const late = new Promise<never>((_resolve, reject) => {
		timer = window.setTimeout(() => reject(new Error(words.problems.noAnswer)), PATIENCE_MS);
	});
	try {
		await Promise.race([work, late]);
	} finally {
		window.clearTimeout(timer);
	}
}
