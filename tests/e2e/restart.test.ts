import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { DEMO_VAULT, SandboxPage, startBrowser } from './sandbox-page';

let browser: Browser;
let sandbox: SandboxPage;

beforeAll(async () => {
	browser = await startBrowser();
});

afterAll(() => browser.close());

beforeEach(async () => {
	sandbox = await SandboxPage.open(browser, DEMO_VAULT, { write: true });
});

afterEach(async () => {
	await sandbox.close();
	expect(sandbox.errors).toEqual([]);
});

/** Ends the session without a word and starts the next one on the same device. */
async function restart(): Promise<void> {
	await sandbox.page.reload();
	await sandbox.page.waitForFunction(() => 'sandbox' in window);
	await sandbox.page.evaluate(() => window.sandbox.ready);
}

/** The notes on disk that differ from the demo vault's. */
async function changedNotes(): Promise<string[]> {
	await sandbox.settle();
	const files = await sandbox.page.evaluate(() => window.sandbox.app.vault.getMarkdownFiles().map((file) => file.path));
	return files.filter((file) => readFileSync(path.join(sandbox.folder, file), 'utf8') !== readFileSync(path.join(DEMO_VAULT, file), 'utf8'));
}

/** Decides all that is shown. */
async function confirmShown(count: number): Promise<void> {
	await sandbox.page.keyboard.press('Control+a');
	await sandbox.page.keyboard.press('Enter');
	if (count > 20) await sandbox.page.getByRole('button', { name: `Confirm ${count}` }).click();
}

test('what was decided is taken back after a restart, in order, and done again after another', async () => {
	await sandbox.openReview();
	await sandbox.page.keyboard.press('Enter');
	await sandbox.page.keyboard.press('x');
	await sandbox.page.locator('.ratify-footer', { hasText: 'Dismissed.' }).waitFor();
	expect(await changedNotes()).not.toEqual([]);
	await restart();
	await sandbox.openReview();
	await sandbox.page.keyboard.press('u');
	await sandbox.page.keyboard.press('u');
	await sandbox.page.locator('.ratify-left', { hasText: '201 decisions' }).waitFor();
	expect(await changedNotes()).toEqual([]);
	await restart();
	await sandbox.openReview();
	await sandbox.page.keyboard.press('Shift+U');
	await sandbox.page.locator('.ratify-footer', { hasText: 'Done again.' }).waitFor();
	expect(await changedNotes()).toHaveLength(1);
});

test('a session that ends in the middle of a decision is cleaned up by the next one, which says so', async () => {
	await sandbox.openReview();
	await sandbox.page.evaluate(() => {
		const { vault } = window.sandbox.app;
		const original = vault.process.bind(vault);
		let writes = 0;
		vault.process = (...args) => (++writes > 5 ? new Promise(() => Object.assign(window, { isStuck: true })) : original(...args));
	});
	await confirmShown(201);
	await sandbox.page.waitForFunction(() => 'isStuck' in window);
	expect(await changedNotes()).toHaveLength(5);
	await restart();
	await sandbox.page.locator('.notice', { hasText: 'The app was closed in the middle of a decision (“Confirmed”). All notes are as they were before it.' }).waitFor();
	expect(await changedNotes()).toEqual([]);
});
