import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startServer } from '../sandbox/server/server';
import { writeReviewVault } from './review-vault';

/** What the review costs in a real browser, over a vault with so many proposals. Times in milliseconds. */
export interface ReviewFigures {
	readonly proposals: number;
	readonly notes: number;
	readonly rows: number;
	/** From the command until the rows are painted, median. */
	readonly opened: number;
	/** Frames while the list is scrolled for ten seconds: how many, the longest, and how many over 32. */
	readonly frames: number;
	readonly longestFrame: number;
	readonly longFrames: number;
	/** From a key until the next row has the keyboard, while decisions are written behind it. */
	readonly decisions: number;
	readonly keyMedian: number;
	readonly keyNinetyNinth: number;
	readonly keyLongest: number;
	/** From a letter typed into the filter until the rows that fit are there, median. */
	readonly filtered: number;
}

/** What is measured on. */
export interface ReviewBench {
	readonly browser: Browser;
	/** The built sandbox and the plugin's folder. */
	readonly hostDir: string;
	readonly pluginDir: string;
}

const OPENINGS = 9;
const SCROLL_MS = 10_000;
const DECISIONS = 200;
/** Milliseconds between two keys of somebody who decides fast. */
const PAUSE_MS = 100;
const WORDS = ['contract', 'budget of', 'priority:high', 'owner:me due:none', 'review -owner:me'];
const READY_MS = 600_000;

/** Measures for one size. */
export async function benchReview({ browser, hostDir, pluginDir }: ReviewBench, proposals: number): Promise<ReviewFigures> {
	const folder = mkdtempSync(path.join(tmpdir(), 'ratify-bench-'));
	const notes = writeReviewVault(folder, proposals);
	const server = await startServer({ vaultDir: folder, warm: true, port: 0, pluginDir, hostDir });
	const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
	page.setDefaultTimeout(READY_MS);
	try {
		await page.goto(`${server.url}/?theme=light`);
		await page.waitForFunction(() => 'sandbox' in window);
		await page.evaluate(() => window.sandbox.ready);
		await page.locator('.ratify-status', { hasText: 'to decide' }).waitFor();
		const opened = medianOf(await timeOpenings(page));
		const frames = await timeFrames(page);
		const filtered = medianOf(await timeFilters(page));
		const keys = await timeKeys(page);
		const rows = await page.evaluate(() => Number.parseInt((document.querySelector('.ratify-status')?.textContent ?? '').replaceAll(',', ''), 10));
		return {
			proposals,
			notes,
			rows: rows + DECISIONS,
			opened,
			frames: frames.length,
			longestFrame: Math.max(...frames),
			longFrames: frames.filter((frame) => frame > 32).length,
			decisions: keys.length,
			keyMedian: medianOf(keys),
			keyNinetyNinth: keys[Math.ceil(keys.length * 0.99) - 1] ?? NaN,
			keyLongest: keys.at(-1) ?? NaN,
			filtered,
		};
	} finally {
		await page.close();
		await server.close();
		rmSync(folder, { recursive: true });
	}
}

/** Opens the review and closes it again. */
async function timeOpenings(page: Page): Promise<number[]> {
	const times: number[] = [];
	for (let at = 0; at < OPENINGS; at++) {
		await page.evaluate(() => window.sandbox.app.workspace.detachLeavesOfType('ratify-review'));
		await page.waitForTimeout(PAUSE_MS);
		times.push(await page.evaluate(async () => {
			const start = performance.now();
			window.sandbox.executeCommand('ratify:open-review');
			while (!document.querySelector('.ratify-row')) await new Promise((resolve) => requestAnimationFrame(resolve));
			// What is done at the end of this frame's turn comes after its painting.
			await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
			return performance.now() - start;
		}));
	}
	return times;
}

/** Scrolls down through the list, a third of a screen in a tenth of a second, and jumps now and then. */
function timeFrames(page: Page): Promise<number[]> {
	return page.evaluate(async (duration) => {
		const list = document.querySelector('.ratify-list');
		if (!list) throw new Error('There is no list.');
		const next = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
		const [frames, start] = [[] as number[], await next()];
		for (let last = start, count = 0; last - start < duration; count++) {
			list.scrollTop += count % 120 === 119 ? list.scrollHeight / 7 : 40;
			if (list.scrollTop + list.clientHeight >= list.scrollHeight - 1) list.scrollTop = 0;
			const now = await next();
			frames.push(now - last);
			last = now;
		}
		list.scrollTop = 0;
		return frames;
	}, SCROLL_MS);
}

/** Types filters letter by letter. */
async function timeFilters(page: Page): Promise<number[]> {
	const times: number[] = [];
	for (const words of WORDS) {
		await page.locator('.ratify-filter input').fill('');
		times.push(...await page.evaluate(async (text) => {
			const input = document.querySelector<HTMLInputElement>('.ratify-filter input');
			const found: number[] = [];
			for (let end = 1; input && end <= text.length; end++) {
				input.value = text.slice(0, end);
				const start = performance.now();
				input.dispatchEvent(new InputEvent('input', { bubbles: true }));
				await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
				found.push(performance.now() - start);
			}
			return found;
		}, words));
	}
	await page.locator('.ratify-filter input').fill('');
	return times;
}

/** Decides row by row, each as soon as somebody would who decides fast, whatever is still written; in order of their length. */
async function timeKeys(page: Page): Promise<number[]> {
	await page.evaluate(() => window.sandbox.executeCommand('ratify:open-review'));
	await page.waitForFunction(() => document.activeElement?.matches('.ratify-row.is-focused'));
	await page.evaluate(() => {
		const times: number[] = [];
		let pressed = NaN;
		document.addEventListener('keydown', ({ timeStamp }) => { pressed = timeStamp; }, true);
		document.addEventListener('focusin', ({ target }) => {
			if (!(target instanceof HTMLElement) || !target.matches('.ratify-row') || Number.isNaN(pressed)) return;
			times.push(performance.now() - pressed);
			pressed = NaN;
		});
		Object.assign(window, { keyTimes: times });
	});
	for (let at = 0; at < DECISIONS; at++) {
		await page.keyboard.press(at % 3 === 0 ? 'x' : 'Enter');
		await page.waitForTimeout(PAUSE_MS);
	}
	const times = await page.evaluate(() => (window as unknown as { readonly keyTimes: number[] }).keyTimes);
	if (times.length !== DECISIONS) throw new Error(`${DECISIONS} keys moved the focus ${times.length} times.`);
	return times.sort((a, b) => a - b);
}

function medianOf(times: readonly number[]): number {
	return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;
}
