import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { startServer } from '../sandbox/server/server';

const ROOT = path.join(__dirname, '../..');
const MANIFEST = { id: 'probe', name: 'Probe', version: '1.0.0', minAppVersion: '1.0.0', description: 'Looks at the window.', author: 'Ratify', isDesktopOnly: false };

/** What stands in the vault, and how the page opens. */
export interface ProbeOptions {
	/** Body of the plugin's class; `api` is what `require('obsidian')` gave, `log` collects what the test reads with `heard`. */
	readonly plugin?: string;
	/** Text before the class. */
	readonly before?: string;
	readonly files?: Readonly<Record<string, string>>;
	/** The part of the page's address after `?`. */
	readonly query?: string;
}

/** A page over a vault of two invented notes, with a plugin under the id `probe` that the test writes. */
export class ProbePage {
	private constructor(readonly page: Page, private readonly closers: readonly (() => Promise<void> | void)[], readonly errors: string[]) {}

	static async open(browser: Browser, options: ProbeOptions = {}): Promise<ProbePage> {
		const folder = mkdtempSync(path.join(tmpdir(), 'probe-vault-'));
		writeVault(folder, options);
		const server = await startServer({ vaultDir: folder, write: false, port: 0, pluginDir: folder, hostDir: path.join(ROOT, 'build/host') });
		const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
		const errors: string[] = [];
		page.on('pageerror', error => errors.push(String(error)));
		page.on('console', message => message.type() === 'error' && errors.push(message.text()));
		await page.goto(`${server.url}/?${options.query ?? ''}`);
		await page.waitForFunction(() => 'sandbox' in window);
		await page.evaluate(() => window.sandbox.ready);
		return new ProbePage(page, [() => page.close(), () => server.close(), () => { rmSync(folder, { recursive: true }); }], errors);
	}

	async close(): Promise<void> {
		for (const close of this.closers) await close();
	}

	/** What the plugin put into `log`. */
	heard(): Promise<unknown[]> {
		return this.page.evaluate(() => (window as unknown as { probeLog: unknown[] }).probeLog);
	}

	/** Waits until the plugin's log is as long. */
	async heardAtLeast(length: number): Promise<unknown[]> {
		await this.page.waitForFunction(least => (window as unknown as { probeLog: unknown[] }).probeLog.length >= least, length);
		return this.heard();
	}

	/** Runs one of the plugin's commands. */
	run(id: string): Promise<boolean> {
		return this.page.evaluate(name => window.sandbox.executeCommand(`probe:${name}`), id);
	}

	/** Opens the settings at a tab. */
	async openSettings(id = 'probe'): Promise<FrameLocator> {
		await this.page.evaluate(tab => { window.sandbox.app.setting.open(); window.sandbox.app.setting.openTabById(tab); }, id);
		return this.page.frameLocator('.settings-window-frame');
	}
}

function writeVault(folder: string, { plugin = '', before = '', files = {} }: ProbeOptions): void {
	const main = `'use strict';\nconst api = require('obsidian');\nconst log = (globalThis.probeLog ??= []);\n${before}\nmodule.exports = class extends api.Plugin {\n${plugin}\n};\n`;
	const texts: Record<string, string> = {
		'Plan.md': '# Plan\n\nSend it to [[Ana Ruiz]].\n',
		'People/Ana Ruiz.md': '---\nrole: lead\n---\n# Ana Ruiz\n',
		'.obsidian/community-plugins.json': '["probe"]',
		'.obsidian/plugins/probe/manifest.json': JSON.stringify(MANIFEST),
		'.obsidian/plugins/probe/main.js': main,
		...files,
	};
	for (const [name, text] of Object.entries(texts)) {
		mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
		writeFileSync(path.join(folder, name), text);
	}
}
