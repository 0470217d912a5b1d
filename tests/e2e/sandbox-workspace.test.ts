import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { startBrowser } from './sandbox-page';
import { openVaultPage, type VaultPage, type VaultPageOptions } from './vault-page';

const SAMPLE = path.join(__dirname, '../sandbox/fixtures/sample-plugin');
const FILES = { 'One.md': 'one, see [[Two]]\n', 'Two.md': 'two\n', 'Three.md': 'three\n' };

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

const run = (id: string): Promise<boolean> => page.evaluate((name) => window.sandbox.executeCommand(name), id);
const open = (name: string): Promise<void> => page.evaluate((file) => window.sandbox.openFile(file), name);
const tabs = (): Promise<string[]> => page.locator('.mod-root .workspace-tab-header-inner-title').allInnerTexts();
const tab = (title: string): Locator => page.locator('.mod-root .workspace-tab-header', { hasText: title });
const shownTitle = (): Promise<string> => page.locator('.mod-root .workspace-leaf.mod-active .view-header-title').innerText();

async function openInTabs(...names: string[]): Promise<void> {
	for (const [i, name] of names.entries()) {
		if (i > 0) await run('workspace:new-tab');
		await open(`${name}.md`);
	}
}

async function chooseFromMenu(of: Locator, entry: string): Promise<void> {
	await of.click({ button: 'right' });
	await page.locator('.menu-item').filter({ hasText: new RegExp(`^${entry}$`) }).click();
}

describe('a tab', () => {
	test('that is pinned keeps its file: another opens beside it', async () => {
		await start();
		await open('One.md');
		await chooseFromMenu(tab('One'), 'Pin');
		await open('Two.md');
		expect(await tabs()).toEqual(['One', 'Two']);
		await tab('One').getByLabel('Pinned').click();
		await tab('One').click();
		await open('Three.md');
		expect(await tabs()).toEqual(['Three', 'Two']);
	});

	test('renames its file, and the links that lead to it', async () => {
		await start();
		await openInTabs('Two');
		await chooseFromMenu(tab('Two'), 'Rename\\.\\.\\.');
		await page.keyboard.type('Second');
		await page.keyboard.press('Enter');
		await tab('Second').waitFor();
		await page.waitForFunction(async () => (await window.sandbox.read('One.md')).includes('[[Second]]'));
	});

	test('closes the others but not what is pinned', async () => {
		await start();
		await openInTabs('One', 'Two', 'Three');
		await chooseFromMenu(tab('One'), 'Pin');
		await chooseFromMenu(tab('Three'), 'Close others');
		expect(await tabs()).toEqual(['One', 'Three']);
	});

	test('asks the views and the plugins for entries of its menu', async () => {
		await start();
		await openInTabs('One');
		await page.evaluate(() => {
			const { workspace } = window.sandbox.app;
			workspace.on('file-menu', (menu, file, source, leaf) => { menu.addItem((item) => item.setTitle(`${source} ${file.path} ${leaf === workspace.activeLeaf}`)); });
			workspace.on('leaf-menu', ((menu: { addItem: (fill: (item: { setTitle: (title: string) => unknown }) => unknown) => unknown }) => { menu.addItem((item) => item.setTitle('from leaf-menu')); }) as (...data: never[]) => unknown);
		});
		await tab('One').click({ button: 'right' });
		expect(await page.locator('.menu-item').allInnerTexts()).toEqual(expect.arrayContaining(['tab-header One.md true', 'from leaf-menu']));
		await page.keyboard.press('Escape');
	});

	test('goes back and forward through what it showed, by key and by button', async () => {
		await start();
		for (const name of ['One', 'Two', 'Three']) await open(`${name}.md`);
		await page.keyboard.press('Control+Alt+ArrowLeft');
		await page.locator('.view-header-title', { hasText: 'Two' }).waitFor();
		await page.locator('.workspace-leaf.mod-active').getByLabel('Navigate back').click();
		await page.locator('.view-header-title', { hasText: 'One' }).waitFor();
		await page.locator('.workspace-leaf.mod-active').getByLabel('Navigate forward').click();
		await page.locator('.view-header-title', { hasText: 'Two' }).waitFor();
	});

	test('that is linked with another follows it', async () => {
		await start();
		await openInTabs('One');
		await run('workspace:split-vertical');
		const events = await page.evaluate(async () => {
			const { workspace, vault: files } = window.sandbox.app;
			const [first, second] = workspace.getLeavesOfType('markdown');
			const two = files.getFileByPath('Two.md');
			if (first === undefined || second === undefined || two === null) return [];
			const seen: string[] = [];
			for (const leaf of [first, second]) leaf.on('group-change', (group) => seen.push(String(group)));
			second.setGroupMember(first);
			await first.openFile(two);
			return seen;
		});
		expect(events).toHaveLength(2);
		expect(events[0]).toBe(events[1]);
		await page.waitForFunction(() => document.querySelectorAll('.mod-root .view-header-title').length === 2 && [...document.querySelectorAll('.mod-root .view-header-title')].every((el) => el.textContent === 'Two'));
	});

	test('is reached by Ctrl Tab, around the end', async () => {
		await start();
		await openInTabs('One', 'Two');
		await page.keyboard.press('Control+Tab');
		expect(await shownTitle()).toBe('One');
		await page.keyboard.press('Control+Shift+Tab');
		expect(await shownTitle()).toBe('Two');
	});
});

describe('the layout', () => {
	test('splits both ways, and a dragged line gives one side more', async () => {
		await start();
		await openInTabs('One');
		await run('workspace:split-vertical');
		await run('workspace:split-horizontal');
		const groups = page.locator('.mod-root .workspace-tabs');
		expect(await groups.count()).toBe(3);
		const width = async (): Promise<number> => (await groups.first().boundingBox())?.width ?? 0;
		const before = await width();
		const box = await groups.first().boundingBox();
		if (box === null) throw new Error('The first group does not show.');
		await page.evaluate(() => {
			document.body.dataset['resizes'] = '';
			window.sandbox.app.workspace.on('resize', () => { document.body.dataset['resizes'] += 'r'; });
		});
		await page.mouse.move(box.x + box.width, box.y + 300);
		await page.mouse.down();
		await page.mouse.move(box.x + box.width + 80, box.y + 300);
		await page.mouse.up();
		expect(await width()).toBeCloseTo(before + 80, -1);
		await page.waitForFunction(() => document.body.dataset['resizes'] !== '');
	});

	test('tells a view of its new size, also when a sidebar closes', async () => {
		await start();
		await run('sample:open');
		await page.getByText('Hello, 0').waitFor();
		const resizes = (): Promise<number> => page.evaluate(() => window.sampleLog.filter((line) => line === 'view onResize').length);
		const before = await resizes();
		await page.setViewportSize({ width: 1000, height: 700 });
		await page.waitForFunction((n) => window.sampleLog.filter((line) => line === 'view onResize').length > n, before);
	});

	test('keeps what JSON keeps of a state, and no more', async () => {
		await start({ write: true });
		await page.evaluate(async () => {
			const leaf = window.sandbox.app.workspace.getRightLeaf(false);
			await leaf?.setViewState({ type: 'gone', state: { count: 2, when: new Date(0), names: new Map([['a', 1]]), run: () => 1 } });
		});
		await vault.waitForFile('.obsidian/workspace.json', /"type": "gone"/);
		await vault.start();
		expect(await page.evaluate(() => window.sandbox.app.workspace.getLeavesOfType('gone').map((leaf) => leaf.getViewState().state)))
			.toEqual([{ count: 2, when: '1970-01-01T00:00:00.000Z', names: {} }]);
	});

	test('keeps pins and links at the next start', async () => {
		await start({ write: true });
		await openInTabs('One', 'Two');
		await page.evaluate(() => {
			const [one, two] = window.sandbox.app.workspace.getLeavesOfType('markdown');
			if (one === undefined || two === undefined) return;
			one.setPinned(true);
			two.setGroupMember(one);
		});
		await vault.waitForFile('.obsidian/workspace.json', /"group"/);
		await vault.start();
		expect(await page.locator('.mod-root .workspace-tab-header.is-pinned').allInnerTexts()).toEqual(['One']);
		expect(await page.getByLabel('Linked').count()).toBe(2);
	});

	test('has nothing active while another one is put in place', async () => {
		await start();
		await open('One.md');
		const seen = await page.evaluate(async () => {
			const { workspace } = window.sandbox.app;
			await window.sandbox.settle();
			const active: (string | null)[] = [];
			workspace.on('active-leaf-change', (leaf) => active.push(leaf?.view.getViewType() ?? null));
			await workspace.changeLayout(JSON.parse(JSON.stringify(workspace.getLayout())));
			await window.sandbox.settle();
			return active;
		});
		expect(seen).toEqual([null, 'markdown']);
	});
});

describe('a phone', () => {
	const size = { width: 390, height: 844 };

	test('has targets of 44 pixels, drawers that a tap beside them closes, and its own layout file', async () => {
		await start({ query: 'mobile=1', size, write: true });
		await page.getByLabel('Toggle left sidebar').click();
		const drawer = page.locator('.workspace-drawer.mod-left');
		await drawer.locator('.nav-file-title').first().waitFor();
		const heights = await page.locator('button:visible, .tree-item-self:visible').evaluateAll((all) => all.map((el) => el.getBoundingClientRect().height));
		expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
		await page.mouse.click(380, 400);
		await drawer.waitFor({ state: 'hidden' });
		await vault.waitForFile('.obsidian/workspace-mobile.json', /"mobile-drawer"/);
	});

	test('opens a note from the drawer, which closes', async () => {
		await start({ query: 'mobile=1', size });
		await page.getByLabel('Toggle left sidebar').click();
		await page.locator('.nav-file-title', { hasText: 'Two' }).click();
		await page.locator('.workspace-drawer.mod-left').waitFor({ state: 'hidden' });
		await page.locator('.view-header-title', { hasText: 'Two' }).waitFor();
		expect((await page.locator('.mod-root .workspace-leaf').boundingBox())?.width).toBe(390);
	});

	test('is a tablet where that is asked for: wider, with tabs', async () => {
		await start({ query: 'mobile=tablet', size: { width: 1024, height: 768 } });
		expect(await page.evaluate(() => ['is-mobile', 'is-tablet', 'is-phone', 'is-android'].map((name) => document.body.hasClass(name)))).toEqual([true, true, false, true]);
		await open('One.md');
		await tab('One').waitFor();
		expect(await page.locator('.mobile-navbar').count()).toBe(0);
	});
});
