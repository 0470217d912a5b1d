import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { writeReviewVault } from '../bench/review-vault';
import { SandboxPage, startBrowser } from './sandbox-page';

const PROPOSALS = 20_000;

let browser: Browser;
let vault: string;
let sandbox: SandboxPage;

beforeAll(async () => {
	vault = mkdtempSync(path.join(tmpdir(), 'ratify-large-'));
	writeReviewVault(vault, PROPOSALS, 10);
	browser = await startBrowser();
	sandbox = await SandboxPage.open(browser, vault, { patience: 110_000 });
	await sandbox.openReview();
});

afterAll(async () => {
	await sandbox.close();
	await browser.close();
	rmSync(vault, { recursive: true });
	expect(sandbox.errors).toEqual([]);
});

const press = async (...keys: readonly string[]): Promise<void> => { for (const key of keys) await sandbox.page.keyboard.press(key); };
const footer = (text: string): Promise<void> => sandbox.page.locator('.ratify-footer', { hasText: text }).waitFor();
/** How many rows the filter shows. */
const left = async (): Promise<number> => Number.parseInt((await sandbox.page.locator('.ratify-left strong').innerText()).replaceAll(',', ''), 10);
const selected = (): Promise<number> => sandbox.page.locator('.ratify-row.is-selected').count();

/** The line in its note, on disk, of a proposal that the review shows; found by its words. */
async function lineOf(words: string): Promise<string> {
	await sandbox.settle();
	return sandbox.page.evaluate(async (text) => {
		for (const file of window.sandbox.app.vault.getMarkdownFiles()) {
			const line = (await window.sandbox.app.vault.cachedRead(file)).split('\n').find((each) => each.includes(text));
			if (line !== undefined) return line;
		}
		return '';
	}, words);
}

describe('among 20,000 proposals', () => {
	test('the page holds only rows near those that are seen, wherever these are', async () => {
		expect(await left()).toBeGreaterThan(10_000);
		const list = sandbox.page.locator('.ratify-list');
		for (const part of [0.25, 0.5, 1, 0]) {
			await list.evaluate((el, share) => el.scrollTo(0, el.scrollHeight * share), part);
			await sandbox.page.waitForFunction(() => {
				const box = document.querySelector('.ratify-list')?.getBoundingClientRect();
				return box && [0.1, 0.5, 0.8].every((at) => document.elementFromPoint(box.left + 60, box.top + box.height * at)?.closest('.ratify-row, .ratify-section-heading'));
			});
			expect(await sandbox.rows().count()).toBeLessThan(80);
		}
	});

	test('the arrows, letters, Home and End move the focus, and it is seen', async () => {
		await press('Home');
		const first = await sandbox.focusedText();
		for (const [there, back] of [['j', 'k'], ['ArrowDown', 'ArrowUp'], ['End', 'Home']] as const) {
			await press(there);
			expect(await sandbox.focusedText()).not.toBe(first);
			await expect(sandbox.focusedRow().locator('.ratify-text').isVisible()).resolves.toBe(true);
			await press(back);
			expect(await sandbox.focusedText()).toBe(first);
		}
	});

	test.each([['Enter', 'Confirmed.', '[ ]'], ['1', 'Confirmed.', '[ ]'], ['x', 'Dismissed.', '[-]'], ['3', 'Dismissed.', '[-]']])('%s decides, and the next row has the keyboard', async (key, says, box) => {
		const [text, before] = [await sandbox.focusedText(), await left()];
		await press(key);
		expect(await sandbox.focusedText()).not.toBe(text);
		expect(await sandbox.page.evaluate(() => document.activeElement?.matches('.ratify-row.is-focused'))).toBe(true);
		await footer(says);
		expect(await left()).toBe(before - 1);
		expect(await lineOf(text)).toContain(`- ${box} ${text}`);
		await press('u');
		await footer('Taken back');
		expect(await lineOf(text)).toContain(`- [?] ${text}`);
		await sandbox.page.locator('.ratify-row.is-focused', { hasText: text }).waitFor();
	});

	test('undo and redo go on in order', async () => {
		const [text, before] = [await sandbox.focusedText(), await left()];
		await press('Enter', 'x', 'Control+z', 'u');
		await sandbox.page.locator('.ratify-left strong', { hasText: before.toLocaleString('en') }).waitFor();
		await press('Shift+U');
		await footer('Done again');
		await press('u');
		await sandbox.page.locator('.ratify-left strong', { hasText: before.toLocaleString('en') }).waitFor();
		// The row that comes back gets the focus, which is its last step.
		await sandbox.page.locator('.ratify-row.is-focused', { hasText: text }).waitFor();
	});

	test('rows are selected one by one, by steps, and all', async () => {
		await press('Home', ' ');
		expect(await selected()).toBe(1);
		await press('Shift+J', 'Shift+ArrowDown', 'Shift+K');
		expect(await selected()).toBe(3);
		await press('Escape');
		expect(await selected()).toBe(0);
		await press('Control+a');
		expect(await selected()).toBe(await sandbox.rows().count());
		await press('Escape');
	});

	test.each(['a', 'd', 'p', 'h', '2'])('%s asks, and Escape leads back to the row', async (key) => {
		const text = await sandbox.focusedText();
		await press(key);
		await sandbox.page.locator('.prompt, .modal').first().waitFor();
		await press('Escape');
		await sandbox.page.locator('.prompt, .modal').first().waitFor({ state: 'detached' });
		expect(await sandbox.focusedText()).toBe(text);
	});

	test('the words are edited in their place', async () => {
		const text = await sandbox.focusedText();
		await press('e');
		await sandbox.page.keyboard.type('First of all: ');
		await press('Escape');
		expect(await sandbox.focusedText()).toBe(text);
	});

	test('the filter finds, and is left, and duplicates are opened and closed', async () => {
		const all = await left();
		await sandbox.filter('has:duplicates contract');
		await sandbox.page.locator('.ratify-left', { hasText: ' of ' }).waitFor();
		expect(await left()).toBeLessThan(all);
		await press('g');
		expect(await sandbox.page.locator('.ratify-member').count()).toBeGreaterThan(1);
		await press('j', 'g');
		expect(await sandbox.page.locator('.ratify-member').count()).toBe(0);
		await press('Escape');
		await sandbox.page.waitForFunction((count) => document.querySelector('.ratify-left strong')?.textContent?.startsWith(count), all.toLocaleString('en'));
	});

	test('the history, the keys and the note are opened', async () => {
		await press('Shift+H');
		await sandbox.page.locator('.ratify-entry').first().waitFor();
		await press('Shift+H', '?');
		await sandbox.page.getByText('Keys in the review').waitFor();
		await press('Escape');
		const text = await sandbox.focusedText();
		await press('o');
		await sandbox.page.locator('.mod-root .cm-line', { hasText: text }).first().waitFor();
	});
});
