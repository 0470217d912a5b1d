import type * as Api from 'obsidian-api';
import type { FileState, KeptRecords, MetadataStore } from '../obsidian/metadata/metadata-records';

type Table = 'file' | 'metadata';

const versionKey = '\u0000version';

/**
 * Metadata kept in the browser, one database for each vault's name. Records of another
 * version of the parser are thrown away.
 */
export class IndexedDbStore implements MetadataStore {
	private readonly pending: Record<Table, Map<string, unknown>> = { file: new Map(), metadata: new Map() };
	private writing = false;

	private constructor(private readonly database: IDBDatabase) {}

	/** @param fresh throw away all that was kept */
	static async open(vaultName: string, version: string, fresh: boolean): Promise<IndexedDbStore> {
		const opening = indexedDB.open(`${vaultName}-cache`, 1);
		opening.onupgradeneeded = () => { for (const table of ['file', 'metadata']) opening.result.createObjectStore(table); };
		const store = new IndexedDbStore(await answer(opening));
		const kept: unknown = await answer(store.database.transaction('file').objectStore('file').get(versionKey));
		if (fresh || kept !== version) await store.clear(version);
		return store;
	}

	async load(): Promise<KeptRecords> {
		return {
			files: new Map([...await this.readAll<FileState>('file')].filter(([path]) => path !== versionKey)),
			metadata: await this.readAll<Api.CachedMetadata>('metadata'),
		};
	}

	putFile(path: string, state: FileState | null): void {
		this.put('file', path, state);
	}

	putMetadata(hash: string, metadata: Api.CachedMetadata | null): void {
		this.put('metadata', hash, metadata);
	}

	private async readAll<T>(table: Table): Promise<Map<string, T>> {
		const records = this.database.transaction(table).objectStore(table);
		const [keys, values] = await Promise.all([answer(records.getAllKeys()), answer(records.getAll())]);
		return new Map(keys.map((key, at) => [key as string, values[at] as T]));
	}

	private async clear(version: string): Promise<void> {
		const transaction = this.database.transaction(['file', 'metadata'], 'readwrite');
		for (const table of ['file', 'metadata']) transaction.objectStore(table).clear();
		transaction.objectStore('file').put(version, versionKey);
		await done(transaction);
	}

	private put(table: Table, key: string, value: unknown): void {
		this.pending[table].set(key, value);
		if (!this.writing) void this.write();
	}

	/** Writes what waits, and what comes meanwhile, in as few transactions as it takes. */
	private async write(): Promise<void> {
		this.writing = true;
		while (this.pending.file.size + this.pending.metadata.size > 0) {
			const transaction = this.database.transaction(['file', 'metadata'], 'readwrite');
			for (const table of ['file', 'metadata'] as const) this.flush(table, transaction.objectStore(table));
			await done(transaction).catch(console.error);
		}
		this.writing = false;
	}

	private flush(table: Table, records: IDBObjectStore): void {
		for (const [key, value] of this.pending[table]) {
			if (value === null) records.delete(key);
			else records.put(value, key);
		}
		this.pending[table].clear();
	}
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => { resolve(request.result); };
		request.onerror = () => { reject(request.error ?? new Error('The browser refused its database.')); };
	});
}

function done(transaction: IDBTransaction): Promise<void> {
	return new Promise((resolve, reject) => {
		transaction.oncomplete = () => { resolve(); };
		transaction.onabort = () => { reject(transaction.error ?? new Error('The browser refused to store metadata.')); };
	});
}
