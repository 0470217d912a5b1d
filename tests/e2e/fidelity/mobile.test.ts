import { behaviour } from './behaviour';
import { probePlugin, readProbe } from './probe-log';
import { testBehaviours } from './test-behaviours';

const PAGE_PREVIEW = 'obsidian/preview/page-preview.ts';

/** Phones and tablets: row 14. */
testBehaviours([
	behaviour({
		row: 14,
		says: 'isMobile is the interface and isMobileApp the app: the desktop app can show the one without being the other',
		naive: [{ file: 'obsidian/platform.ts', from: 'isMobile && !emulated', to: 'isMobile' }],
		query: 'mobile=emulate',
		plugin: "window.probeLog = [require('obsidian').Platform].map((on) => [on.isMobile, on.isMobileApp, on.isDesktop, on.isDesktopApp].join()); module.exports = class extends require('obsidian').Plugin {};",
		observe: readProbe,
		faithful: ['true,false,false,true'],
		naively: ['true,true,false,false'],
	}),
	behaviour({
		row: 14,
		says: 'there is no status bar, and what a plugin adds to it shows nowhere',
		naive: [{ file: 'obsidian/app.ts', from: "Platform.isMobile ? null : createDiv('status-bar')", to: "createDiv('status-bar')" }],
		query: 'mobile=1',
		plugin: probePlugin("window.item = this.addStatusBarItem(); window.item.setText('here');"),
		observe: async (page) => ({ bars: await page.locator('.status-bar').count(), shown: await page.getByText('here').count() }),
		faithful: { bars: 0, shown: 0 },
		naively: { bars: 1, shown: 1 },
	}),
	behaviour({
		row: 14,
		says: 'no preview comes of mouse events, which a touch makes too',
		naive: [{ file: PAGE_PREVIEW, from: 'Platform.isMobile || isTouched(link.event)', to: 'isTouched(link.event)' }],
		query: 'mobile=1',
		files: { 'One.md': 'See [[Two]].', 'Two.md': 'two' },
		observe: async (page) => {
			await page.evaluate(() => window.sandbox.openFile('One.md', { mode: 'reading' }));
			const link = page.locator('a.internal-link');
			await link.hover();
			// A preview takes 300 ms to show; an element that comes after it tells that the time is over.
			await link.evaluate((el) => { el.win.setTimeout(() => { el.doc.body.addClass('is-waited'); }, 500); });
			await page.locator('body.is-waited').waitFor();
			return page.locator('.hover-popover').count();
		},
		faithful: 0,
		naively: 1,
	}),
	behaviour({
		row: 14,
		says: "Node's modules cannot be required, so a plugin that does at load fails",
		naive: [{ file: 'obsidian/plugins/plugin-code.ts', from: "throw new Error(`Cannot find module '${name}'`);", to: 'return {};' }],
		query: 'mobile=1',
		plugin: "require('fs'); module.exports = class extends require('obsidian').Plugin {};",
		observe: (page) => page.evaluate(() => window.sandbox.app.plugins.getPlugin('probe') !== null),
		faithful: false,
		naively: true,
	}),
	behaviour({
		row: 14,
		says: 'sidebars are drawers, closed at first, that hold their leaves themselves',
		naive: [{ file: 'obsidian/workspace/workspace.ts', from: 'Platform.isMobile ? WorkspaceMobileDrawer : WorkspaceSidedock', to: 'WorkspaceSidedock' }],
		query: 'mobile=tablet',
		plugin: `const { Plugin, WorkspaceMobileDrawer, WorkspaceSidedock } = require('obsidian');
			module.exports = class extends Plugin { onload() { this.app.workspace.onLayoutReady(() => {
				const { leftSplit, rightSplit } = this.app.workspace;
				const [leaf] = this.app.workspace.getLeavesOfType('file-explorer');
				window.probeLog = [leftSplit instanceof WorkspaceMobileDrawer, leftSplit instanceof WorkspaceSidedock, rightSplit.collapsed, leaf.parent === leftSplit].map(String);
			}); } };`,
		observe: async (page) => {
			await page.waitForFunction(() => 'probeLog' in window);
			return readProbe(page);
		},
		faithful: ['true', 'false', 'true', 'true'],
		naively: ['false', 'true', 'true', 'false'],
	}),
	behaviour({
		row: 14,
		says: 'there are no windows besides the one: openPopoutLeaf throws',
		naive: [{ file: 'obsidian/workspace/workspace.ts', from: 'if (!Platform.isDesktopApp) throw', to: 'if (this.containerEl.hasClass("never")) throw' }],
		query: 'mobile=1',
		observe: (page) => page.evaluate(() => {
			try {
				window.sandbox.app.workspace.openPopoutLeaf();
				return 'opened';
			} catch {
				return 'refused';
			}
		}),
		faithful: 'refused',
		naively: 'opened',
	}),
]);
