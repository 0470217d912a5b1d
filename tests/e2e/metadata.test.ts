import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startServer, type RunningServer } from '../sandbox/server/server';
import { pageQuery, startBrowser } from './sandbox-page';

const HOST = path.join(__dirname, '../../build/host');

let browser: Browser;
let folder: string;
let server: RunningServer;
let page: Page;

beforeAll(async () => {
	browser = await startBrowser();
});

afterAll(() => browser.close());

beforeEach(async () => {
	folder = mkdtempSync(path.join(tmpdir(), 'metadata-'));
	for (const name of ['a', 'b']) writeFileSync(path.join(folder, `${name}.md`), `# ${name}\n`);
	server = await startServer({ vaultDir: folder, port: 0, pluginDir: folder, hostDir: HOST });
	page = await browser.newPage();
	await page.addInitScript(countChanged);
});

afterEach(async () => {
	await page.close();
	await server.close();
	rmSync(folder, { recursive: true });
});

/** Runs before the page's own script: notes each `changed` of the start in `window.fired`. */
function countChanged(): void {
	let sandbox: typeof window.sandbox;
	Object.defineProperty(window, 'fired', { value: [] as string[] });
	Object.defineProperty(window, 'sandbox', {
		configurable: true,
		get: () => sandbox,
		set: (value: typeof window.sandbox) => {
			sandbox = value;
			sandbox.app.metadataCache.on('changed', (file) => { (window as unknown as { fired: string[] }).fired.push(file.path); });
		},
	});
}

/** Opens the page and answers the notes that fired `changed`, when all is at rest. */
async function start(query = ''): Promise<string[]> {
	await page.goto(`${server.url}/?${pageQuery(query)}`);
	await page.waitForFunction(() => window.sandbox !== undefined);
	await page.evaluate(() => window.sandbox.ready.then(() => window.sandbox.settle()));
	return page.evaluate(() => (window as unknown as { fired: string[] }).fired);
}

function headingOf(note: string): Promise<string | undefined> {
	return page.evaluate((name) => window.sandbox.app.metadataCache.getCache(name)?.headings?.[0]?.heading, note);
}

test('the second start finds the metadata of the first, and parses only what has changed since', async () => {
	expect(await start()).toEqual(['a.md', 'b.md']);
	expect(await start()).toEqual([]);
	expect(await headingOf('a.md')).toBe('a');
	// A page that is open would hear of the change and keep it.
	await page.goto('about:blank');
	writeFileSync(path.join(folder, 'b.md'), '# better\n');
	utimesSync(path.join(folder, 'b.md'), 2_000_000_000, 2_000_000_000);
	expect(await start()).toEqual(['b.md']);
	expect(await headingOf('b.md')).toBe('better');
});

test('cold=1 forgets it', async () => {
	await start();
	expect(await start('cold=1')).toEqual(['a.md', 'b.md']);
});
