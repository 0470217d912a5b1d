import type * as Api from 'obsidian-api';
import type { FileState, KeptRecords, MetadataStore } from '../obsidian/metadata/metadata-records';
import type { EarlierSession } from '../server/earlier-session';

/** What the server says that an earlier session has kept; null where there was none. */
export async function fetchEarlierSession(base = ''): Promise<EarlierSession | null> {
	return await (await fetch(`${base}/vault/earlier-session`)).json() as EarlierSession | null;
}

/** A store that an earlier session has filled: what it has kept itself goes before that. */
export class EarlierStore implements MetadataStore {
	constructor(private readonly own: MetadataStore, private readonly earlier: EarlierSession) {}

	async load(): Promise<KeptRecords> {
		const own = await this.own.load();
		return {
			files: new Map([...Object.entries(this.earlier.files), ...own.files]),
			metadata: new Map([...Object.entries(this.earlier.metadata), ...own.metadata]),
		};
	}

	putFile(path: string, state: FileState | null): void {
		this.own.putFile(path, state);
	}

	putMetadata(hash: string, metadata: Api.CachedMetadata | null): void {
		this.own.putMetadata(hash, metadata);
	}
}
