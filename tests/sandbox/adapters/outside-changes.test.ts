import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fileAt } from '../found-file';
import { openVault, type HeadlessApp } from '../headless';

const run = promisify(execFile);

let folder = '';
let app: HeadlessApp;
let log: string[] = [];
let sentinels = 0;

/** Runs code in a process of its own, in the vault's folder, with the functions of `node:fs` at hand. */
async function otherProgram(code: string): Promise<void> {
	await run(process.execPath, ['-e', `const { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } = require('node:fs'); ${code}`], { cwd: folder });
}

async function heard(...events: string[]): Promise<void> {
	while (!events.every((event) => log.includes(event))) await new Promise((resolve) => { setTimeout(resolve, 5); });
	await app.settle();
}

/** Resolves when every change so far has been heard of, for what is to stay unheard. */
async function allHeard(): Promise<void> {
	const sentinel = `sentinel ${++sentinels}.md`;
	await otherProgram(`writeFileSync("${sentinel}", "")`);
	await heard(`create ${sentinel}`);
	log = log.filter((event) => !event.includes('sentinel'));
}

describe.each([['the system\'s events', true], ['polling', { every: 20 }]] as const)('another program, watched by %s,', (_name, watch) => {
	beforeEach(async () => {
		folder = await mkdtemp(join(tmpdir(), 'outside-'));
		await mkdir(join(folder, 'F/G'), { recursive: true });
		await mkdir(join(folder, '.obsidian'));
		await writeFile(join(folder, '.obsidian/app.json'), '{}');
		for (const name of ['a.md', 'F/b.md', 'F/G/c.md']) await writeFile(join(folder, name), 'text');
		app = await openVault(folder, { write: true, watch });
		await app.settle();
		log = [];
		for (const name of ['create', 'modify', 'delete'] as const) app.vault.on(name, (file) => { log.push(`${name} ${file.path}`); });
		app.vault.on('rename', (file) => { log.push(`rename ${file.path}`); });
		app.vault.on('raw', (path) => { if (path.startsWith('.')) log.push(`raw ${path}`); });
		await otherProgram('writeFileSync("ready.md", "")');
		// Whatever watches has begun when it has told of something.
		while (!log.includes('create ready.md')) await otherProgram('writeFileSync("ready.md", String(Math.random()))');
		await allHeard();
		log = [];
	});

	afterEach(async () => {
		app.close();
		await rm(folder, { recursive: true });
	});

	test('that writes a note: modify, and the new text', async () => {
		await otherProgram('writeFileSync("a.md", "other text")');
		await heard('modify a.md');
		expect(await app.vault.cachedRead(fileAt(app.vault, 'a.md'))).toBe('other text');
	});

	test('that writes as many bytes as there were: modify, for the mtime is another', async () => {
		await otherProgram('writeFileSync("a.md", "TEXT")');
		await heard('modify a.md');
		expect(await app.vault.cachedRead(fileAt(app.vault, 'a.md'))).toBe('TEXT');
	});

	test('that turns the mtime back: modify', async () => {
		await otherProgram('utimesSync("a.md", 1e9, 1e9)');
		await heard('modify a.md');
		expect(fileAt(app.vault, 'a.md').stat.mtime).toBe(1e12);
	});

	test('that keeps both size and mtime: nothing', async () => {
		await otherProgram('const { atime, mtime } = statSync("a.md"); writeFileSync(".new", "TEXT"); utimesSync(".new", atime, mtime); renameSync(".new", "a.md")');
		await allHeard();
		expect(log.filter((event) => !event.startsWith('raw'))).toEqual([]);
	});

	test('that replaces a note by renaming another over it: modify alone', async () => {
		await otherProgram('writeFileSync(".a.md.part", "replaced"); renameSync(".a.md.part", "a.md")');
		await heard('modify a.md');
		expect(log.filter((event) => !event.startsWith('raw'))).toEqual(['modify a.md']);
		expect(await app.vault.cachedRead(fileAt(app.vault, 'a.md'))).toBe('replaced');
	});

	test('that renames a note: delete and create, never rename', async () => {
		await otherProgram('renameSync("a.md", "F/z.md")');
		await heard('delete a.md', 'create F/z.md');
		expect([...log].sort()).toEqual(['create F/z.md', 'delete a.md']);
	});

	test('that removes a note and a folder: delete for each, children first', async () => {
		await otherProgram('rmSync("a.md"); rmSync("F", { recursive: true })');
		await heard('delete a.md', 'delete F/G/c.md', 'delete F');
		expect(log.indexOf('delete F/G/c.md')).toBeLessThan(log.indexOf('delete F/G'));
		expect(log.indexOf('delete F/G')).toBeLessThan(log.indexOf('delete F'));
	});

	test('that makes folders and fills them at once: create for each, folders first', async () => {
		await otherProgram('mkdirSync("N/M/O", { recursive: true }); for (const name of ["N/1", "N/M/2", "N/M/O/3"]) writeFileSync(`${name}.md`, "new")');
		await heard('create N', 'create N/M', 'create N/M/O', 'create N/1.md', 'create N/M/2.md', 'create N/M/O/3.md');
		for (const [outer, inner] of [['N', 'N/1.md'], ['N/M', 'N/M/2.md'], ['N/M/O', 'N/M/O/3.md']]) expect(log.indexOf(`create ${outer}`)).toBeLessThan(log.indexOf(`create ${inner}`));
		await otherProgram('appendFileSync("N/M/O/3.md", " and more")');
		await heard('modify N/M/O/3.md');
	});

	test('that moves a folder of notes: each deleted and each created', async () => {
		await otherProgram('renameSync("F", "H")');
		await heard('delete F', 'delete F/b.md', 'delete F/G/c.md', 'create H', 'create H/b.md', 'create H/G/c.md');
		expect(log.filter((event) => event.startsWith('rename'))).toEqual([]);
	});

	test('that writes into a hidden folder: raw, and nothing in the tree', async () => {
		await otherProgram('writeFileSync(".obsidian/app.json", "{ }"); mkdirSync(".trash"); writeFileSync(".trash/gone.md", "")');
		await heard('raw .obsidian/app.json');
		await allHeard();
		expect(log.filter((event) => !event.startsWith('raw'))).toEqual([]);
		expect(app.vault.getAllLoadedFiles().filter(({ path }) => path.startsWith('.'))).toEqual([]);
	});

	test('that turns a note into a folder of its name: deleted, then created anew', async () => {
		await otherProgram('rmSync("a.md"); mkdirSync("a.md"); writeFileSync("a.md/inner.md", "")');
		await heard('create a.md/inner.md');
		expect(app.vault.getFolderByPath('a.md')?.children.map(({ name }) => name)).toEqual(['inner.md']);
	});

	test('that writes while the vault does: the last text wins and both are heard', async () => {
		const note = fileAt(app.vault, 'a.md');
		await Promise.all([app.vault.process(note, (text) => `${text}, ours`), otherProgram('writeFileSync("F/b.md", "theirs")')]);
		await heard('modify a.md', 'modify F/b.md');
		expect(await app.vault.read(note)).toBe('text, ours');
	});
});
