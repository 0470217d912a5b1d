import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runCommand } from './command.mjs';
import { pictures } from './pictures.mjs';
import { inProject, projectRoot } from './project.mjs';
import { ensureDependencies } from './setup.mjs';

/** @typedef {import('./pictures.mjs').Picture} Picture */

const usualSize = { width: 1200, height: 800 };
/** Until fonts are drawn and nothing fades any more. */
const restTime = 500;

await runCommand(async (argv) => {
	await ensureDependencies();
	const [{ buildSandbox }, { launchBrowser }] = await Promise.all([import('./build-sandbox.mjs'), import('./browser.mjs')]);
	const { hostDir, serverModule } = await buildSandbox();
	const { startServer } = await import(pathToFileURL(serverModule).href);
	const browser = await launchBrowser();
	for (const [name, picture] of Object.entries(pictures).filter(([name]) => argv.length === 0 || argv.includes(name))) {
		// Each on a server of its own: a page's changes stay in the server's memory.
		const server = await startServer({ vaultDir: inProject('tests', 'fixtures', 'demo-vault'), write: false, port: 0, pluginDir: projectRoot, hostDir });
		await take(browser, `${server.url}/?${picture.query}`, picture, inProject('docs', 'images', `${name}.png`));
		await server.close();
		console.log(`docs/images/${name}.png`);
	}
	await browser.close();
});

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} address
 * @param {Picture} picture
 * @param {string} path
 */
async function take(browser, address, { size = usualSize, steps }, path) {
	const page = await browser.newPage({ viewport: size });
	await page.goto(address);
	await page.waitForFunction(() => 'sandbox' in window);
	await page.evaluate(() => window.sandbox.ready.then(() => window.sandbox.settle()));
	await steps(page);
	await page.waitForTimeout(restTime);
	await mkdir(dirname(path), { recursive: true });
	await page.screenshot({ path });
	await page.close();
}
