import { TFile } from 'obsidian';
import { openIndexed, type IndexedVault } from './indexed-vault';

let vault: IndexedVault;

afterEach(() => {
	vault.close();
	expect(vault.errors).toEqual([]);
});

function file(path: string): TFile {
	const found = vault.app.vault.getFileByPath(path);
	if (!found) throw new Error(`No file ${path}`);
	return found;
}

const NOTE = '# Plan\n\n- [?] Send the list. @Me #task #proposed\n';

describe('the vault feed', () => {
	test.each([['cold, when every note is still to be parsed', false], ['warm, when no note will be parsed again', true]])('indexes the whole vault when it starts %s', async (_how, warm) => {
		vault = await openIndexed({ 'A.md': NOTE, 'Folder/B.md': NOTE, 'Plain.md': 'no task here', 'image.png': new Uint8Array([1, 2, 3]) }, { warm });
		expect(vault.listed()).toEqual(['A.md:2 Send the list.', 'Folder/B.md:2 Send the list.']);
		expect(vault.store.snapshot.complete).toBe(true);
		expect(vault.store.snapshot.notes.size).toBe(3);
	});

	test('says that an empty vault is read, too', async () => {
		vault = await openIndexed({});
		expect(vault.store.snapshot.complete).toBe(true);
	});

	test('takes no line in code, comments or templates for a proposal', async () => {
		vault = await openIndexed({
			'A.md': '```\n- [?] in a fence #task\n```\n\n%%\n- [?] in a comment #task\n%%\n\n<!--\n- [?] in HTML #task\n-->\n\n    - [?] indented code #task\n\n- [?] {{name}} #task\n\n- [?] real #task\n',
		});
		expect(vault.listed()).toEqual(['A.md:16 real']);
	});

	test('follows notes that are created, edited and deleted in the app', async () => {
		vault = await openIndexed({ 'A.md': NOTE });
		await vault.app.vault.create('B.md', NOTE);
		await vault.app.vault.modify(file('A.md'), `new line\n${NOTE}`);
		await vault.settle();
		expect(vault.listed()).toEqual(['A.md:3 Send the list.', 'B.md:2 Send the list.']);
		await vault.app.vault.delete(file('A.md'));
		await vault.settle();
		expect(vault.listed()).toEqual(['B.md:2 Send the list.']);
	});

	test('follows notes that another program writes and removes', async () => {
		vault = await openIndexed({ 'A.md': NOTE, 'B.md': NOTE });
		await vault.writeOutside('A.md', '- [?] From outside #task');
		await vault.writeOutside('New.md', '- [?] New from outside #task');
		await vault.host.outside.remove('B.md');
		await vault.settle();
		expect(vault.listed()).toEqual(['A.md:0 From outside', 'New.md:0 New from outside']);
	});

	test('follows a renamed note, for which the app tells of no change', async () => {
		vault = await openIndexed({ 'A.md': NOTE });
		await vault.app.fileManager.renameFile(file('A.md'), 'B.md');
		await vault.settle();
		expect(vault.listed()).toEqual(['B.md:2 Send the list.']);
		expect([...vault.store.snapshot.notes.keys()]).toEqual(['B.md']);
	});

	test('follows a renamed folder, and re-reads the people in it under their new names', async () => {
		vault = await openIndexed({
			'Work/People/Ana Ruiz/README.md': '---\ntype: people\n---\n',
			'Work/People/Ana Ruiz/2026-11-01 - Plan.md': `---\nperson: Ana Ruiz\n---\n${NOTE}`,
		});
		const folder = vault.app.vault.getFolderByPath('Work/People/Ana Ruiz');
		if (!folder) throw new Error('No folder');
		await vault.app.fileManager.renameFile(folder, 'Work/People/Ana Ruiz-Okafor');
		await vault.settle();
		expect(vault.listed()).toEqual(['Work/People/Ana Ruiz-Okafor/2026-11-01 - Plan.md:5 Send the list.']);
		expect(vault.store.snapshot.notes.get('Work/People/Ana Ruiz-Okafor/README.md')?.person?.name).toBe('Ana Ruiz-Okafor');
		expect(vault.store.snapshot.notes.size).toBe(2);
	});

	test('never shows a moved note as gone in between', async () => {
		vault = await openIndexed({ 'A.md': NOTE });
		const counts: number[] = [];
		vault.store.subscribe(() => counts.push(vault.listed().length));
		await vault.app.fileManager.renameFile(file('A.md'), 'B.md');
		await vault.settle();
		expect(counts).toEqual([1]);
	});

	test('follows a note that is moved twice and then deleted before it could be read', async () => {
		vault = await openIndexed({ 'A.md': NOTE });
		const moved = file('A.md');
		await vault.app.fileManager.renameFile(moved, 'B.md');
		await vault.app.fileManager.renameFile(moved, 'C.md');
		await vault.app.vault.delete(moved);
		await vault.settle();
		expect([...vault.store.snapshot.notes.keys()]).toEqual([]);
	});

	test('drops a note whose name no longer ends in md', async () => {
		vault = await openIndexed({ 'A.md': NOTE });
		await vault.app.vault.rename(file('A.md'), 'A.txt');
		await vault.settle();
		expect(vault.listed()).toEqual([]);
	});

	test('ends with the last of many quick changes, whatever the delays', async () => {
		for (const seed of [1, 2, 3]) {
			vault = await openIndexed({ 'A.md': NOTE }, { seed, delays: 20 });
			for (let count = 0; count < 8; count++) await vault.app.vault.modify(file('A.md'), `- [?] version ${count} #task`);
			await vault.settle();
			expect(vault.listed()).toEqual(['A.md:0 version 7']);
			vault.close();
		}
	});

	test('reports a note that can not be read, and indexes the others', async () => {
		vault = await openIndexed({ 'A.md': NOTE });
		vault.app.vault.cachedRead = () => Promise.reject(new Error('disk trouble'));
		await vault.app.vault.create('B.md', NOTE);
		vault.feed.rescan();
		await vault.settle();
		expect(vault.errors.splice(0)).toContainEqual(new Error('disk trouble'));
		expect(vault.listed()).toContain('B.md:2 Send the list.');
	});

	test('tries again to read a note that could not be read once', async () => {
		vault = await openIndexed({ 'A.md': NOTE }, { warm: true });
		const read = vault.app.vault.cachedRead.bind(vault.app.vault);
		vault.app.vault.cachedRead = () => {
			vault.app.vault.cachedRead = read;
			return Promise.reject(new Error('busy'));
		};
		await vault.app.fileManager.renameFile(file('A.md'), 'B.md');
		await vault.settle();
		await vault.settle();
		expect(vault.errors.splice(0)).toEqual([new Error('busy')]);
		expect(vault.listed()).toEqual(['B.md:2 Send the list.']);
	});

	test('keeps a new note that took the place of one that was moved away', async () => {
		vault = await openIndexed({ 'A.md': NOTE }, { warm: true });
		const read = vault.app.vault.cachedRead.bind(vault.app.vault);
		let answer: (() => void) | undefined;
		vault.app.vault.cachedRead = async (each) => {
			if (each.path === 'B.md') await new Promise<void>((resolve) => { answer = resolve; });
			return read(each);
		};
		await vault.app.fileManager.renameFile(file('A.md'), 'B.md');
		await vault.app.vault.create('A.md', '- [?] fresh #task');
		await vault.settle();
		answer?.();
		await vault.settle();
		expect(vault.listed()).toEqual(['A.md:0 fresh', 'B.md:2 Send the list.']);
	});

	test('is not set back by a slow read of what the note said before', async () => {
		vault = await openIndexed({ 'A.md': NOTE }, { warm: true });
		const read = vault.app.vault.cachedRead.bind(vault.app.vault);
		let answer: (() => void) | undefined;
		vault.app.vault.cachedRead = async (each) => {
			const text = await read(each);
			await new Promise<void>((resolve) => { answer = resolve; });
			return text;
		};
		vault.feed.rescan();
		await vault.app.vault.modify(file('A.md'), '- [?] newer #task');
		await vault.settle();
		answer?.();
		await vault.settle();
		expect(vault.listed()).toEqual(['A.md:0 newer']);
	});

	test('reads of a note on the first reading what it reads after a change', async () => {
		const files = { 'Sources/Mail.md': '# Mail', 'A.md': '# Plan\n\n*Source: [[Mail]]*\n', 'B.md': `---\nperson: Ana Ruiz\n---\n${NOTE}`, 'C.md': '#tag only' };
		vault = await openIndexed(files, { warm: true });
		const first = [...vault.store.snapshot.notes.values()];
		for (const [path, text] of Object.entries(files)) await vault.app.vault.modify(file(path), `${text} `);
		await vault.settle();
		const withoutTime = ({ mtime: _mtime, ...rest }: (typeof first)[number]): unknown => rest;
		expect([...vault.store.snapshot.notes.values()].map(withoutTime)).toEqual(first.map(withoutTime));
		expect(vault.store.snapshot.notes.get('A.md')?.source).not.toBeNull();
	});

	test('reads a note of five megabytes in one line', async () => {
		vault = await openIndexed({ 'A.md': `- [?] ${'word '.repeat(1_000_000)} #task\n\n${NOTE}` });
		expect(vault.store.snapshot.notes.get('A.md')?.proposals).toHaveLength(2);
	});

	test('does nothing more once it is unloaded', async () => {
		vault = await openIndexed({ 'A.md': NOTE });
		vault.feed.unload();
		await vault.app.vault.create('B.md', NOTE);
		await vault.settle();
		expect(vault.store.snapshot.notes.size).toBe(1);
	});
});
