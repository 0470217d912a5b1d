import type * as Api from 'obsidian-api';
import { deepFreeze } from '../record';

/** What a note was when it was last read; `hash` is of its bytes. */
export interface FileState {
	readonly mtime: number;
	readonly size: number;
	readonly hash: string;
}

/** Keeps records from one start of the app to the next. Writes are not waited for. */
export interface MetadataStore {
	/** All that was kept. */
	load(): Promise<KeptRecords>;
	/** Keeps a file's state; forgets the file where it is null. */
	putFile(path: string, state: FileState | null): void;
	/** Keeps the metadata of a content; forgets it where it is null. */
	putMetadata(hash: string, metadata: Api.CachedMetadata | null): void;
}

export interface KeptRecords {
	readonly files: ReadonlyMap<string, FileState>;
	readonly metadata: ReadonlyMap<string, Api.CachedMetadata>;
}

/** The state of each note that was read, and the metadata of each content: one frozen object for all notes of the same text. */
export class MetadataRecords {
	private readonly files = new Map<string, FileState>();
	private readonly metadata = new Map<string, Api.CachedMetadata>();

	constructor(private readonly store: MetadataStore | null) {}

	/** Takes over what an earlier start has kept of the notes that are still there; forgets the rest. */
	async restore(exists: (path: string) => boolean): Promise<void> {
		if (!this.store) return;
		const kept = await this.store.load();
		const used = new Set<string>();
		for (const [path, state] of kept.files) {
			if (exists(path)) {
				this.files.set(path, state);
				used.add(state.hash);
			} else this.store.putFile(path, null);
		}
		for (const [hash, metadata] of kept.metadata) {
			if (used.has(hash)) this.metadata.set(hash, deepFreeze(metadata));
			else this.store.putMetadata(hash, null);
		}
	}

	get paths(): string[] {
		return [...this.files.keys()];
	}

	state(path: string): FileState | undefined {
		return this.files.get(path);
	}

	/** The metadata of a content. */
	ofContent(hash: string): Api.CachedMetadata | undefined {
		return this.metadata.get(hash);
	}

	/** The metadata of a note; null while its content is being parsed. */
	ofFile(path: string): Api.CachedMetadata | null {
		const state = this.files.get(path);
		return state ? this.metadata.get(state.hash) ?? null : null;
	}

	setState(path: string, state: FileState): void {
		this.files.set(path, state);
		this.store?.putFile(path, state);
	}

	setMetadata(hash: string, metadata: Api.CachedMetadata): Api.CachedMetadata {
		const frozen = deepFreeze(metadata);
		this.metadata.set(hash, frozen);
		this.store?.putMetadata(hash, frozen);
		return frozen;
	}

	forget(path: string): void {
		if (this.files.delete(path)) this.store?.putFile(path, null);
	}

	/** The states as a plain object, by path. */
	get fileCache(): Record<string, FileState> {
		return Object.fromEntries(this.files);
	}

	/** The metadata as a plain object, by hash. */
	get metadataCache(): Record<string, Api.CachedMetadata> {
		return Object.fromEntries(this.metadata);
	}
}
