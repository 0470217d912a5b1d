import { parse } from 'yaml';
import { DEFAULT_SETTINGS, type Settings } from '../../src/core/settings';
import { findSourceLinks, linkWith, notesWithSources, type NoteSourceLink } from '../../src/obsidian/source-links';
import { openIndexed, runnerOver, type IndexedVault } from './indexed-vault';

const MAIL = 'Sources/Email/2025-12-12_160426_5605_Re-Plan.md';
const note = (reference: string, body = 'Text\n'): string => `---\nsource_ref: ${reference}\n---\n${body}`;
const FILES = {
	[MAIL]: 'Mail',
	'_archive/2025-12-12_160426_7777_Re-Plan.md': 'Mail',
	'Sources/Blank  at its end .md': 'x',
	'Notes/Blank.md': note('"Sources/Blank  at its end .md"'),
	'A/Same.md': 'One',
	'B/Same.md': 'One',
	'A/Other.md': 'One',
	'B/Other.md': 'Two',
	'Sources/A #1.md': 'x',
	'Notes/Plan.md': note('/elsewhere/2025-12-12_160426_5605_Re-Plan.md'),
	'Notes/Moved.md': note('Inbox/_archive/2025-12-12_160426_1234_Re-Plan.md', 'Text\n\n*Source: [[Gone]]*\n'),
	'Notes/Same.md': note('Same.md'),
	'Notes/Other.md': note('Other.md'),
	'Notes/Gone.md': note('/elsewhere/Nowhere at all.md'),
	'Notes/Sign.md': note('"Sources/A #1.md"'),
	'Notes/Taken.md': '---\nsource_ref: Same.md\nsource_link: 42\n---\n',
	'Notes/Broken.md': '---\nsource_ref: Same.md\na: b: c\n---\n\n*Source: [[2025-12-12_160426_5605_Re-Plan]]*\n',
	'Notes/Done.md': `---\nsource_ref: ${MAIL}\nsource_link: "[[2025-12-12_160426_5605_Re-Plan]]"\n---\n`,
	'Notes/Own word.md': `---\nsource_ref: ${MAIL}\nsource_link: "[[A/Other]]"\n---\n`,
	'Notes/None.md': 'Text',
};

let vault: IndexedVault;

async function open(files: Record<string, string> = FILES, settings: Partial<Settings> = {}): Promise<void> {
	vault = await openIndexed(files);
	vault.store.update({ settings: { ...DEFAULT_SETTINGS, ...settings } });
}

afterEach(() => {
	vault.close();
	expect(vault.errors).toEqual([]);
});

const find = (paths = notesWithSources(vault.store.snapshot), isStopped = (): boolean => false): Promise<NoteSourceLink[]> =>
	findSourceLinks(vault.app, vault.store.snapshot, paths, { tell: () => undefined, isStopped });
const edits = (notes: readonly NoteSourceLink[]) => notes.flatMap(({ state }) => (state.kind === 'link' ? state.plan.edits : []));

test('tells of each note which file it was made from, by what rule, and what would change', async () => {
	await open();
	const found = await find();
	expect(Object.fromEntries(found.map(({ path, state }) => {
		if (state.kind === 'link') return [path, `${state.file} by ${state.rule}: ${String(state.plan.property)}, ${String(state.plan.line)}`];
		return [path, 'reason' in state ? `${state.kind}: ${state.reason}` : 'file' in state ? `${state.kind}: ${state.file}` : 'paths' in state ? state.paths.join(' or ') : state.kind];
	}))).toEqual({
		'Notes/Plan.md': `${MAIL} by basename: added, added`,
		'Notes/Moved.md': `${MAIL} by stamp and subject: added, repaired`,
		'Notes/Blank.md': 'Sources/Blank  at its end .md by path: added, added',
		'Notes/Same.md': 'A/Same.md by basename: added, added',
		'Notes/Other.md': 'A/Other.md or B/Other.md',
		'Notes/Gone.md': 'missing',
		'Notes/Sign.md': 'refused: name',
		'Notes/Taken.md': 'refused: taken',
		'Notes/Broken.md': 'refused: unclear',
		'Notes/Done.md': `linked: ${MAIL}`,
		'Notes/Own word.md': 'linked: A/Other.md',
	});
	expect(found.map(({ path }) => path)).toEqual(notesWithSources(vault.store.snapshot));
});

test('writes links that the app resolves, and takes all of them back in one step', async () => {
	await open();
	const runner = runnerOver(vault);
	await runner.edit('Sources linked', edits(await find()));
	await vault.settle();
	expect(await vault.read('Notes/Plan.md')).toBe(`---\nsource_ref: /elsewhere/2025-12-12_160426_5605_Re-Plan.md\nsource_link: "[[2025-12-12_160426_5605_Re-Plan]]"\n---\nText\n\n---\n\n*Source: [[2025-12-12_160426_5605_Re-Plan]]*\n`);
	expect(await vault.read('Notes/Moved.md')).toContain('Text\n\n*Source: [[2025-12-12_160426_5605_Re-Plan]]*\n');
	expect(vault.app.metadataCache.resolvedLinks['Notes/Plan.md']).toEqual({ [MAIL]: 2 });
	expect(vault.app.metadataCache.resolvedLinks['Notes/Same.md']).toEqual({ 'A/Same.md': 2 });
	expect(await vault.read('Notes/Blank.md')).toContain('source_link: "[[Sources/Blank  at its end .md|Blank  at its end]]"');
	expect(vault.app.metadataCache.resolvedLinks['Notes/Blank.md']).toEqual({ 'Sources/Blank  at its end .md': 2 });
	expect((await find()).filter(({ state }) => state.kind === 'link')).toEqual([]);
	await runner.undo();
	await vault.settle();
	for (const [path, text] of Object.entries(FILES)) expect(await vault.read(path)).toBe(text);
});

test('takes what the user chooses before all that stands there, and resolves the note by it from then on', async () => {
	await open();
	const runner = runnerOver(vault);
	const notes = await find(['Notes/Other.md', 'Notes/Own word.md', 'Notes/None.md']);
	const chosen = await Promise.all(notes.map((each) => linkWith(vault.app, vault.store.snapshot, each, 'B/Other.md')));
	await runner.edit('Sources linked', edits(chosen));
	await vault.settle();
	for (const { path } of notes) {
		expect(await vault.read(path)).toContain('source_link: "[[B/Other|Other]]"');
		expect((await find([path])).map(({ state }) => state)).toEqual([{ kind: 'linked', file: 'B/Other.md' }]);
	}
});

test('follows the settings: the property’s name, and what becomes of the source line', async () => {
	await open(FILES, { sourceProperty: 'origin', sourceLine: 'repair' });
	const runner = runnerOver(vault);
	await runner.edit('Sources linked', edits(await find(['Notes/Plan.md', 'Notes/Moved.md', 'Notes/Done.md'])));
	await vault.settle();
	expect(await vault.read('Notes/Plan.md')).toBe(FILES['Notes/Plan.md']?.replace('\n---\nText', '\norigin: "[[2025-12-12_160426_5605_Re-Plan]]"\n---\nText'));
	expect(await vault.read('Notes/Moved.md')).toContain('*Source: [[2025-12-12_160426_5605_Re-Plan]]*');
	expect(await vault.read('Notes/Done.md')).toContain('source_link: "[[2025-12-12_160426_5605_Re-Plan]]"\norigin: "[[2025-12-12_160426_5605_Re-Plan]]"\n');
});

test('has the app follow a source that is renamed', async () => {
	await open();
	const runner = runnerOver(vault);
	await runner.edit('Sources linked', edits(await find(['Notes/Plan.md'])));
	await vault.settle();
	const file = vault.app.vault.getFileByPath(MAIL);
	await vault.app.vault.createFolder('Kept');
	if (file) await vault.app.fileManager.renameFile(file, 'Kept/Plan mail.md');
	await vault.settle();
	expect(await vault.read('Notes/Plan.md')).toContain('source_link: "[[Plan mail]]"');
	expect((await find(['Notes/Plan.md'])).map(({ state }) => state)).toEqual([{ kind: 'linked', file: 'Kept/Plan mail.md' }]);
});

describe('with five thousand notes', () => {
	const many = Object.fromEntries([[MAIL, 'Mail'], ...Array.from({ length: 5000 }, (_, at) => [`Notes/${at}.md`, `---\ntitle: 'It''s ${at}' # kept\nsource_ref: >-\n  /elsewhere/2025-12-12_160426_5605_Re-Plan.md\ntags: [a, b]\n---\r\nText ${at}\n`])]) as Record<string, string>;

	test('keeps every other byte, and is undone in one step', async () => {
		await open(many);
		const runner = runnerOver(vault);
		const found = await find();
		expect(found.every(({ state }) => state.kind === 'link')).toBe(true);
		await runner.edit('Sources linked', edits(found));
		for (const at of [0, 1, 2500, 4999]) {
			const text = await vault.read(`Notes/${at}.md`);
			expect(parse(text.split('---')[1] ?? '')).toMatchObject({ title: `It's ${at}`, source_link: '[[2025-12-12_160426_5605_Re-Plan]]', tags: ['a', 'b'] });
			expect(text.replace(/^source_link.*\n/mu, '').replace(/\n---\n\n\*Source.*\n$/u, '')).toBe(many[`Notes/${at}.md`]);
		}
		await runner.undo();
		for (const [path, text] of Object.entries(many)) if (await vault.read(path) !== text) throw new Error(path);
	});

	test('can be stopped half-way, in finding and in writing, and leaves nothing behind', async () => {
		await open(many);
		const runner = runnerOver(vault);
		let asked = 0;
		expect((await find(undefined, () => ++asked > 300)).length).toBeLessThan(400);
		const stop = runner.subscribe(() => {
			if (runner.state.progress?.stretch === 'write' && runner.state.progress.done > 500) runner.stop();
		});
		const outcome = await runner.edit('Sources linked', edits(await find()));
		stop();
		expect(outcome).toMatchObject({ isStopped: true, made: [] });
		for (const [path, text] of Object.entries(many)) if (await vault.read(path) !== text) throw new Error(path);
	});
});
