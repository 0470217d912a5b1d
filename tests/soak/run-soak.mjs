import { rewriteSources } from '../rewrite-sources.mjs';
import { buildSoak, sources } from './build-soak.mjs';

/** Nothing is there: every address of the page is answered with an empty one. Databases need an address. */
const ADDRESS = 'http://localhost:1/';

/**
 * Runs a soak in a page of its own.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {import('./soak').SoakOptions & {rewrites?: readonly import('../rewrite-sources.mjs').Rewrite[], progress?: (done: number) => void}} options `rewrites` are of the plugin's sources.
 * @returns {Promise<import('./soak').SoakResult>}
 */
export async function runSoak(browser, { rewrites = [], progress = () => undefined, ...options }) {
	const script = await buildSoak(rewriteSources(sources, rewrites));
	const context = await browser.newContext();
	try {
		const page = await context.newPage();
		page.on('pageerror', (error) => { if (!isInjected(error)) console.error(error); });
		await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><meta charset="utf-8"><title>Soak</title><body></body>' }));
		await page.exposeFunction('soakProgress', progress);
		await page.goto(ADDRESS);
		await page.addScriptTag({ content: script });
		return await page.evaluate((given) => window.soak(given), options);
	} finally {
		await context.close();
	}
}

/**
 * The app, too, meets the disk's failures, and throws them into the window.
 *
 * @param {Error} error
 */
function isInjected({ message }) {
	return message.includes('EIO');
}
