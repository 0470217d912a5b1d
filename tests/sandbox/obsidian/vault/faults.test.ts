import { fileAt } from '../../found-file';
import { openVault, type MemoryApp } from '../../headless';
import { seededPace } from '../pace';
import { FaultDisk } from './fault-disk';
import { Faults, type CrashMoment } from './faults';
import { MemoryDisk } from './memory-disk';

async function opened(files: Record<string, string>): Promise<MemoryApp> {
	const app = await openVault({ files });
	await app.settle();
	return app;
}

/** Whether a promise settles before everything else that can still happen has happened. */
async function settles(app: MemoryApp, promise: Promise<unknown>): Promise<boolean> {
	let settled = false;
	void promise.catch(() => undefined).then(() => { settled = true; });
	for (let step = 0; step < 50; step++) await new Promise((resolve) => { setImmediate(resolve); });
	void app;
	return settled;
}

describe('a failure', () => {
	test('strikes one operation on its path, with the platform\'s error, and then no more', async () => {
		const { vault, faults } = await opened({ 'a.md': 'a', 'b.md': 'b' });
		faults.fail({ operation: 'write', path: 'a.md', code: 'ENOSPC' });
		await vault.modify(fileAt(vault, 'b.md'), 'other');
		await expect(vault.modify(fileAt(vault, 'a.md'), 'x')).rejects.toMatchObject({ code: 'ENOSPC', message: 'ENOSPC: no space left on device, open \'a.md\'' });
		await vault.modify(fileAt(vault, 'a.md'), 'x');
		expect(await vault.read(fileAt(vault, 'a.md'))).toBe('x');
	});

	test('strikes as often as it is told, also always, and not once it is taken back', async () => {
		const { vault, faults } = await opened({ 'a.md': 'a' });
		const refused = (): Promise<boolean> => vault.read(fileAt(vault, 'a.md')).then(() => false, () => true);
		faults.fail({ operation: 'read', times: 2 });
		expect([await refused(), await refused(), await refused()]).toEqual([true, true, false]);
		faults.fail({ operation: 'read', times: 'always' });
		for (let time = 0; time < 5; time++) expect(await refused()).toBe(true);
		faults.clear();
		expect(await refused()).toBe(false);
	});

	test.each([
		['Tasks/*.md', 'Tasks/a.md', true], ['Tasks/*', 'Tasks/deep/a.md', true], ['*.md', 'a.txt', false], ['a.md', 'xa.md', false], ['a.md', 'aXmd', false], ['*/data.json', '.obsidian/plugins/p/data.json', true],
	])('aimed at %s meets %s: %s', async (pattern, path, met) => {
		const faults = new Faults();
		faults.fail({ path: pattern });
		const struck = await faults.strike({ operation: 'read', paths: [path] }).then(() => false, () => true);
		expect(struck).toBe(met);
	});

	test('of any operation strikes each kind, and a rename by its new path too', async () => {
		const disk = new MemoryDisk({ 'a.md': '' });
		const faults = new Faults();
		const faulty = new FaultDisk(disk, faults, { step: () => Promise.resolve() });
		const operations = [() => faulty.stat('a.md'), () => faulty.list('/'), () => faulty.read('a.md'), () => faulty.write('a.md', new Uint8Array()), () => faulty.mkdir('F'), () => faulty.rename('a.md', 'b.md'), () => faulty.remove('a.md'), () => faulty.trash?.('a.md')];
		faults.fail({ times: 'always' });
		for (const operation of operations) await expect(operation()).rejects.toThrow('EIO: i/o error');
		faults.clear();
		faults.fail({ path: 'b.md' });
		await expect(faulty.rename('a.md', 'b.md')).rejects.toThrow('EIO: i/o error, rename \'a.md\'');
		expect(await disk.list('/')).toEqual(['a.md']);
	});
});

describe('an operation that hangs', () => {
	test('waits until it is released, and those behind it in the queue wait as well', async () => {
		const app = await opened({ 'a.md': 'a', 'b.md': 'b' });
		const held = app.faults.hang({ operation: 'write', path: 'a.md' });
		const first = app.vault.process(fileAt(app.vault, 'a.md'), () => 'A');
		const second = app.vault.process(fileAt(app.vault, 'b.md'), () => 'B');
		await held.reached;
		expect(await settles(app, Promise.race([first, second]))).toBe(false);
		expect(await app.vault.read(fileAt(app.vault, 'a.md'))).toBe('a');
		held.release();
		expect(await Promise.all([first, second])).toEqual(['A', 'B']);
	});
});

describe('delays', () => {
	test('come before and after each operation of the disk, and differ from step to step and not from run to run', async () => {
		const run = async (seed: number): Promise<number[]> => {
			const delays: number[] = [];
			const timer = jest.spyOn(globalThis, 'setTimeout').mockImplementation(((callback: () => void, delay: number) => {
				delays.push(delay);
				setImmediate(callback);
			}) as typeof setTimeout);
			const faulty = new FaultDisk(new MemoryDisk({ 'a.md': '' }), new Faults(), seededPace(seed, 1000));
			await faulty.stat('a.md');
			await faulty.list('/');
			await faulty.read('a.md');
			await faulty.write('a.md', new Uint8Array());
			await faulty.mkdir('F');
			await faulty.rename('a.md', 'F/a.md');
			await faulty.remove('F');
			timer.mockRestore();
			return delays;
		};
		const delays = await run(3);
		expect(delays).toHaveLength(14);
		expect(new Set(delays).size).toBeGreaterThan(10);
		expect(await run(3)).toEqual(delays);
		expect(await run(4)).not.toEqual(delays);
	});
});

describe('a crash', () => {
	async function crashed(moment: CrashMoment): Promise<{ app: MemoryApp; pending: Promise<unknown>[] }> {
		const app = await opened({ 'a.md': 'aaaa', 'b.md': 'bbbb' });
		app.faults.crash({ operation: 'write', nth: 2, moment });
		const pending = ['a.md', 'b.md'].map((path) => app.vault.process(fileAt(app.vault, path), (text) => text.toUpperCase()));
		expect(await app.faults.crashed).toEqual({ operation: 'write', path: 'b.md', moment });
		return { app, pending };
	}

	test.each<[CrashMoment, string]>([['before', 'bbbb'], ['torn', 'BB'], ['after', 'BBBB']])('%s the second write leaves the first, and of the second "%s"', async (moment, left) => {
		const { app, pending } = await crashed(moment);
		await pending[0];
		expect(await settles(app, pending[1] ?? Promise.resolve())).toBe(false);
		const next = await openVault({ files: app.outside });
		await next.settle();
		expect(await next.vault.read(fileAt(next.vault, 'a.md'))).toBe('AAAA');
		expect(await next.vault.read(fileAt(next.vault, 'b.md'))).toBe(left);
	});

	test('lets no operation of the disk come to an end any more, and no change be heard of', async () => {
		const { app } = await crashed('before');
		const { adapter, vault } = app;
		let heard = 0;
		for (const name of ['create', 'modify', 'delete'] as const) vault.on(name, () => { heard++; });
		const late = [adapter.read('a.md'), adapter.stat('a.md'), adapter.list('/'), adapter.write('c.md', 'c'), adapter.mkdir('F'), adapter.remove('a.md'), adapter.rename('a.md', 'c.md')];
		await app.outside.write('a.md', new TextEncoder().encode('outside'));
		expect(await settles(app, Promise.race(late))).toBe(false);
		expect(heard).toBe(0);
		expect((await app.outside.list('/')).sort()).toEqual(['a.md', 'b.md']);
	});

	test('also keeps from ending what had begun before it', async () => {
		const app = await opened({ 'a.md': 'a', 'b.md': 'b' });
		const held = app.faults.hang({ operation: 'read', path: 'a.md' });
		const reading = app.adapter.read('a.md');
		await held.reached;
		app.faults.crash({});
		void app.adapter.write('b.md', 'x');
		await app.faults.crashed;
		held.release();
		expect(await settles(app, reading)).toBe(false);
	});

	test('counts everything that changes the disk, where no operation is named', async () => {
		const app = await opened({ 'a.md': 'a' });
		app.faults.crash({ nth: 3, moment: 'after' });
		void app.vault.createFolder('F').then(() => app.vault.rename(fileAt(app.vault, 'a.md'), 'F/a.md')).then(() => app.vault.delete(fileAt(app.vault, 'F/a.md')));
		expect(await app.faults.crashed).toEqual({ operation: 'remove', path: 'F/a.md', moment: 'after' });
		expect(await app.outside.list('F')).toEqual([]);
	});
});
