import type * as Api from 'obsidian-api';
import { fixedPace } from '../pace';
import { MemoryAdapter } from '../vault/adapter';
import { MemoryDisk } from '../vault/memory-disk';
import { Vault } from '../vault/vault';
import { MetadataCache } from './metadata-cache';
import type { FileState, KeptRecords, MetadataStore } from './metadata-records';

/** Keeps records for as long as the test lasts. */
class MemoryStore implements MetadataStore {
	readonly files = new Map<string, FileState>();
	readonly metadata = new Map<string, Api.CachedMetadata>();

	async load(): Promise<KeptRecords> {
		return { files: new Map(this.files), metadata: new Map(this.metadata) };
	}

	putFile(path: string, state: FileState | null): void {
		if (state) this.files.set(path, state);
		else this.files.delete(path);
	}

	putMetadata(hash: string, metadata: Api.CachedMetadata | null): void {
		if (metadata) this.metadata.set(hash, metadata);
		else this.metadata.delete(hash);
	}
}

/** Starts the cache over a disk and lets it come to rest; answers the notes that fired `changed`. */
async function start(disk: MemoryDisk, store: MetadataStore): Promise<{ changed: string[]; cache: MetadataCache }> {
	const pace = fixedPace();
	const vault = new Vault(new MemoryAdapter(disk));
	const cache = new MetadataCache(vault, pace, { store });
	const changed: string[] = [];
	cache.on('changed', (file) => { changed.push(file.path); });
	await vault.load();
	await cache.restore();
	cache.initialize();
	await new Promise<void>((resolve) => { cache.onCleanCache(resolve); });
	vault.close();
	return { changed, cache };
}

function text(content: string): Uint8Array {
	return new TextEncoder().encode(content);
}

test('what an earlier start has kept fires no changed; what is new or has changed since does', async () => {
	const store = new MemoryStore();
	const disk = new MemoryDisk({ 'a.md': '# A', 'b.md': '# B', 'c.md': '# C' });
	expect((await start(disk, store)).changed).toEqual(['a.md', 'b.md', 'c.md']);
	await disk.write('b.md', text('# Better'));
	await disk.write('d.md', text('# D'));
	await disk.remove('c.md');
	const { changed, cache } = await start(disk, store);
	expect(changed.sort()).toEqual(['b.md', 'd.md']);
	expect(cache.getCache('a.md')?.headings?.[0]?.heading).toBe('A');
	expect(cache.getCache('b.md')?.headings?.[0]?.heading).toBe('Better');
});

test('what is kept is frozen again, and shared again by notes of the same text', async () => {
	const store = new MemoryStore();
	const disk = new MemoryDisk({ 'a.md': '# Same', 'b.md': '# Same' });
	await start(disk, store);
	for (const [hash, metadata] of store.metadata) store.metadata.set(hash, structuredClone(metadata));
	const { cache } = await start(disk, store);
	expect(cache.getCache('a.md')).toBe(cache.getCache('b.md'));
	expect(Object.isFrozen(cache.getCache('a.md')?.headings)).toBe(true);
});

test('records of notes that are gone, and of contents that no note has, are forgotten', async () => {
	const store = new MemoryStore();
	const disk = new MemoryDisk({ 'a.md': 'a', 'b.md': 'b' });
	await start(disk, store);
	await disk.remove('b.md');
	await start(disk, store);
	expect([...store.files.keys()]).toEqual(['a.md']);
	expect(store.metadata.size).toBe(1);
});

test('a file whose metadata was not kept is parsed anew', async () => {
	const store = new MemoryStore();
	const disk = new MemoryDisk({ 'a.md': '# A' });
	await start(disk, store);
	store.metadata.clear();
	expect((await start(disk, store)).changed).toEqual(['a.md']);
});
