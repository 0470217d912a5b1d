import { behaviour } from './behaviour';
import { probePlugin, readProbe, savedLayout, savedLeaf, settle } from './probe-log';
import { testBehaviours } from './test-behaviours';

/** A view that notes its life. */
const VIEW = `class Noted extends ItemView {
	constructor(leaf) { super(leaf); log('constructor'); }
	getViewType() { return 'noted'; }
	getDisplayText() { return 'Noted'; }
	onload() { log('onload'); }
	async onOpen() { await sleep(20); log('onOpen'); }
	async setState(state, result) { this.state = state; log('setState'); await super.setState(state, result); }
	getState() { return this.state ?? {}; }
	onResize() { log('onResize'); }
	async onClose() { log('onClose'); }
}`;
const PLUGIN = probePlugin("this.registerView('noted', (leaf) => new Noted(leaf));", VIEW);
const SECOND_TAB = { '.obsidian/workspace.json': savedLayout({ right: [savedLeaf('outline'), savedLeaf('noted', { count: 3 })] }) };

/** Views that were saved: row 6. */
testBehaviours([
	behaviour({
		row: 6,
		says: 'a saved view behind another tab is not built, and is among the leaves of its type',
		naive: [{ file: 'obsidian/workspace/layout.ts', from: 'leaf.defer(viewState, ', to: 'void leaf.setViewState(viewState, ' }],
		files: SECOND_TAB,
		plugin: PLUGIN,
		observe: async (page) => {
			await settle(page);
			const leaves = await page.evaluate(() => window.sandbox.app.workspace.getLeavesOfType('noted').map((leaf) => ({ deferred: leaf.isDeferred, state: leaf.getViewState().state })));
			return { leaves, built: (await readProbe(page)).includes('constructor') };
		},
		faithful: { leaves: [{ deferred: true, state: { count: 3 } }], built: false },
		naively: { leaves: [{ deferred: false, state: { count: 3 } }], built: true },
	}),
	behaviour({
		row: 6,
		says: 'the front tab of a collapsed sidebar is not built before the sidebar opens',
		naive: [{ file: 'obsidian/workspace/leaf.ts', from: "this.shown && !('collapsed' in root && root.collapsed === true)", to: 'this.shown' }],
		files: { '.obsidian/workspace.json': savedLayout({ right: [savedLeaf('noted')], collapsed: true }) },
		plugin: PLUGIN,
		observe: async (page) => {
			await settle(page);
			const before = (await readProbe(page)).includes('constructor');
			await page.evaluate(() => { window.sandbox.app.workspace.rightSplit.expand(); });
			await page.waitForFunction(() => window.probeLog.includes('setState'));
			return before;
		},
		faithful: false,
		naively: true,
	}),
	behaviour({
		row: 6,
		says: 'a view is opened, and that is awaited, before it gets its state and then its size',
		naive: [{ file: 'obsidian/workspace/leaf.ts', from: 'await view.open(this.containerEl);', to: 'void view.open(this.containerEl);' }],
		files: SECOND_TAB,
		plugin: PLUGIN,
		observe: async (page) => {
			await page.evaluate(async () => {
				const { workspace } = window.sandbox.app;
				for (const leaf of workspace.getLeavesOfType('noted')) await workspace.revealLeaf(leaf);
			});
			await page.waitForFunction(() => window.probeLog.includes('onOpen') && window.probeLog.includes('onResize'));
			return readProbe(page);
		},
		faithful: ['constructor', 'onload', 'onOpen', 'setState', 'onResize'],
		naively: ['constructor', 'onload', 'setState', 'onResize', 'onOpen'],
	}),
	behaviour({
		row: 6,
		says: 'a view whose plugin is gone leaves a placeholder that keeps its state',
		naive: [{ file: 'obsidian/workspace/view-registry.ts', from: 'return this.state;', to: 'return {};' }],
		files: { '.obsidian/workspace.json': savedLayout({ right: [savedLeaf('gone', { count: 7 })] }) },
		observe: async (page) => {
			await page.locator('.pane-empty', { hasText: 'Plugin no longer active' }).waitFor();
			return page.evaluate(() => window.sandbox.app.workspace.getLeavesOfType('gone').map((leaf) => leaf.getViewState().state));
		},
		faithful: [{ count: 7 }],
		naively: [{}],
	}),
	behaviour({
		row: 6,
		says: 'a view type cannot be registered twice',
		naive: [{ file: 'obsidian/workspace/view-registry.ts', from: 'if (type in this.viewByType) throw', to: 'if (type === "" ) throw' }],
		plugin: PLUGIN,
		observe: (page) => page.evaluate(() => {
			const { viewRegistry } = window.sandbox.app;
			const creator = viewRegistry.viewByType['empty'];
			if (creator === undefined) return 'no creator';
			try {
				viewRegistry.registerView('noted', creator);
				return 'taken';
			} catch {
				return 'refused';
			}
		}),
		faithful: 'refused',
		naively: 'taken',
	}),
	behaviour({
		row: 6,
		says: 'a leaf goes back only to where its view said that a navigation began',
		naive: [{ file: 'obsidian/workspace/leaf.ts', from: '(replaced || result.history)', to: 'true' }],
		plugin: PLUGIN,
		observe: (page) => page.evaluate(async () => {
			const leaf = window.sandbox.app.workspace.getLeaf('tab');
			for (const count of [1, 2]) await leaf.setViewState({ type: 'noted', state: { count } });
			await leaf.history.back();
			return leaf.getViewState().type;
		}),
		faithful: 'empty',
		naively: 'noted',
	}),
]);
