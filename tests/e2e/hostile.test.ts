import type { Browser } from 'playwright-core';
import { FORMATTED, HOSTILE_COUNT, HOSTILE_NOTE, HOSTILE_TEXT, makeHostile, SENTENCES } from './hostile-vault';
import { DEMO_VAULT, diffLines, SandboxPage, startBrowser } from './sandbox-page';

let browser: Browser;
let sandbox: SandboxPage;
let foreign: string[];

beforeAll(async () => {
	browser = await startBrowser();
});

afterAll(() => browser.close());

beforeEach(async () => {
	foreign = [];
	sandbox = await SandboxPage.open(browser, DEMO_VAULT, { prepare: makeHostile });
	const address = new URL(sandbox.page.url()).origin;
	sandbox.page.on('request', (request) => { if (!/^(?:data|blob|about):/u.test(request.url()) && !request.url().startsWith(address)) foreign.push(request.url()); });
	sandbox.page.on('dialog', (dialog) => { foreign.push(`dialog: ${dialog.message()}`); void dialog.dismiss(); });
	await sandbox.openReview();
});

afterEach(async () => {
	await expectNothingDone();
	await sandbox.close();
	expect(sandbox.errors).toEqual([]);
});

/** What stands in the page that Ratify does not make: elements of notes, addresses, code. */
function strangers(): Promise<string[]> {
	return sandbox.page.evaluate(() => {
		const own = [...document.querySelectorAll('.ratify-view, .notice, .modal, .prompt, .menu, .tooltip, .status-bar')];
		const elements = own.flatMap((root) => [root, ...root.querySelectorAll('*')]);
		const isIcon = (element: Element): boolean => element.closest('svg.svg-icon') !== null;
		const known = new Set(['BUTTON', 'CODE', 'DD', 'DEL', 'DIV', 'DL', 'DT', 'EM', 'FOOTER', 'H3', 'HEADER', 'INPUT', 'INS', 'KBD', 'LI', 'MARK', 'P', 'PROGRESS', 'S', 'SECTION', 'SPAN', 'STRONG', 'UL']);
		const isStrange = (element: Element): boolean => !(known.has(element.tagName) || isIcon(element)) || element.getAttributeNames().some((name) => name.startsWith('on') || ['href', 'src', 'srcdoc', 'xlink:href'].includes(name));
		return elements.filter(isStrange).map((element) => element.outerHTML.slice(0, 200));
	});
}

async function expectNothingDone(): Promise<void> {
	expect(await strangers()).toEqual([]);
	const traces = await sandbox.page.evaluate(() => ({ ran: 'hostile' in window, polluted: 'polluted' in {} || 'polluted' in [] || 'polluted' in (() => 0) }));
	expect(traces).toEqual({ ran: false, polluted: false });
	expect(foreign).toEqual([]);
}

const textOf = (selector: string): Promise<string[]> => sandbox.page.locator(selector).allTextContents();
const noteDiff = async (): Promise<string[]> => { await sandbox.settle(); return diffLines(HOSTILE_TEXT, await sandbox.read(HOSTILE_NOTE)); };
const footer = (text: string): Promise<void> => sandbox.page.locator('.ratify-footer', { hasText: text }).waitFor();

describe('notes full of markup and scripts', () => {
	test('are shown as text, row by row, in all groupings by name', async () => {
		for (const next of ['Note', 'Source', 'Owner', 'Person']) {
			await sandbox.page.keyboard.press('Home');
			for (let row = 1; row < HOSTILE_COUNT; row++) {
				expect(await strangers()).toEqual([]);
				await sandbox.page.keyboard.press('j');
			}
			await sandbox.page.locator('.ratify-list').evaluate((list) => list.scrollTo(0, 0));
			const shown = await sandbox.readList('.ratify-row .ratify-text');
			expect(shown).toHaveLength(HOSTILE_COUNT);
			for (const sentence of [...SENTENCES, ...FORMATTED.map(([, text]) => text)]) expect(shown).toContain(sentence);
			await sandbox.arrange(next);
			await sandbox.page.locator('.ratify-grouping', { hasText: `by ${next.toLowerCase()}` }).waitFor();
		}
	});

	test('give their names to owners, titles, headings and sections as text', async () => {
		await sandbox.filter('markup of a link');
		expect(await sandbox.focusedRow().locator('.mod-owner').textContent()).toBe('<img src=x onerror=window.hostile=1>');
		expect(await sandbox.focusedRow().locator('.mod-note').textContent()).toBe('<img src=x onerror=window.hostile=1>');
		expect(await sandbox.focusedRow().locator('.ratify-why').textContent()).toContain('Heading <img src=x onerror=window.hostile=1>');
		expect(await textOf('.ratify-section-title')).toEqual(['"><script>window.hostile=1</script>']);
		await sandbox.focusedRow().locator('.mod-owner').hover();
		await sandbox.focusedRow().getByLabel('More').click();
		await sandbox.page.locator('.menu').waitFor();
		await expectNothingDone();
		await sandbox.page.keyboard.press('Escape');
	});

	test('are decided and taken back in just their lines, and stand in the history as text', async () => {
		const [first = '', second = ''] = SENTENCES;
		await sandbox.filter('pay today');
		await sandbox.page.keyboard.press('Enter');
		await footer('Confirmed.');
		const line = `- [?] ${first} #task #proposed #__proto__ #constructor`;
		const confirmed = `- [ ] ${first} #task #__proto__ #constructor`;
		expect(await noteDiff()).toEqual([`-${line}`, `+${confirmed}`]);
		await sandbox.page.keyboard.press('Escape');
		await sandbox.filter('<script> end');
		await sandbox.page.keyboard.press('x');
		await footer('Dismissed.');
		expect(await noteDiff()).toHaveLength(4);
		await sandbox.page.keyboard.press('Shift+H');
		expect(await textOf('.ratify-entry .ratify-text')).toEqual([`Dismissed: ${second}`, `Confirmed: ${first}`]);
		await expectNothingDone();
		await sandbox.page.keyboard.press('u');
		await sandbox.page.keyboard.press('u');
		await sandbox.page.locator('.ratify-left', { hasText: `${HOSTILE_COUNT} decisions` }).waitFor();
		expect(await noteDiff()).toEqual([]);
	});

	test('are shown as text where their lines have changed: in the row of the conflict and in the notice', async () => {
		await sandbox.filter('pay today');
		await sandbox.page.keyboard.press('Enter');
		await footer('Confirmed.');
		const changed = (await sandbox.read(HOSTILE_NOTE)).replace('- [ ] Pay ', '- [ ] Pay <b onclick=window.hostile=1>soon</b> ');
		await sandbox.write(HOSTILE_NOTE, changed);
		await sandbox.settle();
		await sandbox.runFromPalette('Ratify: Undo last review action');
		await sandbox.page.locator('.notice', { hasText: 'It now reads “- [ ] Pay <b onclick=window.hostile=1>soon</b> <img src=x onerror=window.hostile=1> today' }).waitFor();
		expect(await textOf('.ratify-conflict ins')).toEqual(['<b onclick=window.hostile=1>soon</b> ']);
		await expectNothingDone();
		expect(await sandbox.read(HOSTILE_NOTE)).toBe(changed);
	});

	test('are offered as text to the commands, and searched as text by the filter', async () => {
		await sandbox.runFromPalette('Ratify: Confirm proposed task');
		await sandbox.page.locator('.ratify-picker-item').first().waitFor();
		const offered = await textOf('.ratify-picker-item > div:first-child');
		for (const sentence of SENTENCES) expect(offered.some((text) => sentence.startsWith(text) || text === sentence)).toBe(true);
		await expectNothingDone();
		await sandbox.page.keyboard.press('Escape');
		await sandbox.page.locator('.ratify-list').click({ position: { x: 5, y: 5 } });
		await sandbox.filter('.*+?^(]');
		expect(await sandbox.rows().count()).toBe(1);
		expect(await sandbox.focusedText()).toBe(SENTENCES.at(-1));
	});

	test('lend the settings nothing but text', async () => {
		const settings = await sandbox.openSettings();
		const names = settings.locator('.setting-item', { hasText: 'Your names' }).locator('input');
		expect(await names.inputValue()).toBe('Myself, <img src=x onerror=window.hostile=1>, __proto__');
		expect(await settings.locator('.vertical-tab-content img, .vertical-tab-content script').count()).toBe(0);
	});
});
