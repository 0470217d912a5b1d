import type { Page } from 'playwright-core';

declare global {
	interface Window {
		/** What a probe noted, in order. */
		probeLog: string[];
	}
}

/** The text of a plugin; `onload` stands in its `onload`, `log` writes a line into `window.probeLog`. */
export function probePlugin(onload: string, before = ''): string {
	return `const { ItemView, Modal, Notice, Plugin, Scope } = require('obsidian');
		window.probeLog = [];
		const log = (line) => window.probeLog.push(line);
		${before}
		module.exports = class extends Plugin { onload() { ${onload} } };`;
}

/** What the probe has noted so far. */
export function readProbe(page: Page): Promise<string[]> {
	return page.evaluate(() => window.probeLog);
}

/** Resolves when the workspace's delayed events have fired. */
export function settle(page: Page): Promise<void> {
	return page.evaluate(() => window.sandbox.settle());
}

/** A saved layout: groups of leaves by type, the first of each group showing. */
export function savedLayout({ main = [], right = [], collapsed = false }: { main?: object[]; right?: object[]; collapsed?: boolean }): string {
	const split = (leaves: object[]): object => ({ type: 'split', children: leaves.length === 0 ? [] : [{ type: 'tabs', children: leaves }] });
	return JSON.stringify({ main: split(main), right: { ...split(right), collapsed } });
}

/** A leaf in a saved layout. */
export function savedLeaf(type: string, state: object = {}): object {
	return { id: type, type: 'leaf', state: { type, state, icon: 'file', title: type } };
}
