import { fileAt, folderAt } from '../../found-file';
import { openVault, type MemoryApp } from '../../headless';

async function opened(files: Record<string, string>): Promise<MemoryApp> {
	const app = await openVault({ files });
	await app.settle();
	return app;
}

describe('renameFile', () => {
	test('rewrites wikilinks, Markdown links, embeds and properties, and leaves the rest of the note alone', async () => {
		const app = await opened({
			'Old.md': '',
			'a.md': '---\nx: \'[[Old]]\' # why\ny: ["[[Old|O]]"]\n---\n[[Old]] [[old#H|see]] ![[Old]] [t](Old.md#H) [[Older]]\n',
		});
		await app.fileManager.renameFile(fileAt(app.vault, 'Old.md'), 'New name.md');
		expect(await app.adapter.read('a.md')).toBe(
			'---\nx: \'[[New name]]\' # why\ny: ["[[New name|O]]"]\n---\n[[New name]] [[New name#H|see]] ![[New name]] [t](New%20name.md#H) [[Older]]\n',
		);
	});

	test('leaves links that still mean the same file', async () => {
		const app = await opened({ 'x.md': '', 'a.md': '[[x]]' });
		await app.vault.createFolder('F');
		await app.fileManager.renameFile(fileAt(app.vault, 'x.md'), 'F/x.md');
		expect(await app.adapter.read('a.md')).toBe('[[x]]');
	});

	test('of a folder updates the links to what it holds', async () => {
		const app = await opened({ 'F/x.md': '', 'a.md': '[[F/x]]' });
		await app.fileManager.renameFile(folderAt(app.vault, 'F'), 'G');
		expect(await app.adapter.read('a.md')).toBe('[[x]]');
	});

	test('quotes a property anew where the new name needs it', async () => {
		const app = await opened({ 'Old.md': '', 'a.md': '---\nx: "[[Old]]"\n---\n' });
		await app.fileManager.renameFile(fileAt(app.vault, 'Old.md'), 'The "new".md');
		expect(await app.adapter.read('a.md')).toBe('---\nx: "[[The \\"new\\"]]"\n---\n');
	});

	test('keeps subpaths, aliases and embeds in every place a link can stand', async () => {
		const app = await opened({
			'Old.md': '',
			'a.md': '---\none: "[t](Old.md#H)"\nmany:\n  - "[[Old#H|alias]]"\n  - inner: ["[[Old]]", "and [[Old]] in words"]\n---\n| a |\n|---|\n| [[Old\\|in a table]] |\n\n![[Old#^id]] ![alt](Old.md)\n\n`[[Old]]` [[Old|Old]]\n',
		});
		await app.fileManager.renameFile(fileAt(app.vault, 'Old.md'), 'New.md');
		expect(await app.adapter.read('a.md')).toBe('---\none: "[t](New.md#H)"\nmany:\n  - "[[New#H|alias]]"\n  - inner: ["[[New]]", "and [[Old]] in words"]\n---\n| a |\n|---|\n| [[New\\|in a table]] |\n\n![[New#^id]] ![alt](New.md)\n\n`[[Old]]` [[New|Old]]\n');
	});

	test.each([['relative', '[[../G/x]] [m](../G/x.md)'], ['absolute', '[[G/x]] [m](G/x.md)'], ['shortest', '[[x]] [m](x.md)']])('writes links in the vault\'s %s format', async (format, expected) => {
		const app = await opened({ 'F/x.md': '', 'N/a.md': '[[F/x]] [m](F/x.md)' });
		app.vault.setConfig('newLinkFormat', format);
		await app.vault.createFolder('G');
		await app.fileManager.renameFile(fileAt(app.vault, 'F/x.md'), 'G/x.md');
		expect(await app.adapter.read('N/a.md')).toBe(expected);
	});

	test('writes a note that was changed since it was parsed where its links are now', async () => {
		const app = await opened({ 'Old.md': '', 'a.md': 'one [[Old]]' });
		app.faults.intercept({ operation: 'read', path: 'a.md' }, () => app.outside.write('a.md', new TextEncoder().encode('# Before\n\n[[Old]] one [[Old]]')));
		await app.fileManager.renameFile(fileAt(app.vault, 'Old.md'), 'New.md');
		expect(await app.adapter.read('a.md')).toBe('# Before\n\n[[New]] one [[New]]');
	});

	test('also rewrites a link that was added at the end since the note was parsed', async () => {
		const app = await opened({ 'Old.md': '', 'a.md': 'one [[Old]]' });
		app.faults.intercept({ operation: 'read', path: 'a.md' }, () => app.outside.write('a.md', new TextEncoder().encode('one [[Old]]\n\n[[Old]]')));
		await app.fileManager.renameFile(fileAt(app.vault, 'Old.md'), 'New.md');
		expect(await app.adapter.read('a.md')).toBe('one [[New]]\n\n[[New]]');
	});

	test('of a folder with many files and many links writes each note once', async () => {
		const files: Record<string, string> = {};
		for (let at = 0; at < 200; at++) Object.assign(files, { [`F/${at}.md`]: '', [`n${at}.md`]: `[[F/${at}]] and [[F/${(at + 1) % 200}]]` });
		const app = await opened(files);
		const modified: string[] = [];
		app.vault.on('modify', ({ path }) => { modified.push(path); });
		await app.fileManager.renameFile(folderAt(app.vault, 'F'), 'Moved');
		expect([modified.length, new Set(modified).size]).toEqual([200, 200]);
		expect(await app.adapter.read('n7.md')).toBe('[[7]] and [[8]]');
	});

	test('asks where the vault does not always update, and tells how many notes', async () => {
		const app = await opened({ 'x.md': '', 'a.md': '[[x]]', 'b.md': '[[x]] [[x]]', 'c.md': '' });
		const asked: number[] = [];
		app.vault.setConfig('alwaysUpdateLinks', false);
		app.fileManager.confirmLinkUpdate = (notes): Promise<boolean> => {
			asked.push(notes);
			return Promise.resolve(true);
		};
		await app.fileManager.renameFile(fileAt(app.vault, 'x.md'), 'y.md');
		await app.fileManager.renameFile(fileAt(app.vault, 'c.md'), 'd.md');
		expect(asked).toEqual([2]);
		expect(await app.adapter.read('b.md')).toBe('[[y]] [[y]]');
	});

	test('updates nothing where the user says no', async () => {
		const app = await opened({ 'x.md': '', 'a.md': '[[x]]' });
		app.vault.setConfig('alwaysUpdateLinks', false);
		app.fileManager.confirmLinkUpdate = (): Promise<boolean> => Promise.resolve(false);
		await app.fileManager.renameFile(fileAt(app.vault, 'x.md'), 'y.md');
		expect(await app.adapter.read('a.md')).toBe('[[x]]');
	});
});

describe('processFrontMatter', () => {
	async function processed(text: string, fn: (frontmatter: Record<string, unknown>) => void): Promise<string> {
		const app = await opened({ 'a.md': text });
		await app.fileManager.processFrontMatter(fileAt(app.vault, 'a.md'), fn);
		return app.adapter.read('a.md');
	}

	test('prints everything anew: comments go, quotes change, lists become blocks', async () => {
		const text = '---\n# note\ntitle: \'A: b\'\nlist: [x, y]\nempty:\n---\nbody\n';
		expect(await processed(text, (frontmatter) => { frontmatter['n'] = 1; })).toBe('---\ntitle: "A: b"\nlist:\n  - x\n  - y\nempty:\nn: 1\n---\nbody\n');
	});

	test('creates a block, and removes one that became empty', async () => {
		expect(await processed('body', (frontmatter) => { frontmatter['a'] = 'b'; })).toBe('---\na: b\n---\nbody');
		expect(await processed('---\na: b\n---\nbody', (frontmatter) => { delete frontmatter['a']; })).toBe('body');
	});

	test('rejects broken YAML and what the callback throws, and writes nothing', async () => {
		const app = await opened({ 'a.md': '---\na: [\n---\n', 'b.md': '---\na: 1\n---\n' });
		await expect(app.fileManager.processFrontMatter(fileAt(app.vault, 'a.md'), () => undefined)).rejects.toMatchObject({ name: 'YAMLParseError' });
		await expect(app.fileManager.processFrontMatter(fileAt(app.vault, 'b.md'), () => { throw new Error('mine'); })).rejects.toThrow('mine');
		expect(await app.adapter.read('a.md')).toBe('---\na: [\n---\n');
	});
});

describe('generateMarkdownLink', () => {
	test('follows the vault\'s style, and is never an embed', async () => {
		const app = await opened({ 'F/a b.md': '', 'G/a b.md': '', 'pic.png': '' });
		const link = (path: string, ...rest: string[]): string => app.fileManager.generateMarkdownLink(fileAt(app.vault, path), 'x.md', ...rest);
		expect(link('F/a b.md')).toBe('[[F/a b]]');
		expect(link('pic.png')).toBe('[[pic.png]]');
		expect(link('pic.png', '#h', 'alias')).toBe('[[pic.png#h|alias]]');
		app.vault.setConfig('useMarkdownLinks', true);
		expect(link('F/a b.md', '#h')).toBe('[a b](F/a%20b.md#h)');
	});
});

describe('trashFile', () => {
	test.each([['system', []], ['local', ['.trash']], ['none', []]])('follows the preference %s', async (option, left) => {
		const app = await opened({ 'F/a.md': 'text' });
		app.vault.setConfig('trashOption', option);
		await app.fileManager.trashFile(folderAt(app.vault, 'F'));
		expect(await app.outside.list('/')).toEqual(left);
		expect(app.vault.getFolderByPath('F')).toBeNull();
		if (option === 'local') expect(await app.adapter.read('.trash/F/a.md')).toBe('text');
	});

	test('uses the vault\'s own trash where the system has none', async () => {
		const app = await opened({ 'a.md': 'text' });
		app.faults.intercept({ operation: 'remove', path: 'a.md' }, () => { throw new Error('No trash.'); });
		jest.spyOn(app.adapter, 'trashSystem').mockResolvedValue(false);
		await app.fileManager.trashFile(fileAt(app.vault, 'a.md'));
		expect(await app.adapter.read('.trash/a.md')).toBe('text');
	});
});

test('an attachment gets a free name in the vault\'s attachment folder', async () => {
	const app = await opened({ 'F/pic.png': '' });
	app.vault.setConfig('attachmentFolderPath', './');
	expect(await app.fileManager.getAvailablePathForAttachment('pic.png', 'F/a.md')).toBe('F/pic 1.png');
});
