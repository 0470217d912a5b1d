import type { Browser, FrameLocator, Page } from 'playwright-core';
import { openVaultPage, type VaultPage } from './vault-page';

const NOTES = {
	'Plan.md': '# Plan\n\nSend it to [[Ana Ruiz]].\n',
	'People/Ana Ruiz.md': '---\nrole: lead\n---\n# Ana Ruiz\n',
};

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
	private constructor(private readonly opened: VaultPage) {}

	static async open(browser: Browser, { plugin = '', before = '', files = {}, query = '' }: ProbeOptions = {}): Promise<ProbePage> {
		const main = `'use strict';\nconst api = require('obsidian');\nconst log = (globalThis.probeLog ??= []);\n${before}\nmodule.exports = class extends api.Plugin {\n${plugin}\n};\n`;
		return new ProbePage(await openVaultPage(browser, { files: { ...NOTES, ...files }, plugin: main, query }));
	}

	get page(): Page {
		return this.opened.page;
	}

	/** What the page complained of. */
	get errors(): readonly string[] {
		return this.opened.errors;
	}

	close(): Promise<void> {
		return this.opened.close();
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

	/** Opens the settings at a tab, with the styles that hide what does not show. */
	async openSettings(id = 'probe'): Promise<FrameLocator> {
		await this.page.evaluate(tab => { window.sandbox.app.setting.open(); window.sandbox.app.setting.openTabById(tab); }, id);
		await this.page.waitForFunction(() => [...window.sandbox.app.setting.document?.querySelectorAll('link[rel="stylesheet"]') ?? []].every(link => (link as HTMLLinkElement).sheet !== null));
		return this.page.frameLocator('.settings-window-frame');
	}
}
