import type * as Api from 'obsidian-api';
import { parseMetadata } from '../obsidian/metadata/metadata-parser';
import type { FileState } from '../obsidian/metadata/metadata-records';
import { hashContent } from '../obsidian/vault/content-hash';
import { decodeText } from '../obsidian/vault/text-encoding';
import type { ServedVault } from './served-vault';

/** What an earlier session of the app would have kept of a vault's notes. */
export interface EarlierSession {
	/** By path. */
	readonly files: Readonly<Record<string, FileState>>;
	/** By the hash of a content. */
	readonly metadata: Readonly<Record<string, Api.CachedMetadata>>;
}

/** Vaults that are served one after another are often copies of one. */
const parsed = new Map<string, Api.CachedMetadata>();

/** Reads a vault as an earlier session of the app would have left it. */
export async function readEarlierSession(vault: ServedVault): Promise<EarlierSession> {
	const files: Record<string, FileState> = {};
	const metadata: Record<string, Api.CachedMetadata> = {};
	for (const { path, type, mtime, size } of await vault.entries('/')) {
		if (type !== 'file' || !path.endsWith('.md') || path.startsWith('.')) continue;
		const bytes = await vault.read(path);
		const hash = await hashContent(new Uint8Array(bytes).buffer);
		files[path] = { mtime, size, hash };
		metadata[hash] = parseOnce(hash, bytes);
	}
	return { files, metadata };
}

function parseOnce(hash: string, bytes: Uint8Array): Api.CachedMetadata {
	const known = parsed.get(hash) ?? parseMetadata(decodeText(bytes));
	parsed.set(hash, known);
	return known;
}
