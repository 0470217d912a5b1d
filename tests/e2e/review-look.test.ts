import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { findFaults } from './axe';
import { addNotes } from './many-states';
import { DEMO_VAULT, SandboxPage, startBrowser, type PageOptions } from './sandbox-page';

/** Invented, and as unlike each other as themes are: they style bare elements, too. */
const THEMES = path.join(__dirname, '../fixtures/themes');

let browser: Browser;
let sandbox: SandboxPage;

beforeAll(async () => {
	browser = await startBrowser();
});

afterAll(() => browser.close());

afterEach(async () => {
	await sandbox.close();
	expect(sandbox.errors).toEqual([]);
});

async function open(options: PageOptions = {}): Promise<void> {
	sandbox = await SandboxPage.open(browser, DEMO_VAULT, { prepare: addNotes, ...options });
}

async function press(...keys: readonly string[]): Promise<void> {
	for (const key of keys) await sandbox.page.keyboard.press(key);
}

/** Opens the review in the main area, in front of rows that are hard to show. */
async function showHardRows(): Promise<void> {
	await sandbox.page.evaluate(() => {
		window.sandbox.app.workspace.leftSplit.collapse();
		window.sandbox.app.workspace.rightSplit.collapse();
		window.sandbox.executeCommand('ratify:open-review-in-tab');
	});
	await sandbox.page.locator('.mod-root .ratify-row.is-focused').waitFor();
	await sandbox.filter('path:Inbox/www');
	await sandbox.page.locator('.ratify-row', { hasText: 'Rename' }).first().waitFor();
}

/** Gives the review a width, whatever that of the window. */
async function setWidth(width: number): Promise<void> {
	await sandbox.page.locator('.mod-root .ratify-view').evaluate((view, pixels) => { view.setCssStyles({ width: `${pixels}px` }); }, width);
}

/** What of the review does not fit: what is wider than its place, what is cut without a sign of it, and buttons that lie over one another. */
function misfits(root = '.mod-root .ratify-review'): Promise<string[]> {
	return sandbox.page.evaluate((selector) => {
		const review = document.querySelector<HTMLElement>(selector);
		if (!review) return ['no review'];
		const all = [review, ...review.querySelectorAll<HTMLElement>('*')].filter((el) => el.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true }) && !el.closest('svg, .ratify-unseen, textarea, input'));
		const name = (el: Element): string => `${el.className} “${el.textContent.slice(0, 30)}”`;
		const isCut = (el: HTMLElement): boolean => {
			const { overflowX, textOverflow, display } = getComputedStyle(el);
			return el.scrollWidth > el.clientWidth + 1 && display !== 'inline' && display !== 'contents' && textOverflow !== 'ellipsis' && (overflowX !== 'visible' || el.matches('.ratify-row, .ratify-row *'));
		};
		const { left, right } = review.getBoundingClientRect();
		const isOut = (el: HTMLElement): boolean => {
			const box = el.getBoundingClientRect();
			return box.width > 0 && (box.left < left - 1 || box.right > right + 1);
		};
		// Rows are scrolled under headings, and both under what stands around the list.
		const layer = (el: Element): number => ['.ratify-row', '.ratify-section-heading'].findIndex((part) => el.closest(part));
		const buttons = [...review.querySelectorAll<HTMLElement>('button')].filter((el) => all.includes(el)).map((el) => ({ el, box: el.getBoundingClientRect() }));
		const over = buttons.flatMap(({ el, box: a }, at) => buttons.slice(at + 1).filter(({ el: other, box: b }) => layer(el) === layer(other) && !el.contains(other) && a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1).map(({ el: other }) => `${name(el)} over ${name(other)}`));
		return [...all.filter(isCut).map((el) => `cut: ${name(el)}`), ...all.filter((el) => isOut(el) && !el.parentElement?.closest('.ratify-fact-text')).map((el) => `out: ${name(el)}`), ...over];
	}, root);
}

describe.each(['light', 'dark'] as const)('words that are hard to show, in the %s theme,', (theme) => {
	test('fit into every width, from a narrow sidebar to a wide tab', async () => {
		await open({ theme, size: { width: 1500, height: 900 } });
		await showHardRows();
		const found: Record<string, string[]> = {};
		for (const width of [250, 300, 420, 900, 1400]) {
			await setWidth(width);
			found[`at ${width}`] = await misfits();
			const rows = await sandbox.rows().count();
			for (let row = 1; row < rows; row++) await press('j');
			found[`at ${width}, the last row`] = await misfits();
			await press('Home', 'g');
			found[`at ${width}, a group`] = await misfits();
			await press('g', 'e');
			found[`at ${width}, edited`] = await misfits();
			await press('Escape');
		}
		expect(Object.entries(found).filter(([, misfit]) => misfit.length > 0)).toEqual([]);
	});
});

test('text from right to left begins at the right, and the row stays as it is', async () => {
	await open();
	await showHardRows();
	await setWidth(420);
	/** How far the words stand from both sides. */
	const gaps = (words: string): Promise<{ left: number; right: number }> => sandbox.page.locator('.ratify-row .ratify-text', { hasText: words }).first().evaluate((el) => {
		const range = document.createRange();
		range.selectNodeContents(el);
		const lines = [...range.getClientRects()];
		const { left, right } = el.getBoundingClientRect();
		return { left: Math.min(...lines.map((line) => line.left)) - left, right: right - Math.max(...lines.map((line) => line.right)) };
	});
	for (const words of ['أرسل', 'לשלוח']) expect(Math.abs((await gaps(words)).right)).toBeLessThan(2);
	const bake = await gaps('Bake');
	expect(Math.abs(bake.left)).toBeLessThan(2);
	expect(bake.right).toBeGreaterThan(20);
});

test('zoomed to 400 %, all is there, one below the other, and rows have room', async () => {
	await open({ size: { width: 320, height: 256 } });
	await showHardRows();
	expect(await misfits()).toEqual([]);
	const list = await sandbox.page.locator('.mod-root .ratify-list').evaluate((el) => el.clientHeight);
	expect(list).toBeGreaterThan(70);
	await sandbox.page.locator('.ratify-row.is-focused').getByRole('button', { name: 'Dismiss' }).scrollIntoViewIfNeeded();
	await sandbox.page.locator('.ratify-row.is-focused').getByRole('button', { name: 'Dismiss' }).click();
	await sandbox.page.locator('.ratify-footer', { hasText: 'Dismissed.' }).waitFor();
});

describe('a wide tab', () => {
	test('is opened by a command, once, and shows what proves a row beside it', async () => {
		await open({ size: { width: 1500, height: 900 } });
		await sandbox.runFromPalette('Ratify: Open review in a tab');
		const row = sandbox.page.locator('.mod-root .ratify-row.is-focused');
		await row.locator('.ratify-quote').first().waitFor();
		expect(await sandbox.page.evaluate(() => document.activeElement?.matches('.mod-root .ratify-row.is-focused'))).toBe(true);
		const [words, quote] = await Promise.all([row.locator('.ratify-text').boundingBox(), row.locator('.ratify-quote').first().boundingBox()]);
		expect((quote?.x ?? 0) - (words?.x ?? 0)).toBeGreaterThan(300);
		await sandbox.runFromPalette('Ratify: Open review in a tab');
		expect(await sandbox.page.locator('.mod-root .ratify-review').count()).toBe(1);
		// The footer's way back does not lie under the status bar.
		await press('Enter');
		const undo = await sandbox.page.locator('.mod-root .ratify-footer').getByRole('button', { name: 'Undo' }).boundingBox();
		const bar = await sandbox.page.locator('.status-bar').boundingBox();
		expect((undo?.y ?? 0) + (undo?.height ?? 0)).toBeLessThanOrEqual((bar?.y ?? 0) + 1);
	});
});

test('the menu of the review in the sidebar opens it in a tab', async () => {
	await open();
	await sandbox.openReview();
	await sandbox.page.locator('.mod-right-split .workspace-tab-header.is-active').click({ button: 'right' });
	await sandbox.page.locator('.menu-item', { hasText: 'Open in new tab' }).click();
	await sandbox.page.locator('.mod-root .ratify-row.is-focused').waitFor();
});

test('where the system’s colours stand for all, the focus, the selection and what is overdue are still told', async () => {
	await open();
	await sandbox.page.emulateMedia({ forcedColors: 'active' });
	await sandbox.openReview();
	await press('Space', 'j');
	const told = await sandbox.page.evaluate(() => {
		const style = (selector: string, pseudo?: string): CSSStyleDeclaration => getComputedStyle(document.querySelector(selector) ?? document.body, pseudo);
		return {
			bar: style('.ratify-row.is-focused', '::before').backgroundColor !== style('.ratify-row.is-focused').backgroundColor,
			border: style('.ratify-row.is-focused').borderTopColor !== style('.ratify-row:not(.is-focused, .is-selected)').borderTopColor,
			selected: style('.ratify-row.is-selected').outlineStyle,
		};
	});
	expect(told).toEqual({ bar: true, border: true, selected: 'dashed' });
	expect(await sandbox.page.locator('.ratify-row.is-selected').innerText()).toContain('Selected');
	expect(await sandbox.page.locator('.mod-due-overdue').first().innerText()).toContain('overdue');
	expect(await sandbox.page.locator('.ratify-priority[data-priority]').first().textContent()).toContain('priority');
});

function withTheme(name: string): (folder: string) => void {
	return (folder) => {
		addNotes(folder);
		mkdirSync(path.join(folder, '.obsidian/themes'), { recursive: true });
		cpSync(path.join(THEMES, name), path.join(folder, '.obsidian/themes', name), { recursive: true });
		writeFileSync(path.join(folder, '.obsidian/appearance.json'), JSON.stringify({ cssTheme: name }));
	};
}

describe.each(['Hearth', 'Ledger'])('in the theme %s', (name) => {
	test('the review fits, and what the theme does to bare elements does not reach its lists', async () => {
		await open({ prepare: withTheme(name), size: { width: 1500, height: 900 } });
		expect(await sandbox.page.evaluate(() => getComputedStyle(document.body).fontFamily)).toContain(name === 'Hearth' ? 'DejaVu Serif' : 'DejaVu Sans Mono');
		await showHardRows();
		for (const width of [300, 1400]) {
			await setWidth(width);
			expect(await misfits()).toEqual([]);
			await press('g');
			expect(await misfits()).toEqual([]);
			await press('g');
		}
		const reached = await sandbox.page.evaluate(() => [...document.querySelectorAll<HTMLElement>('.ratify-review :is(ul:not(.ratify-suggestions), li, h3, p, .ratify-link, .ratify-section-toggle)')].filter((el) => {
			const { borderLeftStyle, borderBottomStyle, textTransform, textAlign, letterSpacing, fontStyle, listStyleType, display } = getComputedStyle(el);
			const isRow = el.matches('.ratify-row');
			return (!isRow && (borderLeftStyle !== 'none' || borderBottomStyle !== 'none')) || textTransform !== 'none' || textAlign === 'justify' || letterSpacing !== 'normal' || fontStyle !== 'normal'
				|| (display === 'list-item' && listStyleType !== 'none') || (!el.matches('.is-focused') && el.matches('li') && getComputedStyle(el, '::before').content !== 'none');
		}).map((el) => `${el.tagName} ${el.className}`));
		expect(reached).toEqual([]);
		expect(await findFaults(sandbox.page, name, { contrast: false })).toEqual([]);
	});
});
