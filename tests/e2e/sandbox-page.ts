import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type FrameLocator, type LaunchOptions, type Locator, type Page } from 'playwright-core';
import { startServer } from '../sandbox/server/server';

const ROOT = path.join(__dirname, '../..');

/** The demo vault, which most tests open. */
export const DEMO_VAULT = path.join(ROOT, 'tests/fixtures/demo-vault');

/** How a page is opened. */
export interface PageOptions {
	readonly theme?: 'light' | 'dark';
	/** Switch the plugin on only once the app is ready, as a user does. */
	readonly late?: boolean;
	readonly seed?: number;
	readonly size?: { readonly width: number; readonly height: number };
	/** Changes the vault's copy before it is served. */
	readonly prepare?: (folder: string) => void;
	/** Lets the page write the copy on disk. */
	readonly write?: boolean;
}

/** A browser window with the sandbox and the built plugin in it, over a copy of a vault. */
export class SandboxPage {
	private constructor(
		readonly page: Page,
		/** The copy of the vault on disk. */
		readonly folder: string,
		private readonly closers: readonly (() => Promise<void> | void)[],
		/** What the page complained of; a test may empty it. */
		readonly errors: string[],
	) {}

	static async open(browser: Browser, vault: string, options: PageOptions = {}): Promise<SandboxPage> {
		const folder = mkdtempSync(path.join(tmpdir(), 'ratify-vault-'));
		cpSync(vault, folder, { recursive: true });
		options.prepare?.(folder);
		const server = await startServer({ vaultDir: folder, write: options.write ?? false, port: 0, pluginDir: ROOT, hostDir: path.join(ROOT, 'build/host') });
		const page = await browser.newPage({ viewport: options.size ?? { width: 1280, height: 800 } });
		const errors: string[] = [];
		page.on('pageerror', (error) => errors.push(String(error)));
		page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
		const query = pageQuery({ theme: options.theme ?? 'light', ...(options.late ? { late: '1' } : {}), ...(options.seed === undefined ? {} : { seed: String(options.seed) }) });
		await page.goto(`${server.url}/?${query}`);
		await page.waitForFunction(() => 'sandbox' in window);
		await page.evaluate(() => window.sandbox.ready);
		const closers = [() => page.close(), () => server.close(), () => rmSync(folder, { recursive: true })];
		return new SandboxPage(page, folder, closers, errors);
	}

	async close(): Promise<void> {
		for (const close of this.closers) await close();
	}

	/** The text of a file on disk, as the app's disk has it. */
	read(file: string): Promise<string> {
		return this.page.evaluate((name) => window.sandbox.read(name), file);
	}

	readBytes(file: string): Promise<number[]> {
		return this.page.evaluate((name) => window.sandbox.readBytes(name), file);
	}

	/** Writes a file as another program does. */
	write(file: string, text: string): Promise<void> {
		return this.page.evaluate(([name, content]) => window.sandbox.write(name, content), [file, text] as const);
	}

	openNote(file: string, options: { line?: number; mode?: 'source' | 'live' | 'reading' } = {}): Promise<void> {
		return this.page.evaluate(([name, how]) => window.sandbox.openFile(name, how), [file, options] as const);
	}

	/** Waits until nothing is left to be saved or parsed. */
	settle(): Promise<void> {
		return this.page.evaluate(() => window.sandbox.settle());
	}

	/** Runs a command through the palette, by its name and the keyboard alone. */
	async runFromPalette(name: string): Promise<void> {
		await this.page.keyboard.press('Control+p');
		await this.page.keyboard.type(name);
		await this.page.keyboard.press('Enter');
	}

	/** Opens the review and waits until the keyboard is in its rows. */
	async openReview(): Promise<void> {
		await this.runFromPalette('Ratify: Open review');
		await this.page.waitForFunction(() => document.activeElement?.matches('.ratify-row.is-focused'));
	}

	/** Opens the settings, which stand in a window of their own, at the plugin's tab. */
	async openSettings(): Promise<FrameLocator> {
		await this.page.keyboard.press('Control+,');
		const window = this.page.frameLocator('.settings-window-frame');
		await window.getByText('Ratify', { exact: true }).click();
		return window;
	}

	/** Types words into the review's filter, and goes back to its rows. */
	async filter(words: string): Promise<void> {
		await this.page.keyboard.press('/');
		await this.page.keyboard.type(words);
		await this.page.keyboard.press('Enter');
	}

	rows(): Locator {
		return this.page.locator('.ratify-row');
	}

	focusedRow(): Locator {
		return this.page.locator('.ratify-row.is-focused');
	}

	/** The sentence of the focused row. */
	focusedText(): Promise<string> {
		return this.focusedRow().locator('.ratify-text').innerText();
	}
}

/** A page's address after `?`; a page that names no seed for its random delays gets that of the whole run. */
export function pageQuery(query: string | Readonly<Record<string, string>>): string {
	const params = new URLSearchParams(query);
	const seed = process.env['RATIFY_TEST_SEED'];
	if (seed !== undefined && !params.has('seed')) params.set('seed', seed);
	return params.toString();
}

/** Starts the browser that was found for the tests. */
export function startBrowser(): Promise<Browser> {
	const found = process.env['RATIFY_TEST_BROWSER'];
	if (found === undefined) throw new Error('No browser was looked for: run these tests through npm test.');
	return chromium.launch(JSON.parse(found) as LaunchOptions);
}

/** The lines in which two texts of as many lines differ, as a diff shows them. */
export function diffLines(before: string, after: string): string[] {
	const [old, now] = [before.split('\n'), after.split('\n')];
	if (old.length !== now.length) throw new Error(`${old.length} lines became ${now.length}.`);
	return now.flatMap((line, at) => (line === old[at] ? [] : [`-${old[at] ?? ''}`, `+${line}`]));
}
