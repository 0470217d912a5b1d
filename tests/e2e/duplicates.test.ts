import type { Browser } from 'playwright-core';
import { DEMO_VAULT, SandboxPage, startBrowser } from './sandbox-page';

const SEND = 'Send the storage team the pricing comparison';
/** Seven proposals of one task in six notes, and an eighth in the archive. */
const NOTES: Readonly<Record<string, string>> = {
	'Inbox/2026-10-01 Storage plan.md': `- [?] ${SEND} before the architecture review. @Myself 📅 2026-11-26 ⏫ #task #proposed #auto\r\n`,
	'Inbox/2026-10-03 Next steps.md': `- [?] Send the storage team the updated pricing comparison before the architecture review. @Myself 📅 2026-11-26 #task #proposed #auto\n\n- [?] Send the pricing comparison to the storage team. @Myself 📅 2026-11-28 ⏫ #task #proposed #auto`,
	'Inbox/2026-10-05 Weekly.md': `# Notes\n- [?] ${SEND}. @Me #task #proposed #auto\n`,
	'Inbox/2026-10-08 Weekly.md': '- [?] Send the pricing comparison to the storage team before the architecture review. @Myself 📅 2026-11-28 🔼 #task #proposed #auto\n',
	'Inbox/2026-10-09 Review.md': '> - [?] Send pricing comparison to the storage team. @Myself #task #proposed #auto\n',
	'Inbox/2026-10-12 Mail.md': `- [?] ${SEND} before the architecture review. @Myself ⏫ #task #proposed #auto\n`,
	'Tundrel/_archive/2026-09-12 Old.md': `- [?] ${SEND} before the architecture review. @Myself #task #proposed #auto\n`,
};
const CHANGED = Object.keys(NOTES).filter((path) => path.startsWith('Inbox/'));

let browser: Browser;
let sandbox: SandboxPage;

beforeAll(async () => {
	browser = await startBrowser();
});

afterAll(() => browser.close());

beforeEach(async () => {
	sandbox = await SandboxPage.open(browser, DEMO_VAULT);
	for (const [path, text] of Object.entries(NOTES)) await sandbox.write(path, text);
	await sandbox.openReview();
	await sandbox.page.locator('.ratify-left', { hasText: '202 decisions from 220 proposals' }).waitFor();
	await sandbox.filter('pricing comparison storage team');
	// What lies in the archive counts among no proposals, and may come last.
	await sandbox.focusedRow().getByText('also in the archive').waitFor();
});

afterEach(async () => {
	await sandbox.close();
	expect(sandbox.errors).toEqual([]);
});

/** The notes of the group that are no longer as they were, byte for byte. */
async function changed(): Promise<string[]> {
	await sandbox.settle();
	const now = await Promise.all(Object.keys(NOTES).map(async (path) => [path, await sandbox.read(path)] as const));
	return now.filter(([path, text]) => text !== NOTES[path]).map(([path]) => path);
}

/** The lines of all notes of the group that have such a checkbox. */
async function linesWith(status: string): Promise<string[]> {
	await sandbox.settle();
	const texts = await Promise.all(Object.keys(NOTES).map((path) => sandbox.read(path)));
	return texts.join('\n').split(/\r?\n/u).filter((line) => line.includes(`- [${status}]`));
}

/** The lines of the group's notes that hold some words, as they were. */
function linesOf(words: string): string[] {
	return Object.entries(NOTES).flatMap(([path, text]) => text.split(/\r?\n/u).filter((line) => line.startsWith('- [?]') && `${path}${line}`.includes(words)));
}

/** Presses keys in one go, as fast as a hand types ahead. */
function typeAhead(...keys: readonly string[]): Promise<void> {
	return sandbox.page.evaluate((all) => {
		for (const key of all) document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey: /^[A-Z]$/u.test(key), bubbles: true, cancelable: true }));
	}, keys);
}

const footer = (text: string): Promise<void> => sandbox.page.locator('.ratify-footer', { hasText: text }).waitFor();
const members = () => sandbox.page.locator('.ratify-member');

describe('seven proposals of one task in six notes', () => {
	test('are one row, confirmed with one key and taken back with one, byte for byte', async () => {
		expect(await sandbox.rows().count()).toBe(1);
		expect(await sandbox.focusedRow().innerText()).toContain('+6');
		await sandbox.page.keyboard.press('Enter');
		await footer('Confirmed. 6 duplicates put away.');
		expect(await changed()).toEqual(CHANGED);
		expect(await linesWith(' ')).toHaveLength(1);
		expect(await linesWith('R')).toHaveLength(6);
		await sandbox.page.locator('.ratify-left', { hasText: '201 decisions from 213 proposals' }).waitFor();
		await sandbox.page.keyboard.press('u');
		await footer('Taken back: 7 tasks.');
		expect(await changed()).toEqual([]);
		expect(await sandbox.rows().count()).toBe(1);
	});

	test('are confirmed with the newest word on when, for whom and how urgent', async () => {
		expect(await sandbox.focusedRow().locator('.ratify-fact.mod-owner').innerText()).toBe('Me');
		await sandbox.page.keyboard.press('1');
		await footer('Confirmed.');
		const [kept] = await linesWith(' ');
		expect(kept).toContain('📅 2026-11-28');
		expect(kept).toContain('⏫');
	});

	test('are dismissed with one key, the archive left alone', async () => {
		await sandbox.page.keyboard.press('x');
		await footer('Dismissed. 6 duplicates put away.');
		expect(await linesWith('R')).toHaveLength(7);
		expect(await changed()).toEqual(CHANGED);
	});

	test('open with g, and what differs between them is marked word by word', async () => {
		await sandbox.page.keyboard.press('g');
		expect(await members().count()).toBe(8);
		expect(await sandbox.page.locator('.ratify-member ins').allInnerTexts()).toContain('updated');
		expect(await sandbox.page.locator('.ratify-member del').allInnerTexts()).toContain('before the architecture review.');
		expect(await members().last().innerText()).toContain('In the archive');
		await sandbox.page.keyboard.press('Escape');
		expect(await members().count()).toBe(0);
	});

	test('let one be chosen with its words, and other values than the newest', async () => {
		const { keyboard } = sandbox.page;
		await keyboard.press('g');
		for (let step = 0; step < 7 && !(await sandbox.focusedText()).includes('updated'); step++) await keyboard.press('j');
		await keyboard.press('d');
		await sandbox.page.getByLabel('Medium').check();
		await keyboard.press('Enter');
		await footer('Confirmed. 6 duplicates put away.');
		expect(await linesWith(' ')).toEqual(['- [ ] Send the storage team the updated pricing comparison before the architecture review. @Myself 📅 2026-11-26 #task #auto 🔼']);
		await keyboard.press('u');
		await footer('Taken back: 7 tasks.');
		expect(await changed()).toEqual([]);
	});

	test('are moved through with j and k, and left with the step past the first', async () => {
		const { keyboard } = sandbox.page;
		await keyboard.press('Escape');
		await sandbox.page.locator('.ratify-row', { hasText: 'pricing comparison' }).first().locator('.ratify-text').click();
		const row = await sandbox.focusedText();
		await keyboard.press('g');
		await keyboard.press('j');
		await keyboard.press('k');
		expect([await sandbox.focusedText(), await members().count()]).toEqual([row, 8]);
		await keyboard.press('k');
		expect(await members().count()).toBe(0);
		expect(await sandbox.focusedText()).not.toBe(row);
		await keyboard.press('j');
		expect([await sandbox.focusedText(), await members().count()]).toEqual([row, 0]);
	});

	test('are decided from one of their notes, where that line is kept', async () => {
		await sandbox.openNote('Inbox/2026-10-09 Review.md', { line: 0, mode: 'source' });
		await sandbox.runFromPalette('Ratify: Confirm proposed task');
		await sandbox.page.locator('.notice', { hasText: 'Confirmed. 6 duplicates put away.' }).waitFor();
		expect(await linesWith(' ')).toEqual(['> - [ ] Send pricing comparison to the storage team. @Myself #task #auto']);
		expect(await linesWith('R')).toHaveLength(6);
		await sandbox.page.locator('.notice').getByRole('button', { name: 'Undo' }).click();
		await sandbox.page.locator('.notice', { hasText: 'Taken back: 7 tasks.' }).waitFor();
		expect(await changed()).toEqual([]);
	});
});

test('the mouse opens the duplicates of a row, chooses one and a date, and closes them', async () => {
	await sandbox.focusedRow().locator('.ratify-duplicates').click();
	await members().nth(3).click();
	const words = await members().nth(3).locator('.ratify-member-text').innerText();
	expect(await sandbox.focusedText()).toBe(words);
	await sandbox.page.getByLabel('No date').check();
	expect(await sandbox.focusedRow().locator('.ratify-fact[class*=mod-due]').count()).toBe(0);
	await sandbox.focusedRow().getByRole('button', { name: /^Close/u }).click();
	expect(await members().count()).toBe(0);
});

test('two reviews keep their choices apart', async () => {
	await sandbox.page.keyboard.press('g');
	await sandbox.page.evaluate(() => window.sandbox.app.workspace.getLeaf('tab').setViewState({ type: 'ratify-review', active: true }));
	const [first, second] = [sandbox.page.locator('.mod-root .ratify-review'), sandbox.page.locator('.mod-right-split .ratify-review')];
	await first.locator('input[type=search]').fill('pricing comparison storage team');
	await first.locator('input[type=search]').press('Enter');
	await sandbox.page.keyboard.press('g');
	const chosen = (review: typeof first): Promise<string[]> => review.locator('.ratify-choice:has(:checked)').allInnerTexts();
	const others = await chosen(second);
	await first.getByLabel('No date').check();
	expect([(await chosen(first))[0], await chosen(second)]).toEqual(['No date', others]);
	expect(others[0]).not.toBe('No date');
});

test('the keyboard stays in the review when the choice that has it goes', async () => {
	const { keyboard } = sandbox.page;
	await keyboard.press('g');
	await sandbox.page.getByLabel('No date').click();
	await keyboard.press('Escape');
	expect(await members().count()).toBe(0);
	await keyboard.press('g');
	expect(await members().count()).toBe(8);
});

describe('what the user says of duplicates', () => {
	const left = (text: string): Promise<void> => sandbox.page.locator('.ratify-left', { hasText: text }).waitFor();

	const press = (key: string): Promise<void> => sandbox.page.keyboard.press(key).then(() => sandbox.page.waitForTimeout(50));

	/** Resolves when what was said is on disk. */
	async function saved(): Promise<void> {
		while (!(await sandbox.read('.obsidian/plugins/ratify/data.json').catch(() => '')).includes('"apart"')) await sandbox.page.waitForTimeout(50);
	}

	/** Puts the focus of the open group on the proposal with such words. */
	async function goTo(words: string): Promise<void> {
		await sandbox.page.keyboard.press('g');
		for (let step = 0; step < 7 && !(await sandbox.focusedText()).includes(words); step++) await sandbox.page.keyboard.press('j');
		expect(await sandbox.focusedText()).toContain(words);
	}

	test('takes a wrong merge apart, which holds after a restart, and when the note is generated again in new words', async () => {
		await goTo('the updated pricing comparison');
		await sandbox.page.keyboard.press('t');
		await footer('Taken out: it is another task.');
		await left('2 of 203 decisions');
		expect(await changed()).toEqual([]);
		await saved();
		await sandbox.page.reload();
		await sandbox.page.waitForFunction(() => 'sandbox' in window);
		await sandbox.page.evaluate(() => window.sandbox.ready);
		await sandbox.openReview();
		await left('203 decisions from 220 proposals');
		const again = '- [?] Please send the storage team the updated comparison of prices before the architecture review. @Myself #task #proposed #auto\n';
		await sandbox.write('Inbox/2026-10-14 Again.md', again);
		await sandbox.filter('comparison storage');
		await left('3 of 204 decisions');
		// Without the mark it would be one of them.
		await sandbox.page.keyboard.press('Shift+H');
		await sandbox.page.locator('.ratify-entry', { hasText: 'Taken out' }).waitFor();
		await sandbox.page.keyboard.press('Enter');
		await sandbox.page.keyboard.press('Shift+H');
		await left('1 of 202 decisions');
	});

	test('holds for the keys that are typed ahead', async () => {
		await goTo('updated');
		await typeAhead('t', 'Enter');
		await footer('Confirmed. 5 duplicates put away.');
		expect(await linesWith('?')).toEqual([...linesOf('updated'), ...linesOf('Old')]);
		await typeAhead('u', 'u');
		await left('202 decisions from 220 proposals');
		expect(await changed()).toEqual([]);
	});

	test('leaves the keys that follow to where they lead: the history, the filter', async () => {
		await goTo('updated');
		await typeAhead('t', 'H', 'Enter');
		await left('202 decisions from 220 proposals');
		await sandbox.page.locator('.ratify-entry.is-undone', { hasText: 'Taken out' }).waitFor();
		expect(await changed()).toEqual([]);
	});

	test('is taken back by what was pressed after it, not before', async () => {
		await goTo('updated');
		await sandbox.page.keyboard.press('t');
		await left('203 decisions');
		await typeAhead('Enter', 'u');
		await footer('Taken back: 6 tasks.');
		await left('203 decisions');
		expect(await changed()).toEqual([]);
	});

	test('is taken back by the command, too, and after a restart', async () => {
		await goTo('updated');
		await sandbox.page.keyboard.press('t');
		await left('203 decisions');
		await saved();
		await sandbox.page.reload();
		await sandbox.page.waitForFunction(() => 'sandbox' in window);
		await sandbox.page.evaluate(() => window.sandbox.ready);
		await sandbox.openReview();
		await left('203 decisions');
		await sandbox.runFromPalette('Ratify: Undo last review action');
		await left('202 decisions');
		await sandbox.page.locator('.notice', { hasText: 'Taken back.' }).waitFor();
	});

	test('is not asked of what reads the same, where no word could keep it', async () => {
		for (const day of ['20', '21']) await sandbox.write(`Inbox/2026-10-${day} Plate.md`, `- [?] Polish the brass nameplate. ${day === '20' ? '@Me' : '@Myself'} #task #proposed #auto\n`);
		await sandbox.filter('brass nameplate');
		await sandbox.focusedRow().locator('.ratify-duplicates').waitFor();
		await sandbox.page.keyboard.press('g');
		await members().nth(1).waitFor();
		expect(await sandbox.page.locator('.ratify-take-out').count()).toBe(0);
		await sandbox.page.keyboard.press('t');
		await sandbox.page.locator('.notice', { hasText: 'nothing would tell them apart' }).waitFor();
		expect(await sandbox.page.locator('.ratify-footer').innerText()).toBe('');
	});

	test('takes along no value of what was taken out', async () => {
		await goTo('Send the pricing comparison to the storage team before');
		await sandbox.page.getByLabel('Medium').check();
		await sandbox.focusedRow().focus();
		await sandbox.page.keyboard.press('t');
		await left('203 decisions');
		await sandbox.page.keyboard.press('Enter');
		await footer('Confirmed.');
		expect((await linesWith(' ')).map((line) => line.includes('🔼'))).toEqual([false]);
	});

	test('is taken back with the mouse, and the keyboard stays in the review', async () => {
		await goTo('updated');
		await sandbox.page.keyboard.press('t');
		await left('203 decisions');
		await sandbox.page.locator('.ratify-footer button', { hasText: 'Undo' }).click();
		await footer('Taken back.');
		await left('202 decisions');
		await sandbox.page.keyboard.press('Escape');
		await sandbox.page.keyboard.press('g');
		await members().nth(6).waitFor();
	});

	test('is taken back with one key, in its turn', async () => {
		const { keyboard } = sandbox.page;
		await goTo('updated');
		await keyboard.press('t');
		await left('203 decisions');
		await keyboard.press('Enter');
		await footer('Confirmed.');
		await keyboard.press('u');
		await footer('Taken back');
		await left('203 decisions');
		await keyboard.press('u');
		await left('202 decisions');
		await footer('Taken back.');
		expect(await sandbox.page.locator('.ratify-footer button').innerText()).toBe('Redo');
		expect(await changed()).toEqual([]);
	});

	test('brings one in with 2, which is then one decision', async () => {
		const { keyboard } = sandbox.page;
		await keyboard.press('2');
		await keyboard.type('checksum for lot 0932');
		await sandbox.page.locator('.ratify-picker-item').first().waitFor();
		await keyboard.press('Enter');
		await footer('Put together: one decision now.');
		await left('201 decisions');
		await keyboard.press('x');
		await footer('Dismissed. 8 duplicates put away.');
	});

	test('joins what differs in the owner only, with one click, and offers both owners', async () => {
		await sandbox.write('Inbox/2026-10-13 Ben.md', `- [?] ${SEND} before the architecture review. @Ben Okafor #task #proposed\n`);
		await left('2 of 203 decisions');
		await sandbox.page.locator('.ratify-row', { hasText: '+6' }).locator('.ratify-text').click();
		await sandbox.page.locator('.ratify-neighbour', { hasText: 'for Ben Okafor' }).getByRole('button', { name: 'Same' }).click();
		await left('1 of 202 decisions');
		await sandbox.page.keyboard.press('g');
		// Me and Myself are one person, so two steps lead around.
		const owner = sandbox.page.locator('.ratify-choices', { hasText: 'Owner' }).locator('.ratify-choice:has(:checked)');
		const [first, second] = [await owner.innerText(), await press('a').then(() => owner.innerText())];
		expect([[first, second].sort(), await press('a').then(() => owner.innerText())]).toEqual([['Ben Okafor', 'Me'], first]);
		await sandbox.page.locator('.ratify-choice', { hasText: 'Ben Okafor' }).dblclick();
		expect(await sandbox.page.evaluate(() => window.sandbox.app.workspace.getActiveFile())).toBeNull();
		await sandbox.page.keyboard.press('Enter');
		await footer('Confirmed. 7 duplicates put away.');
		expect((await linesWith(' ')).join()).toContain('@Ben Okafor');
	});
});

describe('what repeats a decision', () => {
	const repeats = () => sandbox.page.locator('.ratify-section', { hasText: 'Repeats of what you decided' });

	test('stands apart with what was decided, the way there, and one key that dismisses all such', async () => {
		await sandbox.write('Inbox/2026-09-01 Done.md', `- [x] ${SEND} before the architecture review. @Myself #task #auto ✅ 2026-09-03\n`);
		await repeats().getByText('You did this on 3 Sep').waitFor();
		expect(await repeats().locator('.ratify-row').count()).toBe(1);
		await repeats().getByRole('button', { name: 'You did this' }).click();
		await sandbox.page.waitForFunction(() => window.sandbox.app.workspace.getActiveFile()?.path === 'Inbox/2026-09-01 Done.md');
		// The note's view takes the keyboard when it has read the note.
		await sandbox.settle();
		await sandbox.openReview();
		await sandbox.page.keyboard.press('Shift+X');
		await footer('Dismissed: 7 tasks.');
		expect(await linesWith('R')).toHaveLength(7);
		await sandbox.page.keyboard.press('u');
		await footer('Taken back: 7 tasks.');
		expect(await changed()).toEqual([]);
	});

	test('is left alone by that key where its section is closed', async () => {
		await sandbox.write('Inbox/2026-09-01 Done.md', `- [x] ${SEND} before the architecture review. @Myself #task #auto ✅ 2026-09-03\n`);
		await repeats().locator('.ratify-section-toggle').click();
		await sandbox.page.keyboard.press('Shift+X');
		await repeats().locator('.ratify-section-toggle').click();
		await repeats().locator('.ratify-row').waitFor();
		expect(await changed()).toEqual([]);
	});

	test('is known after the decision in the review, and after a restart', async () => {
		await sandbox.page.keyboard.press('Enter');
		await footer('Confirmed. 6 duplicates put away.');
		await sandbox.page.reload();
		await sandbox.page.waitForFunction(() => 'sandbox' in window);
		await sandbox.page.evaluate(() => window.sandbox.ready);
		await sandbox.write('Inbox/2026-11-20 Again.md', '- [?] Please send the storage team the pricing comparison before the architecture review. @Myself #task #proposed #auto\n');
		await sandbox.openReview();
		await sandbox.filter('pricing comparison');
		await repeats().getByText('You confirmed this').waitFor();
	});

	test('is known where the user has lines deleted', async () => {
		await sandbox.write('.obsidian/plugins/ratify/data.json', '{"dismissBy": "delete", "groupBy": "note"}');
		await sandbox.page.locator('.ratify-grouping', { hasText: 'by note' }).waitFor();
		await sandbox.page.keyboard.press('x');
		await footer('Dismissed. 6 duplicates put away.');
		expect(await linesWith('?')).toHaveLength(1);
		await sandbox.write('Inbox/2026-11-20 Again.md', '- [?] Please send the storage team the pricing comparison before the architecture review. @Myself #task #proposed #auto\n');
		await repeats().getByText('You deleted this').waitFor();
	});
});
