import type { Page } from 'playwright-core';
import { behaviour } from './behaviour';
import { testBehaviours } from './test-behaviours';

declare global {
	interface Window {
		/** What the plugins of a behaviour noted, in order. */
		noted: string[];
	}
}

const noted = (page: Page): Promise<string[]> => page.evaluate(() => window.noted);

/** A plugin that notes what `onload`, given as code, finds; `note` takes a text, `app` is the app. */
function noting(onload: string): string {
	return `const { Plugin } = require('obsidian');
		const note = text => { (window.noted ??= []).push(String(text)); };
		module.exports = class extends Plugin { async onload() { const { app } = this; ${onload} } onunload() { note('onunload'); } };`;
}

const SECOND_MANIFEST = { id: 'second', name: 'Second', version: '1.0.0', minAppVersion: '1.0.0', description: 'Comes second.', author: 'Ratify' };

/** The start of the app: row 1. */
testBehaviours([
	behaviour({
		row: 1,
		says: 'a plugin is loaded before the vault has files',
		naive: [{ file: 'obsidian/app.ts', from: 'if (!late) await this.plugins.initialize();\n\t\tawait this.vault.load();', to: 'await this.vault.load();\n\t\tif (!late) await this.plugins.initialize();' }],
		files: { 'A.md': 'a', 'B.md': 'b' },
		plugin: noting('note(app.vault.getFiles().length);'),
		observe: noted,
		faithful: ['0'],
		naively: ['2'],
	}),
	behaviour({
		row: 1,
		says: 'a plugin is not loaded before the onload of the one before it has ended',
		naive: [{
			file: 'obsidian/plugins/plugin-loader.ts',
			from: 'for (const id of this.enabledPlugins) if (id in this.manifests) await this.enablePlugin(id);',
			to: 'await Promise.all([...this.enabledPlugins].filter(id => id in this.manifests).map(id => this.enablePlugin(id)));',
		}],
		files: {
			'.obsidian/community-plugins.json': '["probe", "second"]',
			'.obsidian/plugins/second/manifest.json': JSON.stringify(SECOND_MANIFEST),
			'.obsidian/plugins/second/main.js': noting('note("second");'),
		},
		plugin: noting('note("first begins"); await new Promise(resolve => setTimeout(resolve, 500)); note("first ends");'),
		observe: async (page) => {
			const order = await noted(page);
			return order.indexOf('second') > order.indexOf('first ends');
		},
		faithful: true,
		naively: false,
	}),
	behaviour({
		row: 1,
		says: 'the styles of a plugin come after its onload',
		naive: [{ file: 'obsidian/plugins/plugin-loader.ts', from: 'await plugin.load();', to: 'if (styles !== null) this.host.addStyles(id, styles);\n\t\tawait plugin.load();' }],
		files: { '.obsidian/plugins/probe/styles.css': 'body { --probe: styled; }' },
		plugin: noting('const look = () => getComputedStyle(document.body).getPropertyValue("--probe").trim() || "plain"; note(look()); app.workspace.onLayoutReady(() => note(look()));'),
		observe: noted,
		faithful: ['plain', 'styled'],
		naively: ['styled', 'styled'],
	}),
	behaviour({
		row: 1,
		says: 'each file of the vault is created before the layout is ready',
		naive: [{ file: 'obsidian/vault/vault.ts', from: "this.trigger('create', file);", to: "if ((globalThis as { app?: { workspace: { layoutReady: boolean } } }).app?.workspace.layoutReady) this.trigger('create', file);" }],
		files: { 'A.md': 'a', 'F/B.md': 'b' },
		plugin: noting('app.vault.on("create", file => note(`${file.path} ${app.workspace.layoutReady}`)); app.workspace.onLayoutReady(() => note("layout ready"));'),
		observe: noted,
		faithful: ['A.md false', 'F false', 'F/B.md false', 'layout ready'],
		naively: ['layout ready'],
	}),
	behaviour({
		row: 1,
		says: 'a plugin whose onload throws stays where plugins are, half loaded, and the start goes on',
		naive: [{ file: 'obsidian/plugins/plugin-loader.ts', from: 'this.plugins[id] = plugin;\n\t\tawait plugin.load();', to: 'await plugin.load();\n\t\tthis.plugins[id] = plugin;' }],
		plugin: noting('throw new Error("no");'),
		observe: (page) => page.evaluate(() => ({ listed: window.sandbox.app.plugins.getPlugin('probe') !== null, layoutReady: window.sandbox.app.workspace.layoutReady })),
		faithful: { listed: true, layoutReady: true },
		naively: { listed: false, layoutReady: true },
	}),
	behaviour({
		row: 1,
		says: 'no plugin is unloaded when the app quits; it hears of quit instead',
		naive: [{ file: 'app/main.ts', from: "app.workspace.trigger('quit', new Tasks());", to: "app.workspace.trigger('quit', new Tasks()); for (const id of Object.keys(app.plugins.plugins)) void app.plugins.disablePlugin(id);" }],
		plugin: noting('this.registerEvent(app.workspace.on("quit", () => note("quit")));'),
		observe: (page) => page.evaluate(() => {
			window.dispatchEvent(new PageTransitionEvent('pagehide'));
			return window.noted;
		}),
		faithful: ['quit'],
		naively: ['quit', 'onunload'],
	}),
]);
