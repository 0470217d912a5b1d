import type { Browser, Locator } from 'playwright-core';
import { DEMO_VAULT, diffLines, SandboxPage, startBrowser } from './sandbox-page';

const NOTE = 'Inbox/2026-11-20 Names.md';
const TEXT = `---
type: rob
person: "[[Priya Raman]]"
---
Ask [[Pilar Esteve]] and [[pilar esteve|Pilar]], then [[Erik Dahl]] or [[Nobody Known]].

- [?] Send the list. @[[Pilar Esteve]] #task #proposed

\`\`\`
[[Pilar Esteve]]

\`\`\`
`;
const PROSE = 5;
const TASK = 6;
const CODE = 10;

let browser: Browser;
let sandbox: SandboxPage;

beforeAll(async () => {
	browser = await startBrowser();
});

afterAll(() => browser.close());

beforeEach(async () => {
	sandbox = await SandboxPage.open(browser, DEMO_VAULT);
	await sandbox.write(NOTE, TEXT);
	await sandbox.settle();
});

afterEach(async () => {
	await sandbox.close();
	expect(sandbox.errors).toEqual([]);
});

describe('linking names', () => {
	const modal = (): Locator => sandbox.page.locator('.ratify-links-modal');

	test('in a note shows first what would lead where, and is one step back', async () => {
		await sandbox.openNote(NOTE, { mode: 'live' });
		await sandbox.runFromPalette('Ratify: Link names in this note');
		await modal().waitFor();
		expect(await modal().locator('tbody tr').allInnerTexts()).toEqual([
			expect.stringMatching(/Pilar Esteve\s+Pilar Esteve\s*Work\/Customers\/Verdella\/People\/Pilar Esteve\s+2 times in 2026-11-20 Names/u),
			expect.stringMatching(/Priya Raman\s+Priya Raman/u),
			expect.stringMatching(/pilar esteve\s+Pilar Esteve/u),
		]);
		await modal().getByText('it is not certain whose names they are: Erik Dahl.').waitFor();
		expect(await sandbox.read(NOTE)).toBe(TEXT);
		await sandbox.page.keyboard.press('Enter');
		await sandbox.page.locator('.notice', { hasText: 'Names linked: 3 lines.' }).waitFor();
		expect(diffLines(TEXT, await sandbox.read(NOTE)).filter((line) => line.startsWith('+'))).toEqual([
			'+person: "[[Tundrel/People/Priya Raman/README|Priya Raman]]"',
			'+Ask [[Work/Customers/Verdella/People/Pilar Esteve/README|Pilar Esteve]] and [[Work/Customers/Verdella/People/Pilar Esteve/README|Pilar]], then [[Erik Dahl]] or [[Nobody Known]].',
			'+- [?] Send the list. @[[Work/Customers/Verdella/People/Pilar Esteve/README|Pilar Esteve]] #task #proposed',
		]);
		await sandbox.page.locator('.notice button', { hasText: 'Undo' }).click();
		await sandbox.page.locator('.notice', { hasText: 'Taken back: 3 lines.' }).waitFor();
		expect(await sandbox.read(NOTE)).toBe(TEXT);
	});

	test('leaves out what the user does not want, by keyboard', async () => {
		await sandbox.openNote(NOTE, { mode: 'live' });
		await sandbox.runFromPalette('Ratify: Link names in this note');
		await modal().locator('tbody input').first().focus();
		await sandbox.page.keyboard.press('Space');
		await modal().getByRole('button', { name: 'Link 2 names' }).waitFor();
		await modal().getByRole('button', { name: 'Link 2 names' }).press('Enter');
		await sandbox.page.locator('.notice', { hasText: 'Names linked: 2 lines.' }).waitFor();
		expect(await sandbox.read(NOTE)).toContain('@[[Pilar Esteve]]');
	});

	test('in all notes says so where there is nothing to link', async () => {
		await sandbox.runFromPalette('Ratify: Link names in all notes');
		await modal().getByText('times in').first().waitFor();
		await modal().locator('.mod-cta').click();
		await sandbox.page.locator('.notice', { hasText: 'Names linked' }).waitFor();
		await sandbox.settle();
		await sandbox.runFromPalette('Ratify: Link names in all notes');
		await sandbox.page.locator('.notice', { hasText: /Nothing to link: it is not certain whose names? th/u }).waitFor();
	});
});

describe('typing an @', () => {
	const suggestions = (): Locator => sandbox.page.locator('.suggestion-container .suggestion-item');
	const line = (at: number): Promise<string> => sandbox.page.evaluate((number) => window.sandbox.app.workspace.activeEditor?.editor?.getLine(number) ?? '', at);

	/** Types at the end of a line, as a user does. */
	async function typeAt(at: number, text: string): Promise<void> {
		await sandbox.openNote(NOTE, { mode: 'live', line: at });
		await sandbox.page.keyboard.press('End');
		await sandbox.page.keyboard.type(text, { delay: 20 });
	}

	/** Waits long enough for what should not come. */
	async function nothingComes(): Promise<void> {
		await sandbox.page.waitForTimeout(300);
		expect(await suggestions().count()).toBe(0);
	}

	test('offers first whom the note names, and writes the one that is picked', async () => {
		await typeAt(PROSE, 'Ask @');
		await suggestions().first().waitFor();
		expect(await suggestions().nth(0).locator('.suggestion-title').innerText()).toMatch(/Myself|Priya Raman|Pilar Esteve/u);
		await sandbox.page.keyboard.type('rama', { delay: 20 });
		await sandbox.page.locator('.suggestion-item.is-selected', { hasText: 'Priya Raman' }).waitFor();
		await sandbox.page.keyboard.press('Enter');
		await sandbox.page.keyboard.type('today');
		expect(await line(PROSE)).toBe('Ask @Priya Raman today');
		await nothingComes();
	});

	test('writes whom all the letters fit, however fast they were typed', async () => {
		await typeAt(PROSE, 'Ask @');
		await suggestions().first().waitFor();
		// All in one task, so that the app has not looked at the letters when the key comes.
		await sandbox.page.evaluate(() => {
			const { editor } = window.sandbox.app.workspace.activeEditor ?? {};
			editor?.replaceSelection('dal');
			document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true }));
		});
		expect(await line(PROSE)).toMatch(/^Ask @Dalia Ferro $/u);
	});

	test.each([
		['an alias', 'bia', 'Beatriz Nogueira', 'Bia Nogueira'],
		['an address', 'hamish@cob', 'Hamish Coburn', 'hamish@coburn-cover.example'],
		['letters without their accents', 'rene', 'René Aubry', ''],
	])('finds people by %s', async (_by, typed, name, note) => {
		await typeAt(PROSE, `@${typed}`);
		const first = sandbox.page.locator('.suggestion-item.is-selected', { hasText: name });
		await first.waitFor();
		expect(await first.innerText()).toContain(note);
		await sandbox.page.keyboard.press('Enter');
		expect(await line(PROSE)).toBe(`@${name} `);
	});

	test('writes a link where the name alone would not tell who is meant', async () => {
		await typeAt(PROSE, '@erik');
		// Fewer with each letter.
		await sandbox.page.waitForFunction(() => document.querySelectorAll('.suggestion-item').length === 2);
		expect(await suggestions().count()).toBe(2);
		await sandbox.page.keyboard.press('Enter');
		expect(await line(PROSE)).toMatch(/^\[\[.*People\/Erik Dahl\/README\|Erik Dahl\]\] $/u);
	});

	test('writes a link where the settings say so, and on a task’s line keeps the @ that says whose it is', async () => {
		await sandbox.page.evaluate(() => window.sandbox.app.workspace.getLeaf('tab'));
		const settings = await sandbox.openSettings();
		await settings.locator('.setting-item', { hasText: 'Write people as' }).locator('select').selectOption('link');
		await sandbox.page.keyboard.press('Escape');
		await typeAt(TASK, ' @rene');
		await suggestions().first().waitFor();
		await sandbox.page.keyboard.press('Enter');
		expect(await line(TASK)).toMatch(/ @\[\[[^[\]]*René Aubry[^[\]]*\|René Aubry\]\] $/u);
	});

	test.each([
		['in a block of code', CODE, '@pri'],
		['in the frontmatter', 1, ' @pri'],
		['in code within a line', PROSE, '`@pri'],
		['in an address', PROSE, 'ana@pri'],
		['where nobody fits', PROSE, '@zzq'],
		['behind a whole name', PROSE, '@Priya Raman '],
	])('offers nothing %s', async (_where, at, text) => {
		await sandbox.openNote(NOTE, { mode: 'source', line: at });
		await sandbox.page.keyboard.press('End');
		await sandbox.page.keyboard.insertText(text.slice(0, -1));
		await sandbox.page.keyboard.type(text.slice(-1));
		await nothingComes();
	});
});

describe('whom a proposal is for', () => {
	const picker = (): Locator => sandbox.page.locator('.prompt');

	beforeEach(async () => {
		await sandbox.openReview();
		await sandbox.filter('"send the list"');
	});

	test('is picked by a key and a few letters, and taken back by another', async () => {
		await sandbox.page.keyboard.press('a');
		await picker().waitFor();
		expect(await picker().locator('.suggestion-item').nth(0).innerText()).toBe('Me');
		await sandbox.page.keyboard.type('rene');
		await sandbox.page.locator('.suggestion-item.is-selected', { hasText: 'René Aubry' }).waitFor();
		await sandbox.page.keyboard.press('Enter');
		await sandbox.focusedRow().locator('.mod-owner', { hasText: 'René Aubry' }).waitFor();
		expect(await sandbox.read(NOTE)).toBe(TEXT.replace('@[[Pilar Esteve]] #task', '@René Aubry #task'));
		await sandbox.page.keyboard.press('u');
		await sandbox.focusedRow().locator('.mod-owner', { hasText: 'Pilar Esteve' }).waitFor();
		expect(await sandbox.read(NOTE)).toBe(TEXT);
	});

	test('may be nobody, and what is typed ahead is done to the row as it reads then', async () => {
		await sandbox.page.keyboard.press('a');
		await picker().waitFor();
		await sandbox.page.keyboard.type('no ow');
		await sandbox.page.keyboard.press('Enter');
		await sandbox.page.keyboard.press('Enter');
		await sandbox.page.locator('.ratify-footer', { hasText: 'Confirmed' }).waitFor();
		expect(await sandbox.read(NOTE)).toContain('- [ ] Send the list. #task\n');
	});

	test('is left as it was with Escape, and the keyboard is back in the row', async () => {
		await sandbox.page.keyboard.press('a');
		await picker().waitFor();
		await sandbox.page.keyboard.press('Escape');
		await sandbox.page.waitForFunction(() => document.activeElement?.matches('.ratify-row.is-focused'));
		expect(await sandbox.read(NOTE)).toBe(TEXT);
	});
});

describe('people without a note', () => {
	const modal = (): Locator => sandbox.page.locator('.ratify-unknown-modal');
	const row = (name: string): Locator => modal().locator('.ratify-unknown > li', { hasText: name });

	async function openList(): Promise<void> {
		await sandbox.write('Inbox/2026-11-21 Guests.md', '---\nparticipants: [Tova Lindqvist, Pryia Raman]\n---\n- [?] Ask @Tova Lindqvist. @Tova Lindqvist #task #proposed\n');
		await sandbox.settle();
		await sandbox.runFromPalette('Ratify: Show people without a note');
		await row('Tova Lindqvist').waitFor();
	}

	test('are listed with how often and where they are named', async () => {
		await openList();
		expect(await modal().locator('.ratify-unknown > li').first().innerText()).toMatch(/^Tova Lindqvist\s+3 times in 1 note/u);
		await modal().getByPlaceholder('Filter…').fill('lindq');
		expect(await modal().locator('.ratify-unknown > li').count()).toBe(1);
		await row('Tova Lindqvist').locator('summary').click();
		await row('Tova Lindqvist').getByRole('button', { name: '2026-11-21 Guests' }).click();
		await sandbox.page.waitForFunction(() => window.sandbox.app.workspace.getActiveFile()?.path === 'Inbox/2026-11-21 Guests.md');
	});

	test('get a note from the template of the settings, and are known then; undo puts it into the trash', async () => {
		const settings = await sandbox.openSettings();
		await settings.locator('.setting-item', { hasText: 'Template for new people' }).locator('input').fill('Templates/Person.md');
		await settings.locator('.setting-item', { hasText: 'Folder for new people' }).locator('input').fill('Guests/People');
		await sandbox.page.keyboard.press('Escape');
		await openList();
		await row('Tova Lindqvist').getByRole('button', { name: 'Create note' }).press('Enter');
		await row('Tova Lindqvist').waitFor({ state: 'detached' });
		expect(await sandbox.read('Guests/People/Tova Lindqvist/README.md')).toContain('# Tova Lindqvist\n');
		expect(await modal().locator(':focus').getAttribute('aria-label')).toMatch(/^Create note for/u);
		await sandbox.page.locator('.notice button', { hasText: 'Undo' }).click();
		await row('Tova Lindqvist').waitFor();
		await expect(sandbox.read('Guests/People/Tova Lindqvist/README.md')).rejects.toThrow();
	});

	test('may be somebody under another name, which becomes an alias, one step back', async () => {
		await openList();
		const path = 'Tundrel/People/Priya Raman/README.md';
		const before = await sandbox.read(path);
		await row('Pryia Raman').getByRole('button', { name: 'Same as Priya Raman' }).click();
		await row('Pryia Raman').waitFor({ state: 'detached' });
		expect(await sandbox.read(path)).toBe(before.replace('  - Priya R\n', '  - Priya R\n  - Pryia Raman\n'));
		await sandbox.page.locator('.notice button', { hasText: 'Undo' }).click();
		await row('Pryia Raman').waitFor();
		expect(await sandbox.read(path)).toBe(before);
	});

	test('can be made known from the card of their name', async () => {
		await sandbox.openNote(NOTE, { mode: 'live', line: PROSE });
		await sandbox.page.keyboard.type('@Tova Lindqvist ');
		await sandbox.page.locator('.cm-content .ratify-name', { hasText: '@Tova' }).hover();
		await sandbox.page.locator('.ratify-card').getByRole('button', { name: 'Same as…' }).click();
		await sandbox.page.keyboard.type('rene');
		await sandbox.page.keyboard.press('Enter');
		await sandbox.page.locator('.notice', { hasText: 'Alias added.' }).waitFor();
		expect(await sandbox.read('Work/Customers/Verdella/People/René Aubry/README.md')).toContain('Tova Lindqvist');
	});
});
