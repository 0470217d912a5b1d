import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { DEMO_VAULT, SandboxPage, startBrowser } from './sandbox-page';

const FILES: Record<string, string> = {
	'Sources/Email/2026/2026-11-12_080000_1111_Hall-for-the-fair.md': 'Mail',
	'A/Yard walk.md': 'One',
	'B/Yard walk.md': 'Two',
	'Fair/Hall.md': '---\ntitle: "Hall" # kept\nsource_ref: /elsewhere/2026-11-12_080000_1111_Hall-for-the-fair.md\n---\n\nText\n\n*Source: [[Gone]]*\n',
	'Fair/Yard.md': '---\nsource_ref: /elsewhere/Yard walk.md\n---\n\nText\n',
	'Fair/Lost.md': '---\nsource_ref: /elsewhere/Nowhere to be found.md\n---\n\nText\n',
	'Fair/Plain.md': 'Text\n',
};
const LINKED = '---\ntitle: "Hall" # kept\nsource_ref: /elsewhere/2026-11-12_080000_1111_Hall-for-the-fair.md\nsource_link: "[[2026-11-12_080000_1111_Hall-for-the-fair]]"\n---\n\nText\n\n*Source: [[2026-11-12_080000_1111_Hall-for-the-fair]]*\n';

/** A note of the demo vault that names a source. */
const ONE = 'Tundrel/People/Joost van der Meer/2026-11-17 - One to one, board page and a tester.md';

let browser: Browser;
let sandbox: SandboxPage;

beforeAll(async () => {
	browser = await startBrowser();
});

afterAll(() => browser.close());

afterEach(async () => {
	await sandbox.close();
	expect(sandbox.errors).toEqual([]);
});

async function open(options: Parameters<typeof SandboxPage.open>[2] = {}): Promise<void> {
	sandbox = await SandboxPage.open(browser, DEMO_VAULT, { prepare: addFiles, ...options });
	await sandbox.openReview();
}

function addFiles(folder: string): void {
	for (const [file, text] of Object.entries(FILES)) {
		mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
		writeFileSync(path.join(folder, file), text);
	}
}

const modal = () => sandbox.page.locator('.ratify-source-links-modal');
const row = (name: string) => modal().locator('tbody tr', { hasText: name });
const linked = () => sandbox.page.locator('.notice', { hasText: /Sources? (?:of \d+ notes )?linked/u });
const reads = (file: string, text: string) => sandbox.page.waitForFunction(async ([at, expected]) => (await window.sandbox.read(at)) === expected, [file, text] as const);

async function offerIn(file: string): Promise<void> {
	await sandbox.openNote(file);
	await sandbox.runFromPalette('Ratify: Link source');
	await modal().locator('tbody tr').first().waitFor();
}

describe.each(['light', 'dark'] as const)('linking a note with its source, in the %s theme', (theme) => {
	test('shows first what would change and why, and is one step back', async () => {
		await open({ theme });
		await offerIn('Fair/Hall.md');
		const cells = (await row('Hall').locator('td').allInnerTexts()).map((text) => text.replace(/\s+/gu, ' ').trim());
		expect(cells.slice(1)).toEqual(['Hall 2026-11-12_080000_1111_Hall-for-the-fair.md', '2026-11-12_080000_1111_Hall-for-the-fair', 'its file name', 'source_link added, source line repaired']);
		await sandbox.page.screenshot({ path: `build/link-source-${theme}.png` });
		expect(await sandbox.read('Fair/Hall.md')).toBe(FILES['Fair/Hall.md']);
		await sandbox.page.keyboard.press('Enter');
		await reads('Fair/Hall.md', LINKED);
		await linked().getByText('Undo').click();
		await reads('Fair/Hall.md', FILES['Fair/Hall.md'] ?? '');
	});
});

test('where several files may be it, or none is found, the user chooses, the likely ones first', async () => {
	await open();
	await offerIn('Fair/Yard.md');
	expect(await modal().locator('.mod-cta').count()).toBe(0);
	expect(await row('Yard').innerText()).toContain('2 files may be it');
	await sandbox.page.keyboard.press('Enter');
	await sandbox.page.locator('.prompt .suggestion-item').first().waitFor();
	expect((await sandbox.page.locator('.prompt .suggestion-item').allInnerTexts()).slice(0, 2).map((text) => text.replace(/\s+/gu, ' '))).toEqual(['Yard walk A', 'Yard walk B']);
	await sandbox.page.keyboard.press('ArrowDown');
	await sandbox.page.keyboard.press('Enter');
	await row('Yard').getByText('chosen by you').waitFor();
	await modal().getByText('Link 1 note').click();
	await reads('Fair/Yard.md', `---\nsource_ref: /elsewhere/Yard walk.md\nsource_link: "[[B/Yard walk|Yard walk]]"\n---\n\nText\n\n---\n\n*Source: [[B/Yard walk|Yard walk]]*\n`);
	await linked().waitFor();
	await offerIn('Fair/Lost.md');
	expect(await row('Lost').innerText()).toContain('not found');
	await sandbox.page.keyboard.press('Escape');
	await offerIn('Fair/Plain.md');
	expect(await row('Plain').innerText()).toContain('names no source');
});

test('in all notes leaves out what the user does not want, and tells what is linked already', async () => {
	await open();
	await sandbox.runFromPalette('Ratify: Link sources of all notes');
	const button = modal().locator('.mod-cta');
	await button.waitFor();
	const all = Number(/\d+/u.exec(await button.innerText())?.[0]);
	expect(all).toBeGreaterThan(20);
	await modal().getByRole('checkbox', { name: 'Link Hall', exact: true }).uncheck();
	expect(await button.innerText()).toBe(`Link ${all - 1} notes`);
	await button.click();
	await linked().waitFor();
	expect(await linked().innerText()).toContain(`Sources of ${all - 1} notes linked`);
	expect(await sandbox.read('Fair/Hall.md')).toBe(FILES['Fair/Hall.md']);
	expect(await sandbox.read(ONE)).toContain('source_link: "[[2026-11-17 - One to one with Joost]]"');
	await sandbox.runFromPalette('Ratify: Link sources of all notes');
	await modal().getByText(`${all - 1} notes link their sources already.`).waitFor();
	expect(await button.innerText()).toBe('Link 1 note');
	await sandbox.page.keyboard.press('Escape');
	await linked().getByText('Undo').click();
	await reads(ONE, readFileSync(path.join(DEMO_VAULT, ONE), 'utf8'));
});

test('is offered in the menus of notes and of their folders', async () => {
	await open();
	const entry = async (name: string): Promise<string[]> => {
		await sandbox.page.locator('.nav-files-container .tree-item-self', { hasText: name }).first().click({ button: 'right' });
		await sandbox.page.locator('.menu').waitFor();
		const titles = await sandbox.page.locator('.menu .menu-item').allInnerTexts();
		await sandbox.page.keyboard.press('Escape');
		return titles.map((title) => title.trim()).filter((title) => title.startsWith('Link source'));
	};
	expect(await entry('Fair')).toEqual(['Link sources of 3 notes']);
	await sandbox.page.locator('.nav-files-container .tree-item-self', { hasText: 'Fair' }).first().click();
	expect(await entry('Yard')).toEqual(['Link source']);
	expect(await entry('Plain')).toEqual([]);
});
