import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { DEMO_VAULT, diffLines, SandboxPage, startBrowser } from './sandbox-page';

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

async function openDemo(options: Parameters<typeof SandboxPage.open>[2] = {}): Promise<void> {
	sandbox = await SandboxPage.open(browser, DEMO_VAULT, options);
	await sandbox.openReview();
}

function demoFile(file: string): string {
	return readFileSync(path.join(DEMO_VAULT, file), 'utf8');
}

/** The files of the demo vault that differ on the sandbox's disk, each with its diff. */
async function changes(): Promise<Record<string, string[]>> {
	await sandbox.settle();
	const files = await sandbox.page.evaluate(() => window.sandbox.app.vault.getMarkdownFiles().map((file) => file.path));
	const found: Record<string, string[]> = {};
	for (const file of files) {
		const [before, after] = [demoFile(file), await sandbox.read(file)];
		if (before !== after) found[file] = diffLines(before, after);
	}
	return found;
}

/** Whether an edit makes a confirmed task of a proposal and changes nothing else on the line. */
function isConfirmation([removed, added]: string[]): boolean {
	return added === removed?.replace('[?]', '[ ]').replace(' #proposed', '').replace(/^-/u, '+');
}

/** Whether the focused row is in the visible part of the list, whole or as far as there is room. */
async function expectSeen(): Promise<void> {
	await sandbox.page.waitForFunction(() => {
		const [row, list] = ['.ratify-row.is-focused', '.ratify-list'].map((part) => document.querySelector(part)?.getBoundingClientRect());
		return row && list && row.top >= list.top && (row.bottom <= list.bottom || row.top <= list.top + 60);
	});
}

const count = () => sandbox.page.locator('.ratify-left').innerText();

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
	beforeEach(() => openDemo({ theme }));

	test('the mouse confirms a row, and Undo gives the note back byte for byte', async () => {
		expect(await count()).toContain('201 decisions');
		await sandbox.rows().nth(2).click();
		await sandbox.focusedRow().getByRole('button', { name: 'Confirm' }).click();
		await sandbox.page.locator('.ratify-footer').getByText('Confirmed.').waitFor();
		const diffs = Object.values(await changes());
		expect(diffs).toHaveLength(1);
		expect(diffs[0]).toHaveLength(2);
		expect(isConfirmation(diffs[0] ?? [])).toBe(true);
		expect(await count()).toContain('200 decisions');
		await sandbox.page.locator('.ratify-footer').getByRole('button', { name: 'Undo' }).click();
		await sandbox.page.locator('.ratify-footer').getByText('Taken back.').waitFor();
		expect(await changes()).toEqual({});
		expect(await count()).toContain('201 decisions');
	});

	test('the keyboard alone confirms, dismisses and takes back, in order', async () => {
		const { keyboard } = sandbox.page;
		const first = await sandbox.focusedText();
		await keyboard.press('j');
		const second = await sandbox.focusedText();
		expect(second).not.toBe(first);
		await keyboard.press('Enter');
		const third = await sandbox.focusedText();
		expect(third).not.toBe(second);
		await keyboard.press('x');
		await sandbox.page.locator('.ratify-footer').getByText('Dismissed.').waitFor();
		const lines = Object.values(await changes()).flat();
		expect(lines.filter((line) => line.startsWith('+'))).toHaveLength(2);
		expect(lines.some((line) => line.startsWith('+- [R]'))).toBe(true);
		await keyboard.press('u');
		await keyboard.press('Control+z');
		await sandbox.page.locator('.ratify-row.is-focused', { hasText: second }).waitFor();
		expect(await changes()).toEqual({});
		await keyboard.press('Shift+U');
		await sandbox.page.getByText('Done again.').waitFor();
		expect(isConfirmation(Object.values(await changes()).flat())).toBe(true);
	});
});

describe('the review', () => {
	test('groups by the person whom a note is about, or by note', async () => {
		await openDemo();
		const titles = (): Promise<string[]> => sandbox.readList('.ratify-section-title');
		expect(await titles()).toContain('Oskar Brandt');
		await sandbox.arrange('Note');
		await sandbox.page.locator('.ratify-grouping', { hasText: 'by note' }).waitFor();
		const byNote = await titles();
		expect(byNote).toContain('Rime 3 kick-off');
		expect(byNote).not.toContain('Oskar Brandt');
	});

	test('filters by words as they are typed, says when nothing is left, and comes back', async () => {
		await openDemo();
		const { keyboard } = sandbox.page;
		await keyboard.press('/');
		await keyboard.type('priya burn-in');
		const all = await sandbox.rows().allInnerTexts();
		expect(all.length).toBeLessThan(30);
		expect(await count()).toContain('of 201 decisions');
		await keyboard.type(' no such word');
		await sandbox.page.getByText('No proposal passes this filter.').waitFor();
		await keyboard.press('Escape');
		await sandbox.rows().first().waitFor();
		await keyboard.press('Enter');
		await keyboard.press('j');
		expect(await sandbox.rows().nth(1).getAttribute('class')).toContain('is-focused');
	});

	test('lets a row be decided that comes while the filter finds nothing', async () => {
		await openDemo();
		await sandbox.filter('comes later');
		await sandbox.page.getByText('No proposal passes this filter.').waitFor();
		await sandbox.write('Inbox/Late.md', '- [?] Comes later. #task\n');
		await sandbox.focusedRow().getByText('Comes later.').waitFor();
		await sandbox.page.keyboard.press('Enter');
		await sandbox.page.locator('.ratify-footer', { hasText: 'Confirmed' }).waitFor();
		expect(await sandbox.read('Inbox/Late.md')).toBe('- [ ] Comes later. #task\n');
	});

	test('decides a selection as one step, and asks before it is more than twenty', async () => {
		await openDemo();
		const { keyboard } = sandbox.page;
		await keyboard.press('Shift+J');
		await keyboard.press('Shift+J');
		await keyboard.press('1');
		await sandbox.page.locator('.ratify-footer').getByText('Confirmed: 3 tasks.').waitFor();
		expect(Object.values(await changes()).flat()).toHaveLength(6);
		await keyboard.press('u');
		await sandbox.page.locator('.ratify-footer').getByText('Taken back: 3 tasks.').waitFor();
		expect(await changes()).toEqual({});
		await keyboard.press('Control+a');
		await keyboard.press('3');
		await sandbox.page.getByText('Dismiss 201 proposed tasks?').waitFor();
		await keyboard.press('Escape');
		await sandbox.settle();
		expect(await changes()).toEqual({});
	});

	test('selects all that is shown with Mod+A, and with a second one only what is under the heading', async () => {
		await openDemo();
		await sandbox.arrange('Note');
		await sandbox.page.locator('.ratify-grouping', { hasText: 'by note' }).waitFor();
		const { keyboard } = sandbox.page;
		await keyboard.press('Control+a');
		await keyboard.press('Control+a');
		const ofNote = Number(await sandbox.page.locator('.ratify-section-count').first().innerText());
		expect(await sandbox.page.locator('.ratify-row.is-selected').count()).toBe(ofNote);
		expect(ofNote).toBeLessThan(20);
		await keyboard.press('x');
		await sandbox.page.locator('.ratify-left', { hasText: `${201 - ofNote} decisions` }).waitFor();
		await keyboard.press('u');
		await sandbox.page.locator('.ratify-left', { hasText: '201 decisions' }).waitFor();
		await keyboard.press('Control+a');
		await keyboard.press('x');
		await sandbox.page.getByText('Dismiss 201 proposed tasks?').waitFor();
		await keyboard.press('Escape');
	});

	test('is empty once all is decided, says what was done, and gives everything back', async () => {
		await openDemo();
		const { keyboard } = sandbox.page;
		await keyboard.press('Control+a');
		await keyboard.press('Enter');
		await sandbox.page.getByRole('button', { name: 'Confirm 201' }).click();
		await sandbox.page.getByText('All decided.').waitFor();
		await sandbox.page.getByText('Today you confirmed 201 proposals and put away 12 duplicates.').waitFor();
		await sandbox.page.locator('.ratify-footer').getByRole('button', { name: 'Undo' }).click();
		await sandbox.rows().first().waitFor();
		await sandbox.page.locator('.ratify-footer').getByText('Taken back: 213 tasks.').waitFor();
		expect(await changes()).toEqual({});
	});

	test('counts what was decided today, and neither what was only changed nor what was taken back', async () => {
		await openDemo();
		const { keyboard } = sandbox.page;
		const today = sandbox.page.locator('.ratify-today');
		expect(await today.innerText()).toBe('0 decided today');
		await keyboard.press('p');
		await keyboard.type('lowest');
		await keyboard.press('Enter');
		await sandbox.page.locator('.ratify-footer', { hasText: 'Priority lowest' }).waitFor();
		expect(await today.innerText()).toBe('0 decided today');
		await keyboard.press('Enter');
		await keyboard.press('x');
		await today.getByText('2 decided today').waitFor();
		expect(await today.getAttribute('title')).toBe('Today you confirmed 1 proposal and dismissed 1.');
		await keyboard.press('u');
		await today.getByText('1 decided today').waitFor();
	});

	test('shows in the focused row what it stands among in its note, also once that has changed, and as text', async () => {
		await openDemo();
		const note = (after: string): string => `## Next\r\n- They **agreed**.\r\n- [?] Stands among others. #task\r\n- ${after}\r\n`;
		await sandbox.write('Inbox/Among.md', note('<b>Nobody</b> minded.'));
		await sandbox.filter('stands among others');
		const among = sandbox.focusedRow().locator('.ratify-surroundings');
		const lines = async (): Promise<string[]> => (await among.locator('p').allInnerTexts()).map((text) => text.replace(/^\w+ it:\s*/u, ''));
		await among.waitFor();
		expect(await lines()).toEqual(['They agreed.', '<b>Nobody</b> minded.']);
		await sandbox.write('Inbox/Among.md', note('Ana did.'));
		await among.getByText('Ana did.').waitFor();
		expect(await lines()).toEqual(['They agreed.', 'Ana did.']);
		expect(await sandbox.page.locator('.ratify-surroundings').count()).toBe(1);
	});

	test('opens the note with the cursor at the line', async () => {
		await openDemo();
		const text = await sandbox.focusedText();
		await sandbox.page.keyboard.press('o');
		await sandbox.page.waitForFunction(() => window.sandbox.app.workspace.activeEditor?.editor !== undefined);
		const line = await sandbox.page.evaluate(() => {
			const editor = window.sandbox.app.workspace.activeEditor?.editor;
			return editor?.getLine(editor.getCursor().line) ?? '';
		});
		expect(line).toContain(text.slice(0, 30));
	});

	test('opens the note or the source in a new tab with Mod, although the app has hotkeys of its own for these keys', async () => {
		await openDemo();
		const tabs = (): Promise<string[]> => sandbox.page.evaluate(() => window.sandbox.app.workspace.getLeavesOfType('markdown').map(({ view }) => (view as unknown as { file: { path: string } | null }).file?.path ?? ''));
		await sandbox.page.keyboard.press('Control+o');
		await sandbox.page.waitForFunction(() => window.sandbox.app.workspace.getLeavesOfType('markdown').length === 1);
		// The tab is there before its note is, which then takes the keyboard.
		await sandbox.settle();
		await sandbox.openReview();
		await sandbox.page.keyboard.press('Control+s');
		await sandbox.page.waitForFunction(() => window.sandbox.app.workspace.getLeavesOfType('markdown').length === 2);
		expect((await tabs())[1]).toMatch(/^Sources\//u);
	});

	test('offers Redo after an undo, and Undo after that', async () => {
		await openDemo();
		const { keyboard } = sandbox.page;
		const footer = sandbox.page.locator('.ratify-footer');
		await keyboard.press('Enter');
		await footer.getByText('Confirmed.').waitFor();
		await keyboard.press('u');
		await footer.getByRole('button', { name: 'Redo' }).click();
		await footer.getByText('Done again.').waitFor();
		expect(isConfirmation(Object.values(await changes()).flat())).toBe(true);
		await footer.getByRole('button', { name: 'Undo' }).click();
		await footer.getByText('Taken back.').waitFor();
		expect(await changes()).toEqual({});
	});

	test('draws of thousands of rows only those that are near, and reaches all of them', async () => {
		await openDemo();
		const lines = Array.from({ length: 3000 }, (_, at) => `- [?] Task number ${at}. #task`).join('\n');
		await sandbox.write('A long list.md', `---\nperson: Zoë Last\ndate: 2020-01-01\n---\n${lines}\n`);
		// Words weigh otherwise among so many more tasks, and two more pairs of the demo vault are one.
		await sandbox.page.locator('.ratify-left', { hasText: '3,199 decisions' }).waitFor();
		expect(await sandbox.rows().count()).toBeLessThan(400);
		await sandbox.page.keyboard.press('End');
		const last = await sandbox.focusedText();
		await sandbox.page.keyboard.press('Home');
		expect(await sandbox.focusedText()).not.toBe(last);
		await sandbox.page.locator('.ratify-list').evaluate((list) => list.scrollTo(0, list.scrollHeight / 2));
		await sandbox.page.waitForFunction(() => {
			const list = document.querySelector('.ratify-list');
			const box = list?.getBoundingClientRect();
			return box && document.elementFromPoint(box.left + 60, box.top + box.height / 2)?.closest('.ratify-row') !== null;
		});
	});

	test('keeps the keyboard in the focused row when that is scrolled out of sight, and comes back to it', async () => {
		await openDemo();
		for (let step = 0; step < 3; step++) await sandbox.page.keyboard.press('j');
		const text = await sandbox.focusedText();
		const list = sandbox.page.locator('.ratify-list');
		await list.evaluate((el) => el.scrollTo(0, el.scrollHeight));
		await sandbox.page.waitForFunction(() => (document.querySelector('.ratify-row.is-focused')?.getBoundingClientRect().bottom ?? 0) < 0);
		expect(await sandbox.page.evaluate(() => document.activeElement?.matches('.ratify-row.is-focused'))).toBe(true);
		expect(await sandbox.focusedText()).toBe(text);
		await sandbox.page.keyboard.press('k');
		await expectSeen();
	});

	test('holds what is seen where it is while rows above change, come and go', async () => {
		await openDemo();
		await sandbox.page.keyboard.press('End');
		await expectSeen();
		const last = sandbox.focusedRow();
		const placeOf = async (): Promise<number> => Math.round((await last.boundingBox())?.y ?? NaN);
		// What proves it may still come in below.
		await sandbox.settle();
		const before = await placeOf();
		const lines = Array.from({ length: 30 }, (_, at) => `- [?] Come in above as number ${at}. #task`).join('\n');
		await sandbox.write('Inbox/Above.md', `---\nperson: Joost van der Meer\ndate: 2030-01-01\n---\n${lines}\n`);
		await sandbox.page.locator('.ratify-left', { hasText: '231 decisions' }).waitFor();
		expect(Math.abs(await placeOf() - before)).toBeLessThanOrEqual(1);
	});

	test('is as long as its rows are high, wherever they were seen', async () => {
		await openDemo();
		const list = sandbox.page.locator('.ratify-list');
		expect(new Set(await sandbox.readList('.ratify-text')).size).toBeGreaterThan(190);
		const lengths = await list.evaluate(async (el) => {
			const rest = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
			const found = [el.scrollHeight];
			el.scrollTop = 0;
			await rest();
			found.push(el.scrollHeight);
			el.scrollTop = el.scrollHeight / 2;
			await rest();
			return [...found, el.scrollHeight];
		});
		expect(new Set(lengths).size).toBe(1);
	});

	test('follows what happens outside it by itself', async () => {
		await openDemo();
		await sandbox.write('Inbox/New.md', '- [?] Written by another program. @Me #task #proposed\n');
		await sandbox.page.locator('.ratify-left', { hasText: '202 decisions' }).waitFor();
		await sandbox.filter('written by another');
		expect(await sandbox.focusedText()).toBe('Written by another program.');
	});

	test('shows all its keys', async () => {
		await openDemo();
		await sandbox.page.keyboard.press('?');
		await sandbox.page.getByText('Keys in the review').waitFor();
		expect(await sandbox.page.locator('.ratify-keys dd').allInnerTexts()).toEqual(expect.arrayContaining(['Confirm', 'Dismiss', 'Undo', 'Filter']));
	});

	test.each([['switched on by the user later', { late: true }], ['started without metadata', { cold: true }], ['started with random delays', { seed: 7 }]])('is complete when it is %s', async (_how, options) => {
		await openDemo(options);
		await sandbox.page.locator('.ratify-left', { hasText: '201 decisions' }).waitFor();
	});

	test('shows hostile text as text', async () => {
		await openDemo();
		const hostile = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script> **<b>bold</b>**';
		await sandbox.write('<img src=x onerror=window.hacked=1>.md', `---\nperson: '${hostile.replaceAll("'", '')}'\n---\n- [?] ${hostile} @<b>x</b> #task\n`);
		await sandbox.page.locator('.ratify-left', { hasText: '202 decisions' }).waitFor();
		await sandbox.filter('hacked');
		await sandbox.page.getByText('<img src=x onerror="window.hacked=1">').first().waitFor();
		expect(await sandbox.page.evaluate(() => 'hacked' in window)).toBe(false);
		expect(await sandbox.page.locator('.ratify-review img, .ratify-review script, .ratify-review b').count()).toBe(0);
	});
});
