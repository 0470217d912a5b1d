import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startServer, type RunningServer } from '../sandbox/server/server';
import { pageQuery, startBrowser } from './sandbox-page';

const ROOT = path.join(__dirname, '../..');
const SAMPLE = path.join(ROOT, 'tests/sandbox/fixtures/sample-plugin');

const NOTES: Record<string, string> = {
	'Plan.md': '# Plan\n\n- [?] Send it #task\n- [ ] Do it\n- [x] Did it\n\nAfter [[Ana Ruiz]].\n\n- [ ] Second list\n',
	'People/Ana Ruiz.md': '# Ana Ruiz\n\nKnows storage.\n',
	'Long.md': `${Array.from({ length: 300 }, (_, i) => `Paragraph ${i}\n`).join('\n')}\n- [ ] Far down\n`,
	'Windows.md': '- [ ] one\r\n- [ ] two\r\n',
};

declare global {
	interface Window {
		/** What the sample plugin noted. */
		sampleLog: string[];
	}
}

let browser: Browser;
let folder: string;
let server: RunningServer;
let page: Page;

beforeAll(async () => {
	browser = await startBrowser();
});

afterAll(() => browser.close());

afterEach(async () => {
	await page.close();
	await server.close();
	rmSync(folder, { recursive: true });
});

interface Start {
	readonly query?: string;
	readonly write?: boolean;
	readonly fakeClock?: boolean;
	readonly files?: Record<string, string>;
}

async function start({ query = '', write = false, fakeClock = false, files = {} }: Start = {}): Promise<void> {
	folder = mkdtempSync(path.join(tmpdir(), 'sandbox-vault-'));
	for (const [name, text] of Object.entries({ ...NOTES, ...files })) {
		mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
		writeFileSync(path.join(folder, name), text);
	}
	server = await startServer({ vaultDir: folder, write, port: 0, pluginDir: SAMPLE, hostDir: path.join(ROOT, 'build/host') });
	page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
	if (fakeClock) await page.clock.install();
	await page.goto(`${server.url}/?${pageQuery(query)}`);
	await page.waitForFunction(() => 'sandbox' in window);
	await page.evaluate(() => window.sandbox.ready);
}

const log = (): Promise<string[]> => page.evaluate(() => window.sampleLog);
const read = (name: string): Promise<string> => page.evaluate(file => window.sandbox.read(file), name);
const write = (name: string, text: string): Promise<void> => page.evaluate(([file, content]) => window.sandbox.write(file, content), [name, text] as const);
const settle = (): Promise<void> => page.evaluate(() => window.sandbox.settle());
const open = (name: string, mode: 'source' | 'live' | 'reading' = 'live', line?: number): Promise<void> =>
	page.evaluate(([file, how, at]) => window.sandbox.openFile(file, at === undefined ? { mode: how } : { mode: how, line: at }), [name, mode, line] as const);

describe('starting', () => {
	test('onload runs before the vault is scanned, and every file is created before the layout is ready', async () => {
		await start();
		await settle();
		const events = await log();
		expect(events.slice(0, 7)).toEqual([
			'onload files=0 layoutReady=false',
			'onload done',
			...['Long.md', 'People/Ana Ruiz.md', 'Plan.md', 'Windows.md'].map(name => `create ${name} layoutReady=false`),
			'onLayoutReady files=4',
		]);
		expect(events.indexOf('changed Plan.md')).toBeGreaterThan(events.indexOf('onLayoutReady files=4'));
	});

	test('a plugin that is enabled late finds the vault full and the layout ready', async () => {
		await start({ query: 'late=1' });
		const events = await log();
		expect(events[0]).toBe('onload files=4 layoutReady=true');
		expect(events).toContain('onLayoutReady files=4');
		expect(events.filter(event => event.startsWith('create'))).toEqual([]);
	});

	test('with random delays the order of the start stays', async () => {
		await start({ query: 'seed=7' });
		expect((await log())[0]).toBe('onload files=0 layoutReady=false');
	});

	test('a saved side view stays deferred until its tab shows, and gets its state back', async () => {
		const leaf = (type: string, state: object): object => ({ id: type, type: 'leaf', state: { type, state, icon: 'sprout', title: type } });
		const layout = { main: { type: 'split', children: [] }, right: { type: 'split', children: [{ type: 'tabs', children: [leaf('outline', {}), leaf('sample-view', { count: 3 })] }] } };
		await start({ files: { '.obsidian/workspace.json': JSON.stringify(layout) } });
		expect(await log()).not.toContain('view constructor');
		expect(await page.evaluate(() => window.sandbox.app.workspace.getLeavesOfType('sample-view').map(one => one.isDeferred))).toEqual([true]);
		await page.locator('.workspace-tab-header[data-type="sample-view"]').click();
		await page.getByText('Hello, 3').waitFor();
		expect((await log()).filter(event => event.startsWith('view'))).toEqual(['view constructor', 'view onload', 'view onOpen', 'view setState', 'view onResize']);
	});
});

describe('an open note', () => {
	test('is saved two seconds after the first change, however long the typing goes on', async () => {
		await start({ fakeClock: true });
		await open('Plan.md');
		await page.locator('.cm-content').click();
		await page.keyboard.press('Control+End');
		await page.keyboard.type('typed');
		await page.clock.runFor(1000);
		await page.keyboard.type(' more');
		expect(await read('Plan.md')).toBe(NOTES['Plan.md']);
		await page.clock.runFor(1100);
		await page.waitForFunction(async () => (await window.sandbox.read('Plan.md')).endsWith('typed more'));
	});

	test('is saved at once by the save command', async () => {
		await start();
		await open('Plan.md');
		await page.locator('.cm-content').click();
		await page.keyboard.press('Control+End');
		await page.keyboard.type('now');
		await page.keyboard.press('Control+s');
		await page.waitForFunction(async () => (await window.sandbox.read('Plan.md')).endsWith('now'));
	});

	test('takes an outside change as one step that can be undone, without losing the cursor', async () => {
		await start();
		await open('Plan.md');
		await page.evaluate(() => { window.sandbox.app.workspace.activeEditor?.editor?.setCursor({ line: 6, ch: 5 }); });
		await write('Plan.md', (NOTES['Plan.md'] ?? '').replace('# Plan\n', '# Plan\n\nNew line.\n'));
		await page.locator('.cm-line', { hasText: 'New line.' }).waitFor();
		expect(await page.evaluate(() => window.sandbox.app.workspace.activeEditor?.editor?.getCursor())).toEqual({ line: 8, ch: 5 });
		expect(await page.locator('.notice').count()).toBe(0);
		await page.evaluate(() => { window.sandbox.app.workspace.activeEditor?.editor?.undo(); });
		expect(await page.evaluate(() => window.sandbox.app.workspace.activeEditor?.editor?.getValue())).toBe(NOTES['Plan.md']);
	});

	test('that has unsaved typing merges an outside change and says so', async () => {
		await start();
		await open('Plan.md');
		await page.locator('.cm-content').click();
		await page.keyboard.press('Control+End');
		await page.keyboard.type('mine');
		await write('Plan.md', (NOTES['Plan.md'] ?? '').replace('# Plan', '# Their plan'));
		await page.locator('.notice', { hasText: '"Plan" has been modified externally, merging changes automatically.' }).waitFor();
		await settle();
		expect(await read('Plan.md')).toBe(`${(NOTES['Plan.md'] ?? '').replace('# Plan', '# Their plan')}mine`);
	});

	test('keeps the text on disk as it is where nothing was typed, line ends included', async () => {
		await start();
		await open('Windows.md');
		await open('Plan.md');
		await settle();
		expect(await read('Windows.md')).toBe(NOTES['Windows.md']);
	});

	test('opens at a line', async () => {
		await start();
		await open('Long.md', 'live', 600);
		await page.locator('.cm-line', { hasText: 'Far down' }).or(page.locator('.cm-line', { hasText: 'Paragraph 299' })).first().waitFor();
		await open('Long.md', 'reading', 600);
		await page.locator('.el-p', { hasText: 'Paragraph 299' }).waitFor();
	});
});

describe('checkboxes', () => {
	test.each([['?', '- [ ] Send it #task'], [' ', '- [x] Do it'], ['x', '- [ ] Did it']])('a click in Live Preview on [%s]', async (status, expected) => {
		await start();
		await open('Plan.md');
		await page.locator(`.HyperMD-task-line[data-task="${status}"] .task-list-item-checkbox`).first().click();
		await settle();
		expect((await read('Plan.md')).split('\n')).toContain(expected);
	});

	test('a click in reading mode on [?] opens the task', async () => {
		await start();
		await open('Plan.md', 'reading');
		const item = page.locator('.task-list-item', { hasText: 'Send it' });
		expect(await item.getAttribute('data-task')).toBe('?');
		await item.locator('input').click();
		await settle();
		expect((await read('Plan.md')).split('\n')[2]).toBe('- [ ] Send it #task');
	});

	test('reading mode counts lines from the block, and tells processors where the block is', async () => {
		await start();
		await open('Plan.md', 'reading');
		const item = page.locator('.task-list-item', { hasText: 'Second list' });
		expect(await item.evaluate(el => [el.dataset['line'], el.dataset['task'], el.dataset['sampleLine']])).toEqual(['0', '', '8']);
	});
});

describe('the keyboard', () => {
	test('runs a command of the plugin from the palette, which closes before the command runs', async () => {
		await start();
		await page.keyboard.press('Control+p');
		await page.keyboard.type('sample pick');
		await page.keyboard.press('Enter');
		await page.locator('.prompt-input').waitFor();
		await page.keyboard.type('ana');
		await page.keyboard.press('Enter');
		expect((await log()).filter(entry => entry.startsWith('picker')).slice(-2)).toEqual(['picker onClose', 'picker chose People/Ana Ruiz.md']);
	});

	test('the palette hides commands that cannot run', async () => {
		await start();
		await page.keyboard.press('Control+p');
		await page.keyboard.type('sample');
		const names = await page.locator('.suggestion-title').allInnerTexts();
		expect(names).toContain('Sample: Open view');
		expect(names).not.toContain('Sample: Shout the line');
		expect(names).not.toContain('Sample: Never available');
	});

	test('switches to reading mode and back', async () => {
		await start();
		await open('Plan.md');
		await page.keyboard.press('Control+e');
		await page.locator('.markdown-reading-view h1').waitFor();
		await page.keyboard.press('Control+e');
		await page.locator('.cm-content').waitFor();
	});

	test("runs a command under the user's own hotkey", async () => {
		await start({ files: { '.obsidian/hotkeys.json': JSON.stringify({ 'sample:open': [{ modifiers: ['Mod', 'Shift'], key: 'Y' }] }) } });
		await page.keyboard.press('Control+Shift+y');
		await page.getByText('Hello, 0').waitFor();
	});

	test('types a suggestion into the note', async () => {
		await start();
		await open('Plan.md');
		await page.locator('.cm-content').click();
		await page.keyboard.press('Control+End');
		await page.keyboard.type('@be');
		await page.locator('.suggestion-item', { hasText: 'Ben Okafor' }).waitFor();
		await page.keyboard.press('Enter');
		expect(await page.evaluate(() => window.sandbox.app.workspace.activeEditor?.editor?.getValue())).toMatch(/@Ben Okafor$/);
	});
});

describe('settings', () => {
	test('open in a document of their own, where a change is saved', async () => {
		await start();
		await page.keyboard.press('Control+,');
		const frame = page.frameLocator('.settings-window-frame');
		await frame.getByText('Sample', { exact: true }).click();
		expect(await page.evaluate(() => window.sandbox.app.setting.activeTab?.containerEl.doc === document)).toBe(false);
		await frame.locator('.setting-item', { hasText: 'Loud' }).locator('.checkbox-container').click();
		await frame.locator('.setting-item', { hasText: 'How loud' }).waitFor();
		await frame.locator('.setting-item', { hasText: 'Greeting' }).locator('input').fill('Good day');
		await settle();
		expect(JSON.parse(await read('.obsidian/plugins/sample/data.json'))).toMatchObject({ loud: true, greeting: 'Good day' });
		await page.keyboard.press('Escape');
		await page.locator('.settings-window').waitFor({ state: 'detached' });
	});

	test('a value that is refused shows why and is not saved', async () => {
		await start();
		await page.evaluate(() => window.sandbox.app.setting.openTabById('sample'));
		const row = page.frameLocator('.settings-window-frame').locator('.setting-item', { hasText: 'Greeting' });
		await row.locator('input').fill('');
		await row.getByText('Say something.').waitFor();
		await settle();
		expect(await page.evaluate(() => window.sandbox.app.vault.adapter.exists('.obsidian/plugins/sample/data.json'))).toBe(false);
	});

	test('a list takes and loses items, and a notice shows in the window of the settings', async () => {
		await start();
		await page.evaluate(() => window.sandbox.app.setting.openTabById('sample'));
		const frame = page.frameLocator('.settings-window-frame');
		await frame.getByLabel('Add phrase').click();
		await frame.locator('.mod-list .setting-item', { hasText: 'one' }).getByLabel('Delete').click();
		await settle();
		expect(JSON.parse(await read('.obsidian/plugins/sample/data.json'))).toMatchObject({ phrases: ['two', 'new'] });
		await frame.locator('.setting-item', { hasText: 'Say it' }).click();
		await frame.locator('.notice', { hasText: 'Hello' }).waitFor();
	});

	test('a page takes the place of its tab until the user goes back', async () => {
		await start();
		await page.evaluate(() => window.sandbox.app.setting.openTabById('sample'));
		const frame = page.frameLocator('.settings-window-frame');
		await frame.locator('.setting-item', { hasText: 'Advanced' }).click();
		await frame.locator('.setting-item', { hasText: 'Deep' }).waitFor();
		expect(await frame.getByText('Greeting').isVisible()).toBe(false);
		await frame.getByLabel('Back').click();
		await frame.getByText('Greeting').waitFor();
	});

	test('a search finds a row by its alias', async () => {
		await start();
		await page.keyboard.press('Control+,');
		const frame = page.frameLocator('.settings-window-frame');
		await frame.getByPlaceholder('Search settings...').fill('hello');
		await frame.locator('.setting-search-results .setting-item', { hasText: 'Greeting' }).click();
		await frame.locator('.vertical-tab-nav-item.is-active', { hasText: 'Sample' }).waitFor();
	});

	test('an older app draws the tab with display(), and loads plugins from the vault itself', async () => {
		const main = `const { Plugin, PluginSettingTab, Setting } = require('obsidian');
			class Tab extends PluginSettingTab {
				getSettingDefinitions() { return [{ name: 'Declared' }]; }
				display() { new Setting(this.containerEl).setName('Drawn'); }
			}
			exports.default = class extends Plugin { onload() { this.addSettingTab(new Tab(this.app, this)); } };`;
		const manifest = { id: 'older', name: 'Older', version: '1.0.0', minAppVersion: '1.0.0', description: 'Old.', author: 'The Ratify authors' };
		await start({
			query: 'api=1.12.0',
			files: {
				'.obsidian/community-plugins.json': '["older"]',
				'.obsidian/plugins/older/manifest.json': JSON.stringify(manifest),
				'.obsidian/plugins/older/main.js': main,
			},
		});
		await page.evaluate(() => window.sandbox.app.setting.openTabById('older'));
		const names = page.locator('.modal.mod-settings .vertical-tab-content .setting-item-name');
		expect(await names.allInnerTexts()).toEqual(['Drawn']);
	});

	test('switching a plugin off removes its view and switching it on calls onUserEnable', async () => {
		await start();
		await page.evaluate(() => window.sandbox.executeCommand('sample:open'));
		await page.getByText('Hello, 0').waitFor();
		await page.evaluate(() => window.sandbox.disablePlugin('sample'));
		await page.locator('.sample-view').waitFor({ state: 'detached' });
		expect((await log()).filter(event => event === 'view onClose' || event === 'onunload')).toEqual(['onunload', 'view onClose']);
		expect(await page.evaluate(() => window.sandbox.executeCommand('sample:open'))).toBe(false);
		await page.evaluate(() => window.sandbox.enablePlugin('sample'));
		expect(await log()).toContain('onUserEnable');
	});
});

describe('the window', () => {
	test('opens in the theme asked for and changes it', async () => {
		await start({ query: 'theme=dark' });
		expect(await page.evaluate(() => window.sandbox.app.isDarkMode())).toBe(true);
		await page.evaluate(() => { window.sandbox.setTheme('light'); });
		expect(await page.locator('body').getAttribute('class')).toContain('theme-light');
	});

	test('a link in a notice can be clicked', async () => {
		await start();
		await page.evaluate(() => window.sandbox.executeCommand('sample:notice'));
		await page.locator('.notice a').click();
		expect(await log()).toContain('undo clicked');
	});

	test('the layout is saved two seconds after a change', async () => {
		await start({ fakeClock: true });
		await page.evaluate(() => window.sandbox.executeCommand('sample:open'));
		await page.clock.runFor(2100);
		await page.waitForFunction(async () => {
			const { adapter } = window.sandbox.app.vault;
			return await adapter.exists('.obsidian/workspace.json') && (await adapter.read('.obsidian/workspace.json')).includes('sample-view');
		});
	});

	test('a menu can be used by keyboard alone', async () => {
		await start();
		await page.evaluate(() => window.sandbox.executeCommand('sample:menu'));
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		expect(await log()).toContain('menu second');
		expect(await page.locator('.menu').count()).toBe(0);
	});

	test('a link in the note opens its note', async () => {
		await start();
		await open('Plan.md', 'reading');
		await page.locator('a.internal-link', { hasText: 'Ana Ruiz' }).click();
		await page.locator('.view-header-title', { hasText: 'Ana Ruiz' }).waitFor();
	});

	test('resting on a link in reading mode shows its note', async () => {
		await start();
		await open('Plan.md', 'reading');
		await page.locator('a.internal-link', { hasText: 'Ana Ruiz' }).hover();
		await page.locator('.hover-popover', { hasText: 'Knows storage.' }).waitFor();
		await page.mouse.move(5, 500);
		await page.locator('.hover-popover').waitFor({ state: 'detached' });
	});

	test("a right click in the editor shows the plugin's entries", async () => {
		await start();
		await open('Plan.md');
		await page.locator('.cm-line', { hasText: 'Do it' }).click({ button: 'right' });
		await page.locator('.menu-item', { hasText: 'Sample item' }).click();
		expect(await log()).toContain('editor menu item');
	});

	test('what the plugin adds to editors and blocks shows', async () => {
		await start({ files: { 'Mine.md': 'A sample! here.\n\n```sample\nquiet\n```\n' } });
		await open('Mine.md');
		await page.locator('.sample-mark').waitFor();
		await open('Mine.md', 'reading');
		await page.locator('.markdown-reading-view .sample-block', { hasText: 'QUIET' }).waitFor();
	});

	test('a phone has drawers and no status bar', async () => {
		await start({ query: 'mobile=1' });
		expect(await page.locator('.status-bar').count()).toBe(0);
		await page.evaluate(() => window.sandbox.executeCommand('sample:open'));
		await page.locator('.workspace-drawer.mod-right .sample-view').waitFor();
	});

	test('what the page does not write stays off the disk', async () => {
		await start();
		await open('Plan.md');
		await page.locator('.HyperMD-task-line .task-list-item-checkbox').first().click();
		await settle();
		expect(await read('Plan.md')).not.toBe(NOTES['Plan.md']);
		expect(readFileSync(path.join(folder, 'Plan.md'), 'utf8')).toBe(NOTES['Plan.md']);
	});

	test('a served vault that may be written follows both ways', async () => {
		await start({ write: true });
		await open('Plan.md');
		writeFileSync(path.join(folder, 'Plan.md'), '# From outside\n');
		await page.locator('.cm-line', { hasText: 'From outside' }).waitFor();
		await page.locator('.cm-content').click();
		await page.keyboard.type('and ');
		await page.keyboard.press('Control+s');
		await settle();
		expect(readFileSync(path.join(folder, 'Plan.md'), 'utf8')).toContain('and ');
	});
});
