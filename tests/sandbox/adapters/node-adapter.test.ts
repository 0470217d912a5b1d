import { mkdir, mkdtemp, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileAt, folderAt } from '../found-file';
import { openVault, type HeadlessApp } from '../headless';

let folder = '';
let app: HeadlessApp | null = null;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
	await mkdir(join(folder, 'F'));
	await writeFile(join(folder, 'F/a.md'), '# A');
	await writeFile(join(folder, 'b.md'), '[[a]]');
});

afterEach(async () => {
	app?.close();
	app = null;
	await rm(folder, { recursive: true });
});

async function open(options: { write?: boolean; watch?: boolean }): Promise<HeadlessApp> {
	app = await openVault(folder, options);
	await app.settle();
	return app;
}

test('a folder is read as a vault, and stays as it is', async () => {
	const { vault, metadataCache, fileManager } = await open({});
	expect(metadataCache.resolvedLinks['b.md']).toEqual({ 'F/a.md': 1 });
	await fileManager.renameFile(fileAt(vault, 'F/a.md'), 'F/z.md');
	await vault.delete(folderAt(vault, 'F'), true);
	expect(vault.getFiles().map(({ path }) => path)).toEqual(['b.md']);
	expect(await vault.read(fileAt(vault, 'b.md'))).toBe('[[z]]');
	expect(await readFile(join(folder, 'F/a.md'), 'utf8')).toBe('# A');
	expect(await readFile(join(folder, 'b.md'), 'utf8')).toBe('[[a]]');
});

test('with write, changes reach the folder, and quick ones of the same size are all seen', async () => {
	const { vault } = await open({ write: true });
	const note = fileAt(vault, 'b.md');
	let modified = 0;
	vault.on('modify', () => { modified++; });
	for (const text of ['1', '2', '3']) await vault.modify(note, text);
	expect(modified).toBe(3);
	expect(await readFile(join(folder, 'b.md'), 'utf8')).toBe('3');
});

test('linked folders are not followed', async () => {
	await symlink(folder, join(folder, 'circle'));
	const { vault } = await open({});
	expect(vault.getAllFolders().map(({ path }) => path)).toEqual(['F']);
});

test('with watch, what another program writes becomes a modify', async () => {
	const { vault } = await open({ watch: true });
	const heard = new Promise<string>((resolve) => { vault.on('modify', (file) => { resolve(file.path); }); });
	await writeFile(join(folder, 'F/a.md'), '# Changed');
	await utimes(join(folder, 'F/a.md'), new Date(), new Date());
	expect(await heard).toBe('F/a.md');
});
