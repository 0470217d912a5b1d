import { logEvents } from '../../event-log';
import { fileAt, folderAt } from '../../found-file';
import { openVault, type MemoryApp } from '../../headless';
import { errorCode } from './disk';
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
		await expect(vault.createFolder('b.md')).rejects.toThrow('Folder already exists.');
		await expect(vault.createBinary('b.md', new ArrayBuffer(0))).rejects.toThrow('File already exists.');
		await expect(vault.copy(fileAt(vault, 'b.md'), 'F/a.md')).rejects.toThrow('Destination file already exists!');
		await expect(vault.rename(fileAt(vault, 'b.md'), 'No/b.md')).rejects.toThrow('ENOENT');
	});

	test('of files that are gone name the operation and the path', async () => {
		const { app, vault } = await opened({ 'a.md': 'a' });
		const gone = fileAt(vault, 'a.md');
		await app.outside.remove('a.md');
		await app.settle();
		await expect(vault.read(gone)).rejects.toMatchObject({ code: 'ENOENT', message: 'ENOENT: no such file or directory, open \'a.md\'' });
		await expect(vault.delete(gone)).rejects.toMatchObject({ code: 'ENOENT' });
		await expect(vault.rename(gone, 'b.md')).rejects.toMatchObject({ code: 'ENOENT' });
	});

	test('a write that the disk refuses leaves tree and events as they were, and the queue goes on', async () => {
		const { app, vault } = await opened({ 'a.md': 'a' });
		const log = logEvents(app);
		for (const operation of ['write', 'mkdir', 'remove', 'rename'] as const) app.faults.fail({ operation, code: 'EROFS' });
		const note = fileAt(vault, 'a.md');
		const refused = await Promise.allSettled([vault.modify(note, 'x'), vault.createFolder('F'), vault.delete(note), vault.rename(note, 'b.md')]);
		expect(refused.map((one) => one.status === 'rejected' && errorCode(one.reason))).toEqual(['EROFS', 'EROFS', 'EROFS', 'EROFS']);
		expect([log, vault.getAllLoadedFiles().map(({ path }) => path)]).toEqual([[], ['/', 'a.md']]);
		await vault.modify(note, 'x');
		expect(log).toEqual(['modify a.md']);
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

	test('a folder goes with all it holds where it is forced', async () => {
		const { app, vault } = await opened({ 'F/G/a.md': '' });
		await vault.delete(folderAt(vault, 'F'), true);
		expect([vault.getAllLoadedFiles().length, await app.outside.list('/')]).toEqual([1, []]);
	});

	test('dot paths are on the disk and never in the tree, whoever writes them', async () => {
		const { app, vault } = await opened({ '.obsidian/app.json': '{}', 'F/.hidden/a.md': '', 'F/.b.md': '' });
		await vault.adapter.mkdir('.mine/deep');
		await vault.adapter.write('.mine/deep/c.md', 'c');
		await app.outside.write('F/.d.md', new Uint8Array());
		await app.settle();
		expect(vault.getAllLoadedFiles().map(({ path }) => path)).toEqual(['/', 'F']);
		expect(vault.getAbstractFileByPath('.mine/deep/c.md')).toBeNull();
		expect(await vault.adapter.read('.mine/deep/c.md')).toBe('c');
	});

	test('a path of another case finds the file where case is let go, and only there', async () => {
		const { vault } = await opened({ 'People/Ana.md': '' });
		expect(vault.getAbstractFileByPath('people/ana.md')).toBeNull();
		expect(vault.getAbstractFileByPathInsensitive('people/ANA.md')).toBe(fileAt(vault, 'People/Ana.md'));
		expect(vault.getAbstractFileByPathInsensitive('people/Ben.md')).toBeNull();
	});

	test('a free path gets a number, whatever the case of what is in its way', async () => {
		const { vault } = await opened({ 'Note.md': '', 'note 1.md': '', 'F/x.png': '' });
		expect(vault.getAvailablePath('NOTE', 'md')).toBe('NOTE 2.md');
		expect(vault.getAvailablePath('F', '')).toBe('F 1');
		expect(vault.getAvailablePath('New', 'md')).toBe('New.md');
	});

	test.each([['/', 'pic 1.png'], ['Files', 'Files/pic.png'], ['./', 'N/pic.png'], ['./img', 'N/img/pic.png']])('an attachment in the folder "%s" of a note in N goes to %s', async (setting, expected) => {
		const { vault } = await opened({ 'pic.png': '', 'N/a.md': '' });
		vault.setConfig('attachmentFolderPath', setting);
		expect(await vault.getAvailablePathForAttachments('pic', 'png', fileAt(vault, 'N/a.md'))).toBe(expected);
		await vault.createBinary(expected, new ArrayBuffer(1));
	});

	test('append adds to the end in the queue, and starts a file that is not there', async () => {
		const { vault } = await opened({ 'a.md': 'one' });
		const note = fileAt(vault, 'a.md');
		await Promise.all([vault.append(note, ' two'), vault.process(note, (text) => `${text} three`), vault.append(note, ' four')]);
		expect(await vault.read(note)).toBe('one two three four');
		await vault.adapter.append('b.md', 'new');
		expect(await vault.read(fileAt(vault, 'b.md'))).toBe('new');
	});

	test('bytes are kept as they are', async () => {
		const { vault } = await opened({});
		const bytes = new Uint8Array([0, 255, 13, 10, 195]);
		const file = await vault.createBinary('a.bin', bytes.buffer);
		await vault.appendBinary(file, bytes.buffer);
		expect(new Uint8Array(await vault.readBinary(file))).toEqual(new Uint8Array([...bytes, ...bytes]));
		expect(file.stat.size).toBe(10);
	});

	test('times that the writer names are the file\'s', async () => {
		const { vault } = await opened({});
		const file = await vault.create('a.md', '', { ctime: 1000, mtime: 2000 });
		expect(file.stat).toEqual({ ctime: 1000, mtime: 2000, size: 0 });
		await vault.process(file, () => 'text', { mtime: 3000 });
		expect(file.stat).toEqual({ ctime: 1000, mtime: 3000, size: 4 });
		await vault.modify(file, 'later');
		expect([file.stat.ctime, file.stat.mtime > 3000]).toEqual([1000, true]);
	});

	test('copy of a folder copies all it holds', async () => {
		const { vault } = await opened({ 'F/G/a.md': 'text' });
		const copy = await vault.copy(folderAt(vault, 'F'), 'H');
		expect(copy.children.map(({ path }) => path)).toEqual(['H/G']);
		expect(await vault.read(fileAt(vault, 'H/G/a.md'))).toBe('text');
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
