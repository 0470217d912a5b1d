import type { App, Plugin } from 'obsidian';
import { DEFAULT_SETTINGS } from '../../src/core/settings';
import { SettingsStore } from '../../src/obsidian/settings-store';
import { openVault, type MemoryApp } from '../sandbox/headless';

const MARK = { kind: 'apart', one: { text: 'a', owner: null }, other: { text: 'b', owner: 'Ana Ruiz' } } as const;
const FOLDER = '.obsidian/plugins/ratify';
const FILE = `${FOLDER}/data.json`;

let host: MemoryApp;

/** The plugin's own storage as the app gives it: null for no file, undefined for one that it can't parse. */
function storage(): Pick<Plugin, 'loadData' | 'saveData' | 'manifest'> {
	return {
		manifest: { id: 'ratify', dir: FOLDER } as Plugin['manifest'],
		loadData: async () => {
			if (!(await host.adapter.exists(FILE))) return null;
			try {
				return JSON.parse(await host.adapter.read(FILE)) as unknown;
			} catch {
				return undefined;
			}
		},
		saveData: (data) => host.adapter.write(FILE, JSON.stringify(data)),
	};
}

async function open(data: string | null): Promise<SettingsStore> {
	host = await openVault({ files: { 'A.md': '', ...(data === null ? {} : { [FILE]: data }) } });
	return new SettingsStore(host as unknown as App, storage());
}

async function kept(): Promise<string[]> {
	const { files } = await host.adapter.list(FOLDER);
	return files.filter((file) => file !== FILE).sort();
}

afterEach(() => host.close());

describe('the settings store', () => {
	test('starts with the defaults where nothing is stored', async () => {
		const store = await open(null);
		expect(await store.load()).toBeNull();
		expect(store.settings).toEqual(DEFAULT_SETTINGS);
	});

	test('keeps a corrupt file aside byte for byte, uses the defaults and says so', async () => {
		const corrupt = '{"groupBy": "note", ';
		const store = await open(corrupt);
		const problem = await store.load();
		expect(problem?.message).toContain('could not be read, so the defaults are in use');
		expect(problem?.message).toContain(`${FOLDER}/data.kept-1.json`);
		expect(store.settings).toEqual(DEFAULT_SETTINGS);
		expect(await host.adapter.read(`${FOLDER}/data.kept-1.json`)).toBe(corrupt);
		expect(await host.adapter.read(FILE)).toBe(corrupt);
	});

	test('never overwrites an older file that it kept, and keeps the same text once', async () => {
		const store = await open('not json');
		await store.load();
		await store.load();
		expect(await kept()).toHaveLength(1);
		await host.adapter.write(FILE, 'other text that is not json');
		await store.load();
		expect(await kept()).toEqual([`${FOLDER}/data.kept-1.json`, `${FOLDER}/data.kept-2.json`]);
	});

	test('names the fields that are invalid, keeps the file aside, and takes the valid ones', async () => {
		const store = await open('{"groupBy": "note", "dismissBy": "burn"}');
		expect((await store.load())?.message).toContain('dismissBy');
		expect(store.settings).toEqual({ ...DEFAULT_SETTINGS, groupBy: 'note' });
		expect(await kept()).toHaveLength(1);
	});

	test('keeps the settings in use where another device’s file is only half there', async () => {
		const store = await open('{"groupBy": "note"}');
		await store.load();
		await host.adapter.write(FILE, '{"groupBy": "per');
		expect((await store.load())?.message).toContain('they stay as they were');
		expect(store.settings.groupBy).toBe('note');
	});

	test('saves nothing over a file that it could neither read nor keep aside', async () => {
		const corrupt = 'not json';
		const store = await open(corrupt);
		host.adapter.fail('write', `${FOLDER}/data.kept-1.json`, new Error('disk full'));
		expect((await store.load())?.message).toContain('will not be saved');
		await store.save({ groupBy: 'note' });
		expect(store.settings.groupBy).toBe('note');
		expect(await host.adapter.read(FILE)).toBe(corrupt);
	});

	test('keeps what was said of duplicates beside the settings, each without the other', async () => {
		const store = await open('{"groupBy": "note"}');
		await store.load();
		await store.saveMemory({ marks: [MARK] });
		await store.save({ groupBy: 'person' });
		const other = new SettingsStore(host as unknown as App, storage());
		await other.load();
		expect([other.memory.marks, other.settings.groupBy]).toEqual([[MARK], 'person']);
	});

	test('keeps marks aside that it can not read, and goes on without them', async () => {
		const store = await open('{"marks": [{"kind": "apart"}], "groupBy": "note"}');
		expect((await store.load())?.message).toContain('marks');
		expect([store.memory.marks, store.settings.groupBy]).toEqual([[], 'note']);
		expect(await kept()).toHaveLength(1);
	});

	test('writes back what it does not know, such as a newer version’s settings', async () => {
		const store = await open('{"fromTheFuture": [1, 2], "groupBy": "note"}');
		await store.load();
		await store.save({ groupBy: 'person' });
		expect(JSON.parse(await host.adapter.read(FILE))).toMatchObject({ fromTheFuture: [1, 2], groupBy: 'person' });
	});
});
