import type { Browser, Locator, Page } from 'playwright-core';
import { openVaultPage, type VaultPage, type VaultPageOptions } from './vault-page';
import { startBrowser } from './sandbox-page';

/** A view with a link of its own, and a popover of its own, both noted in `window.seen`. */
const PROBE = `
const { HoverPopover, Plugin } = require('obsidian');
window.seen = [];
class Noted extends HoverPopover {
	onload() { window.seen.push('load ' + this.state + ' ' + (this.parent.hoverPopover === this)); }
	onunload() { window.seen.push('unload'); }
}
module.exports = class extends Plugin {
	onload() {
		this.registerHoverLinkSource('easy', { display: 'Easy', defaultMod: false });
		this.registerMarkdownPostProcessor((el, ctx) => { window.seen.push(ctx.sourcePath + ' ' + (ctx.getSectionInfo(el) !== null)); });
		window.link = (source, linktext, more = {}, doc = document) => {
			const parent = window.parent_ = window.parent_ || { hoverPopover: null };
			const targetEl = doc.body.createDiv({ cls: 'target', text: linktext });
			targetEl.style.cssText = 'position:fixed;left:500px;top:' + (150 + 40 * doc.querySelectorAll('.target').length) + 'px;z-index:5';
			targetEl.addEventListener('mouseover', event => {
				if (targetEl.contains(event.relatedTarget)) return;
				this.app.workspace.trigger('hover-link', { event, source, hoverParent: parent, targetEl, linktext, sourcePath: '', ...more });
			});
			return targetEl;
		};
		window.popover = (parent, targetEl, wait) => { window.last = new Noted(parent, targetEl, wait); window.last.hoverEl.setText('mine'); return window.last; };
	}
};`;

const FILES = { 'Plan.md': 'See [[Ana]].\n', 'Ana.md': `# Ana\n\nKnows [[Ben]].\n\n## Part\n\npart text\n\n${'line\n\n'.repeat(60)}last line\n`, 'Ben.md': 'Ben himself, friend of [[Ana]].\n' };

interface Popover {
	readonly state: number;
	readonly hoverEl: HTMLElement;
	hide(): void;
}

declare global {
	interface Window {
		link(source: string, linktext: string, more?: object, doc?: Document): HTMLElement;
		popover(parent: { hoverPopover: Popover | null }, targetEl: HTMLElement | null, wait?: number): Popover;
		last: Popover;
		parent_: { hoverPopover: Popover | null };
	}
}

let browser: Browser;
let sandbox: VaultPage;
let page: Page;

beforeAll(async () => {
	browser = await startBrowser();
});

afterAll(() => browser.close());

afterEach(() => sandbox.close());

/** With a clock that stands still, unless a test needs a real one. */
async function open(vault: VaultPageOptions = {}, clock = true): Promise<void> {
	sandbox = await openVaultPage(browser, { plugin: PROBE, ...vault, files: { ...FILES, ...vault.files } });
	page = sandbox.page;
	if (clock) await stopClock();
	await page.mouse.move(5, 5);
}

/** From here on time passes only when a test says so. */
async function stopClock(): Promise<void> {
	await page.clock.install({ time: 0 });
	await page.clock.pauseAt(1000);
}

const card = (text?: string): Locator => text === undefined ? page.locator('.hover-popover') : page.locator('.hover-popover', { hasText: text });
const rest = (ms: number): Promise<void> => page.clock.runFor(ms);

/** Lets time pass until the card has its content, which comes from the disk; the mouse is on the target or the card. */
async function filled(text: string): Promise<Locator> {
	await page.clock.resume();
	await card(text).waitFor();
	await page.clock.pauseAt(await page.evaluate(() => Date.now()) + 1000);
	return card(text);
}

const state = (): Promise<number> => page.evaluate(() => window.last.state);
const leave = (): Promise<void> => page.mouse.move(5, 5);

async function target(source: string, linktext = 'Ana', more: object = {}): Promise<Locator> {
	await page.evaluate(([name, text, options]) => { window.link(name, text, options); }, [source, linktext, more] as const);
	return page.locator('.target', { hasText: linktext }).last();
}

describe('a popover', () => {
	const custom = (wait?: number): Promise<void> => page.evaluate(ms => {
		const targetEl = document.body.createDiv({ cls: 'target', text: 'target' });
		targetEl.setCssStyles({ position: 'fixed', left: '500px', top: '200px', zIndex: '5' });
		window.parent_ = { hoverPopover: null };
		targetEl.addEventListener('mouseover', () => { window.popover(window.parent_, targetEl, ms); }, { once: true });
	}, wait);

	test('shows after 300 ms and is loaded only then, when it is its parent\'s', async () => {
		await open();
		await custom();
		await page.locator('.target').hover();
		await rest(290);
		expect([await state(), await card().count(), await page.evaluate(() => window.parent_.hoverPopover === null)]).toEqual([0, 0, true]);
		await rest(20);
		expect([await state(), await card('mine').count(), await page.evaluate(() => window.seen)]).toEqual([1, 1, ['load 1 true']]);
	});

	test('is cancelled at once when the mouse leaves before, and is never loaded', async () => {
		await open();
		await custom();
		await page.locator('.target').hover();
		await rest(200);
		await leave();
		expect(await state()).toBe(3);
		await rest(1000);
		expect([await card().count(), await page.evaluate(() => window.seen)]).toEqual([0, []]);
	});

	test('hides after the same wait when the mouse leaves later, and is unloaded', async () => {
		await open();
		await custom(500);
		await page.locator('.target').hover();
		await rest(510);
		await leave();
		expect(await state()).toBe(2);
		await rest(490);
		expect([await state(), await card().count()]).toEqual([2, 1]);
		await rest(20);
		expect([await state(), await card().count(), await page.evaluate(() => window.seen), await page.evaluate(() => window.parent_.hoverPopover === null)]).toEqual([3, 0, ['load 1 true', 'unload'], true]);
	});

	test('stays when the mouse comes into it in time', async () => {
		await open();
		await custom();
		await page.locator('.target').hover();
		await rest(310);
		await leave();
		await rest(200);
		await card().hover();
		expect(await state()).toBe(1);
		await rest(1000);
		expect(await card().count()).toBe(1);
	});

	test('of a target that went does not show', async () => {
		await open();
		await custom();
		await page.locator('.target').hover();
		await page.evaluate(() => { document.querySelector('.target')?.remove(); });
		await rest(400);
		expect([await state(), await page.evaluate(() => window.seen)]).toEqual([3, []]);
	});

	test("hides its parent's older one before it is loaded", async () => {
		await open();
		await page.evaluate(() => {
			const parent = { hoverPopover: null };
			window.popover(parent, null, 10);
			window.popover(parent, null, 20);
		});
		await rest(30);
		expect(await page.evaluate(() => window.seen)).toEqual(['load 1 true', 'unload', 'load 1 true']);
		expect(await card().count()).toBe(1);
	});

	test("shows in the target's own document", async () => {
		await open();
		await page.keyboard.press('Control+,');
		await page.frameLocator('.settings-window-frame').locator('.vertical-tab-nav-item').first().waitFor();
		await page.evaluate(() => {
			const { body } = document.querySelector<HTMLIFrameElement>('.settings-window-frame')?.contentDocument as Document;
			window.popover({ hoverPopover: null }, body.createDiv(), 10);
		});
		await rest(20);
		expect([await card().count(), await page.frameLocator('.settings-window-frame').locator('.hover-popover').count()]).toEqual([0, 1]);
	});
});

describe('Page preview', () => {
	test('shows the note of a link as reading mode does, without section info', async () => {
		await open({}, false);
		await page.evaluate(() => window.sandbox.openFile('Plan.md', { mode: 'reading' }));
		await stopClock();
		await page.locator('.markdown-reading-view a.internal-link').hover();
		await rest(310);
		await filled('Knows Ben.');
		expect(await card().locator('> .markdown-embed > .markdown-embed-content > .markdown-preview-view .el-h1 > h1[data-heading="Ana"]').count()).toBe(1);
		expect(await page.evaluate(() => window.seen.filter(one => one.startsWith('Ana')).every(one => one === 'Ana.md false'))).toBe(true);
		expect(await page.evaluate(() => window.seen.some(one => one === 'Ana.md false'))).toBe(true);
	});

	test.each([['easy', false], ['unknown', true], ['editor', true], ['preview', false]])('needs Mod for the source %s: %s', async (source, needed) => {
		await open();
		const link = await target(source);
		await link.hover();
		await rest(400);
		expect(await card().count()).toBe(needed ? 0 : 1);
		await leave();
		await rest(400);
		await page.keyboard.down('Control');
		await link.hover();
		await rest(400);
		expect(await card().count()).toBe(1);
	});

	test('shows when Mod is pressed while the mouse is on the link, and not after it left', async () => {
		await open();
		const link = await target('unknown');
		await link.hover();
		await rest(1000);
		await page.keyboard.press('Control');
		await rest(310);
		expect(await card().count()).toBe(1);
		await leave();
		await rest(310);
		await link.hover();
		await leave();
		await page.keyboard.press('Control');
		await rest(310);
		expect(await card().count()).toBe(0);
	});

	test("follows the user's choice before the source's", async () => {
		await open({ files: { '.obsidian/page-preview.json': '{"easy": true, "unknown": false}' } });
		await (await target('easy', 'Ana')).hover();
		await rest(400);
		expect(await card().count()).toBe(0);
		await (await target('unknown', 'Ben')).hover();
		await rest(400);
		await filled('Ben himself');
	});

	test('is chosen in the settings, and the choice is kept', async () => {
		await open({}, false);
		await page.keyboard.press('Control+,');
		const settings = page.frameLocator('.settings-window-frame');
		await settings.locator('.vertical-tab-nav-item', { hasText: 'Page preview' }).click();
		await settings.locator('.setting-item', { hasText: 'Easy' }).locator('.checkbox-container').click();
		await page.waitForFunction(() => window.sandbox.read('.obsidian/page-preview.json').then(text => text.includes('"easy": true'), () => false));
		await settings.locator('.setting-item', { hasText: 'Show the note behind' }).locator('.checkbox-container').click();
		await page.waitForFunction(() => window.sandbox.read('.obsidian/core-plugins.json').then(text => text.includes('"page-preview": false'), () => false));
		expect(await page.evaluate(() => window.sandbox.app.internalPlugins.getPluginById('page-preview')?.enabled)).toBe(false);
	});

	test.each([['switched off in the vault', { files: { '.obsidian/core-plugins.json': '{"page-preview": false}' } }], ['on a phone', { query: 'mobile=1' }]])('shows nothing where it is %s', async (_where, vault) => {
		await open(vault);
		await (await target('easy')).hover();
		await rest(400);
		expect(await card().count()).toBe(0);
	});

	test('shows nothing for a mouse event that was a touch', async () => {
		await open();
		const link = await target('easy');
		const hover = (touch: boolean): Promise<void> => link.evaluate((el, fires) => {
			const event = new MouseEvent('mouseover', { bubbles: true });
			Object.defineProperty(event, 'sourceCapabilities', { value: { firesTouchEvents: fires } });
			el.dispatchEvent(event);
		}, touch);
		await hover(true);
		await rest(400);
		expect(await card().count()).toBe(0);
		await hover(false);
		await rest(400);
		expect(await card().count()).toBe(1);
	});

	test('of a link to a part shows the part', async () => {
		await open();
		await (await target('easy', 'Ana#Part')).hover();
		await rest(400);
		await filled('part text');
		expect(await card().locator('h1, .inline-title').count()).toBe(0);
	});

	test('scrolls to the line that it is given', async () => {
		await open({}, false);
		await (await target('easy', 'Ana', { state: { scroll: 128 } })).hover();
		await card('last line').waitFor();
		expect(await card().getByText('last line').evaluate(el => el.getBoundingClientRect().bottom <= (el.closest('.hover-popover')?.getBoundingClientRect().bottom ?? 0))).toBe(true);
	});

	test('of a link to no note says so, and creates it at a click', async () => {
		await open();
		await (await target('easy', 'Nobody')).hover();
		await rest(400);
		await card().getByText('"Nobody" is not created yet').click();
		expect(await card().count()).toBe(0);
		await page.clock.resume();
		await page.waitForFunction(() => window.sandbox.app.vault.getFileByPath('Nobody.md') !== null);
	});

	test('keeps a card while the mouse is in the card of a link in it, and Esc closes the inner one first', async () => {
		await open();
		await (await target('easy')).hover();
		await rest(310);
		await (await filled('Knows')).locator('a.internal-link').hover();
		await rest(310);
		await (await filled('Ben himself')).hover();
		await rest(2000);
		expect(await card().count()).toBe(2);
		await page.keyboard.press('Escape');
		expect(await card().count()).toBe(1);
		await page.keyboard.press('Escape');
		expect(await card().count()).toBe(0);
	});

	test('hides both when the mouse leaves both', async () => {
		await open();
		await (await target('easy')).hover();
		await rest(310);
		await (await filled('Knows')).locator('a.internal-link').hover();
		await rest(310);
		await (await filled('Ben himself')).hover();
		await leave();
		await rest(310);
		await rest(310);
		await rest(310);
		expect(await card().count()).toBe(0);
	});

	test('stays when the window loses the focus', async () => {
		await open();
		await (await target('easy')).hover();
		await rest(310);
		await page.evaluate(() => { window.dispatchEvent(new Event('blur')); });
		await rest(1000);
		expect(await card().count()).toBe(1);
	});

	test('takes a click on a checkbox to the file, and follows it', async () => {
		await open({ files: { 'Todo.md': '# T\n\n- [ ] one\n' } }, false);
		await (await target('easy', 'Todo')).hover();
		await card().locator('.task-list-item-checkbox').click();
		await card().locator('.task-list-item[data-task="x"]').waitFor();
		expect(await page.evaluate(() => window.sandbox.read('Todo.md'))).toBe('# T\n\n- [x] one\n');
	});
});
