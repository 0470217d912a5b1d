import { fileAt } from '../../found-file';
import { openVault } from '../../headless';

describe('the metadata of a content', () => {
	test('is one frozen object for all notes of the same text', async () => {
		const app = await openVault({ files: { 'a.md': '# Same', 'b.md': '# Same' } });
		await app.settle();
		const cache = app.metadataCache.getCache('a.md');
		expect(cache).toBe(app.metadataCache.getCache('b.md'));
		expect(() => { cache?.headings?.pop(); }).toThrow(TypeError);
	});

	test('is null while a changed text is parsed, and changed hands over the very text that was', async () => {
		const app = await openVault({ files: { 'a.md': 'old' } });
		await app.settle();
		const seen: unknown[] = [];
		app.metadataCache.on('changed', (file, text, cache) => { seen.push(text, cache === app.metadataCache.getFileCache(file)); });
		await app.vault.modify(fileAt(app.vault, 'a.md'), '# new');
		let wasNull = false;
		while (!app.metadataCache.idle) {
			wasNull ||= app.metadataCache.getCache('a.md') === null;
			await new Promise((resolve) => { setImmediate(resolve); });
		}
		expect(wasNull).toBe(true);
		expect(seen).toEqual(['# new', true]);
	});

	test('a write that lands while a note is being read makes changed come twice, both times with the later text', async () => {
		const app = await openVault({ files: { 'a.md': '1' } }, { seed: 7 });
		await app.settle();
		const texts: string[] = [];
		app.metadataCache.on('changed', (_file, text) => { texts.push(text); });
		app.adapter.intercept('read', 'a.md', () => app.vault.modify(fileAt(app.vault, 'a.md'), '3'));
		await app.vault.modify(fileAt(app.vault, 'a.md'), '2');
		await app.settle();
		expect(texts).toEqual(['3', '3']);
	});

	test('a note that vanishes before it is read leaves nothing behind, and the queue goes on', async () => {
		const app = await openVault({ files: { 'a.md': 'a', 'b.md': 'b' } });
		app.adapter.intercept('read', 'a.md', () => app.outside.remove('a.md'));
		await app.settle();
		expect(app.metadataCache.getCache('a.md')).toBeNull();
		expect(app.metadataCache.getCache('b.md')).not.toBeNull();
	});
});

describe('the links of the vault', () => {
	test('are counted by target, with embeds and properties; unresolved names lose .md and subpath', async () => {
		const app = await openVault({ files: { 'a.md': '---\nx: "[[b]]"\n---\n[[b]] ![[b#h]] [[a]] [[No.md#h]] [[Bob]]', 'b.md': '---\naliases: [Bob]\n---\n' } });
		await app.settle();
		expect(app.metadataCache.resolvedLinks).toEqual({ 'a.md': { 'b.md': 3, 'a.md': 1 }, 'b.md': {} });
		expect(app.metadataCache.unresolvedLinks['a.md']).toEqual({ No: 1, Bob: 1 });
	});

	test('are unresolved again when the target is deleted', async () => {
		const app = await openVault({ files: { 'a.md': '[[b]]', 'b.md': '' } });
		await app.settle();
		await app.vault.delete(fileAt(app.vault, 'b.md'));
		await app.settle();
		expect(app.metadataCache.resolvedLinks).toEqual({ 'a.md': {} });
		expect(app.metadataCache.unresolvedLinks).toEqual({ 'a.md': { b: 1 } });
	});
});

test('tags are counted over the vault', async () => {
	const app = await openVault({ files: { 'a.md': '---\ntags: [x]\n---\n#x', 'b.md': '#y' } });
	await app.settle();
	expect(app.metadataCache.getTags()).toEqual({ '#x': 2, '#y': 1 });
});

describe('members that the typings do not name', () => {
	test('backlinks are found by the note that they are in', async () => {
		const app = await openVault({ files: { 'a.md': '[[b]] ![[B#h]] [[c]]', 'b.md': '', 'c.md': '---\nx: "[[b]]"\n---' } });
		await app.settle();
		const { data } = app.metadataCache.getBacklinksForFile(fileAt(app.vault, 'b.md'));
		expect([...data].map(([path, links]) => [path, links.map(({ original }) => original)])).toEqual([['a.md', ['[[b]]', '![[B#h]]']], ['c.md', ['[[b]]']]]);
	});

	test('files are kept by path, their metadata by hash', async () => {
		const app = await openVault({ files: { 'a.md': '# A' } });
		await app.settle();
		const { fileCache, metadataCache } = app.metadataCache;
		expect(app.metadataCache.getCachedFiles()).toEqual(['a.md']);
		expect(metadataCache[fileCache['a.md']?.hash ?? '']).toBe(app.metadataCache.getCache('a.md'));
	});

	test('a file can be looked at again, and a clean cache is told', async () => {
		const app = await openVault({ files: { 'a.md': '# A' } });
		const told: string[] = [];
		app.metadataCache.onCleanCache(() => told.push('clean'));
		expect(told).toEqual([]);
		await app.metadataCache.computeFileMetadataAsync(fileAt(app.vault, 'a.md'));
		await app.settle();
		app.metadataCache.onCleanCache(() => told.push('still clean'));
		expect(told).toEqual(['clean', 'still clean']);
	});

	test('files that the user excludes are cached all the same', async () => {
		const app = await openVault({ files: { 'Old/a.md': '# A' } });
		await app.settle();
		app.vault.setConfig('userIgnoreFilters', ['Old/']);
		expect(app.metadataCache.isUserIgnored('Old/a.md')).toBe(true);
		expect(app.metadataCache.isUserIgnored('a.md')).toBe(false);
		expect(app.metadataCache.getCache('Old/a.md')).not.toBeNull();
	});
});
