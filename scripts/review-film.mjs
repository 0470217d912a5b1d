import { readPng } from './png.mjs';
import { openNote, openReview } from './picture-steps.mjs';

/**
 * @typedef {import('playwright-core').Page} Page
 * @typedef {import('./animated-png.mjs').Frame} Frame
 * @typedef {object} Step
 * @property {string} says What the caption says is pressed.
 * @property {string} key
 * @property {number} [time] For how many milliseconds is seen what comes of it.
 */

/** What is seen before a key is pressed, with the key in the caption. */
const before = 500;
const usual = 900;
/** Until nothing changes any more. */
const restTime = 600;

/** @type {Step[]} */
const steps = [
	{ says: 'j  next', key: 'j' },
	{ says: 'Enter  confirm', key: 'Enter' },
	{ says: 'x  dismiss', key: 'x' },
	{ says: 'u  undo', key: 'u' },
	{ says: '/  filter', key: '/', time: 400 },
	...[...'chamber'].map((key) => ({ says: '/  filter', key, time: 120 })),
	{ says: 'Enter  to the rows', key: 'Enter' },
	{ says: 'g  duplicates', key: 'g', time: 1800 },
];

/** The size of the window that is filmed. */
export const filmSize = { width: 840, height: 640 };

/**
 * The review at work, picture by picture, each key with a caption that is drawn over the page.
 *
 * @param {Page} page
 */
export async function filmReview(page) {
	/** @type {Frame[]} */
	const frames = [];
	const shoot = async (/** @type {number} */ time) => {
		await page.waitForTimeout(restTime);
		frames.push({ pixels: readPng(await page.screenshot({ animations: 'disabled' })), time });
	};
	await prepare(page);
	await shoot(1000);
	for (const [at, { says, key, time = usual }] of steps.entries()) {
		if (says !== steps[at - 1]?.says) {
			await caption(page, says);
			await shoot(before);
		}
		await page.keyboard.press(key);
		await shoot(time);
	}
	return frames;
}

/** @param {Page} page */
async function prepare(page) {
	await page.evaluate(() => {
		const { leftSplit, rightSplit } = window.sandbox.app.workspace;
		leftSplit.collapse();
		rightSplit.containerEl.setCssStyles({ width: '400px' });
	});
	await openNote(page, 'Tundrel/People/Joost van der Meer/2026-11-17 - Joost van der Meer update - board, Verdella, hiring.md', 'live', 30);
	await openReview(page);
	await page.locator('.ratify-row.is-focused .ratify-quote').first().waitFor();
}

/**
 * @param {Page} page
 * @param {string} says
 */
async function caption(page, says) {
	await page.evaluate((text) => {
		const id = 'film-caption';
		const el = document.getElementById(id) ?? document.body.appendChild(Object.assign(document.createElement('div'), { id }));
		el.textContent = text;
		Object.assign(el.style, { position: 'fixed', left: '24px', bottom: '24px', zIndex: '1000', padding: '8px 14px', borderRadius: '8px', background: '#222', color: '#fff', font: '600 16px sans-serif', whiteSpace: 'pre' });
	}, says);
}
