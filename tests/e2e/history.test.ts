import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { DEMO_VAULT, SandboxPage, startBrowser } from './sandbox-page';

let browser: Browser;
let sandbox: SandboxPage;

beforeAll(async () => {
	browser = await startBrowser();
});

afterAll(() => browser.close());

beforeEach(async () => {
	sandbox = await SandboxPage.open(browser, DEMO_VAULT);
});

afterEach(async () => {
	await sandbox.close();
	expect(sandbox.errors).toEqual([]);
});

const entries = (): Locator => sandbox.page.locator('.ratify-entry');
const footer = (text: string): Promise<void> => sandbox.page.locator('.ratify-footer', { hasText: text }).waitFor();

/** How many notes differ from the demo vault's. */
async function changedNotes(): Promise<number> {
	await sandbox.settle();
	const files = await sandbox.page.evaluate(() => window.sandbox.app.vault.getMarkdownFiles().map((file) => file.path));
	const texts = await Promise.all(files.map((file) => sandbox.read(file)));
	return files.filter((file, at) => texts[at] !== readFileSync(path.join(DEMO_VAULT, file), 'utf8')).length;
}

describe('the history', () => {
	test('lists decisions by day, the latest first, and takes any of them back with the keyboard', async () => {
		await sandbox.openReview();
		const { keyboard } = sandbox.page;
		const first = await sandbox.focusedText();
		await keyboard.press('Enter');
		const second = await sandbox.focusedText();
		await keyboard.press('x');
		await footer('Dismissed.');
		await keyboard.press('Shift+H');
		expect(await sandbox.page.locator('.ratify-day').allInnerTexts()).toEqual(['Today']);
		expect(await entries().locator('.ratify-text').allInnerTexts()).toEqual([`Dismissed: ${second}`, `Confirmed: ${first}`]);
		await keyboard.press('j');
		await keyboard.press('Enter');
		await footer('Taken back.');
		expect(await entries().nth(1).innerText()).toContain('Taken back');
		await keyboard.press('Enter');
		await footer('Done again.');
		await keyboard.press('Escape');
		await sandbox.page.waitForFunction(() => document.activeElement?.matches('.ratify-row.is-focused:not(.ratify-entry)'));
		await keyboard.press('u');
		await keyboard.press('u');
		await sandbox.page.locator('.ratify-left', { hasText: '201 decisions' }).waitFor();
		expect(await changedNotes()).toBe(0);
	});

	test('shows the tasks of the entry in focus, and takes it back with the mouse', async () => {
		await sandbox.openReview();
		await sandbox.page.keyboard.press('Shift+J');
		await sandbox.page.keyboard.press('Shift+J');
		await sandbox.page.keyboard.press('Enter');
		await footer('Confirmed: 3 tasks.');
		await sandbox.page.getByLabel('History', { exact: true }).click();
		await entries().getByText('Confirmed: 3 tasks').waitFor();
		expect(await entries().locator('.ratify-entry-tasks li').count()).toBe(3);
		await entries().getByRole('button', { name: 'Undo' }).click();
		await entries().getByRole('button', { name: 'Redo' }).waitFor();
		expect(await changedNotes()).toBe(0);
	});

	test('opens by a command, says what it is for while it is empty, and leaves the keyboard in the review', async () => {
		await sandbox.runFromPalette('Ratify: Show review history');
		await sandbox.page.getByText('Nothing decided yet.').waitFor();
		await sandbox.page.keyboard.press('Shift+H');
		await sandbox.rows().first().waitFor();
		await sandbox.page.keyboard.press('j');
		expect(await sandbox.rows().nth(1).getAttribute('class')).toContain('is-focused');
	});
});

test('bulk work shows how far it is, and is taken back when it is stopped', async () => {
	await sandbox.openReview();
	await sandbox.page.evaluate(() => {
		const { vault } = window.sandbox.app;
		const original = vault.process.bind(vault);
		vault.process = async (...args) => {
			await new Promise((resolve) => window.setTimeout(resolve, 80));
			return original(...args);
		};
	});
	await sandbox.page.keyboard.press('Control+a');
	await sandbox.page.keyboard.press('Enter');
	await sandbox.page.getByRole('button', { name: 'Confirm 201' }).click();
	await sandbox.page.locator('.ratify-work', { hasText: /Writing [3-9] of \d+ notes/u }).waitFor();
	await sandbox.page.getByRole('button', { name: 'Stop' }).click();
	await footer('Stopped. Nothing was changed.');
	await sandbox.page.locator('.ratify-left', { hasText: '201 decisions' }).waitFor();
	expect(await changedNotes()).toBe(0);
});
