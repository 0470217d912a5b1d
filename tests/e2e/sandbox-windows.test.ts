import path from 'node:path';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { startBrowser } from './sandbox-page';
import { openVaultPage, type VaultPage, type VaultPageOptions } from './vault-page';

const SAMPLE = path.join(__dirname, '../sandbox/fixtures/sample-plugin');
const FILES = { 'Plan.md': '# Plan\n\n- [ ] Do it\n\nAfter [[Ana Ruiz]].\n', 'Ana Ruiz.md': '# Ana Ruiz\n\nKnows storage.\n' };

let browser: Browser;
let vault: VaultPage;
let page: Page;

beforeAll(async () => {
	browser = await startBrowser();
});

afterAll(() => browser.close());

afterEach(async () => {
	expect(vault.errors).toEqual([]);
	await vault.close();
});

async function start(options: VaultPageOptions = {}): Promise<void> {
	vault = await openVaultPage(browser, { files: FILES, pluginDir: SAMPLE, ...options });
	({ page } = vault);
}

const popout = (): FrameLocator => page.frameLocator('.popout-window-frame');
const run = (id: string): Promise<boolean> => page.evaluate((name) => window.sandbox.executeCommand(name), id);
const openPlan = (mode: 'live' | 'reading' = 'live'): Promise<void> => page.evaluate((how) => window.sandbox.openFile('Plan.md', { mode: how }), mode);

async function movePlan(): Promise<void> {
	await openPlan();
	await run('workspace:move-to-new-window');
	await popout().locator('.cm-line', { hasText: 'Do it' }).waitFor();
}

describe('a popout window', () => {
	test('takes the tab with its editor, in which typing goes on and is undone', async () => {
		await start();
		await openPlan();
		await page.locator('.cm-line', { hasText: 'Do it' }).click();
		await page.keyboard.type(' today');
		await run('workspace:move-to-new-window');
		await popout().locator('.cm-line', { hasText: 'Do it today' }).click();
		await popout().locator('.cm-editor.cm-focused').waitFor();
		await page.keyboard.press('End');
		await page.keyboard.type(' at noon');
		await popout().locator('.cm-line', { hasText: 'Do it today at noon' }).waitFor();
		await page.keyboard.press('Control+z');
		await popout().locator('.cm-line', { hasText: /Do it today$/ }).waitFor();
		expect(await page.locator('.workspace .cm-content').count()).toBe(0);
		await page.locator('.empty-state').waitFor();
	});

	test('has the styles of the app and of its editors', async () => {
		await start();
		await movePlan();
		await page.waitForFunction(() => {
			const doc = document.querySelector<HTMLIFrameElement>('.popout-window-frame')?.contentDocument;
			const content = doc?.querySelector('.cm-content');
			return content !== null && content !== undefined && getComputedStyle(content).whiteSpace === 'break-spaces';
		});
		await page.evaluate(() => { window.sandbox.setTheme('dark'); });
		await popout().locator('body.theme-dark.is-popout-window').waitFor();
	});

	test('runs commands by hotkey and palette, and shows menus and notices', async () => {
		await start();
		await movePlan();
		await popout().locator('.cm-line', { hasText: 'Do it' }).click();
		await page.keyboard.press('Control+p');
		await page.keyboard.type('Sample: Say');
		await popout().locator('.prompt').waitFor();
		await page.keyboard.press('Escape');
		await popout().locator('.cm-line', { hasText: 'Do it' }).click({ button: 'right' });
		await popout().locator('.menu-item', { hasText: 'Sample item' }).click();
		await run('sample:notice');
		await popout().locator('.notice').waitFor();
		expect(await page.locator('.menu, .notice, .prompt').count()).toBe(0);
	});

	test('shows tooltips and previews beside what the mouse rests on', async () => {
		await start();
		await openPlan('reading');
		await run('workspace:move-to-new-window');
		await popout().locator('a.internal-link').hover();
		await popout().locator('.hover-popover', { hasText: 'Knows storage.' }).waitFor();
		await popout().getByLabel('More options').hover();
		await popout().locator('.tooltip', { hasText: 'More options' }).waitFor();
	});

	test('opens links in itself, and gives the word back to the main window', async () => {
		await start();
		await openPlan('reading');
		await run('workspace:open-in-new-window');
		await popout().locator('a.internal-link').click();
		await popout().locator('.view-header-title', { hasText: 'Ana Ruiz' }).waitFor();
		await page.locator('.mod-root .workspace-tab-header').click();
		expect(await page.evaluate(() => window.sandbox.app.workspace.getActiveFile()?.path)).toBe('Plan.md');
		await page.locator('.popout-window-titlebar').click();
		expect(await page.evaluate(() => window.sandbox.app.workspace.getActiveFile()?.path)).toBe('Ana Ruiz.md');
	});

	test('is a window of the floating split, with its leaves', async () => {
		await start();
		expect(await page.evaluate(() => {
			const { workspace } = window.sandbox.app;
			const leaf = workspace.getLeaf('window');
			const container = leaf.getContainer();
			let inRoot = 0;
			workspace.iterateRootLeaves((one) => { inRoot += one === leaf ? 1 : 0; });
			return {
				root: leaf.getRoot() === workspace.floatingSplit,
				child: workspace.floatingSplit.children[0] === container,
				win: container.win === leaf.containerEl.win && container.doc === leaf.containerEl.doc,
				recent: workspace.getMostRecentLeaf() === leaf,
				inRoot,
			};
		})).toEqual({ root: true, child: true, win: true, recent: true, inRoot: 1 });
	});

	test('closes with its last tab, and another leaf becomes active', async () => {
		await start();
		await page.evaluate(() => window.sandbox.app.workspace.openPopoutLeaf());
		await run('workspace:close');
		await page.locator('.popout-window').waitFor({ state: 'detached' });
		expect(await page.evaluate(() => window.sandbox.app.workspace.activeLeaf?.containerEl.doc === document)).toBe(true);
	});

	test('comes back in its place at the next start', async () => {
		await start({ write: true });
		await page.evaluate(async () => {
			const { vault: files, workspace } = window.sandbox.app;
			const file = files.getFileByPath('Plan.md');
			if (file !== null) await workspace.openPopoutLeaf({ x: 90, y: 70, size: { width: 500, height: 400 } }).openFile(file);
		});
		await vault.waitForFile('.obsidian/workspace.json', /"floating"[^]*"type": "markdown"/);
		await vault.start();
		await popout().locator('.cm-line', { hasText: 'Do it' }).waitFor();
		expect(await page.locator('.popout-window').boundingBox()).toEqual({ x: 90, y: 70, width: 500, height: 400 });
	});

	test('does not exist on a phone, nor do the commands for it', async () => {
		await start({ query: 'mobile=1' });
		expect(await run('workspace:move-to-new-window')).toBe(false);
		expect(await page.evaluate(() => Object.keys(window.sandbox.app.commands.commands).filter((id) => id.includes('new-window')))).toEqual([]);
	});
});
