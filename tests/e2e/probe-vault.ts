import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startServer } from '../sandbox/server/server';

const HOST = path.join(__dirname, '../../build/host');

const PROBE_MANIFEST = { id: 'probe', name: 'Probe', version: '1.0.0', minAppVersion: '1.0.0', description: 'Looks at the host.', author: 'Ratify', isDesktopOnly: false };

/** A vault made for one test. */
export interface ProbeVault {
	/** Notes and other files by path. */
	readonly files?: Readonly<Record<string, string | Uint8Array>>;
	/** Text of a plugin's `main.js`, which is switched on under the id `probe`. */
	readonly plugin?: string;
	/** The part of the page's address after `?`. */
	readonly query?: string;
}

/** Writes the vault's files into a folder. */
export function writeProbeVault(folder: string, { files = {}, plugin }: ProbeVault): void {
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

/** The sandbox with such a vault in it, and without Ratify. */
export interface ProbePage {
	readonly page: Page;
	/** What the page complained of since it started. */
	readonly errors: readonly string[];
	/** Addresses outside the sandbox that the page asked for. */
	readonly foreign: readonly string[];
	close(): Promise<void>;
}

/** Opens the sandbox with a vault made for one test. */
export async function openProbePage(browser: Browser, vault: ProbeVault): Promise<ProbePage> {
	const folder = mkdtempSync(path.join(tmpdir(), 'probe-vault-'));
	writeProbeVault(folder, vault);
	const server = await startServer({ vaultDir: folder, write: false, port: 0, pluginDir: folder, hostDir: HOST });
	const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
	const errors: string[] = [];
	const foreign: string[] = [];
	page.on('request', (request) => { if (!/^(?:data|blob|about):/.test(request.url()) && !request.url().startsWith(server.url)) foreign.push(request.url()); });
	await page.goto(`${server.url}/?${vault.query ?? ''}`);
	await page.waitForFunction(() => 'sandbox' in window);
	await page.evaluate(() => window.sandbox.ready);
	page.on('pageerror', (error) => errors.push(String(error)));
	page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
	const close = async (): Promise<void> => {
		await page.close();
		await server.close();
		rmSync(folder, { recursive: true });
	};
	return { page, errors, foreign, close };
}
