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

test('which folders hold people is a setting, and the vault is read anew when it changes', async () => {
	const listed = sandbox.page.locator('.ratify-unknown-name > span').getByText('Priya Raman', { exact: true });
	const unknown = async (): Promise<void> => {
		await sandbox.page.keyboard.press('Escape');
		await sandbox.runFromPalette('Ratify: Show people without a note');
	};
	await sandbox.openReview();
	const window = await sandbox.openSettings();
	await window.locator('.setting-item', { hasText: 'Folders of people' }).locator('input').fill('Contacts, CRM');
	await unknown();
	await listed.waitFor();
	await sandbox.page.keyboard.press('Escape');
	expect(await stored()).toMatchObject({ peopleFolders: ['Contacts', 'CRM'] });
	await (await sandbox.openSettings()).locator('.setting-item', { hasText: 'Folders of people' }).locator('input').fill('People');
	await unknown();
	await listed.waitFor({ state: 'detached' });
});

test('a name that may be the user’s own is suggested, and added by a click only', async () => {
	for (let at = 0; at < 60; at++) await sandbox.write(`Inbox/2026-01-01 - Call ${at}.md`, `---\nparticipants: [Jane Owner, Guest Number${at % 7}]\nsource_ref: Sources/Call ${at}.md\n---\n`);
	await sandbox.settle();
	await sandbox.openReview();
	const window = await sandbox.openSettings();
	const row = window.locator('.setting-item', { hasText: 'Are you Jane Owner?' });
	expect(await row.locator('.setting-item-description').innerText()).toMatch(/^60 of \d+ notes with several people name Jane Owner/u);
	expect(await stored()).not.toMatchObject({ ownerNames: expect.arrayContaining(['Jane Owner']) as unknown });
	await row.getByRole('button', { name: 'Add to your names' }).click();
	await row.waitFor({ state: 'detached' });
	expect(await stored()).toMatchObject({ ownerNames: ['Myself', 'Me', 'Mira Lindqvist', 'Jane Owner'] });
});
