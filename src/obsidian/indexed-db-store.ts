import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { App } from 'obsidian';
import type { Decision } from '../core/journal';
import { parseDecision } from '../core/journal-record';
import type { JournalStore, StoredDecisions } from './journal-store';

const VERSION = 1;
const RECORDS = 'decisions';
/** Where the app keeps, for this vault on this device, the name of the database in use. */
const NAME_KEY = 'ratify-journal';

interface Schema extends DBSchema {
	[RECORDS]: { key: number; value: unknown };
}

/**
 * The journal's store on this device: a database for each vault, a record for each decision
 * under its id. A record that is not what it must be is passed over, and stays until it is
 * removed. Another version of the plugin that needs a newer database gets it at once.
 */
export class IndexedDbStore implements JournalStore {
	#database: Promise<IDBPDatabase<Schema>> | null = null;

	constructor(private readonly app: Pick<App, 'vault' | 'loadLocalStorage' | 'saveLocalStorage'>) {}

	async load(): Promise<StoredDecisions> {
		const transaction = (await this.#open()).transaction(RECORDS);
		const [keys, values] = await Promise.all([transaction.store.getAllKeys(), transaction.store.getAll()]);
		const parsed = values.map((value, at) => {
			const decision = parseDecision(value);
			return decision?.id === keys[at] ? decision : null;
		});
		return {
			decisions: parsed.filter((decision) => decision !== null),
			damaged: keys.filter((key, at) => parsed[at] === null && Number.isSafeInteger(key)),
		};
	}

	async put(decision: Decision): Promise<void> {
		// That work was begun must be known after a power cut, too; how far it came can be found out.
		const isBeginning = decision.open?.notes.every(({ isWritten }) => !isWritten) ?? false;
		const transaction = (await this.#open()).transaction(RECORDS, 'readwrite', { durability: isBeginning ? 'strict' : 'relaxed' });
		await Promise.all([transaction.store.put(decision, decision.id), transaction.done]);
	}

	async remove(ids: readonly number[]): Promise<void> {
		const transaction = (await this.#open()).transaction(RECORDS, 'readwrite');
		await Promise.all([...ids.map((id) => transaction.store.delete(id)), transaction.done]);
	}

	/** The next session starts with another database, whatever becomes of this one. */
	async abandon(): Promise<void> {
		const name = this.#name();
		this.app.saveLocalStorage(NAME_KEY, null);
		await this.close();
		window.indexedDB.deleteDatabase(name);
	}

	/** Lets go of the database; it is opened again when it is needed. */
	async close(): Promise<void> {
		const opening = this.#database;
		this.#database = null;
		// One that could not be opened need not be closed.
		const database = await opening?.catch(() => null);
		database?.close();
	}

	#open(): Promise<IDBPDatabase<Schema>> {
		this.#database ??= this.#openAnew();
		return this.#database;
	}

	#openAnew(): Promise<IDBPDatabase<Schema>> {
		return openDB<Schema>(this.#name(), VERSION, {
			upgrade: (database, oldVersion) => {
				if (oldVersion < 1) database.createObjectStore(RECORDS);
			},
			blocking: () => void this.close(),
			terminated: () => (this.#database = null),
		});
	}

	#name(): string {
		const known: unknown = this.app.loadLocalStorage(NAME_KEY);
		if (typeof known === 'string') return known;
		const name = `ratify-${this.app.vault.getName()}-${crypto.randomUUID()}`;
		this.app.saveLocalStorage(NAME_KEY, name);
		return name;
	}
}
