import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { SandboxPage, startBrowser } from './sandbox-page';

const FILES: Record<string, string> = {
	'Fair/Hall.md': '# Hall\r\n\r\n- [x] Book the hall. @Ana Ruiz 📅 2026-11-20 #task #proposed #auto ✅ 2026-11-19\r\n- [?] Ask for chairs. #task #proposed\r\n',
	'Fair/Food.md': '- [-] Order **soup** for <b>all</b>. #task #proposed ❌ 2026-11-18\n- [x] Order bread. #proposed\n',
	'Fair/Clean.md': '- [x] Sweep the yard. #task\n- [ ] Wash the cups. #proposed\n',
	'Templates/Fair.md': '- [x] A title #proposed\n',
};

let browser: Browser;
let vault: string;
let sandbox: SandboxPage;

beforeAll(async () => {
	browser = await startBrowser();
	vault = mkdtempSync(path.join(tmpdir(), 'tidy-'));
	for (const [file, text] of Object.entries(FILES)) {
		mkdirSync(path.dirname(path.join(vault, file)), { recursive: true });
		writeFileSync(path.join(vault, file), text);
	}
});

afterAll(async () => {
	await browser.close();
	rmSync(vault, { recursive: true });
});

afterEach(async () => {
	await sandbox.close();
	expect(sandbox.errors).toEqual([]);
});

const modal = () => sandbox.page.locator('.ratify-tidy-modal');
const cells = async (row: number): Promise<string[]> => (await modal().locator('tbody tr').nth(row).locator('td').allInnerTexts()).slice(1);
const notice = (text: string) => sandbox.page.locator('.notice', { hasText: text });
const bytes = (text: string): number[] => [...new TextEncoder().encode(text)];

/** Resolves when a file on disk has these bytes. */
async function has(file: string, text: string): Promise<void> {
	while ((await sandbox.read(file)) !== text) await sandbox.page.waitForTimeout(20);
	expect(await sandbox.readBytes(file)).toEqual(bytes(text));
}

describe.each(['light', 'dark'] as const)('tidying leftover tags, in the %s theme', (theme) => {
	test('shows each line as it is and as it would be, writes those that are wanted, and gives every byte back', async () => {
		sandbox = await SandboxPage.open(browser, vault, { theme });
		await sandbox.runFromPalette('Ratify: Tidy leftover tags in all notes');
		await modal().locator('tbody tr').first().waitFor();
		expect([await modal().locator('tbody tr').count(), await modal().locator('.mod-cta').innerText()]).toEqual([3, 'Tidy 3 lines']);
		expect(await cells(0)).toEqual(['Food', '- [-] Order **soup** for <b>all</b>. #task #proposed ❌ 2026-11-18', '- [-] Order **soup** for <b>all</b>. #task ❌ 2026-11-18']);
		expect(await modal().locator('del').allInnerTexts()).toEqual(['#proposed', '#proposed', '#proposed']);
		await sandbox.page.screenshot({ path: `build/tidy-${theme}.png` });
		expect(await modal().locator('b').count()).toBe(0);
		await modal().getByRole('checkbox', { name: 'Tidy line 2 of Food' }).uncheck();
		expect(await modal().locator('.mod-cta').innerText()).toBe('Tidy 2 lines');
		await modal().locator('.mod-cta').focus();
		await sandbox.page.keyboard.press('Enter');
		await notice('Tidied: 2 lines.').waitFor();
		await has('Fair/Hall.md', FILES['Fair/Hall.md']?.replace('#task #proposed #auto', '#task #auto') ?? '');
		await has('Fair/Food.md', FILES['Fair/Food.md']?.replace('#task #proposed', '#task') ?? '');
		await notice('Tidied: 2 lines.').getByText('Undo').click();
		for (const [file, text] of Object.entries(FILES)) await has(file, text);
	});
});

test('in one note begins at once with the keyboard, and says where nothing is left over', async () => {
	sandbox = await SandboxPage.open(browser, vault);
	await sandbox.openNote('Fair/Food.md');
	await sandbox.runFromPalette('Ratify: Tidy leftover tags in this note');
	await modal().getByText('Tidy 2 lines').waitFor();
	await sandbox.page.keyboard.press('Enter');
	await notice('Tidied: 2 lines.').waitFor();
	await has('Fair/Food.md', FILES['Fair/Food.md']?.replaceAll(' #proposed', '') ?? '');
	await sandbox.settle();
	await sandbox.runFromPalette('Ratify: Tidy leftover tags in this note');
	await notice('No tag is left over in this note.').waitFor();
	await sandbox.openNote('Templates/Fair.md');
	await sandbox.runFromPalette('Ratify: Tidy leftover tags in this note');
	await modal().getByText('Tidy 1 line').waitFor();
	await sandbox.page.keyboard.press('Escape');
	expect(await modal().count()).toBe(0);
});
