import type { Page } from 'playwright-core';
import { behaviour } from './behaviour';
import { testBehaviours } from './test-behaviours';

/** Makes a target at a fixed place whose `mouseover` runs `onEnter`; notes go to `window.seen`. `onload` runs first. */
function target(onEnter: string, onload = ''): string {
	return `const { HoverPopover, Plugin } = require('obsidian');
window.seen = [];
class Noted extends HoverPopover {
	onload() { window.seen.push('load'); }
	onunload() { window.seen.push('unload'); }
	hide() { window.seen.push('hide ' + (window.popovers ?? []).indexOf(this)); super.hide(); }
}
module.exports = class extends Plugin {
	onload() {
		${onload}
		this.registerHoverLinkSource('easy', { display: 'Easy', defaultMod: false });
		this.app.workspace.onLayoutReady(() => {
			const parent = window.holder = { hoverPopover: null };
			const targetEl = document.body.createDiv({ cls: 'target', text: 'target' });
			targetEl.style.cssText = 'position:fixed;left:500px;top:200px;z-index:5';
			const preview = (source, event) => this.app.workspace.trigger('hover-link', { event, source, hoverParent: parent, targetEl, linktext: 'Ana', sourcePath: '' });
			targetEl.addEventListener('mouseover', event => { ${onEnter} });
		});
	}
};`;
}

const POPOVER = 'window.popovers = [new Noted(parent, targetEl, 200)]; window.popovers[0].hoverEl.setText("mine");';

const FILES = { 'Ana.md': 'Ana knows storage.\n', 'Plan.md': 'See [[Ana]].\n' };

/** From here on time passes only when a test says so. */
async function stopClock(page: Page): Promise<void> {
	await page.clock.install({ time: 0 });
	await page.clock.pauseAt(1000);
}

async function rest(page: Page, ms = 1000): Promise<void> {
	await page.mouse.move(5, 5);
	await stopClock(page);
	await page.locator('.target').hover();
	await page.clock.runFor(ms);
}

const cards = (page: Page): Promise<number> => page.locator('.hover-popover').count();

/** The popover's states, the Mod rule, and whose links the app hears: row 10. */
testBehaviours([
	behaviour({
		row: 10,
		says: 'a popover is loaded only when it shows',
		naive: [{ file: 'obsidian/preview/hover-popover.ts', from: '		living.add(this);\n', to: '		living.add(this);\n		void this.load();\n' }],
		plugin: target(POPOVER),
		observe: async page => {
			await rest(page, 100);
			await page.mouse.move(5, 5);
			await page.clock.runFor(1000);
			return page.evaluate(() => window.seen.filter(one => !one.startsWith('hide')));
		},
		faithful: [],
		naively: ['load', 'unload'],
	}),
	behaviour({
		row: 10,
		says: 'leaving before a popover shows cancels it at once',
		naive: [{ file: 'obsidian/preview/hover-popover.ts', from: '} else if (this.state === PopoverState.Showing) {\n			this.hide();', to: '} else if (this.state === PopoverState.Showing) {\n			void this.state;' }],
		plugin: target(POPOVER),
		observe: async page => {
			await rest(page, 100);
			await page.mouse.move(5, 5);
			await page.clock.runFor(150);
			return cards(page);
		},
		faithful: 0,
		naively: 1,
	}),
	behaviour({
		row: 10,
		says: 'leaving a popover that shows hides it after the wait, not at once',
		naive: [{ file: 'obsidian/preview/hover-popover.ts', from: '() => { this.#endHiding(); }, this.waitTime)', to: '() => { this.#endHiding(); }, 0)' }],
		plugin: target(POPOVER),
		observe: async page => {
			await rest(page);
			await page.mouse.move(5, 5);
			await page.clock.runFor(150);
			const before = await cards(page);
			await page.clock.runFor(100);
			return [before, await cards(page)];
		},
		faithful: [1, 0],
		naively: [0, 0],
	}),
	behaviour({
		row: 10,
		says: 'a popover stays while the mouse is in it',
		naive: [{ file: 'obsidian/preview/hover-popover.ts', from: 'this.#moved({ onHover: true })', to: 'this.#moved({ onHover: false })' }],
		plugin: target(POPOVER),
		observe: async page => {
			await rest(page);
			await page.locator('.hover-popover').hover();
			await page.clock.runFor(1000);
			return cards(page);
		},
		faithful: 1,
		naively: 0,
	}),
	behaviour({
		row: 10,
		says: "a parent's older popover is hidden before the new one is loaded",
		naive: [{ file: 'obsidian/preview/hover-popover.ts', from: '		this.parent.hoverPopover?.hide();\n', to: '' }],
		plugin: target('window.popovers = [new Noted(parent, null, 10), new Noted(parent, null, 20)];'),
		observe: async page => {
			await rest(page);
			return page.evaluate(() => window.seen);
		},
		faithful: ['load', 'hide 0', 'unload', 'load'],
		naively: ['load', 'load'],
	}),
	behaviour({
		row: 10,
		says: 'a popover whose target went before it shows never shows',
		naive: [{ file: 'obsidian/preview/hover-popover.ts', from: 'if (this.targetEl !== null && !doc.body.contains(this.targetEl)) {', to: 'if (this.targetEl === doc.body) {' }],
		plugin: target(POPOVER),
		observe: async page => {
			await rest(page, 100);
			await page.locator('.target').evaluate(el => { el.remove(); });
			await page.clock.runFor(1000);
			return cards(page);
		},
		faithful: 0,
		naively: 1,
	}),
	behaviour({
		row: 10,
		says: 'a source that nobody registered needs Mod',
		naive: [{ file: 'obsidian/preview/page-preview.ts', from: 'defaultMod ?? true', to: 'defaultMod ?? false' }],
		files: FILES,
		plugin: target("preview('unknown', event);"),
		observe: async page => {
			await rest(page);
			return cards(page);
		},
		faithful: 0,
		naively: 1,
	}),
	behaviour({
		row: 10,
		says: "the user's choice for a source goes before the source's own",
		naive: [{ file: 'obsidian/preview/page-preview.ts', from: 'this.overrides[source] ?? ', to: '' }],
		files: { ...FILES, '.obsidian/page-preview.json': '{"easy": true}' },
		plugin: target("preview('easy', event);"),
		observe: async page => {
			await rest(page);
			return cards(page);
		},
		faithful: 0,
		naively: 1,
	}),
	behaviour({
		row: 10,
		says: 'Mod that is pressed while the mouse is on a link opens its preview',
		naive: [{ file: 'obsidian/preview/page-preview.ts', from: ') this.waitForMod(link);', to: ') return;' }],
		files: FILES,
		plugin: target("preview('unknown', event);"),
		observe: async page => {
			await rest(page);
			await page.keyboard.press('Control');
			await page.clock.runFor(1000);
			return cards(page);
		},
		faithful: 1,
		naively: 0,
	}),
	behaviour({
		row: 10,
		says: "a link in a plugin's own part of the window is not the app's",
		naive: [
			{ file: 'obsidian/preview/link-events.ts', from: 'const heardEl: HTMLElement = rootEl;', to: 'const heardEl: HTMLElement = document.body;' },
			{ file: 'obsidian/preview/link-events.ts', from: 'return at === rootEl;', to: 'return true;' },
		],
		files: FILES,
		plugin: target('', "this.addStatusBarItem().createEl('a', { cls: 'internal-link own', text: 'Ana', attr: { 'data-href': 'Ana', href: 'Ana' } });"),
		observe: async page => {
			await page.evaluate(() => window.sandbox.openFile('Plan.md', { mode: 'reading' }));
			await page.locator('a.own').click();
			await page.evaluate(() => window.sandbox.settle());
			return page.evaluate(() => window.sandbox.app.workspace.getActiveFile()?.path);
		},
		faithful: 'Plan.md',
		naively: 'Ana.md',
	}),
	behaviour({
		row: 10,
		says: "a link that a plugin puts into a block of reading mode is the app's",
		naive: [{ file: 'obsidian/preview/link-events.ts', from: "const LINKS = 'a.internal-link,", to: "const LINKS = 'a.internal-link[target]," }],
		files: FILES,
		plugin: target('', "this.registerMarkdownPostProcessor(el => { el.createEl('a', { cls: 'internal-link mine', text: 'mine', attr: { 'data-href': 'Ana', href: 'Ana' } }); });"),
		observe: async page => {
			await page.evaluate(() => window.sandbox.openFile('Plan.md', { mode: 'reading' }));
			await page.locator('.markdown-reading-view a.mine').click();
			await page.evaluate(() => window.sandbox.settle());
			return page.evaluate(() => window.sandbox.app.workspace.getActiveFile()?.path);
		},
		faithful: 'Ana.md',
		naively: 'Plan.md',
	}),
]);
