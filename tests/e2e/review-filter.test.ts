import type { Browser } from 'playwright-core';
import { DEMO_VAULT, SandboxPage, startBrowser } from './sandbox-page';

let browser: Browser;
let sandbox: SandboxPage;

beforeAll(async () => {
	browser = await startBrowser();
});

afterAll(() => browser.close());

beforeEach(async () => {
	sandbox = await SandboxPage.open(browser, DEMO_VAULT);
	await sandbox.openReview();
});

afterEach(async () => {
	await sandbox.close();
	expect(sandbox.errors).toEqual([]);
});

const press = (key: string): Promise<void> => sandbox.page.keyboard.press(key);
const type = (words: string): Promise<void> => sandbox.page.keyboard.type(words);
const field = () => sandbox.page.getByRole('combobox', { name: 'Filter' });
const options = () => sandbox.page.locator('.ratify-suggestion');
const terms = (): Promise<string[]> => sandbox.page.locator('.ratify-suggestion-term').allInnerTexts();
const problem = () => sandbox.page.locator('.ratify-filter-problem');
const left = (): Promise<string> => sandbox.page.locator('.ratify-left strong').innerText();

test('takes terms, and Enter leads to the first row that passes', async () => {
	await press('/');
	await type('owner:me priority:high');
	await press('Enter');
	expect(await left()).toMatch(/^\d+ of 201 decisions$/u);
	const rows = sandbox.rows();
	expect(await rows.count()).toBeGreaterThan(3);
	expect(new Set(await rows.locator('.mod-owner').allInnerTexts())).toEqual(new Set(['Me']));
	expect(await rows.locator('[data-priority]').count()).toBe(await rows.count());
	expect(await rows.first().evaluate((row) => row === document.activeElement)).toBe(true);
});

test('offers what can be asked for, and the keyboard takes it', async () => {
	await press('/');
	expect(await terms()).toEqual(['owner:', 'person:', 'due:', 'priority:', 'source:', 'note:', 'path:', 'tag:', 'has:', 'created:', 'overdue', 'hidden']);
	await type('pri');
	expect(await terms()).toEqual(['priority:']);
	await press('Tab');
	expect(await field().inputValue()).toBe('priority:');
	expect(await terms()).toContain('priority:high');
	await press('ArrowDown');
	await press('ArrowDown');
	expect(await field().getAttribute('aria-activedescendant')).toBe(await options().nth(1).getAttribute('id'));
	await press('Enter');
	expect(await field().inputValue()).toBe('priority:high ');
	expect(await field().evaluate((input) => input === document.activeElement)).toBe(true);
	await type('-own');
	await press('Tab');
	await type('m');
	await press('Tab');
	expect(await field().inputValue()).toBe('priority:high -owner:me ');
});

test('offers names with spaces in quotes, by the mouse too', async () => {
	await press('/');
	await type('owner:osk');
	await options().first().click();
	expect(await field().inputValue()).toBe('owner:"Oskar Brandt" ');
	await press('Enter');
	const owners = await sandbox.rows().locator('.mod-owner').allInnerTexts();
	expect(owners.length).toBeGreaterThan(1);
	expect(owners.every((owner) => owner.includes('Oskar Brandt'))).toBe(true);
});

test('lets Tab lead on where nothing is being typed', async () => {
	await press('/');
	await press('Tab');
	expect(await field().inputValue()).toBe('');
	expect(await field().evaluate((input) => input === document.activeElement)).toBe(false);
});

test('says what it does not understand, once the term is typed, and what would be', async () => {
	await press('/');
	await type('due:<whenever');
	expect(await problem().count()).toBe(0);
	await type(' ');
	await problem().getByText('“whenever” is no day. Try “friday”, “2026-01-10” or “none”.').waitFor();
	expect(await left()).toBe('201 decisions');
	await press('Control+a');
	await type('ownr:me');
	await press('Enter');
	await problem().getByText('There is no “ownr:”. Do you mean “owner:”?').waitFor();
});

test('that nothing passes says without which term something would', async () => {
	await press('/');
	await type('owner:me xyzzy');
	await press('Enter');
	await sandbox.page.getByText('No proposal passes this filter.').waitFor();
	await sandbox.page.getByRole('button', { name: /^Without “xyzzy”: \d+ decisions$/u }).click();
	expect(await field().inputValue()).toBe('owner:me');
	expect(await sandbox.rows().count()).toBeGreaterThan(3);
});

test('is remembered with the workspace', async () => {
	await sandbox.filter('owner:me');
	await sandbox.page.waitForFunction(() => {
		const [leaf] = window.sandbox.app.workspace.getLeavesOfType('ratify-review');
		return leaf?.getViewState().state?.['filter'] === 'owner:me';
	});
	// The app saves its layout in its own time.
	await sandbox.page.evaluate(async () => {
		const layout = (): Promise<string> => window.sandbox.read('.obsidian/workspace.json').catch(() => '');
		while (!(await layout()).includes('owner:me')) await new Promise((resolve) => setTimeout(resolve, 100));
	});
	await sandbox.reopen();
	await sandbox.openReview();
	expect(await field().inputValue()).toBe('owner:me');
	expect(await left()).toMatch(/^\d+ of 201 decisions$/u);
});

test('finds what is hidden until a day', async () => {
	await sandbox.write('Inbox/2026-11-20 Later.md', '- [?] Wake the hedgehogs. 🛫 2199-01-01 #task #proposed\n');
	await sandbox.settle();
	await sandbox.filter('hedgehogs');
	await sandbox.page.getByText('No proposal passes this filter.').waitFor();
	await sandbox.page.locator('.ratify-list').focus();
	await sandbox.filter('hedgehogs hidden');
	await sandbox.rows().getByText('Wake the hedgehogs.').waitFor();
});

describe('the order of the review', () => {
	test('is chosen from one menu, and kept', async () => {
		await sandbox.arrange('Due date');
		await sandbox.page.locator('.ratify-grouping', { hasText: 'by due date' }).waitFor();
		expect(await sandbox.focusedRow().evaluate((row) => row === document.activeElement)).toBe(true);
		const titles = await sandbox.readList('.ratify-section-title');
		expect(titles).toEqual(expect.arrayContaining(['Overdue', 'No due date']));
		expect([titles[0], titles.at(-1)]).toEqual(['Overdue', 'No due date']);
		await sandbox.arrange('Not grouped');
		await sandbox.arrange('Most urgent first');
		await sandbox.page.locator('.ratify-grouping', { hasText: 'in one list' }).waitFor();
		expect(await sandbox.page.getByRole('heading', { name: 'All', exact: true }).count()).toBe(1);
		expect(await sandbox.page.getByRole('button', { name: /^All/u }).count()).toBe(0);
		await sandbox.rows().first().locator('[data-priority="highest"]').waitFor();
		await sandbox.page.locator('.ratify-grouping').click();
		expect(await sandbox.page.locator('.menu-item.mod-checked, .menu-item:has(.mod-checked)').count()).toBeGreaterThan(0);
	});
});
