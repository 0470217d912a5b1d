import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeAnimatedPng } from './animated-png.mjs';
import { runCommand } from './command.mjs';
import { pictures } from './pictures.mjs';
import { readPng, writePng } from './png.mjs';
import { inProject, projectRoot } from './project.mjs';
import { filmReview, filmSize } from './review-film.mjs';
import { ensureDependencies } from './setup.mjs';

/**
 * @typedef {import('playwright-core').Page} Page
 * @typedef {import('./pictures.mjs').Picture} Picture
 */

/** A step that takes longer will not come about. */
const stepTimeLimit = 12_000;
const usualSize = { width: 1200, height: 800 };
/** When all pictures are taken, so that what is overdue in them always is. */
const today = '2026-11-20T10:00:00';
/** Until fonts are drawn and nothing fades any more. */
const restTime = 500;

/** The one that moves. */
const film = {
	query: 'theme=light',
	size: filmSize,
	steps: async () => {},
	shoot: async (/** @type {Page} */ page) => writeAnimatedPng(await filmReview(page)),
};

await runCommand(async (argv) => {
	await ensureDependencies();
	const [{ buildSandbox }, { launchBrowser }] = await Promise.all([import('./build-sandbox.mjs'), import('./browser.mjs')]);
	const { hostDir, serverModule } = await buildSandbox();
	const { startServer } = await import(pathToFileURL(serverModule).href);
	const browser = await launchBrowser();
	let missing = 0;
	/** @type {Record<string, Picture & {shoot?: (page: Page) => Promise<Buffer>}>} */
	const all = { ...pictures, review: film };
	const isWanted = (/** @type {string} */ name) => argv.length === 0 || argv.some((word) => name === word || (!Object.hasOwn(all, word) && name.startsWith(word)));
	for (const [name, picture] of Object.entries(all).filter(([name]) => isWanted(name))) {
		// Each on a server of its own: a page's changes stay in the server's memory.
		const server = await startServer({ vaultDir: inProject('tests', 'fixtures', 'demo-vault'), write: false, port: 0, pluginDir: projectRoot, hostDir });
		try {
			await take(browser, `${server.url}/?${picture.query}`, picture, inProject('docs', 'images', `${name}.png`));
			console.log(`docs/images/${name}.png`);
		} catch (error) {
			missing++;
			console.error(`${name}: ${String(error)}`);
		} finally {
			await server.close();
		}
	}
	await browser.close();
	return missing === 0 ? 0 : 1;
});

/** @param {Page} page */
async function shootOnce(page) {
	await page.waitForTimeout(restTime);
	return writePng(readPng(await page.screenshot()));
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} address
 * @param {Picture & {shoot?: (page: Page) => Promise<Buffer>}} picture
 * @param {string} path
 */
async function take(browser, address, { size = usualSize, steps, shoot = shootOnce }, path) {
	const page = await browser.newPage({ viewport: size });
	page.setDefaultTimeout(stepTimeLimit);
	await page.addInitScript(moveClock, today);
	await page.goto(address);
	await page.waitForFunction(() => 'sandbox' in window);
	await page.evaluate(() => window.sandbox.ready.then(() => window.sandbox.settle()));
	await steps(page);
	const file = await shoot(page);
	await mkdir(dirname(path), { recursive: true });
	await writeFile(path, file);
	await page.close();
}

/**
 * Runs in the page: its clock goes on as ever, from another moment.
 *
 * @param {string} moment
 */
function moveClock(moment) {
	const Real = Date;
	const by = new Real(moment).getTime() - Real.now();
	globalThis.Date = class extends Real {
		/** @param {...any} parts */
		constructor(...parts) {
			if (parts.length === 0) super(Real.now() + by);
			else super(.../** @type {[any]} */ (parts));
		}

		static now() {
			return Real.now() + by;
		}
	};
}
