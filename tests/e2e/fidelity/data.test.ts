import type { Page } from 'playwright-core';
import { behaviour } from './behaviour';
import { testBehaviours } from './test-behaviours';

const DATA = '.obsidian/plugins/probe/data.json';

const PLUGIN = `const { Plugin } = require('obsidian');
	module.exports = class extends Plugin {
		async onload() { this.calls = 0; this.loaded = await this.loadData(); }
		onExternalSettingsChange() { this.calls++; }
	};`;

interface Probe {
	calls: number;
	loaded: unknown;
	loadData(): Promise<unknown>;
	saveData(data: unknown): Promise<void>;
}

declare global {
	interface Window {
		dataProbe(): Probe;
	}
}

/** Gives the page a short way to the plugin. */
async function withProbe<Seen>(page: Page, look: () => Promise<Seen>): Promise<Seen> {
	await page.evaluate(() => { window.dataProbe = () => window.sandbox.app.plugins.getPlugin('probe') as unknown as Probe; });
	return look();
}

const loaded = (page: Page): Promise<string> => withProbe(page, () => page.evaluate(() => String(window.dataProbe().loaded)));

/** Resolves when the plugin had time to be told of what changed: well over the 50 ms that it takes. */
const longEnough = (page: Page): Promise<void> => page.evaluate(async () => {
	await window.sandbox.settle();
	await new Promise((resolve) => { setTimeout(resolve, 300); });
	await window.sandbox.settle();
});

/** A plugin's `data.json`: row 12. */
testBehaviours([
	behaviour({
		row: 12,
		says: 'a plugin without a data file loads null',
		naive: [{ file: 'obsidian/plugins/plugin-data.ts', from: 'if (!stat) return null;', to: 'if (!stat) return {};' }],
		plugin: PLUGIN,
		observe: loaded,
		faithful: 'null',
		naively: '[object Object]',
	}),
	behaviour({
		row: 12,
		says: 'a plugin whose data file is broken loads undefined',
		naive: [{ file: 'obsidian/plugins/plugin-data.ts', from: 'isMissing(error) ? null : undefined', to: 'isMissing(error) || Boolean(error) ? null : undefined' }],
		files: { [DATA]: '{"broken": ' },
		plugin: PLUGIN,
		observe: loaded,
		faithful: 'undefined',
		naively: 'null',
	}),
	behaviour({
		row: 12,
		says: 'a plugin is told when another program wrote its data file',
		naive: [{ file: 'obsidian/plugins/plugin-data.ts', from: 'if (path === this.path) check();', to: 'if (path === `${this.path} of nobody`) check();' }],
		files: { [DATA]: '{}' },
		plugin: PLUGIN,
		observe: (page) => withProbe(page, async () => {
			await page.evaluate((path) => window.sandbox.write(path, '{"a":1}'), DATA);
			await longEnough(page);
			return page.evaluate(() => window.dataProbe().calls);
		}),
		faithful: 1,
		naively: 0,
	}),
	behaviour({
		row: 12,
		says: 'a plugin is not told of its own save, which the mtime gives away',
		naive: [{ file: 'obsidian/plugins/plugin-data.ts', from: 'stat.mtime <= this.lastKnown', to: 'stat.mtime < 0' }],
		files: { [DATA]: '{}' },
		plugin: PLUGIN,
		observe: (page) => withProbe(page, async () => {
			await page.evaluate(() => window.dataProbe().saveData({ own: true }));
			await longEnough(page);
			return page.evaluate(() => window.dataProbe().calls > 0);
		}),
		faithful: false,
		naively: true,
	}),
	behaviour({
		row: 12,
		says: 'a plugin is told of such a write 50 ms after it',
		naive: [{ file: 'obsidian/plugins/plugin-data.ts', from: 'debounce(() => void this.checkChange(onExternalChange), noticeDelay)', to: '() => { void this.checkChange(onExternalChange); }' }],
		files: { [DATA]: '{}' },
		plugin: PLUGIN,
		observe: (page) => withProbe(page, () => page.evaluate(async (path) => {
			const written = new Promise<number>((resolve) => { window.sandbox.app.vault.on('raw', (changed) => { if (changed === path) resolve(performance.now()); }); });
			const told = new Promise<number>((resolve) => { Object.assign(window.dataProbe(), { onExternalSettingsChange: () => { resolve(performance.now()); } }); });
			await window.sandbox.write(path, '{"a":1}');
			// A timer may be a fraction of a millisecond early.
			return await told - await written > 49;
		}, DATA)),
		faithful: true,
		naively: false,
	}),
	behaviour({
		row: 12,
		says: 'a plugin never hears that its data could not be saved',
		naive: [{ file: 'obsidian/plugins/plugin-data.ts', from: '} catch {', to: '} catch (error) { throw error;' }],
		plugin: PLUGIN,
		observe: (page) => withProbe(page, () => page.evaluate(async (path) => {
			window.sandbox.faults.fail({ operation: 'write', path, code: 'ENOSPC' });
			return window.dataProbe().saveData({ lost: true }).then(() => 'resolved', () => 'rejected');
		}, DATA)),
		faithful: 'resolved',
		naively: 'rejected',
	}),
	behaviour({
		row: 12,
		says: 'data is saved in place, so that a crash can leave half of it',
		naive: [{ file: 'obsidian/plugins/plugin-data.ts', from: 'await this.vault.adapter.write(this.path, ', to: 'await this.vault.adapter.write(`${this.path}.new`, ' }],
		files: { [DATA]: '{}' },
		plugin: PLUGIN,
		observe: (page) => withProbe(page, () => page.evaluate(async (path) => {
			window.sandbox.faults.crash({ operation: 'write', path: `${path}*`, moment: 'torn' });
			void window.dataProbe().saveData({ key: 'value' });
			await window.sandbox.faults.crashed;
			return window.sandbox.read(path);
		}, DATA)),
		faithful: '{\n  "key":',
		naively: '{}',
	}),
]);
