import { existsSync, mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { diffLines, SandboxPage, startBrowser } from './sandbox-page';

const SEED = path.join(__dirname, '../../../shared/seed/seed-note.md');
const describeSeed = existsSync(SEED) ? describe : describe.skip;

describeSeed('a real generated note (skipped where ../shared is absent)', () => {
	let browser: Browser;
	let sandbox: SandboxPage;
	let vault: string;
	const text = existsSync(SEED) ? readFileSync(SEED, 'utf8') : '';
	const person = /^person: (.*)$/mu.exec(text)?.[1] ?? '';
	const note = `People/${person}/2025-12-12 - Update.md`;

	beforeAll(async () => {
		browser = await startBrowser();
		vault = mkdtempSync(path.join(tmpdir(), 'ratify-seed-'));
		mkdirSync(path.join(vault, path.dirname(note)), { recursive: true });
		mkdirSync(path.join(vault, '.obsidian'));
		writeFileSync(path.join(vault, note), text);
		sandbox = await SandboxPage.open(browser, vault, { write: true });
		await sandbox.openReview();
	});

	afterAll(async () => {
		await sandbox.close();
		await browser.close();
		rmSync(vault, { recursive: true });
	});

	test('shows its two proposals under the person whom it is about', async () => {
		expect(await sandbox.page.locator('.ratify-section-title').allInnerTexts()).toEqual([person]);
		expect(await sandbox.rows().count()).toBe(2);
	});

	test('is confirmed by changing exactly the first one’s status and tag, and given back byte for byte', async () => {
		const onDisk = (): string => readFileSync(path.join(sandbox.folder, note), 'utf8');
		await sandbox.page.keyboard.press('Enter');
		await sandbox.page.locator('.ratify-footer').getByText('Confirmed.').waitFor();
		await sandbox.settle();
		const [removed, added, ...more] = diffLines(text, onDisk());
		expect(removed).toMatch(/^-- \[\?\] .* @Myself #task #proposed #auto$/u);
		expect(added).toBe(removed?.replace('-- [?]', '+- [ ]').replace(' #proposed', ''));
		expect(more).toEqual([]);
		await sandbox.page.keyboard.press('u');
		await sandbox.page.locator('.ratify-footer').getByText('Taken back.').waitFor();
		await sandbox.settle();
		expect(onDisk()).toBe(text);
	});
});
