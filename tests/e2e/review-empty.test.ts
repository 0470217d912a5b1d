import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { SandboxPage, startBrowser } from './sandbox-page';

let browser: Browser;
let sandbox: SandboxPage;
let vault: string;

beforeAll(async () => {
	browser = await startBrowser();
	vault = mkdtempSync(path.join(tmpdir(), 'empty-'));
	writeFileSync(path.join(vault, 'First.md'), 'Send the list\n');
});

afterAll(async () => {
	await browser.close();
	rmSync(vault, { recursive: true });
});

test('a vault without proposals says how one is written, and the command writes it', async () => {
	sandbox = await SandboxPage.open(browser, vault);
	await sandbox.page.evaluate(() => window.sandbox.executeCommand('ratify:open-review'));
	await sandbox.page.getByText('No proposed tasks.').waitFor();
	const example = await sandbox.page.locator('.ratify-guide code').innerText();
	expect(example).toMatch(/^- \[\?\] .+ 📅 \d{4}-\d{2}-\d{2} #task #proposed$/u);
	const inDays = (Date.parse(/\d{4}-\d{2}-\d{2}/u.exec(example)?.[0] ?? '') - Date.now()) / 86_400_000;
	expect([inDays > 5, inDays < 9]).toEqual([true, true]);
	await sandbox.openNote('First.md', { mode: 'live', line: 0 });
	await sandbox.runFromPalette('Ratify: Propose task');
	await sandbox.page.locator('.ratify-row', { hasText: 'Send the list' }).waitFor();
	await sandbox.settle();
	expect(await sandbox.read('First.md')).toBe('- [?] Send the list #task #proposed\n');
	await sandbox.close();
	expect(sandbox.errors).toEqual([]);
});
