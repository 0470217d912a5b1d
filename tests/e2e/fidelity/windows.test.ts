import { behaviour } from './behaviour';
import { probePlugin, readProbe } from './probe-log';
import { testBehaviours } from './test-behaviours';

const WINDOWS = 'obsidian/interface/app-windows.ts';
const NOTES = { 'One.md': 'one' };
const IN_MAIN_DOCUMENT = { file: 'obsidian/workspace/workspace-window.ts', from: "workspace.app.windows.open(iframe, 'is-popout-window')", to: 'window' };

const NOTED_VIEW = `class Noted extends ItemView {
	constructor(leaf) {
		super(leaf);
		this.scope = new Scope(this.app.scope);
		this.scope.register(['Mod'], 'k', () => { log('scope'); return false; });
	}
	getViewType() { return 'noted'; }
	getDisplayText() { return 'Noted'; }
	async onOpen() { this.containerEl.onWindowMigrated((win) => log('migrated to ' + (win === window ? 'main' : 'other'))); }
	async onClose() { log('onClose'); }
}`;
const PLUGIN = probePlugin(`this.registerView('noted', (leaf) => new Noted(leaf));
	this.app.workspace.on('window-open', (win, other) => log('window-open ' + (win.win === other)));
	this.app.workspace.on('window-close', (win, other) => log('window-close ' + (win.win === other)));`, NOTED_VIEW);

/** Windows besides the main one: row 6. */
testBehaviours([
	behaviour({
		row: 6,
		says: 'what is made in a popout is of another realm: instanceof fails, instanceOf does not',
		naive: [IN_MAIN_DOCUMENT],
		observe: (page) => page.evaluate(() => {
			const { containerEl } = window.sandbox.app.workspace.openPopoutLeaf();
			const el = containerEl.createDiv();
			const seen = { document: el.doc === document, window: el.win === window, instanceof: el instanceof HTMLElement, instanceOf: el.instanceOf(HTMLElement) };
			document.body.append(el);
			return { ...seen, instanceOfAtHome: el.instanceOf(HTMLElement) };
		}),
		faithful: { document: false, window: false, instanceof: false, instanceOf: true, instanceOfAtHome: true },
		naively: { document: true, window: true, instanceof: true, instanceOf: true, instanceOfAtHome: true },
	}),
	behaviour({
		row: 6,
		says: "the doc and win of a popout's document are the main ones",
		naive: [{ file: 'obsidian/interface/dom.ts', from: 'return this.ownerDocument ?? main.document;', to: 'return this.ownerDocument ?? (this as Document);' }],
		observe: (page) => page.evaluate(() => {
			const { doc } = window.sandbox.app.workspace.openPopoutLeaf().containerEl;
			return { doc: doc.doc === document, win: doc.win === window };
		}),
		faithful: { doc: true, win: true },
		naively: { doc: false, win: false },
	}),
	behaviour({
		row: 6,
		says: 'settings stand in a document of their own',
		naive: [{ file: 'obsidian/settings/settings-window.ts', from: "this.app.windows.open(iframe, 'is-settings-window')", to: 'window as Realm' }],
		observe: (page) => page.evaluate(() => {
			const tab = window.sandbox.app.setting.openTabById('appearance');
			return { main: tab?.containerEl.doc === document, instanceof: tab?.containerEl.querySelector('.setting-item') instanceof HTMLElement };
		}),
		faithful: { main: false, instanceof: false },
		naively: { main: true, instanceof: true },
	}),
	behaviour({
		row: 6,
		says: 'a view that is moved to a popout lives on, and its elements hear of the other window',
		naive: [{ file: 'obsidian/interface/dom.ts', from: 'if (el.win === last) return;', to: 'return;' }],
		plugin: PLUGIN,
		observe: async (page) => {
			await page.evaluate(async () => {
				const { workspace } = window.sandbox.app;
				const leaf = workspace.getLeaf('tab');
				await leaf.setViewState({ type: 'noted' });
				workspace.moveLeafToPopout(leaf);
			});
			await page.frameLocator('.popout-window-frame').locator('.workspace-leaf-content[data-type="noted"]').waitFor();
			await page.waitForFunction(() => window.probeLog.includes('migrated to other'), undefined, { timeout: 2000 }).catch(() => undefined);
			return readProbe(page);
		},
		faithful: ['window-open true', 'migrated to other'],
		naively: ['window-open true'],
	}),
	behaviour({
		row: 6,
		says: 'window-open comes before openPopoutLeaf answers',
		naive: [{ file: 'obsidian/workspace/workspace.ts', from: "this.trigger('window-open', window, window.win);", to: "globalThis.setTimeout(() => { this.trigger('window-open', window, window.win); });" }],
		plugin: PLUGIN,
		observe: (page) => page.evaluate(() => {
			window.sandbox.app.workspace.openPopoutLeaf();
			return [...window.probeLog];
		}),
		faithful: ['window-open true'],
		naively: [],
	}),
	behaviour({
		row: 6,
		says: 'the active window and document follow the focus',
		naive: [{ file: WINDOWS, from: 'setActiveWindow(realm, this.all());', to: '' }],
		files: NOTES,
		observe: async (page) => {
			await page.evaluate(async () => {
				await window.sandbox.openFile('One.md');
				window.sandbox.app.workspace.openPopoutLeaf({ x: 800, y: 480, size: { width: 400, height: 300 } });
			});
			const isMain = (): Promise<boolean> => page.evaluate(() => activeDocument === document && activeWindow === window);
			await page.frameLocator('.popout-window-frame').locator('.empty-state-title').click();
			const inPopout = await isMain();
			await page.locator('.cm-content').click({ position: { x: 20, y: 5 } });
			return { inPopout, inMain: await isMain() };
		},
		faithful: { inPopout: false, inMain: true },
		naively: { inPopout: true, inMain: true },
	}),
	behaviour({
		row: 6,
		says: 'a modal opens in the window that has the focus',
		naive: [{ file: 'obsidian/interface/modal.ts', from: 'activeDocument.body.appendChild(this.containerEl);', to: 'document.body.appendChild(this.containerEl);' }],
		observe: async (page) => {
			await page.evaluate(() => window.sandbox.app.workspace.openPopoutLeaf());
			await page.frameLocator('.popout-window-frame').locator('.empty-state-title').click();
			await page.evaluate(() => window.sandbox.executeCommand('command-palette:open'));
			return { main: await page.locator('.prompt').count(), popout: await page.frameLocator('.popout-window-frame').locator('.prompt').count() };
		},
		faithful: { main: 0, popout: 1 },
		naively: { main: 1, popout: 0 },
	}),
	behaviour({
		row: 6,
		says: "keys in a popout reach its view's scope",
		naive: [{ file: WINDOWS, from: "realm.addEventListener('keydown', this.onKey, true);", to: "this.main.addEventListener('keydown', this.onKey, true);" }],
		plugin: PLUGIN,
		observe: async (page) => {
			await page.evaluate(() => window.sandbox.app.workspace.openPopoutLeaf().setViewState({ type: 'noted', active: true }));
			await page.frameLocator('.popout-window-frame').locator('.view-content').click();
			await page.keyboard.press('Control+k');
			return (await readProbe(page)).filter((line) => line === 'scope').length;
		},
		faithful: 1,
		naively: 0,
	}),
	behaviour({
		row: 6,
		says: "a popout has the app's and the plugins' styles, those that come later too",
		naive: [{ file: 'obsidian/interface/style-mirror.ts', from: 'observer.observe(from.head, { childList: true, characterData: true, subtree: true });', to: '' }],
		observe: async (page) => {
			await page.evaluate(() => {
				const { doc } = window.sandbox.app.workspace.openPopoutLeaf().containerEl;
				document.head.createEl('style', { text: '.late { color: rgb(1, 2, 3); }' });
				doc.body.createDiv('late');
			});
			const late = page.frameLocator('.popout-window-frame').locator('.late');
			await page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(resolve); }));
			return late.evaluate((el) => getComputedStyle(el).color === 'rgb(1, 2, 3)');
		},
		faithful: true,
		naively: false,
	}),
	behaviour({
		row: 6,
		says: 'closing a popout closes its views, and saves what was typed there',
		naive: [{ file: 'obsidian/workspace/workspace-window.ts', from: 'for (const leaf of leaves) leaf.detach();', to: 'this.parent.removeChild(this);' }],
		files: NOTES,
		plugin: PLUGIN,
		observe: async (page) => {
			await page.evaluate(async () => {
				const { vault, workspace } = window.sandbox.app;
				const file = vault.getFileByPath('One.md');
				const leaf = workspace.openPopoutLeaf();
				if (file !== null) await leaf.openFile(file);
				await workspace.getLeaf('tab').setViewState({ type: 'noted' });
				workspace.setActiveLeaf(leaf, { focus: true });
			});
			await page.frameLocator('.popout-window-frame').locator('.cm-content').click();
			await page.keyboard.type('typed ');
			await page.locator('.popout-window-titlebar button').click();
			await page.locator('.popout-window-frame').waitFor({ state: 'detached' });
			return { noted: (await readProbe(page)).slice(1), text: (await page.evaluate(() => window.sandbox.read('One.md'))).includes('typed ') };
		},
		faithful: { noted: ['window-close true', 'onClose'], text: true },
		naively: { noted: ['window-close true'], text: false },
	}),
]);
