import { fileAt, folderAt } from '../../found-file';
import { openVault, type MemoryApp } from '../../headless';
import type { Vault } from './vault';

async function opened(files: Record<string, string | Uint8Array>): Promise<{ app: MemoryApp; vault: Vault }> {
	const app = await openVault({ files });
	await app.settle();
	return { app, vault: app.vault };
}

describe('the process queue', () => {
	test('runs one at a time, so that no change is lost', async () => {
		const { vault } = await opened({ 'a.md': '' });
		await Promise.all(['1', '2', '3'].map((digit) => vault.process(fileAt(vault, 'a.md'), (text) => text + digit)));
		expect(await vault.read(fileAt(vault, 'a.md'))).toBe('123');
	});

	test('works on what is on the disk, not on what the vault last saw', async () => {
		const { app, vault } = await opened({ 'a.md': 'old' });
		await vault.cachedRead(fileAt(vault, 'a.md'));
		app.adapter.intercept('read', 'a.md', () => app.outside.write('a.md', new TextEncoder().encode('outside')));
		expect(await vault.process(fileAt(vault, 'a.md'), (text) => `${text}!`)).toBe('outside!');
	});

	test('writes nothing when the callback throws, and goes on with the next', async () => {
		const { vault } = await opened({ 'a.md': 'text' });
		const failed = vault.process(fileAt(vault, 'a.md'), () => { throw new Error('no'); });
		const next = vault.process(fileAt(vault, 'a.md'), (text) => `${text}!`);
		await expect(failed).rejects.toThrow('no');
		expect(await next).toBe('text!');
	});

	test('rejects when the file vanished, and when the disk refuses the write', async () => {
		const { app, vault } = await opened({ 'a.md': 'a', 'b.md': 'b' });
		const gone = fileAt(vault, 'a.md');
		await app.outside.remove('a.md');
		await expect(vault.process(gone, (text) => text)).rejects.toThrow('ENOENT: no such file or directory');
		app.adapter.fail('write', 'b.md', new Error('ENOSPC: no space left on device'));
		await expect(vault.process(fileAt(vault, 'b.md'), () => 'x')).rejects.toThrow('ENOSPC');
		expect(await vault.read(fileAt(vault, 'b.md'))).toBe('b');
	});
});

describe('errors', () => {
	test('are worded as the app words them', async () => {
		const { vault } = await opened({ 'F/a.md': '', 'b.md': '' });
		await expect(vault.create('b.md', '')).rejects.toThrow('File already exists.');
		await expect(vault.createFolder('F')).rejects.toThrow('Folder already exists.');
		await expect(vault.rename(fileAt(vault, 'b.md'), 'F/a.md')).rejects.toThrow('Destination file already exists!');
		await expect(vault.create('No/b.md', '')).rejects.toThrow('ENOENT: no such file or directory');
		await expect(vault.delete(folderAt(vault, 'F'))).rejects.toThrow('EISDIR');
	});
});

describe('files and folders', () => {
	test('createFolder makes what is missing above it', async () => {
		const { vault } = await opened({});
		const folder = await vault.createFolder('A/B/C');
		expect(folder.path).toBe('A/B/C');
		expect(vault.getAllFolders().map(({ path }) => path)).toEqual(['A', 'A/B', 'A/B/C']);
		expect(vault.getAllFolders(true)).toHaveLength(4);
	});

	test('a file keeps its object, its name follows its path', async () => {
		const { vault } = await opened({ 'a.md': '' });
		const note = fileAt(vault, 'a.md');
		await vault.rename(note, 'v1.2.MD');
		expect([note.name, note.basename, note.extension]).toEqual(['v1.2.MD', 'v1.2', 'md']);
		expect(vault.getMarkdownFiles()).toEqual([note]);
	});

	test('a local trash keeps the file out of the tree and on the disk, under a free name', async () => {
		const { app, vault } = await opened({ 'a.md': 'new', '.trash/a.md': 'older' });
		await vault.trash(fileAt(vault, 'a.md'), false);
		expect(vault.getFileByPath('a.md')).toBeNull();
		expect(await app.adapter.read('.trash/a 2.md')).toBe('new');
	});

	test('copy makes a second file with an object of its own', async () => {
		const { vault } = await opened({ 'a.md': 'text' });
		const copy = await vault.copy(fileAt(vault, 'a.md'), 'b.md');
		expect(copy).toBe(vault.getFileByPath('b.md'));
		expect(await vault.read(copy)).toBe('text');
	});
});

describe('text', () => {
	test('keeps a byte order mark and Windows line endings', async () => {
		const { vault } = await opened({ 'a.md': '\uFEFFone\r\ntwo' });
		await vault.process(fileAt(vault, 'a.md'), (text) => `${text}!`);
		expect(await vault.read(fileAt(vault, 'a.md'))).toBe('\uFEFFone\r\ntwo!');
	});

	test('reads bytes that are no UTF-8 as U+FFFD', async () => {
		const { vault } = await opened({ 'a.md': new Uint8Array([0x61, 0xff, 0x62]) });
		expect(await vault.read(fileAt(vault, 'a.md'))).toBe('a\uFFFDb');
	});
});
