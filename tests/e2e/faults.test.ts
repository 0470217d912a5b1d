import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { DEMO_VAULT, SandboxPage, startBrowser } from './sandbox-page';
import type { CrashMoment } from '../sandbox/obsidian/vault/faults';

const NOTE = 'Crash.md';
const DATA = '.obsidian/plugins/ratify/data.json';

let browser: Browser;
let sandbox: SandboxPage;

beforeAll(async () => {
	browser = await startBrowser();
});

afterAll(() => browser.close());

afterEach(() => sandbox.close());

/** Starts a write in the page and does not wait for it. */
function startWriting(file: string, text: string): Promise<void> {
	return sandbox.page.evaluate(([name, content]) => { void window.sandbox.app.vault.adapter.write(name, content); }, [file, text] as const);
}

describe.each([false, true])('with the vault on disk: %s', (write) => {
	test.each<[CrashMoment, string]>([['before', 'before'], ['torn', 'af'], ['after', 'after']])('a page killed at a write, %s, leaves "%s" to the next start', async (moment, left) => {
		sandbox = await SandboxPage.open(browser, DEMO_VAULT, { write });
		await sandbox.write(NOTE, 'before');
		await sandbox.settle();
		await sandbox.faults.crash({ operation: 'write', path: NOTE, moment });
		await startWriting(NOTE, 'after');
		expect(await sandbox.faults.crashed()).toEqual({ operation: 'write', path: NOTE, moment });
		await sandbox.reopen();
		expect(await sandbox.read(NOTE)).toBe(left);
		expect(await sandbox.page.evaluate((name) => window.sandbox.app.vault.getFileByPath(name)?.stat.size, NOTE)).toBe(left.length);
		expect(sandbox.errors).toEqual([]);
	});
});

test('a killed page does not save what was typed, not even when it closes', async () => {
	sandbox = await SandboxPage.open(browser, DEMO_VAULT);
	await sandbox.write(NOTE, 'text');
	await sandbox.settle();
	await sandbox.openNote(NOTE, { mode: 'source' });
	await sandbox.faults.crash({ operation: 'write', path: 'Other.md' });
	await startWriting('Other.md', '');
	await sandbox.faults.crashed();
	await sandbox.page.locator('.cm-content').click();
	await sandbox.page.keyboard.type('lost ');
	await sandbox.page.keyboard.press('Control+s');
	await sandbox.page.evaluate(() => { window.sandbox.app.saveLocalStorage('late', 1); });
	await sandbox.reopen();
	expect(await sandbox.read(NOTE)).toBe('text');
	expect(await sandbox.page.evaluate(() => window.sandbox.app.loadLocalStorage('late'))).toBeNull();
});

test('settings whose save was torn are read as broken by the next start, not as absent', async () => {
	interface DataPlugin { loadData(): Promise<unknown>; saveData(data: unknown): Promise<void> }
	sandbox = await SandboxPage.open(browser, DEMO_VAULT);
	await sandbox.faults.crash({ operation: 'write', path: DATA, moment: 'torn' });
	await sandbox.page.evaluate(() => { void (window.sandbox.app.plugins.getPlugin('ratify') as unknown as DataPlugin).saveData({ some: 'settings' }); });
	await sandbox.faults.crashed();
	await sandbox.reopen();
	const load = (): Promise<string> => sandbox.page.evaluate(async () => String(await (window.sandbox.app.plugins.getPlugin('ratify') as unknown as DataPlugin).loadData()));
	expect(await load()).toBe('undefined');
});

test('a crash can strike while the app starts', async () => {
	const kept = '.obsidian/plugins/ratify/data.kept-1.json';
	const prepare = (folder: string): void => {
		mkdirSync(path.join(folder, path.dirname(DATA)), { recursive: true });
		writeFileSync(path.join(folder, DATA), 'broken');
	};
	sandbox = await SandboxPage.open(browser, DEMO_VAULT, { prepare, crash: { operation: 'write', path: kept } });
	expect(await sandbox.faults.crashed()).toEqual({ operation: 'write', path: kept, moment: 'before' });
	await sandbox.reopen();
	await sandbox.page.locator('.notice', { hasText: 'could not be read' }).waitFor();
	expect(await sandbox.read(kept)).toBe('broken');
});

test('a read fails, and a write hangs until it is released', async () => {
	sandbox = await SandboxPage.open(browser, DEMO_VAULT);
	await sandbox.write(NOTE, 'text');
	await sandbox.settle();
	await sandbox.faults.fail({ operation: 'read', path: NOTE, code: 'EACCES' });
	const read = (): Promise<string> => sandbox.page.evaluate((name) => window.sandbox.app.vault.adapter.read(name), NOTE);
	await expect(read()).rejects.toThrow('EACCES: permission denied');
	expect(await read()).toBe('text');
	const held = await sandbox.faults.hang({ operation: 'write', path: NOTE });
	await startWriting(NOTE, 'later');
	await held.reached();
	expect(await sandbox.read(NOTE)).toBe('text');
	await held.release();
	await sandbox.settle();
	expect(await sandbox.read(NOTE)).toBe('later');
});

test('a page that is loaded again finds what was changed, and the folder stays as it was', async () => {
	sandbox = await SandboxPage.open(browser, DEMO_VAULT);
	await startWriting(NOTE, 'kept');
	await sandbox.settle();
	await sandbox.page.reload();
	await sandbox.page.waitForFunction(() => 'sandbox' in window);
	expect(await sandbox.read(NOTE)).toBe('kept');
});
