import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type ConsoleMessage, type FrameLocator, type LaunchOptions, type Locator, type Page } from 'playwright-core';
import type { CrashTarget } from '../sandbox/obsidian/vault/faults';
import { startServer } from '../sandbox/server/server';
import { PageFaults } from './page-faults';

const ROOT = path.join(__dirname, '../..');

/** The demo vault, which most tests open. */
export const DEMO_VAULT = path.join(ROOT, 'tests/fixtures/demo-vault');

/** How a page is opened. */
export interface PageOptions {
	readonly theme?: 'light' | 'dark';
	/** Start without metadata, as the app does when it opens a vault for the first time; else only the runs with a seed do. */
	readonly cold?: boolean;
	/** Switch the plugin on only once the app is ready, as a user does. */
	readonly late?: boolean;
	readonly seed?: number;
	readonly size?: { readonly width: number; readonly height: number };
	/** Changes the vault's copy before it is served. */
	readonly prepare?: (folder: string) => void;
	/** Lets the page write the copy on disk. */
	readonly write?: boolean;
	/** Crash already while the app starts. */
	readonly crash?: CrashTarget;
	/** Folders of other plugins, to run beside it. */
	readonly peers?: readonly string[];
	/** Show the app as it is on a phone. */
	readonly mobile?: boolean;
	/** Milliseconds within which the plugin is to have read the vault. */
	readonly patience?: number;
	/** The version of the app to pretend. */
	readonly api?: string;
	/** The language of the app. */
	readonly language?: string;
}

/** A browser window with the sandbox and the built plugin in it, over a copy of a vault. */
export class SandboxPage {
	private constructor(
		/** The open page; another one after `reopen`. */
		public page: Page,
		private readonly address: string,
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
		const server = await startServer({ vaultDir: folder, warm: !(options.cold ?? isSeeded(options)), write: options.write ?? false, port: 0, peerDirs: options.peers ?? [], pluginDir: ROOT, hostDir: path.join(ROOT, 'build/host') });
		const context = await browser.newContext({ viewport: options.size ?? { width: 1280, height: 800 } });
		const errors: string[] = [];
		const query = pageQuery({ theme: options.theme ?? 'light', ...(options.late ? { late: '1' } : {}), ...(options.mobile ? { mobile: '1' } : {}), ...(options.api === undefined ? {} : { api: options.api }), ...(options.language === undefined ? {} : { lang: options.language }), ...(options.seed === undefined ? {} : { seed: String(options.seed) }) });
		const address = `${server.url}/?${query}`;
		const page = await openPage(context, withCrash(address, options.crash), errors, options.patience);
		const closers = [() => context.close(), () => server.close(), () => rmSync(folder, { recursive: true })];
		return new SandboxPage(page, address, folder, closers, errors);
	}

	/** What goes wrong with the page's disk. */
	get faults(): PageFaults {
		return new PageFaults(this.page);
	}

	/** Kills the page and starts the app anew over the vault as it was left, in the folder or in the server's memory. @param crash strikes while it starts. */
	async reopen(crash?: CrashTarget): Promise<void> {
		const context = this.page.context();
		await this.page.close();
		this.page = await openPage(context, withCrash(this.address, crash), this.errors);
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

	/** Groups or sorts the review by its menu. @param how as the menu says it */
	async arrange(how: string): Promise<void> {
		await this.page.locator('.ratify-grouping').click();
		await this.page.locator('.menu-item', { hasText: new RegExp(`^${how}`, 'u') }).first().click();
	}

	rows(): Locator {
		return this.page.locator('.ratify-row');
	}

	/** The texts of all elements of the review's list that fit, from its top to its end: it draws only what is near the visible part. */
	readList(selector: string): Promise<string[]> {
		return this.page.evaluate(async (wanted) => {
			const list = document.querySelector('.ratify-list');
			const found = new Map<string, string>();
			while (list) {
				for (const element of list.querySelectorAll<HTMLElement>(wanted)) {
					const heading = element.closest('section')?.querySelector('h3')?.textContent ?? '';
					found.set(`${heading}\n${element.closest('.ratify-row')?.ariaPosInSet ?? ''}`, element.innerText);
				}
				if (list.scrollTop + list.clientHeight >= list.scrollHeight - 1) break;
				list.scrollTop += list.clientHeight;
				await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
			}
			return [...found.values()];
		}, selector);
	}

	focusedRow(): Locator {
		return this.page.locator('.ratify-row.is-focused');
	}

	/** The sentence of the focused row. */
	focusedText(): Promise<string> {
		return this.focusedRow().locator('.ratify-text').innerText();
	}
}

/** Whether a page's delays are random. */
function isSeeded({ seed }: PageOptions): boolean {
	return seed !== undefined || process.env['RATIFY_TEST_SEED'] !== undefined;
}

/** A page's address after `?`; a page that names no seed for its random delays gets that of the whole run. */
export function pageQuery(query: string | Readonly<Record<string, string>>): string {
	const params = new URLSearchParams(query);
	const seed = process.env['RATIFY_TEST_SEED'];
	if (seed !== undefined && !params.has('seed')) params.set('seed', seed);
	return params.toString();
}

function withCrash(address: string, crash: CrashTarget | undefined): string {
	return crash === undefined ? address : `${address}&crash=${encodeURIComponent(JSON.stringify(crash))}`;
}

/** The browser itself complains where the page's disk looks for a file that another program has just removed. */
function isMissingFile(message: ConsoleMessage): boolean {
	return message.text().includes('404') && new URL(message.location().url).pathname === '/vault/file';
}

/** Resolves when the app is ready and the plugin has read the vault, as far as its status bar tells, or when the app has crashed on its way there. */
async function openPage(context: BrowserContext, address: string, errors: string[], patience = 30_000): Promise<Page> {
	const page = await context.newPage();
	page.on('pageerror', (error) => errors.push(String(error)));
	page.on('console', (message) => message.type() === 'error' && !isMissingFile(message) && errors.push(message.text()));
	await page.goto(address);
	await page.waitForFunction(() => 'sandbox' in window);
	await page.evaluate(() => Promise.race([window.sandbox.ready, window.sandbox.faults.crashed]));
	await page.waitForFunction(() => window.sandbox.faults.isCrashed || document.querySelector('.ratify-status')?.textContent !== '', null, { timeout: patience });
	return page;
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
