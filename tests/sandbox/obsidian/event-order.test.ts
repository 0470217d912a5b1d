import { openVault, type MemoryApp } from '../headless';
import { logEvents } from '../event-log';
import { fileAt, folderAt } from '../found-file';
import type { FileTexts } from './vault/memory-disk';
import { TFile, type TAbstractFile } from './vault/files';

async function opened(files: FileTexts, seed?: number): Promise<{ app: MemoryApp; log: string[] }> {
	const app = await openVault({ files }, seed === undefined ? {} : { seed });
	await app.settle();
	return { app, log: logEvents(app) };
}

describe('before the layout is ready', () => {
	test('create fires for each folder and file, and the layout is not ready yet', async () => {
		const log: string[] = [];
		await openVault({ files: { 'b.md': '', 'A/a.md': '' } }, {
			beforeLoad: (app) => {
				expect(app.vault.getFiles()).toEqual([]);
				app.vault.on('create', (created) => { log.push(`${created.path} ${String(app.workspace.layoutReady)}`); });
			},
		});
		expect(log).toEqual(['A false', 'A/a.md false', 'b.md false']);
	});

	test('a vault that was never cached fires changed for each note, and resolved once at the end', async () => {
		let log: string[] = [];
		const app = await openVault({ files: { 'a.md': 'a', 'b.md': 'b', 'c.png': '' } }, { beforeLoad: (early) => { log = logEvents(early); } });
		await app.settle();
		expect(log.filter((entry) => entry.startsWith('changed'))).toEqual(['changed a.md', 'changed b.md']);
		expect(log.filter((entry) => entry === 'resolved')).toHaveLength(1);
		expect(log.at(-1)).toBe('resolved');
	});

	test('notes that are cached fire resolve but no changed', async () => {
		let log: string[] = [];
		const app = await openVault({ files: { 'a.md': '# A' } }, { warm: true, beforeLoad: (early) => { log = logEvents(early); } });
		expect(app.metadataCache.getCache('a.md')?.headings).toHaveLength(1);
		await app.settle();
		expect(log).toEqual(['create a.md', 'resolve a.md', 'resolved']);
	});
});

describe('what one action fires', () => {
	test('process: modify before the promise, with the mtime that is read after it; then changed, resolve, resolved', async () => {
		const { app, log } = await opened({ 'a.md': 'one' });
		const mtimes: number[] = [];
		app.vault.on('modify', (modified) => { if (modified instanceof TFile) mtimes.push(modified.stat.mtime); });
		await app.vault.process(fileAt(app.vault, 'a.md'), (text) => `${text} two`);
		expect(log).toEqual(['modify a.md']);
		expect(mtimes).toEqual([fileAt(app.vault, 'a.md').stat.mtime]);
		await app.settle();
		expect(log).toEqual(['modify a.md', 'changed a.md', 'resolve a.md', 'resolved']);
	});

	test('create: create, then changed and resolve, and resolve for the notes that linked to the missing name', async () => {
		const { app, log } = await opened({ 'a.md': '[[New]]' });
		await app.vault.create('New.md', '');
		expect(log).toEqual(['create New.md']);
		await app.settle();
		expect([...log].sort()).toEqual(['changed New.md', 'create New.md', 'resolve New.md', 'resolve a.md', 'resolved']);
		expect(app.metadataCache.resolvedLinks['a.md']).toEqual({ 'New.md': 1 });
	});

	test('vault.rename: rename alone, and the metadata is found under the new path afterwards', async () => {
		const { app, log } = await opened({ 'a.md': '# A', 'b.md': '[[a]]' });
		await app.vault.rename(fileAt(app.vault, 'a.md'), 'z.md');
		await app.settle();
		expect(log.filter((entry) => /^(rename|modify|changed)/.test(entry))).toEqual(['rename a.md > z.md']);
		expect(app.metadataCache.getCache('z.md')?.headings).toHaveLength(1);
		expect(app.metadataCache.getCache('a.md')).toBeNull();
		expect(await app.adapter.read('b.md')).toBe('[[a]]');
		expect(app.metadataCache.unresolvedLinks['b.md']).toEqual({ a: 1 });
	});

	test('a rename of a folder fires rename for the folder and for each file in it', async () => {
		const { app, log } = await opened({ 'F/a.md': 'a', 'F/G/b.md': 'b' });
		const moved = fileAt(app.vault, 'F/G/b.md');
		await app.vault.rename(folderAt(app.vault, 'F'), 'H');
		expect(log.filter((entry) => entry.startsWith('rename'))).toEqual(['rename F > H', 'rename F/G > H/G', 'rename F/G/b.md > H/G/b.md', 'rename F/a.md > H/a.md']);
		expect(moved.path).toBe('H/G/b.md');
		expect(moved.parent).toBe(app.vault.getFolderByPath('H/G'));
	});

	test('fileManager.renameFile rewrites the links to the file, which fires modify and changed for the notes that link', async () => {
		const { app, log } = await opened({ 'a.md': 'a', 'b.md': 'see [[a]]' });
		await app.fileManager.renameFile(fileAt(app.vault, 'a.md'), 'F.md');
		await app.settle();
		expect(log.filter((entry) => /^(rename|modify|changed)/.test(entry))).toEqual(['rename a.md > F.md', 'modify b.md', 'changed b.md']);
		expect(await app.adapter.read('b.md')).toBe('see [[F]]');
	});

	test('delete: delete, then deleted with the metadata it had', async () => {
		const { app, log } = await opened({ 'a.md': '# A' });
		let headings: number | undefined;
		app.metadataCache.on('deleted', (_file, cache) => { headings = cache?.headings?.length; });
		await app.vault.delete(fileAt(app.vault, 'a.md'));
		await app.settle();
		expect(log).toEqual(['delete a.md', 'deleted a.md']);
		expect(headings).toBe(1);
	});

	test('the trash of a folder fires delete for what it holds first, each without a parent', async () => {
		const { app } = await opened({ 'F/a.md': 'a', 'F/G/b.md': 'b' });
		const deleted: [string, TAbstractFile | null][] = [];
		app.vault.on('delete', (gone) => { deleted.push([gone.path, gone.parent]); });
		await app.fileManager.trashFile(folderAt(app.vault, 'F'));
		expect(deleted).toEqual([['F/a.md', null], ['F/G/b.md', null], ['F/G', null], ['F', null]]);
	});
});

describe('outside changes', () => {
	test('another program writing, adding and removing files becomes the vault\'s own events', async () => {
		const { app, log } = await opened({ 'a.md': 'a', 'b.md': 'b' });
		await app.outside.write('a.md', new TextEncoder().encode('other'));
		await app.outside.mkdir('F');
		await app.outside.write('F/c.md', new TextEncoder().encode('c'));
		await app.outside.remove('b.md');
		await app.settle();
		expect(log.filter((entry) => /^(create|modify|delete) /.test(entry))).toEqual(['modify a.md', 'create F', 'create F/c.md', 'delete b.md']);
		expect(await app.vault.cachedRead(fileAt(app.vault, 'a.md'))).toBe('other');
	});

	test('a write that keeps size and mtime is not noticed', async () => {
		const { app, log } = await opened({ 'a.md': 'old' });
		await app.outside.write('a.md', new TextEncoder().encode('new'), { mtime: fileAt(app.vault, 'a.md').stat.mtime });
		await app.settle();
		expect(log).toEqual([]);
		expect(await app.vault.cachedRead(fileAt(app.vault, 'a.md'))).toBe('new');
	});

	test('hidden folders stay out of the tree but raise raw', async () => {
		const { app, log } = await opened({ '.obsidian/app.json': '{}' });
		const raw: string[] = [];
		app.vault.on('raw', (path) => { raw.push(path); });
		await app.outside.write('.obsidian/app.json', new TextEncoder().encode('{"a":1}'));
		await app.settle();
		expect(app.vault.getAllLoadedFiles()).toHaveLength(1);
		expect(log).toEqual([]);
		expect(raw).toEqual(['.obsidian/app.json']);
	});
});

describe('random delays', () => {
	test.each([1, 2, 3, 4])('seed %i: every changed follows its modify and precedes resolved', async (seed) => {
		const { app, log } = await opened({ 'a.md': '[[b]]', 'b.md': '[[a]]' }, seed);
		await Promise.all(['a.md', 'b.md'].map((path) => app.vault.process(fileAt(app.vault, path), (text) => `${text}!`)));
		await app.settle();
		for (const path of ['a.md', 'b.md']) {
			const order = [`modify ${path}`, `changed ${path}`, `resolve ${path}`].map((entry) => log.indexOf(entry));
			expect(order).toEqual([...order].sort((a, b) => a - b));
			expect(order).not.toContain(-1);
		}
		expect(log.at(-1)).toBe('resolved');
	});
});
