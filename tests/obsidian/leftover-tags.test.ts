import { DEFAULT_SETTINGS } from '../../src/core/settings';
import type { Leftover } from '../../src/core/tidy';
import { findLeftovers, notesWithLeftovers } from '../../src/obsidian/leftover-tags';
import { openIndexed, runnerOver, type IndexedVault } from './indexed-vault';

const FILES = {
	'Plan.md': '# Plan\n- [x] Send it. #task #proposed\n- [?] Call. #task #proposed\n- [ ] Ask. #proposed\n',
	'Windows.md': 'Text\r\n- [-] Book a room. #proposed\r\n  - [x] Which one? #task #proposed\r\n',
	'Code.md': '```\n- [x] In a fence. #proposed\n```\n%%\n- [x] In a comment. #proposed\n%%\n- [x] Shown as `#proposed`\n\nText\n\n    - [x] Indented. #proposed\n',
	'Form.md': '- [x] {{title}} #proposed\n',
	'Templates/Form.md': '- [x] Title #proposed\n',
	'_archive/Old.md': '- [x] Long ago. #proposed\n',
	'Mine/Kept.md': '- [x] Ours. #proposed\n',
	'None.md': '- [x] Done. #task\n',
};

let vault: IndexedVault;

beforeEach(async () => {
	vault = await openIndexed(FILES);
});

afterEach(() => {
	vault.close();
	expect(vault.errors).toEqual([]);
});

const find = (paths = notesWithLeftovers(vault.app, vault.store.snapshot), isStopped = (): boolean => false): Promise<Leftover[]> =>
	findLeftovers(vault.app, vault.store.snapshot, paths, { tell: () => undefined, isStopped });
const lines = (leftovers: readonly Leftover[]): string[] => leftovers.map(({ edit: { path, line } }) => `${path}:${line}`);

describe('leftover tags', () => {
	test('are found in all notes but in code, comments, templates and archives, without reading notes that hold none', async () => {
		const read: string[] = [];
		const { vault: files } = vault.app;
		const cachedRead = files.cachedRead.bind(files);
		files.cachedRead = (file) => {
			read.push(file.path);
			return cachedRead(file);
		};
		expect(lines(await find())).toEqual(['Mine/Kept.md:0', 'Plan.md:1', 'Windows.md:1', 'Windows.md:2']);
		expect(read.sort()).toEqual(['Form.md', 'Mine/Kept.md', 'Plan.md', 'Windows.md']);
	});

	test('follow the settings on what is an archive; a note that is asked for may lie in one', async () => {
		vault.store.update({ settings: { ...DEFAULT_SETTINGS, archives: ['Mine'] } });
		expect(lines(await find())).toEqual(['Plan.md:1', 'Templates/Form.md:0', 'Windows.md:1', 'Windows.md:2', '_archive/Old.md:0']);
		expect(lines(await find(['Mine/Kept.md', 'gone.md']))).toEqual(['Mine/Kept.md:0']);
	});

	test('follow what a status means to the Tasks plugin', async () => {
		const { conventions } = vault.store.snapshot;
		vault.store.update({ conventions: { ...conventions, statuses: [{ symbol: 'x', type: 'TODO' }, ...conventions.statuses] } });
		expect(lines(await find())).toEqual(['Windows.md:1']);
	});

	test('go in one step that gives every byte back', async () => {
		const runner = runnerOver(vault);
		const outcome = await runner.edit('Tidied', (await find()).map(({ edit }) => edit));
		expect([outcome.made.length, outcome.counts]).toEqual([4, 'lines']);
		expect(await vault.read('Plan.md')).toBe(FILES['Plan.md'].replace('Send it. #task #proposed', 'Send it. #task'));
		expect(await vault.read('Windows.md')).toBe('Text\r\n- [-] Book a room.\r\n  - [x] Which one? #task\r\n');
		await vault.settle();
		expect(await find()).toEqual([]);
		await runner.undo();
		for (const [path, text] of Object.entries(FILES)) expect(await vault.read(path)).toBe(text);
	});

	test('are looked for no further once the user has had enough', async () => {
		expect(await find(undefined, () => true)).toEqual([]);
	});
});
