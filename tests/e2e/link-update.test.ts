import type { Browser } from 'playwright-core';
import { DEMO_VAULT, SandboxPage, startBrowser } from './sandbox-page';

let browser: Browser;
let sandbox: SandboxPage;

beforeAll(async () => {
	browser = await startBrowser();
});

afterAll(() => browser.close());

beforeEach(async () => {
	sandbox = await SandboxPage.open(browser, DEMO_VAULT);
	await sandbox.write('Renamed.md', '');
	await sandbox.write('Linking.md', '[[Renamed]]');
	await sandbox.settle();
	await sandbox.page.evaluate(() => { window.sandbox.app.vault.setConfig('alwaysUpdateLinks', false); });
});

afterEach(() => sandbox.close());

/** Renames and does not wait for it: the app asks first. */
function startRenaming(from: string, to: string): Promise<void> {
	return sandbox.page.evaluate(([name, newName]) => {
		const { vault, fileManager } = window.sandbox.app;
		const file = vault.getFileByPath(name);
		if (file) void fileManager.renameFile(file, newName);
	}, [from, to] as const);
}

test.each([['Just once', '[[New]]'], ['Do not update', '[[Renamed]]']])('a user who is asked about links and answers "%s" gets %s', async (answer, expected) => {
	await startRenaming('Renamed.md', 'New.md');
	const dialog = sandbox.page.locator('.modal', { hasText: 'update the links in 1 file?' });
	await dialog.getByRole('button', { name: answer }).click();
	await dialog.waitFor({ state: 'detached' });
	await sandbox.settle();
	expect(await sandbox.read('Linking.md')).toBe(expected);
});

test('"Always update" is the last time that the user is asked', async () => {
	await startRenaming('Renamed.md', 'New.md');
	await sandbox.page.locator('.modal').getByRole('button', { name: 'Always update' }).click();
	await sandbox.settle();
	await startRenaming('New.md', 'Newer.md');
	await sandbox.page.waitForFunction(async () => await window.sandbox.read('Linking.md') === '[[Newer]]');
	expect(await sandbox.page.locator('.modal').count()).toBe(0);
});
