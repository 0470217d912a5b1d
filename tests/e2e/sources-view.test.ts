import type { Browser } from 'playwright-core';
import { DEMO_VAULT, SandboxPage, startBrowser } from './sandbox-page';

const SOURCE = 'One to one with Joost';

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

const view = () => sandbox.page.locator('.ratify-sources');
const rows = () => view().locator('.ratify-row');
const focused = () => view().locator('.ratify-row.is-focused');
const press = async (...keys: readonly string[]): Promise<void> => {
	for (const key of keys) await sandbox.page.keyboard.press(key);
};

async function open(options: Parameters<typeof SandboxPage.open>[2] = {}): Promise<void> {
	sandbox = await SandboxPage.open(browser, DEMO_VAULT, options);
	await sandbox.runFromPalette('Ratify: Open sources');
	await focused().waitFor();
}

async function filter(words: string): Promise<void> {
	await press('/');
	await sandbox.page.keyboard.type(words);
	await press('Enter');
}

describe('the view of sources', () => {
	test.each(['light', 'dark'] as const)('lists each source with its notes, what is left and what is decided, in the %s theme', async (theme) => {
		await open({ theme });
		expect(await view().getByRole('tab').allInnerTexts()).toHaveLength(3);
		await filter(SOURCE);
		expect(await rows().count()).toBe(1);
		const text = await focused().innerText();
		expect(text).toContain('2026-11-17');
		expect(text).toMatch(/\d+ left/u);
		await press('Enter');
		await focused().locator('.ratify-sources-notes li').first().waitFor();
		await sandbox.page.screenshot({ path: `build/sources-view-${theme}.png` });
		await press('g');
		expect(await focused().locator('.ratify-sources-notes').count()).toBe(0);
	});

	test('is gone through by keys, and opens the source', async () => {
		await open();
		const first = await focused().locator('.ratify-text').innerText();
		await press('j', 'j', 'k');
		expect(await rows().nth(1).getAttribute('aria-current')).toBe('true');
		await press('Home');
		expect(await focused().locator('.ratify-text').innerText()).toBe(first);
		await filter(SOURCE);
		await press('o');
		await sandbox.page.waitForFunction((name) => window.sandbox.app.workspace.getActiveFile()?.basename.includes(name) === true, SOURCE);
	});

	test('decides all that is left of a source, one step back', async () => {
		await open();
		await filter(SOURCE);
		const before = await focused().locator('.ratify-facts').innerText();
		const left = Number(/(\d+) left/u.exec(before)?.[1]);
		expect(left).toBeGreaterThan(1);
		await press('x');
		if (left > 20) await sandbox.page.locator('.modal .mod-cta').click();
		await focused().getByText('0 left').waitFor();
		await press('u');
		await focused().getByText(`${left} left`).waitFor();
	});

	test('leads to the review of one source', async () => {
		await open();
		await filter(SOURCE);
		const left = Number(/(\d+) left/u.exec(await focused().innerText())?.[1]);
		await press('r');
		await sandbox.page.waitForFunction((count) => document.querySelectorAll('.ratify-review:not(.ratify-sources) .ratify-row').length === count, left);
	});

	test('lists sources without notes, and references without a file, whose source can be chosen', async () => {
		await open();
		await view().getByRole('tab', { name: 'No notes' }).click();
		await view().getByRole('tab', { name: 'No file' }).click();
		await rows().first().waitFor();
		expect(await focused().innerText()).toMatch(/no file found|may be it/u);
		await focused().locator('.ratify-text').click();
		await press('l');
		await sandbox.page.locator('.ratify-source-links-modal').getByText('Choose source…').first().waitFor();
	});

	test('follows the vault, and keeps its tab and filter', async () => {
		await open();
		await filter('zebra');
		await view().getByText('No source has these words.').waitFor();
		await sandbox.write('Sources/Transcripts/2026-11-21 - The zebra call.md', 'Ana: Hello.');
		await sandbox.write('Notes/Zebra.md', '---\nsource_ref: /x/2026-11-21 - The zebra call.md\n---\n\n- [?] Feed the zebra. #task #proposed\n');
		await focused().getByText('1 left').waitFor();
		expect(await sandbox.page.evaluate(() => window.sandbox.app.workspace.getLeavesOfType('ratify-sources')[0]?.getViewState().state)).toMatchObject({ tab: 'used', filter: 'zebra' });
	});
});

describe('the review by source', () => {
	test('confirms what is left of a source in one go, one step back', async () => {
		sandbox = await SandboxPage.open(browser, DEMO_VAULT);
		await sandbox.openReview();
		await sandbox.arrange('Source');
		await sandbox.page.locator('.ratify-grouping').getByText('by source').waitFor();
		const section = sandbox.page.locator('.ratify-section', { hasText: `${SOURCE} · 2026-11-17` });
		// Rows far below are not drawn yet, but they are counted.
		const count = Number(await section.locator('.ratify-section-count').innerText());
		expect(count).toBeGreaterThan(1);
		await section.locator('.ratify-section-heading').hover();
		await sandbox.page.screenshot({ path: 'build/review-by-source.png' });
		await section.getByText('Confirm all').click();
		if (count > 20) await sandbox.page.locator('.modal .mod-cta').click();
		await sandbox.page.getByText(/Confirmed: \d+ tasks\./u).waitFor();
		await section.waitFor({ state: 'detached' });
		await sandbox.page.locator('.ratify-list').focus();
		await press('u');
		// Its notes come back one after another.
		await section.locator('.ratify-section-count').getByText(String(count), { exact: true }).waitFor();
	});
});
