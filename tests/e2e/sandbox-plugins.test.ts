import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { DEMO_VAULT, type PageOptions, SandboxPage, startBrowser } from './sandbox-page';

const FIXTURES = path.join(__dirname, '../sandbox/fixtures');

const NOTES: Record<string, string> = {
	'Books/Maps.md': '---\nstatus: open\n---\nA `due` book about [[Tides]].\n',
	'Books/Tides.md': 'On the sea.\n',
	'Books/Mine.shelf': 'one',
	'Ticks.md': 'First.\n\n```ticker\ntock\n```\n\nLast.\n',
};

declare global {
	interface Window {
		/** What the plugin noted, and how often its interval ran. */
		readingLog: string[];
		readingTicks: number;
	}
}

let browser: Browser;
let sandbox: SandboxPage;

beforeAll(async () => { browser = await startBrowser(); });
afterAll(() => browser.close());
afterEach(() => sandbox.close());

async function start(options: Pick<PageOptions, 'late' | 'api'> = {}): Promise<void> {
	sandbox = await SandboxPage.open(browser, DEMO_VAULT, {
		...options,
		peers: [path.join(FIXTURES, 'reading-list')],
		prepare: (folder) => {
			mkdirSync(path.join(folder, 'Books'));
			for (const [name, text] of Object.entries(NOTES)) writeFileSync(path.join(folder, name), text);
		},
	});
}

const run = (id: string): Promise<boolean> => sandbox.page.evaluate((command) => window.sandbox.executeCommand(command), `reading-list:${id}`);
const log = (): Promise<string[]> => sandbox.page.evaluate(() => window.readingLog);
const noted = (entry: string): Promise<unknown> => sandbox.page.waitForFunction((wanted) => window.readingLog.includes(wanted), entry);
const book = (name: string): Locator => sandbox.page.locator('.reading-list-book', { hasText: name });
const editorText = (): Promise<string | undefined> => sandbox.page.evaluate(() => window.sandbox.app.workspace.activeEditor?.editor?.getValue());

describe('a plugin that knows the app only from its documentation', () => {
	test.each([{ late: false }, { late: true }])('runs beside Ratify (switched on when the app is ready: $late)', async ({ late }) => {
		await start({ late });
		const { plugins, manifests } = await sandbox.page.evaluate(() => ({ plugins: Object.keys(window.sandbox.app.plugins.plugins), manifests: window.sandbox.app.plugins.manifests }));
		expect(plugins).toEqual(['ratify', 'reading-list']);
		expect(manifests['reading-list']?.dir).toBe('.obsidian/plugins/reading-list');
		await sandbox.page.getByRole('button', { name: 'Open reading list' }).click();
		await book('Maps').waitFor();
		expect(await sandbox.page.locator('.status-bar .reading-list-status svg').count()).toBe(1);
		expect(sandbox.errors).toEqual([]);
	});

	test('lists notes, previews one that is pointed at, and changes one through its menu', async () => {
		await start();
		await sandbox.settle();
		await run('open');
		await book('Tides').hover();
		await sandbox.page.locator('.hover-popover', { hasText: 'On the sea.' }).waitFor();
		await book('Maps').click({ button: 'right' });
		expect(await sandbox.page.locator('.menu-item-title').allInnerTexts()).toEqual(expect.arrayContaining(['Mark as read', 'More', 'Seen from reading-list']));
		await sandbox.page.locator('.menu-item', { hasText: 'Mark as read' }).click();
		const after = '---\nstatus: read\n---\nA `due` book about [[Tides]].\n';
		await noted(`changed Books/Maps.md ${after.length} read`);
		await book('Maps').waitFor({ state: 'detached' });
		expect(await sandbox.read('Books/Maps.md')).toBe(after);
	});

	test('hears of the vault, the cache and the editor', async () => {
		await start();
		await sandbox.settle();
		await sandbox.page.evaluate(async () => {
			const { app } = window.sandbox;
			const file = await app.vault.create('Books/New.md', '---\nstatus: new\n---\n');
			await window.sandbox.settle();
			await app.fileManager.renameFile(file, 'Books/Newer.md');
			await app.vault.delete(file);
		});
		await noted('deleted Books/Newer.md new');
		expect((await log()).filter((entry) => entry.includes('Books/New'))).toEqual([
			'create Books/New.md', 'changed Books/New.md 20 new', 'rename Books/New.md Books/Newer.md true', 'delete Books/Newer.md', 'deleted Books/Newer.md new',
		]);
		await sandbox.openNote('Books/Tides.md', { mode: 'live' });
		await run('stamp');
		expect(await editorText()).toBe('Wednesday 4 MarchOn the sea.\n');
		expect(await log()).toContain(`editor-change ${'Wednesday 4 MarchOn the sea.\n'.length}`);
	});

	test('adds a block to the editor from a state field', async () => {
		await start();
		await sandbox.settle();
		await sandbox.openNote('Books/Tides.md', { mode: 'live' });
		await run('count');
		await sandbox.page.locator('.cm-content .reading-list-count', { hasText: '2 to read' }).waitFor();
	});

	test.each(['reading', 'live'] as const)('renders a code block with a life of its own (%s)', async (mode) => {
		await start();
		await sandbox.openNote('Ticks.md', { mode });
		const block = sandbox.page.locator('.workspace-leaf.mod-active .block-language-ticker:visible');
		await block.filter({ hasText: /tock [1-9]/ }).waitFor();
		await sandbox.openNote('Books/Tides.md', { mode });
		await noted('child unloaded tock');
	});

	test('edits files of its own kind, which are saved as notes are', async () => {
		await start();
		await sandbox.openNote('Books/Mine.shelf');
		await sandbox.page.locator('.reading-list-shelf').fill('one and two');
		await sandbox.settle();
		expect(await sandbox.read('Books/Mine.shelf')).toBe('one and two');
	});

	test('edits Markdown in a place of its own, with the class of the editor of embeds', async () => {
		await start();
		await sandbox.openNote('Books/Tides.md', { mode: 'live' });
		await run('comment');
		const editor = sandbox.page.locator('.modal .cm-content[data-comment]');
		await editor.locator('input.task-list-item-checkbox').waitFor();
		await sandbox.page.keyboard.press('Control+End');
		await sandbox.page.keyboard.type(' soon');
		await sandbox.page.keyboard.press('Escape');
		await noted('comment - [ ] Ask about **this** soon true');
		expect(await editorText()).toBe('On the sea.\n');
	});

	test('processes what is rendered, in reading mode and in a modal, and has its styles', async () => {
		await start();
		await sandbox.openNote('Books/Maps.md', { mode: 'reading' });
		const due = sandbox.page.locator('.markdown-reading-view code.reading-list-due');
		expect(await due.evaluate((el) => getComputedStyle(el).color)).toBe('rgb(1, 2, 3)');
		await run('preview');
		await sandbox.page.locator('.modal code.reading-list-due').waitFor();
		expect(await sandbox.page.locator('.modal-title').innerText()).toBe('Maps');
		await sandbox.page.keyboard.press('Escape');
		await noted('preview closed');
	});

	test.each([['definitions', undefined], ['its own drawing, where the app knows no definitions', '1.12.0']] as const)('shows its settings by %s', async (_how, api) => {
		await start(api === undefined ? {} : { api });
		await sandbox.page.evaluate(() => {
			window.sandbox.app.setting.open();
			window.sandbox.app.setting.openTabById('reading-list');
		});
		// An older app has no window for the settings.
		const settings = api === undefined ? sandbox.page.frameLocator('.settings-window-frame') : sandbox.page.locator('.mod-settings');
		const row = settings.locator('.setting-item', { hasText: 'The folder with the books.' });
		await row.locator('input').fill('Notes');
		await sandbox.settle();
		expect(JSON.parse(await sandbox.read('.obsidian/plugins/reading-list/data.json'))).toEqual({ shelf: 'Notes' });
	});

	test('answers the command line and its address', async () => {
		// Some older versions ask before they open an address.
		await start({ api: '1.13.6' });
		await sandbox.settle();
		expect(await sandbox.page.evaluate(() => window.sandbox.app.cli.run('reading-list:count'))).toBe('{"ok":true,"count":2}');
		await sandbox.page.evaluate(() => void window.sandbox.app.protocol.open('obsidian://reading-list?title=The%20sea&loud'));
		await noted('uri reading-list: The sea, true');
	});

	test('reaches no network, and is told so by name', async () => {
		await start();
		await run('download');
		await noted('SandboxGap: requestUrl reaches the network in Obsidian, and this sandbox has none.');
	});

	test('leaves nothing behind when it is switched off', async () => {
		await start();
		await run('open');
		await sandbox.page.evaluate(() => window.sandbox.disablePlugin('reading-list'));
		await book('Maps').waitFor({ state: 'detached' });
		const left = await sandbox.page.evaluate(async () => {
			const before = window.readingTicks;
			await new Promise((resolve) => { window.setTimeout(resolve, 50); });
			return {
				ticks: window.readingTicks - before,
				commands: Object.keys(window.sandbox.app.commands.commands).filter((id) => id.startsWith('reading-list')),
				elements: document.querySelectorAll('.reading-list-status, [aria-label="Open reading list"], style[data-plugin="reading-list"]').length,
			};
		});
		expect(left).toEqual({ ticks: 0, commands: [], elements: 0 });
	});
});

describe('a member that the sandbox lacks', () => {
	test('can be looked for, and names itself when a plugin uses it', async () => {
		await start();
		const answers = await sandbox.page.evaluate(() => {
			const app = window.sandbox.app as unknown as Record<string, Record<string, unknown> & { setTheme(name: string): void }>;
			const message = (use: () => unknown): string => {
				try {
					return `no error, but ${String(use())}`;
				} catch (error) {
					return String(error);
				}
			};
			return {
				looked: [typeof app['customCss']?.setTheme, Boolean(app['dragManager']), typeof app['nonsense'], typeof app['vault']?.['nonsense']],
				used: [message(() => app['customCss']?.setTheme('x')), message(() => (app['dragManager'] as unknown as { ghostEl: HTMLElement }).ghostEl.className)],
			};
		});
		expect(answers).toEqual({
			looked: ['function', true, 'undefined', 'undefined'],
			used: [
				'SandboxGap: app.customCss.setTheme exists in Obsidian, but this sandbox does not have it.',
				'SandboxGap: app.dragManager.ghostEl.className exists in Obsidian, but this sandbox does not have it.',
			],
		});
	});
});
