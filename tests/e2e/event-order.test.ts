import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { DEMO_VAULT, SandboxPage, startBrowser } from './sandbox-page';

declare global {
	interface Window {
		/** The events that the plugin of these tests heard, in their order. */
		heard: string[];
	}
}

const PLUGIN = `
const { Plugin } = require('obsidian');
module.exports = class extends Plugin {
	onload() {
		const heard = window.heard = [];
		const { vault, metadataCache, workspace } = this.app;
		const listen = (source, name, describe) => this.registerEvent(source.on(name, (...data) => {
			heard.push([name, describe(...data)].join(' ').trim() + (workspace.layoutReady ? '' : ' (before the layout is ready)'));
		}));
		listen(workspace, 'active-leaf-change', leaf => leaf?.view.file?.path ?? leaf?.view.getViewType() ?? null);
		listen(workspace, 'file-open', file => file?.path ?? null);
		listen(workspace, 'layout-change', () => '');
		listen(workspace, 'editor-change', (editor, info) => info.file?.path);
		listen(workspace, 'quick-preview', file => file.path);
		workspace.onLayoutReady(() => {
			heard.push('layout ready');
			listen(vault, 'modify', file => file.path);
			listen(metadataCache, 'changed', file => file.path);
			listen(metadataCache, 'resolve', file => file.path);
			listen(metadataCache, 'resolved', () => '');
		});
	}
};`;

const NOTES = { 'A.md': 'one\n', 'B.md': 'two\n' };

const MANIFEST = { id: 'listener', name: 'Listener', version: '1.0.0', minAppVersion: '1.0.0', description: 'Hears events.', author: 'The Ratify authors' };

let browser: Browser;
let sandbox: SandboxPage;

beforeAll(async () => {
	browser = await startBrowser();
});

afterAll(() => browser.close());

function installListener(folder: string): void {
	const files: Record<string, string> = {
		...NOTES,
		'.obsidian/community-plugins.json': '["listener"]',
		'.obsidian/plugins/listener/main.js': PLUGIN,
		'.obsidian/plugins/listener/manifest.json': JSON.stringify(MANIFEST),
	};
	for (const [name, text] of Object.entries(files)) {
		mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
		writeFileSync(path.join(folder, name), text);
	}
}

/** Closes every note and gives the two of these tests their first text again. */
async function reset(): Promise<void> {
	await sandbox.page.evaluate(async (notes) => {
		const { vault, workspace } = window.sandbox.app;
		workspace.detachLeavesOfType('markdown');
		await window.sandbox.settle();
		for (const [name, text] of Object.entries(notes)) {
			const file = vault.getFileByPath(name);
			if (file) await vault.modify(file, text);
		}
		await window.sandbox.settle();
	}, NOTES);
}

/** Opens notes in tabs of their own, the last of them active, and forgets what that fired. */
async function openTabs(...notes: string[]): Promise<void> {
	await sandbox.page.evaluate(async (names) => {
		const { vault, workspace } = window.sandbox.app;
		for (const name of names) {
			const file = vault.getFileByPath(name);
			if (file) await workspace.getLeaf('tab').openFile(file);
		}
	}, notes);
	await sandbox.settle();
	await sandbox.page.evaluate(() => { window.heard.length = 0; });
}

const heard = (): Promise<string[]> => sandbox.page.evaluate(() => window.heard);

describe.each([['no random delays'], ['random delays of seed 1', 1], ['random delays of seed 2', 2], ['random delays of seed 3', 3]] as [string, number?][])('the table of order and timing, with %s', (_name, seed) => {
	let start: string[] = [];

	beforeAll(async () => {
		sandbox = await SandboxPage.open(browser, DEMO_VAULT, { prepare: installListener, ...(seed === undefined ? {} : { seed }) });
		await sandbox.settle();
		start = await heard();
	});

	beforeEach(reset);

	afterAll(() => sandbox.close());

	test('typing in an open note: editor-change on each transaction, quick-preview before the save, then modify, changed, resolve, resolved', async () => {
		await openTabs('A.md');
		await sandbox.page.locator('.workspace-leaf.mod-active .cm-content').click();
		await sandbox.page.keyboard.type('ab');
		await sandbox.page.waitForFunction(() => window.heard.includes('resolved'));
		expect(await heard()).toEqual([
			'editor-change A.md', 'quick-preview A.md', 'editor-change A.md', 'quick-preview A.md',
			'modify A.md', 'changed A.md', 'resolve A.md', 'resolved',
		]);
	});

	test('vault.process of an open note: callback, modify, promise, and the editor follows; then changed, resolve, resolved', async () => {
		await openTabs('A.md');
		await sandbox.page.evaluate(async () => {
			const { vault } = window.sandbox.app;
			const file = vault.getFileByPath('A.md');
			if (!file) return;
			await vault.process(file, (text) => {
				window.heard.push('callback');
				return `${text}three\n`;
			});
			window.heard.push('promise');
		});
		await sandbox.page.waitForFunction(() => ['resolved', 'editor-change A.md'].every((entry) => window.heard.includes(entry)));
		const log = await heard();
		expect(log.filter((entry) => !entry.startsWith('editor-change'))).toEqual(['callback', 'modify A.md', 'promise', 'changed A.md', 'resolve A.md', 'resolved']);
		expect(log.filter((entry) => entry.startsWith('editor-change'))).toEqual(['editor-change A.md']);
		expect(log.indexOf('editor-change A.md')).toBeGreaterThan(log.indexOf('modify A.md'));
	});

	test('switch leaf: active-leaf-change then file-open, not before the next macrotask, both in the same one, then layout-change', async () => {
		await openTabs('A.md', 'B.md');
		const soon = await sandbox.page.evaluate(async () => {
			const { workspace } = window.sandbox.app;
			const other = workspace.getLeavesOfType('markdown').find((leaf) => leaf.view.getDisplayText() === 'A');
			if (other) workspace.setActiveLeaf(other, { focus: true });
			const atOnce = [...window.heard];
			await Promise.resolve();
			return [atOnce, [...window.heard]];
		});
		expect(soon).toEqual([[], []]);
		await sandbox.page.waitForFunction(() => window.heard.includes('layout-change'));
		expect(await heard()).toEqual(['active-leaf-change A.md', 'file-open A.md', 'layout-change']);
	});

	test('open a note: active-leaf-change then file-open in a new leaf, file-open alone in the active one', async () => {
		await openTabs('A.md');
		const openIn = (where: 'tab' | false): Promise<void> => sandbox.page.evaluate(async (how) => {
			const file = window.sandbox.app.vault.getFileByPath('B.md');
			if (file) await window.sandbox.app.workspace.getLeaf(how).openFile(file);
		}, where);
		const told = async (): Promise<string[]> => {
			await sandbox.settle();
			return (await heard()).filter((entry) => /^(active-leaf-change|file-open)/.test(entry));
		};
		await openIn(false);
		expect(await told()).toEqual(['file-open B.md']);
		await openTabs('A.md');
		await openIn('tab');
		const log = await told();
		expect(log.slice(-1)).toEqual(['file-open B.md']);
		expect(log.findIndex((entry) => entry.startsWith('active-leaf-change'))).toBe(0);
	});

	test('re-activating the active leaf fires nothing', async () => {
		await openTabs('A.md');
		await sandbox.page.evaluate(() => {
			const { workspace } = window.sandbox.app;
			if (workspace.activeLeaf) workspace.setActiveLeaf(workspace.activeLeaf, { focus: true });
		});
		await sandbox.settle();
		expect(await heard()).toEqual([]);
	});

	test('none of active-leaf-change, file-open and layout-change fires before the layout is ready', () => {
		expect(start[0]).toBe('layout ready');
		expect(start.filter((entry) => entry.endsWith('(before the layout is ready)'))).toEqual([]);
		expect(start).toContain('layout-change');
	});

	test('detach a leaf: the active leaf is picked again on a microtask, not at once', async () => {
		await openTabs('A.md', 'B.md');
		const seen = await sandbox.page.evaluate(async () => {
			const { workspace } = window.sandbox.app;
			const detached = workspace.activeLeaf;
			detached?.detach();
			const atOnce = workspace.activeLeaf === detached;
			await Promise.resolve();
			return { atOnce, afterMicrotask: workspace.activeLeaf === detached, heard: [...window.heard] };
		});
		expect(seen).toEqual({ atOnce: true, afterMicrotask: false, heard: [] });
		await sandbox.page.waitForFunction(() => window.heard.includes('layout-change'));
		expect((await heard()).slice(0, 2)).toEqual(['active-leaf-change A.md', 'file-open A.md']);
	});

	test('switching or closing the file saves at once what was typed', async () => {
		await openTabs('A.md');
		await sandbox.page.locator('.workspace-leaf.mod-active .cm-content').click();
		await sandbox.page.keyboard.type('now ');
		const before = Date.now();
		await sandbox.openNote('B.md');
		await sandbox.page.waitForFunction(() => window.heard.includes('modify A.md'));
		expect(Date.now() - before).toBeLessThan(1900);
		expect(await sandbox.read('A.md')).toContain('now ');
	});
});
