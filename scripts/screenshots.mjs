import { mkdir } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { runCommand } from './command.mjs';
import { inProject, projectRoot } from './project.mjs';
import { ensureDependencies } from './setup.mjs';

/** The note that the pictures show beside the review. */
const note = 'Journal/2026-11-19.md';

/**
 * How each picture comes about; the names are those of the files in `docs/images`.
 *
 * @type {Record<string, {theme: 'light' | 'dark', steps: (page: import('playwright-core').Page) => Promise<void>}>}
 */
const pictures = {
	'review-light': { theme: 'light', steps: decideOne },
	'review-dark': { theme: 'dark', steps: decideOne },
	'note-dark': { theme: 'dark', steps: async (page) => {
		await openNote(page);
		await page.keyboard.press('Control+p');
		await page.keyboard.type('ratify proposed');
	} },
	'settings-light': { theme: 'light', steps: async (page) => {
		await page.keyboard.press('Control+,');
		await page.frameLocator('.settings-window-frame').getByText('Ratify', { exact: true }).click();
	} },
};

await runCommand(async () => {
	await ensureDependencies();
	const [{ buildSandbox }, { launchBrowser }] = await Promise.all([import('./build-sandbox.mjs'), import('./browser.mjs')]);
	const { hostDir, serverModule } = await buildSandbox();
	const { startServer } = await import(pathToFileURL(serverModule).href);
	const server = await startServer({ vaultDir: inProject('tests', 'fixtures', 'demo-vault'), write: false, port: 0, pluginDir: projectRoot, hostDir });
	const browser = await launchBrowser();
	await mkdir(inProject('docs', 'images'), { recursive: true });
	for (const [name, { theme, steps }] of Object.entries(pictures)) {
		const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
		await page.goto(`${server.url}/?theme=${theme}`);
		await page.waitForFunction(() => 'sandbox' in window);
		await page.evaluate(() => window.sandbox.ready.then(() => window.sandbox.settle()));
		await steps(page);
		await page.waitForTimeout(500);
		await page.screenshot({ path: inProject('docs', 'images', `${name}.png`) });
		await page.close();
		console.log(`docs/images/${name}.png`);
	}
	await browser.close();
	await server.close();
});

/** @param {import('playwright-core').Page} page */
async function decideOne(page) {
	await openNote(page);
	await page.evaluate(() => window.sandbox.executeCommand('ratify:open-review'));
	await page.locator('.ratify-row').first().waitFor();
	for (const key of ['j', 'Enter']) await page.keyboard.press(key);
	await page.getByText('Confirmed.').waitFor();
}

/** @param {import('playwright-core').Page} page */
async function openNote(page) {
	await page.evaluate((path) => window.sandbox.openFile(path, { line: 12, mode: 'live' }), note);
}
