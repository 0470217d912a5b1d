import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startServer } from '../sandbox/server/server';
import { pageQuery } from './sandbox-page';

const HOST = path.join(__dirname, '../../build/host');
const PROBE_MANIFEST = { id: 'probe', name: 'Probe', version: '1.0.0', minAppVersion: '1.0.0', description: 'Looks at the host.', author: 'Ratify', isDesktopOnly: false };

/** What stands in a page's vault, and how the page is opened. */
export interface VaultPageOptions {
	/** Notes and other files, by path. */
	readonly files?: Readonly<Record<string, string | Uint8Array>>;
	/** Text of a plugin's `main.js`, which is switched on under the id `probe`. */
	readonly plugin?: string;
	/** The folder of a plugin that is switched on, too. */
	readonly pluginDir?: string;
	/** The part of the page's address after `?`. */
	readonly query?: string;
	/** Lets the page write the vault on disk, so that a second start finds what it left. */
	readonly write?: boolean;
	readonly size?: { readonly width: number; readonly height: number };
	/** The folder of the built host, where it is not the usual one. */
	readonly hostDir?: string;
}

/** The sandbox over a small vault made for one test, without Ratify. */
export interface VaultPage {
	readonly page: Page;
	/** What the page complained of. */
	readonly errors: readonly string[];
	/** Addresses outside the sandbox that the page asked for. */
	readonly foreign: readonly string[];
	/** Starts the app anew. */
	readonly start: () => Promise<void>;
	/** Resolves when a file on disk reads so. */
	readonly waitForFile: (name: string, pattern: RegExp) => Promise<void>;
	readonly close: () => Promise<void>;
}

/** Opens a page over a new vault, with the app started. */
export async function openVaultPage(browser: Browser, options: VaultPageOptions = {}): Promise<VaultPage> {
	const folder = mkdtempSync(path.join(tmpdir(), 'sandbox-vault-'));
	writeVault(folder, options);
	const server = await startServer({ vaultDir: folder, write: options.write ?? false, port: 0, pluginDir: options.pluginDir ?? folder, hostDir: options.hostDir ?? HOST });
	const page = await browser.newPage({ viewport: options.size ?? { width: 1280, height: 800 } });
	const start = async (): Promise<void> => {
		await page.goto(`${server.url}/?${pageQuery(options.query ?? '')}`);
		await page.waitForFunction(() => 'sandbox' in window);
		await page.evaluate(() => window.sandbox.ready);
	};
	const waitForFile = async (name: string, pattern: RegExp): Promise<void> => {
		const file = path.join(folder, name);
		while (!existsSync(file) || !pattern.test(readFileSync(file, 'utf8'))) await page.waitForTimeout(50);
	};
	const close = async (): Promise<void> => {
		await page.close();
		await server.close();
		rmSync(folder, { recursive: true });
	};
	const heard = listen(page, server.url);
	await start();
	return { page, ...heard, start, waitForFile, close };
}

function listen(page: Page, address: string): Pick<VaultPage, 'errors' | 'foreign'> {
	const errors: string[] = [];
	const foreign: string[] = [];
	page.on('pageerror', (error) => errors.push(String(error)));
	// The vault of a test without a plugin has no files of one, which the browser reports.
	page.on('console', (message) => message.type() === 'error' && !message.text().startsWith('Failed to load resource') && errors.push(message.text()));
	page.on('request', (request) => { if (!/^(?:data|blob|about):/.test(request.url()) && !request.url().startsWith(address)) foreign.push(request.url()); });
	return { errors, foreign };
}

function writeVault(folder: string, { files = {}, plugin }: VaultPageOptions): void {
	const probe: Record<string, string> = plugin === undefined ? {} : {
		'.obsidian/community-plugins.json': '["probe"]',
		'.obsidian/plugins/probe/manifest.json': JSON.stringify(PROBE_MANIFEST),
		'.obsidian/plugins/probe/main.js': plugin,
	};
	for (const [name, content] of Object.entries({ ...probe, ...files })) {
		mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
		writeFileSync(path.join(folder, name), content);
	}
}
