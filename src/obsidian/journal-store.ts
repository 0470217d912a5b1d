import type { Decision } from '../core/journal';

/** What a store holds: the decisions, the oldest first, and the ids of records that it could not read. */
export interface StoredDecisions {
	readonly decisions: readonly Decision[];
	readonly damaged: readonly number[];
}

/** Where decisions outlast the session. Any of its calls may reject. */
export interface JournalStore {
	load(): Promise<StoredDecisions>;
	/** Resolves once the decision would be there after a crash. */
	put(decision: Decision): Promise<void>;
	remove(ids: readonly number[]): Promise<void>;
	/** Gives up all that is stored, so that no later session takes it for what was decided. */
	abandon(): Promise<void>;
}

/** A store that holds nothing beyond the session. */
export class MemoryJournalStore implements JournalStore {
	readonly records = new Map<number, unknown>();

	load(): Promise<StoredDecisions> {
		return Promise.resolve({ decisions: [...this.records.values()] as Decision[], damaged: [] });
	}

	put(decision: Decision): Promise<void> {
		this.records.set(decision.id, structuredClone(decision));
		return Promise.resolve();
	}

	remove(ids: readonly number[]): Promise<void> {
		for (const id of ids) this.records.delete(id);
		return Promise.resolve();
	}

	abandon(): Promise<void> {
		this.records.clear();
		return Promise.resolve();
	}
}
