import type { Browser } from 'playwright-core';
import { addNotes } from './many-states';
import { DEMO_VAULT, SandboxPage, startBrowser, type PageOptions } from './sandbox-page';

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

/** What has the keyboard, by its class and its words. */
const focused = (): Promise<string> => sandbox.page.evaluate(() => {
	const el = document.activeElement as HTMLElement;
	return `${el.tagName.toLowerCase()}${el.className === '' ? '' : `.${el.className.trim().split(/\s+/u).join('.')}`}`;
});

describe('what is read out', () => {
	const heard = async (text: string | RegExp): Promise<void> => sandbox.page.locator('.ratify-announcement', { hasText: text }).waitFor({ state: 'attached' });

	test('is each decision and what is left, what was taken back, what is selected, and what the filter leaves', async () => {
		await open();
		await sandbox.openReview();
		const region = await sandbox.page.locator('.ratify-announcement').elementHandle();
		const left = async (): Promise<number> => Number((await sandbox.page.locator('.ratify-left strong').innerText()).split(' ')[0]);
		const all = await left();
		await press('Enter');
		await heard(`Confirmed. ${all - 1} decisions left.`);
		await press('x');
		await heard(`Dismissed. ${all - 2} decisions left.`);
		await press('u');
		await heard(`${all - 1} decisions left.`);
		await press('Space', 'j', 'Space');
		await heard('2 selected.');
		await press('Enter');
		await heard(`Confirmed: 2 tasks. ${all - 3} decisions left.`);
		await press('/');
		await sandbox.page.keyboard.type('ferns');
		await heard(`1 of ${all - 3} decisions left.`);
		await press('Escape', 'Escape', 'Control+a', 'Enter');
		await sandbox.page.locator('.modal button.mod-cta').click();
		await heard(/^Confirmed: \d+ tasks\..* 0 decisions left\.$/u);
		// It has been the same all along: what comes together with its text is not read out.
		expect(await region?.evaluate((el) => el.isConnected)).toBe(true);
		expect(await sandbox.page.getByRole('status').count()).toBe(1);
	});

	test('is at once what failed, and why', async () => {
		await open();
		await sandbox.faults.fail({ operation: 'write', path: 'Inbox/2026-11-20 Plan.md', code: 'ENOSPC' });
		await sandbox.openReview();
		await sandbox.filter('screws');
		await press('Enter');
		await sandbox.page.getByRole('alert').filter({ hasText: '2026-11-20 Plan: ' }).waitFor({ state: 'attached' });
		await heard('Nothing was changed. 1 of');
	});

	test('of a row is how urgent it is, its words, whom it is for and when', async () => {
		await open();
		await sandbox.openReview();
		await sandbox.filter('ferns');
		const row = sandbox.page.getByRole('listitem', { name: /^Highest priority Water the ferns by the door\. Me \d+ days? overdue$/u });
		await row.waitFor();
		expect(await row.getAttribute('aria-current')).toBe('true');
		const list = row.locator('xpath=..');
		expect(await list.getAttribute('aria-labelledby')).toBe(await sandbox.page.locator('.ratify-section-title').first().getAttribute('id'));
	});

	test('of a prompt is what it asks, and what is picked in it', async () => {
		await open();
		await sandbox.openReview();
		await press('p');
		const field = sandbox.page.getByRole('combobox', { name: 'How urgent is it?' });
		await field.waitFor();
		await press('ArrowDown');
		const picked = await sandbox.page.locator('.prompt .is-selected').elementHandle();
		await sandbox.page.waitForFunction((item) => document.activeElement?.getAttribute('aria-activedescendant') === item?.id && item?.getAttribute('aria-selected') === 'true', picked);
		await sandbox.page.keyboard.type('qq');
		await sandbox.page.getByRole('dialog', { name: 'How urgent is it?' }).getByRole('status').filter({ hasText: 'No priority is called that.' }).waitFor();
	});
});

describe('the keyboard', () => {
	test('goes with Tab from the filter over one row and its buttons to the footer, and shows where it is', async () => {
		await open();
		await sandbox.openReview();
		await press('Enter');
		await sandbox.page.locator('.ratify-footer', { hasText: 'Confirmed.' }).waitFor();
		await sandbox.page.locator('.ratify-row.is-focused .ratify-quote').first().waitFor();
		await press('/');
		const stops: string[] = [];
		for (let at = 0; at < 40 && !stops.at(-1)?.includes('Undo'); at++) {
			await press('Tab');
			stops.push(await sandbox.page.evaluate(() => {
				const el = document.activeElement as HTMLElement;
				const { outlineStyle, outlineWidth } = getComputedStyle(el);
				const bar = getComputedStyle(el, '::before').width;
				const isSeen = (outlineStyle === 'solid' && parseFloat(outlineWidth) >= 2) || (el.matches('.ratify-row') && parseFloat(bar) >= 4);
				const name = el.matches('.ratify-row') ? 'row' : (el.getAttribute('aria-label') ?? ([...el.querySelectorAll('span')].map(({ textContent }) => textContent).join('') || el.textContent));
				return `${isSeen ? '' : 'unseen: '}${name.split('.')[0] ?? ''}`;
			}));
		}
		const row = stops.indexOf('row');
		expect(stops.slice(0, 2)).toEqual([expect.stringMatching(/^Grouped by person/u), 'History']);
		expect(row).toBe(3);
		expect(stops.slice(row).filter((name) => ['row', 'Confirm', 'Dismiss', 'More', 'Undo'].includes(name))).toEqual(['row', 'Confirm', 'Dismiss', 'More', 'Undo']);
		expect(stops.filter((name) => name.startsWith('unseen'))).toEqual([]);
	});

	test('goes with the arrows to the headings, closes and opens them there, and back to the rows', async () => {
		await open();
		await sandbox.openReview();
		await press('ArrowLeft');
		const first = sandbox.page.locator('.ratify-section-toggle').first();
		expect(await first.evaluate((el) => el === document.activeElement)).toBe(true);
		await press('ArrowDown');
		const second = sandbox.page.locator('.ratify-section-toggle').nth(1);
		expect(await second.evaluate((el) => el === document.activeElement)).toBe(true);
		await press('ArrowUp', 'ArrowLeft');
		expect(await first.getAttribute('aria-expanded')).toBe('false');
		expect(await first.evaluate((el) => el === document.activeElement)).toBe(true);
		await press('ArrowRight');
		expect(await first.getAttribute('aria-expanded')).toBe('true');
		await press('ArrowRight');
		expect(await focused()).toBe('li.ratify-row.is-focused');
	});

	test('reaches the buttons of a proposal in a note that is read', async () => {
		await open();
		await sandbox.openNote('Inbox/2026-11-20 Plan.md', { mode: 'reading' });
		await sandbox.page.locator('.markdown-reading-view .ratify-line').waitFor({ state: 'attached' });
		await sandbox.page.locator('.markdown-reading-view input.task-list-item-checkbox').focus();
		// Behind the tags of the line.
		await press('Tab', 'Tab', 'Tab');
		expect(await sandbox.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('More');
		expect(await sandbox.page.locator('.markdown-reading-view .ratify-line').evaluate((el) => getComputedStyle(el).opacity)).toBe('1');
		await press('Enter');
		await sandbox.page.locator('.menu-item', { hasText: 'Confirm' }).first().click();
		await sandbox.page.locator('.notice', { hasText: 'Confirmed.' }).waitFor();
	});
});

test('with motion reduced, nothing of the plugin moves', async () => {
	await open();
	await sandbox.page.emulateMedia({ reducedMotion: 'reduce' });
	await sandbox.openReview();
	await press('i');
	await sandbox.page.locator('.ratify-card').waitFor();
	const moving = await sandbox.page.evaluate(() => [...document.querySelectorAll('[class*="ratify-"]')].filter((el) => {
		const { animationName, transitionDuration, transitionProperty } = getComputedStyle(el);
		return animationName !== 'none' || (transitionProperty !== 'none' && transitionDuration.split(',').some((time) => parseFloat(time) > 0));
	}).map((el) => el.className));
	expect(moving).toEqual([]);
});

describe('on a phone', () => {
	/** What a finger is to hit: those that are too small, and those that lie over one another. */
	const targets = (): Promise<string[]> => sandbox.page.evaluate(() => {
		// What lies behind a window is not to be hit.
		const open = document.querySelectorAll<HTMLElement>('.modal[class*="ratify-"]');
		const all = [...(open.length > 0 ? open : document.querySelectorAll<HTMLElement>('.ratify-review'))].flatMap((root) => [...root.querySelectorAll<HTMLElement>('button, summary, label, textarea, input[type="search"], .ratify-member')])
			.filter((el) => el.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true }) && getComputedStyle(el).pointerEvents !== 'none' && !el.matches('.ratify-unseen'));
		const boxes = all.map((el) => ({ el, box: el.getBoundingClientRect(), name: `${el.className} ${el.textContent.slice(0, 30)}` }));
		const small = boxes.filter(({ box }) => box.width < 43.5 || box.height < 43.5).map(({ box, name }) => `${Math.round(box.width)} x ${Math.round(box.height)}: ${name}`);
		const over = boxes.flatMap((one, at) => boxes.slice(at + 1).filter((other) => !one.el.contains(other.el) && !other.el.contains(one.el) && isOver(one.box, other.box)).map((other) => `${one.name} over ${other.name}`));
		return [`${boxes.length > 0 ? 'some' : 'none'}`, ...small, ...over];

		function isOver(a: DOMRect, b: DOMRect): boolean {
			return a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
		}
	});

	test('all that is pressed is at least 44 pixels wide and high, and nothing lies over another', async () => {
		await open({ mobile: true, size: { width: 390, height: 844 } });
		await sandbox.page.evaluate(() => window.sandbox.executeCommand('ratify:open-review'));
		await sandbox.page.locator('.ratify-row .ratify-text').nth(1).click();
		await sandbox.page.locator('.ratify-row.is-focused .ratify-quote').first().waitFor();
		expect(await targets()).toEqual(['some']);
		await sandbox.filter('pricing comparison');
		const row = sandbox.page.locator('.ratify-row', { has: sandbox.page.locator('.ratify-duplicates') }).first();
		await row.locator('.ratify-text').click();
		await row.locator('.ratify-group-toggle').click();
		await row.locator('.ratify-member').first().waitFor();
		await row.locator('.ratify-neighbour').first().waitFor();
		expect(await targets()).toEqual(['some']);
		await sandbox.page.keyboard.press('e');
		expect(await targets()).toEqual(['some']);
		await press('Escape', 'Escape', 'Escape', 'Enter');
		await sandbox.page.locator('.ratify-footer', { hasText: 'Confirmed' }).waitFor();
		await press('Shift+H');
		await sandbox.page.locator('.ratify-entry').first().waitFor();
		expect(await targets()).toEqual(['some']);
		await sandbox.page.evaluate(() => window.sandbox.executeCommand('ratify:show-unknown-people'));
		await sandbox.page.locator('.ratify-unknown > li').first().waitFor();
		expect(await targets()).toEqual(['some']);
		await press('Escape');
		await sandbox.page.evaluate(() => window.sandbox.executeCommand('ratify:link-names-in-all'));
		await sandbox.page.locator('.ratify-links tbody tr').first().waitFor();
		expect(await targets()).toEqual(['some']);
	});
});
