import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startServer } from '../sandbox/server/server';

const ROOT = path.join(__dirname, '../..');

/** What stands in a page's vault, and how the page is opened. */
export interface VaultPageOptions {
	/** Texts by path. */
	readonly files?: Readonly<Record<string, string>>;
	/** The part of the address after `?`. */
	readonly query?: string;
	/** Lets the page write the vault on disk, so that a second start finds what it left. */
	readonly write?: boolean;
	readonly size?: { readonly width: number; readonly height: number };
	/** The folder of a plugin that is switched on. */
	readonly pluginDir?: string;
}

/** The sandbox over a small vault of its own. */
export interface VaultPage {
	readonly page: Page;
	/** What the page complained of. */
	readonly errors: readonly string[];
	/** Starts the app anew. */
	readonly start: () => Promise<void>;
	/** Resolves when a file on disk reads so. */
	readonly waitForFile: (name: string, pattern: RegExp) => Promise<void>;
	readonly close: () => Promise<void>;
}

/** Opens a page over a new vault, with the app started. */
export async function openVaultPage(browser: Browser, { files = {}, query = '', write = false, size = { width: 1280, height: 800 }, pluginDir }: VaultPageOptions = {}): Promise<VaultPage> {
	const folder = mkdtempSync(path.join(tmpdir(), 'sandbox-vault-'));
	for (const [name, text] of Object.entries(files)) {
		mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
		writeFileSync(path.join(folder, name), text);
	}
	const server = await startServer({ vaultDir: folder, write, port: 0, pluginDir: pluginDir ?? folder, hostDir: path.join(ROOT, 'build/host') });
	const page = await browser.newPage({ viewport: size });
	const errors: string[] = [];
	page.on('pageerror', (error) => errors.push(String(error)));
	const start = async (): Promise<void> => {
		await page.goto(`${server.url}/?${query}`);
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
	await start();
	return { page, errors, start, waitForFile, close };
}
