import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Frame } from 'playwright-core';
import { findFaults, type AxeOptions } from './axe';
import { addNotes } from './many-states';
import { DEMO_VAULT, SandboxPage, startBrowser, type PageOptions } from './sandbox-page';

let browser: Browser;
let sandbox: SandboxPage;
let faults: string[];

beforeAll(async () => {
	browser = await startBrowser();
});

afterAll(() => browser.close());

afterEach(async () => {
	await sandbox.close();
	expect(sandbox.errors).toEqual([]);
});

async function open(options: PageOptions = {}, vault = DEMO_VAULT): Promise<void> {
	faults = [];
	sandbox = await SandboxPage.open(browser, vault, { prepare: vault === DEMO_VAULT ? addNotes : () => undefined, ...options });
}

async function press(...keys: readonly string[]): Promise<void> {
	for (const key of keys) await sandbox.page.keyboard.press(key);
}

/** Looks at what is shown, and again at its colours in the other theme, which changes nothing else; notes what axe finds. */
async function look(state: string, options: AxeOptions = {}, frame?: Frame): Promise<void> {
	for (const theme of ['dark', 'light'] as const) {
		await sandbox.page.evaluate((which) => window.sandbox.setTheme(which), theme);
		faults.push(...(await findFaults(frame ?? sandbox.page, `${state}, ${theme}`, { ...options, coloursOnly: theme === 'light' })));
	}
}

const shown = (selector: string, hasText: string | RegExp = ''): Promise<void> => sandbox.page.locator(selector, { hasText }).first().waitFor();
const run = (id: string): Promise<boolean> => sandbox.page.evaluate((name) => window.sandbox.executeCommand(name), id);

test('the rows, at rest, opened, selected, edited and put in order', async () => {
	await open();
	await sandbox.openReview();
	await shown('.ratify-row.is-focused .ratify-quote');
	await look('a row with evidence');
	await press('Space', 'j', 'Space');
	await look('selected');
	await press('Escape', 'e');
	await look('edited');
	await press('Escape');
	await sandbox.page.locator('.ratify-section-toggle').nth(1).click();
	await look('a closed section');
	await sandbox.arrange('Source');
	await sandbox.page.locator('.ratify-section-toggle').first().focus();
	await look('a section that is decided as a whole');
	await sandbox.arrange('Not grouped');
	await look('without groups');
	await sandbox.filter('pricing comparison');
	await sandbox.page.locator('.ratify-row', { has: sandbox.page.locator('.ratify-duplicates') }).first().locator('.ratify-text').click();
	await shown('.ratify-row.is-focused .ratify-group');
	await shown('.ratify-neighbour');
	await look('a group and a neighbour');
	await press('g');
	await look('an open group');
	await press('Escape', 'Escape');
	await sandbox.filter('ferns');
	await shown('.ratify-verdict');
	await look('what repeats a decision');
	expect(faults).toEqual([]);
});

test('the filter, and what it leaves', async () => {
	await open();
	await sandbox.openReview();
	await press('/');
	await sandbox.page.keyboard.type('owner:');
	await press('ArrowDown');
	await look('suggestions');
	await press('Escape', 'Escape', 'Escape', '/');
	await sandbox.page.keyboard.type('due:whenever');
	await press('Enter');
	await shown('.ratify-filter-problem');
	await look('a problem');
	await sandbox.filter('due:none qqqq');
	await shown('.ratify-empty');
	await look('empty by filter');
	expect(faults).toEqual([]);
});

test('what is decided: the question, the progress, failures, conflicts, the history', async () => {
	await open();
	await sandbox.openReview();
	await press('Shift+H');
	await look('an empty history');
	await press('Escape');
	await sandbox.faults.fail({ operation: 'write', path: 'Inbox/2026-11-20 Plan.md', code: 'ENOSPC' });
	await sandbox.filter('screws');
	await press('Enter');
	await shown('.ratify-row .ratify-problem');
	await look('a row that failed');
	await press('Escape');
	const held = await sandbox.faults.hang({ operation: 'read', path: 'Inbox/2026-11-20 Garden.md' });
	await sandbox.filter('pear');
	await press('Enter');
	await held.reached();
	await sandbox.write('Inbox/2026-11-20 Garden.md', '- [?] Prune the young pear tree. @Oskar Brandt #task #proposed\n');
	await held.release();
	await shown('.ratify-conflict');
	await look('a line that has changed');
	await press('n', 'Escape', 'Control+a', 'Enter');
	await shown('.modal button.mod-cta');
	await look('the question of bulk work', { within: '.modal' });
	const held2 = await sandbox.faults.hang({ operation: 'write' });
	await sandbox.page.locator('.modal button.mod-cta').click();
	await held2.reached();
	await shown('.ratify-work');
	await look('the progress of bulk work');
	await held2.release();
	await shown('.ratify-footer', 'Confirmed');
	await look('all decided');
	await press('Shift+H');
	await shown('.ratify-entry.is-focused');
	await look('the history');
	expect(faults).toEqual([]);
});

test('a vault that is read, and one without proposals', async () => {
	const vault = mkdtempSync(path.join(tmpdir(), 'plain-'));
	writeFileSync(path.join(vault, 'First.md'), 'Send the list\n');
	await open({}, vault);
	await run('ratify:open-review');
	await shown('.ratify-guide');
	await look('the guide');
	await sandbox.page.evaluate(() => window.sandbox.disablePlugin('ratify'));
	const held = await sandbox.faults.hang({ operation: 'read', path: '*.md' });
	await sandbox.page.evaluate(() => window.sandbox.enablePlugin('ratify'));
	await shown('.ratify-empty', 'Reading');
	await look('reading');
	await held.release();
	rmSync(vault, { recursive: true });
	expect(faults).toEqual([]);
});

test('the windows that ask and tell', async () => {
	await open();
	await sandbox.openReview();
	for (const [key, state] of Object.entries({ a: 'owner', d: 'due date', p: 'priority', h: 'hide until', 2: 'duplicate of' })) {
		await press(key);
		await shown('.prompt .suggestion-item');
		await look(state, { within: '.prompt' });
		await sandbox.page.keyboard.type('qqqq');
		await shown('.prompt .suggestion-empty');
		await look(`${state}: nothing found`, { within: '.prompt' });
		await press('Escape');
	}
	await press('?');
	await look('keys');
	await press('Escape', 'i');
	await shown('.ratify-card-modal .ratify-card');
	await look('a person', { within: '.modal' });
	await press('Escape');
	await sandbox.page.locator('.ratify-row:not(.is-focused) .ratify-source').first().hover();
	await shown('.popover .ratify-evidence');
	await look('evidence in a popover');
	await sandbox.page.mouse.move(2, 2);
	await press('o');
	await shown('.cm-active .ratify-line');
	await run('ratify:show-source-passage');
	await shown('.ratify-evidence-modal .ratify-quote');
	await look('evidence in a window', { within: '.modal' });
	await press('Escape');
	await run('ratify:show-unknown-people');
	await shown('.ratify-unknown > li');
	await sandbox.page.locator('.ratify-unknown summary').first().click();
	await look('people without a note', { within: '.modal' });
	await press('Escape');
	await run('ratify:link-names-in-all');
	await shown('.ratify-links-modal tbody tr');
	await look('links of names', { within: '.modal' });
	await press('Escape');
	await run('ratify:link-sources-in-all');
	await shown('.ratify-source-links-modal tbody tr');
	await look('links of sources', { within: '.modal' });
	await press('Escape');
	const settings = await sandbox.openSettings();
	await settings.getByText('Your names').waitFor();
	const frame = await (await sandbox.page.locator('.settings-window-frame').elementHandle())?.contentFrame();
	// What is in a row's right half is the app's: the plugin only says that a text, a switch or a choice is to be there.
	await look('settings', { within: '.vertical-tab-content', except: '.setting-item-control, .search-input-container' }, frame ?? undefined);
	expect(faults).toEqual([]);
});

test('what stands in notes, and the list of sources', async () => {
	await open();
	await sandbox.openNote('Inbox/2026-11-20 Garden.md', { mode: 'live', line: 6 });
	await shown('.cm-active .ratify-line');
	await shown('.ratify-embed .ratify-row');
	await look('buttons and a review in Live Preview');
	await sandbox.page.locator('.ratify-embed .ratify-row .ratify-text').first().click();
	await look('a row of it');
	await sandbox.page.locator('.cm-content .ratify-name').first().hover();
	await shown('.popover .ratify-card');
	await look('a card');
	await sandbox.page.mouse.move(2, 2);
	await sandbox.openNote('Inbox/2026-11-20 Garden.md', { mode: 'reading' });
	await sandbox.page.locator('li.task-list-item').first().hover();
	await shown('.markdown-reading-view .ratify-line');
	await look('buttons in a note that is read');
	await run('ratify:open-sources');
	await shown('.ratify-sources .ratify-row.is-focused');
	await press('Enter');
	await look('sources');
	await sandbox.page.getByRole('tab', { name: 'No file' }).click();
	await look('sources without a file');
	expect(faults).toEqual([]);
});

test.each([['a phone', { mobile: true, size: { width: 390, height: 844 } }], ['a narrow window', { size: { width: 640, height: 600 } }]] as const)('on %s', async (_, options) => {
	await open(options);
	await run('ratify:open-review');
	await shown('.ratify-row');
	await sandbox.page.locator('.ratify-row .ratify-text').nth(1).click();
	await shown('.ratify-row.is-focused .ratify-why');
	await look('the review');
	await press('g');
	await look('a group');
	expect(faults).toEqual([]);
});

test('in the main area and in a window of its own', async () => {
	await open({ size: { width: 1500, height: 900 } });
	await run('ratify:open-review-in-tab');
	await shown('.mod-root .ratify-row.is-focused');
	await look('a tab');
	await sandbox.page.evaluate(() => window.sandbox.executeCommand('workspace:move-to-new-window'));
	await sandbox.page.frameLocator('.popout-window-frame').locator('.ratify-row.is-focused').waitFor();
	const frame = await (await sandbox.page.locator('.popout-window-frame').elementHandle())?.contentFrame();
	await look('a window', {}, frame ?? undefined);
	expect(faults).toEqual([]);
});
