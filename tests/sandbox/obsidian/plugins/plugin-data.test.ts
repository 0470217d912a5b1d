import { openVault, type MemoryApp } from '../../headless';
import { PluginData } from './plugin-data';

const path = '.obsidian/plugins/ratify/data.json';

async function opened(files: Record<string, string> = {}): Promise<{ app: MemoryApp; data: PluginData }> {
	const app = await openVault({ files });
	return { app, data: new PluginData(app.vault, path) };
}

function bytes(text: string): Uint8Array {
	return new TextEncoder().encode(text);
}

test('no file loads as null, a broken one as undefined', async () => {
	expect(await (await opened()).data.load()).toBeNull();
	expect(await (await opened({ [path]: '{' })).data.load()).toBeUndefined();
	const { app, data } = await opened({ [path]: '{"a":1}' });
	app.adapter.fail('read', path, new Error('EIO: i/o error'));
	expect(await data.load()).toBeUndefined();
	expect(await data.load()).toEqual({ a: 1 });
});

test('data is saved as indented JSON, and a failure is swallowed', async () => {
	const { app, data } = await opened();
	await data.save({ a: [1] });
	expect(await app.adapter.read(path)).toBe('{\n  "a": [\n    1\n  ]\n}');
	app.adapter.fail('write', path, new Error('ENOSPC'));
	await expect(data.save({ a: 2 })).resolves.toBeUndefined();
	expect(await data.load()).toEqual({ a: [1] });
});

describe('a change from outside', () => {
	beforeEach(() => { jest.useFakeTimers({ doNotFake: ['setImmediate', 'queueMicrotask', 'nextTick'] }); });
	afterEach(() => { jest.useRealTimers(); });

	async function heard(act: (app: MemoryApp, data: PluginData) => Promise<void>): Promise<number> {
		const { app, data } = await opened({ [path]: '{}' });
		let calls = 0;
		await data.load();
		data.watch(() => { calls++; });
		await act(app, data);
		await app.settle();
		await jest.advanceTimersByTimeAsync(50);
		await app.settle();
		return calls;
	}

	test('is told once, some 50 ms later', async () => {
		expect(await heard(async (app) => {
			await app.outside.write(path, bytes('{"a":1}'));
			await app.outside.write(path, bytes('{"a":2}'));
			await app.settle();
			await jest.advanceTimersByTimeAsync(49);
		})).toBe(1);
	});

	test('is not told where the mtime is no later, for another file, or for the plugin\'s own save', async () => {
		expect(await heard((app) => app.outside.write(path, bytes('{"b":1}'), { mtime: 1 }))).toBe(0);
		expect(await heard((app) => app.outside.write('.obsidian/plugins/ratify/cache.json', bytes('{}')))).toBe(0);
		expect(await heard((_app, data) => data.save({ a: 1 }))).toBe(0);
	});
});
