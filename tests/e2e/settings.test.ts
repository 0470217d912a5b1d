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
});

afterEach(async () => {
	await sandbox.close();
	expect(sandbox.errors).toEqual([]);
});

async function stored(): Promise<unknown> {
	await sandbox.settle();
	return JSON.parse(await sandbox.read('.obsidian/plugins/ratify/data.json')) as unknown;
}

test('the settings tab changes how the review groups, and the choice is stored', async () => {
	await sandbox.openReview();
	const window = await sandbox.openSettings();
	await window.locator('.setting-item', { hasText: 'Group review by' }).locator('select').selectOption('note');
	await sandbox.page.locator('.ratify-grouping', { hasText: 'by note' }).waitFor({ state: 'attached' });
	expect(await stored()).toMatchObject({ groupBy: 'note', ownerNames: ['Myself', 'Me', 'Mira Lindqvist'] });
});

test('a checkbox character that can not be one is refused with a reason', async () => {
	const window = await sandbox.openSettings();
	const input = window.locator('.setting-item', { hasText: 'Checkbox of dismissed tasks' }).locator('input');
	await input.fill('too long');
	await input.blur();
	await window.getByText('Enter exactly one character').first().waitFor();
	expect(await stored()).not.toHaveProperty('dismissedStatus', 'too long');
});

test('what another device wrote into the settings is taken over', async () => {
	await sandbox.openReview();
	await sandbox.write('.obsidian/plugins/ratify/data.json', '{"groupBy": "note"}');
	await sandbox.page.locator('.ratify-grouping', { hasText: 'by note' }).waitFor();
});
