import type { Browser, FrameLocator } from 'playwright-core';
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
	expect(sandbox.errors).toEqual([]);
	await sandbox.close();
});

const popout = (): FrameLocator => sandbox.page.frameLocator('.popout-window-frame');
const focusedText = (): Promise<string> => popout().locator('.ratify-row.is-focused .ratify-text').innerText();

async function moveToWindow(): Promise<void> {
	await sandbox.page.evaluate(() => window.sandbox.executeCommand('workspace:move-to-new-window'));
	await popout().locator('.ratify-row.is-focused .ratify-text').click();
}

describe('the review in a window of its own', () => {
	test('moves, decides and undoes by keys, with the keyboard in its rows', async () => {
		await moveToWindow();
		const { page } = sandbox;
		const first = await focusedText();
		await page.keyboard.press('j');
		const second = await focusedText();
		expect(second).not.toBe(first);
		await page.keyboard.press('Enter');
		await popout().locator('.ratify-footer').getByText('Confirmed.').waitFor();
		const third = await focusedText();
		expect(third).not.toBe(second);
		expect(await popout().locator('.ratify-row.is-focused').evaluate((row) => row.ownerDocument.activeElement === row)).toBe(true);
		await page.keyboard.press('u');
		await popout().locator('.ratify-row', { hasText: second }).waitFor();
	});

	test('draws further rows as they come into view', async () => {
		await moveToWindow();
		await sandbox.page.keyboard.press('End');
		const last = popout().locator('.ratify-row.is-focused');
		await last.locator('.ratify-text').waitFor();
		// The window is low: of a long row the rest may be below.
		expect(await last.evaluate((row) => {
			const [list, { top }, sentence] = [row.closest('.ratify-list'), row.getBoundingClientRect(), row.querySelector('.ratify-text')];
			return list !== null && sentence !== null && top >= list.getBoundingClientRect().top && sentence.getBoundingClientRect().bottom <= row.win.innerHeight;
		})).toBe(true);
		await popout().locator('.ratify-list').evaluate((list) => { list.scrollTop = list.scrollHeight / 2; });
		await sandbox.page.waitForFunction(() => {
			const doc = document.querySelector<HTMLIFrameElement>('.popout-window-frame')?.contentDocument;
			const list = doc?.querySelector('.ratify-list')?.getBoundingClientRect();
			if (doc === null || doc === undefined || list === undefined) return false;
			return doc.elementFromPoint(list.left + list.width / 2, list.top + list.height / 2)?.closest('.ratify-row, .ratify-section-heading') !== null;
		});
	});

	test('filters, and shows its keys and menus in that window', async () => {
		await moveToWindow();
		const { page } = sandbox;
		await page.keyboard.press('?');
		await popout().locator('.modal').waitFor();
		await page.keyboard.press('Escape');
		await page.keyboard.press('/');
		await page.keyboard.type('Verdella');
		await page.keyboard.press('Enter');
		expect(await popout().locator('.ratify-row.is-focused').evaluate((row) => row.ownerDocument.activeElement === row)).toBe(true);
		await popout().locator('.ratify-row.is-focused').getByRole('button').last().click();
		await popout().locator('.menu').waitFor();
		expect(await page.locator('.menu, .modal').count()).toBe(0);
	});

	test('a command finds the review there and puts the keyboard into it', async () => {
		await moveToWindow();
		const { page } = sandbox;
		await page.locator('.mod-root .workspace-tab-header').first().click();
		await page.evaluate(() => window.sandbox.executeCommand('ratify:open-review'));
		await page.waitForFunction(() => activeDocument !== document && activeDocument.activeElement?.matches('.ratify-row.is-focused') === true);
		expect(await page.locator('.ratify-review').count()).toBe(0);
	});
});
