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

/** Adds the first read and the first write of a file to the log. */
function logDisk(app: MemoryApp, log: string[], path: string): void {
	app.faults.intercept({ operation: 'read', path }, () => log.push('read disk'));
	app.faults.intercept({ operation: 'write', path }, () => log.push('write'));
}

function withoutRepeats(entries: string[]): string[] {
	return [...new Set(entries)];
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

describe.each([['no random delays'], ['random delays of seed 1', 1], ['random delays of seed 2', 2], ['random delays of seed 3', 3], ['random delays of seed 4', 4]] as [string, number?][])('the table of order and timing, with %s', (_name, seed) => {
	test('vault.process: read disk, callback, write, modify, promise, then changed, resolve, resolved', async () => {
		const { app, log } = await opened({ 'a.md': 'one' }, seed);
		logDisk(app, log, 'a.md');
		const mtimes: number[] = [];
		app.vault.on('modify', (modified) => { if (modified instanceof TFile) mtimes.push(modified.stat.mtime); });
		await app.vault.process(fileAt(app.vault, 'a.md'), (text) => {
			log.push('callback');
			return `${text} two`;
		});
		log.push('promise');
		expect(mtimes).toEqual([fileAt(app.vault, 'a.md').stat.mtime]);
		await app.settle();
		expect(log).toEqual(['read disk', 'callback', 'write', 'modify a.md', 'promise', 'changed a.md', 'resolve a.md', 'resolved']);
	});

	test('processFrontMatter: read disk, callback, write, modify, promise, then changed, resolve, resolved', async () => {
		const { app, log } = await opened({ 'a.md': '---\na: 1\n---\n' }, seed);
		logDisk(app, log, 'a.md');
		await app.fileManager.processFrontMatter(fileAt(app.vault, 'a.md'), (frontmatter) => {
			log.push('callback');
			frontmatter['b'] = 2;
		});
		log.push('promise');
		await app.settle();
		expect(log).toEqual(['read disk', 'callback', 'write', 'modify a.md', 'promise', 'changed a.md', 'resolve a.md', 'resolved']);
	});

	test('several writes at once: each file has its modify, changed and resolve in this order, and resolved is last', async () => {
		const paths = ['a.md', 'b.md', 'c.md'];
		const { app, log } = await opened({ 'a.md': '[[b]]', 'b.md': '[[c]]', 'c.md': '[[a]]' }, seed);
		await Promise.all(paths.map((path) => app.vault.process(fileAt(app.vault, path), (text) => `${text}!`)));
		await app.settle();
		for (const path of paths) expect(withoutRepeats(log.filter((entry) => entry.endsWith(` ${path}`)))).toEqual([`modify ${path}`, `changed ${path}`, `resolve ${path}`]);
		expect(log.at(-1)).toBe('resolved');
	});

	test('vault.create: create, promise, then changed, resolve; and resolve alone for a note that links to the name', async () => {
		const { app, log } = await opened({ 'a.md': '[[New]]' }, seed);
		await app.vault.create('New.md', '');
		log.push('promise');
		await app.settle();
		expect(log.filter((entry) => !entry.endsWith(' a.md') && entry !== 'resolved')).toEqual(['create New.md', 'promise', 'changed New.md', 'resolve New.md']);
		expect(withoutRepeats(log.filter((entry) => entry.endsWith(' a.md')))).toEqual(['resolve a.md']);
		expect(app.metadataCache.resolvedLinks['a.md']).toEqual({ 'New.md': 1 });
	});

	test('fileManager.renameFile: rename, then modify and changed for each note that links; no content event for the renamed file', async () => {
		const { app, log } = await opened({ 'a.md': 'a', 'b.md': 'see [[a]]', 'c.md': '[[a]]', 'd.md': '[[b]]' }, seed);
		await app.fileManager.renameFile(fileAt(app.vault, 'a.md'), 'F.md');
		await app.settle();
		const told = log.filter((entry) => /^(create|delete|rename|modify|changed) /.test(entry));
		expect(told[0]).toBe('rename a.md > F.md');
		expect(told.filter((entry) => entry.startsWith('modify'))).toEqual(['modify b.md', 'modify c.md']);
		expect(told.filter((entry) => entry.startsWith('changed'))).toEqual(['changed b.md', 'changed c.md']);
		for (const path of ['b.md', 'c.md']) expect(told.indexOf(`modify ${path}`)).toBeLessThan(told.indexOf(`changed ${path}`));
		expect(told).toHaveLength(5);
		expect(await app.adapter.read('b.md')).toBe('see [[F]]');
	});

	test('fileManager.renameFile of a folder: rename for the folder and per child', async () => {
		const { app, log } = await opened({ 'F/a.md': 'a', 'F/G/b.md': 'b' }, seed);
		const moved = fileAt(app.vault, 'F/G/b.md');
		await app.fileManager.renameFile(folderAt(app.vault, 'F'), 'H');
		await app.settle();
		const told = log.filter((entry) => !/^resolved?\b/.test(entry));
		expect(told).toEqual(['rename F > H', 'rename F/G > H/G', 'rename F/G/b.md > H/G/b.md', 'rename F/a.md > H/a.md']);
		expect([moved.path, moved.parent]).toEqual(['H/G/b.md', app.vault.getFolderByPath('H/G')]);
	});

	test('vault.rename: rename alone, and the metadata is found under the new path afterwards', async () => {
		const { app, log } = await opened({ 'a.md': '# A', 'b.md': '[[a]]' }, seed);
		await app.vault.rename(fileAt(app.vault, 'a.md'), 'z.md');
		await app.settle();
		expect(log.filter((entry) => !/^resolved?\b/.test(entry))).toEqual(['rename a.md > z.md']);
		expect(app.metadataCache.getCache('z.md')?.headings).toHaveLength(1);
		expect(app.metadataCache.getCache('a.md')).toBeNull();
		expect(await app.adapter.read('b.md')).toBe('[[a]]');
		expect(app.metadataCache.unresolvedLinks['b.md']).toEqual({ a: 1 });
	});

	test.each([['delete', false], ['trash', true]])('%s: delete, deleted', async (_action, trash) => {
		const { app, log } = await opened({ 'a.md': '# A' }, seed);
		let headings: number | undefined;
		app.metadataCache.on('deleted', (_file, cache) => { headings = cache?.headings?.length; });
		const file = fileAt(app.vault, 'a.md');
		await (trash ? app.fileManager.trashFile(file) : app.vault.delete(file));
		await app.settle();
		expect(log).toEqual(['delete a.md', 'deleted a.md']);
		expect(headings).toBe(1);
	});

	test('trash of a folder: delete for what it holds first, each without a parent', async () => {
		const { app } = await opened({ 'F/a.md': 'a', 'F/G/b.md': 'b' }, seed);
		const deleted: [string, TAbstractFile | null][] = [];
		app.vault.on('delete', (gone) => { deleted.push([gone.path, gone.parent]); });
		await app.fileManager.trashFile(folderAt(app.vault, 'F'));
		expect(deleted).toEqual([['F/a.md', null], ['F/G/b.md', null], ['F/G', null], ['F', null]]);
	});
});

test('handlers of one event run in the order of their registration, and one that throws stops no other', async () => {
	const { app } = await opened({ 'a.md': '' });
	const logged = jest.spyOn(console, 'error').mockImplementation();
	const ran: number[] = [];
	app.vault.on('modify', () => { ran.push(1); });
	app.vault.on('modify', () => { throw new Error('a plugin\'s mistake'); });
	app.vault.on('modify', () => { ran.push(2); });
	await app.vault.modify(fileAt(app.vault, 'a.md'), 'x');
	expect(ran).toEqual([1, 2]);
	logged.mockRestore();
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
