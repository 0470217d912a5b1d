import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { DEMO_VAULT, SandboxPage, startBrowser } from './sandbox-page';

const MAIL = 'Sources/Email/2026/2026-11-12_080000_1111_Hall-for-the-fair.md';
const NOTE = 'Work/Hall for the fair.md';
const SENTENCE = 'Please send the floor plan of the hall to the caterer.';
const FILLER = Array.from({ length: 60 }, (_, at) => `Remark ${at + 1} on the weather and the road.`).join('\n\n');
const mail = (sentence: string): string => `# Hall for the fair\n\n## 2026-11-12 08:00:00 — Ana Ruiz <ana@example.com>\n\n${FILLER}\n\nWe open at nine. ${sentence} She asked twice.\n\n${FILLER}\n`;

const FILES: Record<string, string> = {
	[MAIL]: mail(SENTENCE),
	[NOTE]: [
		'---', `source_ref: /srv/pipeline/${MAIL}`, '---', '',
		'## Action items', '',
		'- [?] Send the caterer the floor plan of the hall. @Myself #task #proposed #auto',
		'- [?] Renew the insurance of the delivery van, remark included. @Myself #task #proposed #auto',
		'- [?] Water the giraffe. @Myself #task #proposed #auto', '',
	].join('\n'),
	'A/Sources/Walk through the yard.md': 'One.',
	'B/Sources/Walk through the yard.md': 'Two.',
	'Work/Yard.md': '---\nsource_ref: /elsewhere/Walk through the yard.md\n---\n\n- [?] Sweep the yardstick. #task #proposed\n',
	'Work/Lost.md': '---\nsource_ref: /elsewhere/2026-01-02 - Lost and never found.md\n---\n\n- [?] Look for the lostling. #task #proposed\n',
};

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

function addFiles(folder: string): void {
	for (const [file, text] of Object.entries(FILES)) {
		mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
		writeFileSync(path.join(folder, file), text);
	}
}

async function openAt(words: string, options: Parameters<typeof SandboxPage.open>[2] = {}): Promise<void> {
	sandbox = await SandboxPage.open(browser, DEMO_VAULT, { prepare: addFiles, ...options });
	await sandbox.openReview();
	await sandbox.filter(words);
}

const quotes = () => sandbox.focusedRow().locator('.ratify-quote');
// A note that is read keeps its editor, hidden.
const marked = () => sandbox.page.locator('.workspace-leaf.mod-active .ratify-passage:visible');
const activeFile = () => sandbox.page.evaluate(() => window.sandbox.app.workspace.getActiveFile()?.path ?? null);
const isRowFocused = () => sandbox.page.waitForFunction(() => document.activeElement?.matches('.ratify-row.is-focused'));

describe('the focused row', () => {
	test('shows the passage that supports it, who wrote it and when, and what stands around it', async () => {
		await openAt('caterer');
		await quotes().waitFor();
		expect(await quotes().locator('.ratify-quote-by').innerText()).toBe('Ana Ruiz · 2026-11-12 08:00:00');
		const around = (await quotes().locator('.ratify-quote-around').allInnerTexts()).map((text) => text.trim());
		expect(around).toEqual(['We open at nine.', 'She asked twice.']);
		expect(await quotes().innerText()).toContain(`${around[0]} ${SENTENCE} ${around[1]}`);
	});

	test('says where no passage is clear, and shows the nearest three at most; s then opens the source unmarked', async () => {
		await openAt('insurance');
		await sandbox.focusedRow().getByText('No clear passage. The nearest:').waitFor();
		expect(await quotes().count()).toBeLessThanOrEqual(3);
		expect(await quotes().count()).toBeGreaterThan(0);
		await sandbox.page.keyboard.press('s');
		await sandbox.page.waitForFunction((file) => window.sandbox.app.workspace.getActiveFile()?.path === file, MAIL);
		expect(await marked().count()).toBe(0);
	});

	test('says where no passage holds a word of it, and where the source is missing', async () => {
		await openAt('giraffe');
		await sandbox.focusedRow().getByText('No passage in the source says this.').waitFor();
		await sandbox.filter('lostling');
		await sandbox.focusedRow().getByText('Source not found: 2026-01-02 - Lost and never found.md').waitFor();
		await sandbox.page.keyboard.press('s');
		await sandbox.page.getByText('The source of this note was not found in your vault.').waitFor();
	});

	test('lists the files where several may be the source; s lets the user pick one', async () => {
		await openAt('yardstick');
		await sandbox.focusedRow().getByText('The source may be one of these:').waitFor();
		expect(await sandbox.focusedRow().locator('.ratify-evidence .ratify-link').count()).toBe(2);
		await sandbox.page.keyboard.press('s');
		await sandbox.page.locator('.prompt').getByText('B/Sources').waitFor();
		await sandbox.page.keyboard.type('B/');
		await sandbox.page.keyboard.press('Enter');
		await sandbox.page.waitForFunction(() => window.sandbox.app.workspace.getActiveFile()?.path === 'B/Sources/Walk through the yard.md');
	});

	test('stays in view, however much stands below it', async () => {
		await openAt('');
		await sandbox.page.keyboard.press('End');
		await quotes().first().waitFor();
		const row = await sandbox.focusedRow().boundingBox();
		const list = await sandbox.page.locator('.ratify-list').boundingBox();
		expect((row?.y ?? 0) + (row?.height ?? 0)).toBeLessThanOrEqual((list?.y ?? 0) + (list?.height ?? 0));
	});

	test('follows its source', async () => {
		await openAt('caterer');
		await quotes().waitFor();
		await sandbox.write(MAIL, mail('The caterer wants the floor plan of the hall, all in red.'));
		await sandbox.focusedRow().getByText('all in red').waitFor();
		expect(await quotes().count()).toBe(1);
	});
});

describe('from a proposal to its sentence in the mail', () => {
	test.each(['light', 'dark'] as const)('it is one key, and one back, in the %s theme', async (theme) => {
		await openAt('caterer', { theme });
		await sandbox.page.keyboard.press('s');
		await marked().first().waitFor();
		expect(await activeFile()).toBe(MAIL);
		expect(await marked().first().innerText()).toBe(SENTENCE);
		const box = await marked().first().boundingBox();
		expect(box?.y).toBeGreaterThan(100);
		expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(760);
		await sandbox.page.keyboard.press('Escape');
		await isRowFocused();
		expect(await sandbox.focusedText()).toContain('Send the caterer');
		expect(await sandbox.page.locator('.ratify-passage').count()).toBe(0);
		await sandbox.page.keyboard.press('Enter');
		await sandbox.page.locator('.ratify-footer').getByText('Confirmed.').waitFor();
	});

	test('with Mod it opens in a new tab', async () => {
		await openAt('caterer');
		await sandbox.openNote('Welcome.md');
		await sandbox.focusedRow().focus();
		const tabs = sandbox.page.locator('.mod-root .workspace-tab-header');
		const before = await tabs.count();
		await sandbox.page.keyboard.press('Control+s');
		await marked().first().waitFor();
		expect(await tabs.count()).toBe(before + 1);
	});

	test('a note that is read marks the block', async () => {
		await openAt('caterer');
		await sandbox.openNote(MAIL, { mode: 'reading' });
		await sandbox.focusedRow().focus();
		await sandbox.page.keyboard.press('s');
		await marked().first().waitFor();
		expect(await marked().first().innerText()).toContain(SENTENCE);
		await sandbox.page.keyboard.press('Escape');
		await isRowFocused();
		await sandbox.page.waitForFunction(() => document.querySelectorAll('.ratify-passage').length === 0);
	});

	test('a click on the quote goes there, too, and typing takes the mark away, after which Escape leads nowhere', async () => {
		await openAt('caterer');
		await quotes().getByText(SENTENCE).click();
		await marked().first().waitFor();
		await sandbox.page.keyboard.type('x');
		await sandbox.page.waitForFunction(() => document.querySelectorAll('.ratify-passage').length === 0);
		await sandbox.page.keyboard.press('Escape');
		expect(await sandbox.page.evaluate(() => document.activeElement?.matches('.cm-content'))).toBe(true);
	});
});

describe('where the mouse rests on the sign of a source', () => {
	test('one popover shows the passage', async () => {
		await openAt('Hall for the fair');
		await sandbox.page.keyboard.press('j');
		await sandbox.rows().filter({ hasText: 'Send the caterer' }).locator('.ratify-source').hover();
		const popover = sandbox.page.locator('.ratify-evidence-popover');
		await popover.getByText(SENTENCE).waitFor();
		expect(await sandbox.page.locator('.popover').count()).toBe(1);
		await popover.getByText(SENTENCE).click();
		await marked().first().waitFor();
		expect(await activeFile()).toBe(MAIL);
	});
});

describe('for the task at the cursor', () => {
	/** Once the vault is read, which the review's rows show. */
	const atLine = async (line: number): Promise<void> => {
		sandbox = await SandboxPage.open(browser, DEMO_VAULT, { prepare: addFiles });
		await sandbox.openReview();
		await sandbox.openNote(NOTE, { line });
	};

	test('a command shows the passage, from where Enter leads to it, and Escape back to the task', async () => {
		await atLine(6);
		await sandbox.runFromPalette('Ratify: Show source passage');
		await sandbox.page.locator('.ratify-evidence-modal').getByText(SENTENCE).waitFor();
		await sandbox.page.keyboard.press('Enter');
		await marked().first().waitFor();
		expect(await activeFile()).toBe(MAIL);
		await sandbox.page.keyboard.press('Escape');
		await sandbox.page.waitForFunction((file) => window.sandbox.app.workspace.getActiveFile()?.path === file, NOTE);
		await sandbox.page.waitForFunction(() => window.sandbox.app.workspace.activeEditor?.editor?.getCursor().line === 6);
	});

	test('a command opens the source at the passage', async () => {
		await atLine(6);
		await sandbox.runFromPalette('Ratify: Open source');
		await marked().first().waitFor();
		expect(await marked().first().innerText()).toBe(SENTENCE);
	});

	test('a line that is no task is said to be none', async () => {
		await atLine(4);
		await sandbox.runFromPalette('Ratify: Show source passage');
		await sandbox.page.getByText('This line is no task.').waitFor();
	});
});
