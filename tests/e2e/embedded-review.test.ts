import type { Browser, Locator } from 'playwright-core';
import { DEMO_VAULT, SandboxPage, startBrowser } from './sandbox-page';

const NOTE = 'Inbox/2026-11-20 Garden.md';
const TEXT = `# Garden

\`\`\`ratify
note:this
\`\`\`

- [?] Prune the old pear tree. #task #proposed
- [?] Oil the hinges of the gate. #task #proposed

\`\`\`ratify
person:"Oskar Brandt" due:whenever
limit: 3
group: week
\`\`\`
`;

let browser: Browser;
let sandbox: SandboxPage;

beforeAll(async () => {
	browser = await startBrowser();
});

afterAll(() => browser.close());

beforeEach(async () => {
	sandbox = await SandboxPage.open(browser, DEMO_VAULT);
	await sandbox.write(NOTE, TEXT);
	await sandbox.page.locator('.ratify-status', { hasText: '203 to decide' }).waitFor();
});

afterEach(async () => {
	await sandbox.close();
	expect(sandbox.errors).toEqual([]);
});

const embed = (at: number): Locator => sandbox.page.locator('.ratify-embed').nth(at);
const rows = (at: number): Locator => embed(at).locator('.ratify-row');

describe.each(['reading', 'live'] as const)('a block of code in a note (%s)', (mode) => {
	beforeEach(async () => {
		await sandbox.openNote(NOTE, { mode, line: 6 });
		await rows(0).nth(1).waitFor();
	});

	test('shows what its filter asks for, and opens nothing before the user goes there', async () => {
		expect(await rows(0).locator('.ratify-text').allInnerTexts()).toEqual(['Prune the old pear tree.', 'Oil the hinges of the gate.']);
		expect(await embed(0).locator('.ratify-row.is-focused').count()).toBe(0);
		expect(await sandbox.page.evaluate(() => document.activeElement?.closest('.ratify-embed') ?? null)).toBeNull();
	});

	test('has the keys of the review, undo among them', async () => {
		await embed(0).locator('.ratify-list').focus();
		await sandbox.page.keyboard.press('j');
		await rows(0).first().and(sandbox.page.locator('.is-focused')).waitFor();
		await sandbox.page.keyboard.press('Enter');
		await embed(0).locator('.ratify-footer', { hasText: 'Confirmed.' }).waitFor();
		await embed(0).locator('.ratify-row.is-focused', { hasText: 'Oil the hinges' }).waitFor();
		await sandbox.settle();
		expect(await sandbox.read(NOTE)).toBe(TEXT.replace('- [?] Prune the old pear tree. #task #proposed', '- [ ] Prune the old pear tree. #task'));
		await sandbox.page.keyboard.press('u');
		await embed(0).locator('.ratify-footer', { hasText: 'Taken back.' }).waitFor();
		await sandbox.settle();
		expect(await sandbox.read(NOTE)).toBe(TEXT);
	});
});

test('it stops at its limit, says what it does not understand, and leads to the whole review', async () => {
	await sandbox.openNote(NOTE, { mode: 'reading' });
	await rows(1).nth(2).waitFor();
	expect(await rows(1).count()).toBe(3);
	await embed(1).getByText(/^\d+ decisions$/u).waitFor();
	await embed(1).getByText('3 shown').waitFor();
	await embed(1).getByText('“whenever” is no day. Try “friday”, “2026-01-10” or “none”.').waitFor();
	await embed(1).getByText('“group: week” is not understood.').waitFor();
	await embed(0).getByRole('button', { name: 'Open in review' }).click();
	await sandbox.page.locator('.workspace-leaf-content .ratify-view .ratify-row', { hasText: 'Prune the old pear tree.' }).waitFor();
	expect(await sandbox.page.getByRole('combobox', { name: 'Filter' }).inputValue()).toBe(`note:"${NOTE}"`);
});
