import { behaviour } from './behaviour';
import { probePlugin, readProbe, savedLayout, savedLeaf, settle } from './probe-log';
import { testBehaviours } from './test-behaviours';

const ACTIVITY = 'obsidian/workspace/leaf-activity.ts';
const WORKSPACE = 'obsidian/workspace/workspace.ts';
const NOTES = { 'One.md': 'one', 'Two.md': 'two' };

const LOG_EVENTS = `const { workspace } = this.app;
	workspace.on('active-leaf-change', (leaf) => log('active ' + (leaf === null ? null : leaf.view.getViewType()) + (workspace.layoutReady ? '' : ' early')));
	workspace.on('file-open', (file) => log('open ' + (file === null ? null : file.path)));
	workspace.on('layout-change', () => log('layout'));`;

/** Leaves and the workspace's events: row 15. */
testBehaviours([
	behaviour({
		row: 15,
		says: 'a walk through the leaves ends, in each part of the layout, at a truthy answer',
		naive: [{ file: 'obsidian/workspace/workspace-item.ts', from: 'Boolean(callback(child as WorkspaceLeaf))', to: '(callback(child as WorkspaceLeaf), false)' }],
		observe: (page) => page.evaluate(() => {
			const { workspace } = window.sandbox.app;
			workspace.getLeaf('tab');
			workspace.getLeaf('tab');
			let seen = 0;
			workspace.iterateRootLeaves(() => ++seen);
			return seen;
		}),
		faithful: 1,
		naively: 3,
	}),
	behaviour({
		row: 15,
		says: 'a new leaf becomes the active one',
		naive: [{ file: WORKSPACE, from: 'private activated(leaf: WorkspaceLeaf): WorkspaceLeaf {\n\t\tthis.setActiveLeaf(leaf, { focus: true });', to: 'private activated(leaf: WorkspaceLeaf): WorkspaceLeaf {' }],
		observe: (page) => page.evaluate(() => {
			const { workspace } = window.sandbox.app;
			return [workspace.getLeaf('tab'), workspace.getLeaf('split')].map((leaf) => workspace.activeLeaf === leaf || leaf.containerEl.hasClass('mod-active'));
		}).then(([, last]) => last),
		faithful: true,
		naively: false,
	}),
	behaviour({
		row: 15,
		says: 'what becomes active is told once, a macrotask later: active-leaf-change, then file-open',
		naive: [{ file: ACTIVITY, from: 'debounce(() => { this.trigger(); }, 0)', to: '() => { this.trigger(); }' }],
		files: NOTES,
		plugin: probePlugin(LOG_EVENTS),
		observe: async (page) => {
			await page.evaluate(() => window.sandbox.openFile('One.md'));
			await page.evaluate(async () => {
				const { vault, workspace } = window.sandbox.app;
				const two = vault.getFileByPath('Two.md');
				if (two !== null) await workspace.getLeaf('tab').openFile(two);
			});
			await settle(page);
			return page.evaluate(async () => {
				const { workspace } = window.sandbox.app;
				const [one, two] = workspace.getLeavesOfType('markdown');
				window.probeLog.length = 0;
				for (const leaf of [one, two, one]) if (leaf !== undefined) workspace.setActiveLeaf(leaf);
				const atOnce = window.probeLog.filter((line) => line !== 'layout');
				await window.sandbox.settle();
				return { atOnce, later: window.probeLog.filter((line) => line !== 'layout') };
			});
		},
		faithful: { atOnce: [], later: ['active markdown', 'open One.md'] },
		naively: {
			atOnce: ['active markdown', 'open One.md', 'active markdown', 'open Two.md', 'active markdown', 'open One.md'],
			later: ['active markdown', 'open One.md', 'active markdown', 'open Two.md', 'active markdown', 'open One.md'],
		},
	}),
	behaviour({
		row: 15,
		says: 'layout-change comes once for what happens within 10 ms',
		naive: [{ file: WORKSPACE, from: 'private readonly announceLayout = debounce(() => {', to: 'private readonly announceLayout = ((run: () => void, _ms: number) => run)(() => {' }],
		plugin: probePlugin(LOG_EVENTS),
		observe: async (page) => {
			await settle(page);
			return page.evaluate(async () => {
				const { workspace } = window.sandbox.app;
				window.probeLog.length = 0;
				const count = (): number => window.probeLog.filter((line) => line === 'layout').length;
				workspace.rightSplit.toggle();
				workspace.leftSplit.toggle();
				const atOnce = count();
				await window.sandbox.settle();
				return { atOnce, later: count() };
			});
		},
		faithful: { atOnce: 0, later: 1 },
		naively: { atOnce: 2, later: 2 },
	}),
	behaviour({
		row: 15,
		says: 'none of these events comes before the layout is ready',
		naive: [{ file: ACTIVITY, from: 'if (!this.workspace.layoutReady) return;', to: '' }],
		files: { '.obsidian/workspace.json': savedLayout({ main: [savedLeaf('slow')] }) },
		plugin: probePlugin(
			`${LOG_EVENTS} this.registerView('slow', (leaf) => new Slow(leaf));`,
			'class Slow extends ItemView { getViewType() { return "slow"; } getDisplayText() { return "Slow"; } async onOpen() { await sleep(60); } }',
		),
		observe: async (page) => {
			await settle(page);
			return (await readProbe(page)).filter((line) => line.endsWith('early')).length > 0;
		},
		faithful: false,
		naively: true,
	}),
	behaviour({
		row: 15,
		says: 'making the active leaf active again tells nobody',
		naive: [{ file: ACTIVITY, from: 'if (this.leaf !== this.announcedLeaf) {', to: '{' }],
		plugin: probePlugin(LOG_EVENTS),
		observe: async (page) => {
			await settle(page);
			return page.evaluate(async () => {
				const { workspace } = window.sandbox.app;
				window.probeLog.length = 0;
				if (workspace.activeLeaf !== null) workspace.setActiveLeaf(workspace.activeLeaf, { focus: true });
				await window.sandbox.settle();
				return window.probeLog;
			});
		},
		faithful: [],
		naively: ['active empty'],
	}),
	behaviour({
		row: 15,
		says: 'after a detach the active leaf is picked anew on the next microtask, not at once',
		naive: [{ file: ACTIVITY, from: 'queueMicrotask(() => {', to: '((run: () => void) => { run(); })(() => {' }],
		observe: (page) => page.evaluate(async () => {
			const { workspace } = window.sandbox.app;
			const first = workspace.activeLeaf;
			const second = workspace.getLeaf('tab');
			second.detach();
			const atOnce = workspace.activeLeaf === second;
			await Promise.resolve();
			return { atOnce, later: workspace.activeLeaf === first };
		}),
		faithful: { atOnce: true, later: true },
		naively: { atOnce: false, later: true },
	}),
	behaviour({
		row: 15,
		says: 'an empty tab that becomes active opens no file: file-open(null)',
		naive: [{ file: ACTIVITY, from: "this.workspace.trigger('file-open', file);", to: "if (file !== null) this.workspace.trigger('file-open', file);" }],
		files: NOTES,
		plugin: probePlugin(LOG_EVENTS),
		observe: async (page) => {
			await page.evaluate(() => window.sandbox.openFile('One.md'));
			await settle(page);
			await page.evaluate(() => {
				window.probeLog.length = 0;
				window.sandbox.app.workspace.getLeaf('tab');
			});
			await settle(page);
			return (await readProbe(page)).filter((line) => line.startsWith('open'));
		},
		faithful: ['open null'],
		naively: [],
	}),
	behaviour({
		row: 15,
		says: 'the active file stays the one of the main area while a side view is active',
		naive: [{ file: WORKSPACE, from: 'const recent = this.getMostRecentLeaf()?.view;', to: 'const recent = this.activeLeaf?.view;' }],
		files: NOTES,
		observe: async (page) => {
			await page.evaluate(() => window.sandbox.openFile('One.md'));
			return page.evaluate(async () => {
				const { workspace } = window.sandbox.app;
				await workspace.ensureSideLeaf('outline', 'right', { active: true, reveal: true });
				return { active: workspace.activeLeaf?.view.getViewType(), file: workspace.getActiveFile()?.path ?? null };
			});
		},
		faithful: { active: 'outline', file: 'One.md' },
		naively: { active: 'outline', file: null as string | null },
	}),
]);
