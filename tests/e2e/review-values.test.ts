import type { Browser } from 'playwright-core';
import { DEMO_VAULT, SandboxPage, startBrowser } from './sandbox-page';

const NOTE = 'Inbox/2026-11-20 Words.md';
const LINE = '- [?] Water the tomatoes behind the boat shed. @Ana Unheard 🛫 2020-01-01 #task #proposed ^tom';
const OTHER = '- [?] Count the oars. #task #proposed\r';
const TEXT = `# Words\n\n${LINE}\n${OTHER}\n`;

let browser: Browser;
let sandbox: SandboxPage;

beforeAll(async () => {
	browser = await startBrowser();
});

afterAll(() => browser.close());

beforeEach(async () => {
	sandbox = await SandboxPage.open(browser, DEMO_VAULT);
	await sandbox.write(NOTE, TEXT);
	await sandbox.openReview();
	await sandbox.filter('tomatoes');
	await sandbox.page.locator('.ratify-row.is-focused', { hasText: 'tomatoes' }).waitFor();
});

afterEach(async () => {
	await sandbox.close();
	expect(sandbox.errors).toEqual([]);
});

const field = () => sandbox.page.getByLabel('Text of the task');
const press = (key: string): Promise<void> => sandbox.page.keyboard.press(key);
const type = (words: string): Promise<void> => sandbox.page.keyboard.type(words);
const footer = (text: string): Promise<void> => sandbox.page.locator('.ratify-footer', { hasText: text }).waitFor();

/** The note's first task once the disk has it so; all else must be as it was. */
async function expectLine(line: string): Promise<void> {
	await sandbox.settle();
	expect(await sandbox.read(NOTE)).toBe(TEXT.replace(LINE, line));
}

/** The day so many days from now, as the browser counts. */
function dayIn(days: number): Promise<string> {
	return sandbox.page.evaluate((count) => {
		const date = new Date();
		date.setDate(date.getDate() + count);
		return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
	}, days);
}

describe('the text of a task', () => {
	test('is edited in its place, and every other byte of the line stays', async () => {
		await press('e');
		expect(await field().inputValue()).toBe('Water the tomatoes behind the boat shed.');
		await press('Control+a');
		await type('Water the tomatoes and the beans.');
		await press('Enter');
		await footer('Text changed.');
		await expectLine(LINE.replace('Water the tomatoes behind the boat shed.', 'Water the tomatoes and the beans.'));
		await sandbox.page.locator('.ratify-row.is-focused .ratify-text', { hasText: 'and the beans' }).waitFor();
		expect(await sandbox.focusedRow().evaluate((row) => row === document.activeElement)).toBe(true);
		await press('u');
		await footer('Taken back.');
		await expectLine(LINE);
	});

	test('is confirmed with its new words in one step, with Shift+Enter', async () => {
		await press('e');
		await type(' Twice.');
		await press('Shift+Enter');
		await footer('Confirmed.');
		await expectLine('- [ ] Water the tomatoes behind the boat shed. Twice. @Ana Unheard 🛫 2020-01-01 #task ^tom');
		await press('u');
		await footer('Taken back.');
		await expectLine(LINE);
	});

	test('stays as it was with Escape, and where nothing was changed', async () => {
		await press('e');
		await type(' Twice.');
		await press('Escape');
		await field().waitFor({ state: 'detached' });
		expect(await sandbox.focusedText()).not.toContain('Twice');
		await press('e');
		await press('Enter');
		await field().waitFor({ state: 'detached' });
		expect(await sandbox.focusedRow().evaluate((row) => row === document.activeElement)).toBe(true);
		await expectLine(LINE);
	});

	test('takes keys of the review as letters, and several lines as one', async () => {
		await press('e');
		await press('Control+a');
		await type('x13 jku tomatoes/?');
		await sandbox.page.evaluate(() => navigator.clipboard?.writeText('').catch(() => undefined));
		await sandbox.page.keyboard.insertText('\nsecond');
		await press('Enter');
		await footer('Text changed.');
		await expectLine(LINE.replace('Water the tomatoes behind the boat shed.', 'x13 jku tomatoes/? second'));
	});

	test('is kept open where words would change the rest of the line', async () => {
		await press('e');
		await press('Control+a');
		await type('Water the tomatoes for');
		await press('Enter');
		await sandbox.page.locator('.notice', { hasText: 'With these words the rest of the line would mean something else.' }).waitFor();
		expect(await field().inputValue()).toBe('Water the tomatoes for');
		await press('Control+a');
		await press('Delete');
		await press('Enter');
		await sandbox.page.locator('.notice', { hasText: 'A task needs words.' }).waitFor();
		await expectLine(LINE);
	});

	test('is written where the user goes on to another row', async () => {
		await press('Escape');
		await press('/');
		await press('Control+a');
		await type('2026-11-20 Words');
		await press('Enter');
		await sandbox.rows().filter({ hasText: 'tomatoes' }).locator('.ratify-text').click();
		await press('e');
		await type(' Soon.');
		await sandbox.rows().filter({ hasText: 'oars' }).locator('.ratify-text').click();
		await footer('Text changed.');
		await expectLine(LINE.replace('boat shed.', 'boat shed. Soon.'));
	});

	test('that can’t be written is handed back where the user goes on', async () => {
		await press('e');
		await press('Control+a');
		await type('Water the tomatoes for');
		await press('Shift+Tab');
		await press('/');
		await sandbox.page.getByRole('combobox', { name: 'Filter' }).fill('oars');
		await sandbox.page.locator('.notice', { hasText: 'Not saved: “Water the tomatoes for”.' }).getByRole('button', { name: 'Copy' }).waitFor();
		await expectLine(LINE);
	});

	test('is handed back where the line is changed elsewhere meanwhile', async () => {
		await press('e');
		await type(' Soon.');
		const changed = TEXT.replace('tomatoes', 'tomatoes and plums');
		await sandbox.write(NOTE, changed);
		await sandbox.page.locator('.notice', { hasText: 'The task was changed elsewhere while you wrote “Water the tomatoes behind the boat shed. Soon.”' }).getByRole('button', { name: 'Copy' }).waitFor();
		await sandbox.settle();
		expect(await sandbox.read(NOTE)).toBe(changed);
	});
});

describe('the due date', () => {
	test('is said in words, and shown before it is taken', async () => {
		await press('d');
		await type('in 10 days');
		await sandbox.page.locator('.suggestion-item', { hasText: 'in 10 days' }).waitFor();
		expect(await sandbox.page.locator('.suggestion-item').count()).toBe(1);
		await press('Enter');
		const day = await dayIn(10);
		await footer(`Due ${day}.`);
		await expectLine(LINE.replace(' ^tom', ` 📅 ${day} ^tom`));
		await sandbox.page.locator('.ratify-row.is-focused .mod-due-later').waitFor();
		await press('d');
		await type('no due');
		await press('Enter');
		await footer('Due date removed.');
		await expectLine(LINE);
	});

	test('is offered without a word typed, and refused where no day is meant', async () => {
		await press('d');
		const items = sandbox.page.locator('.suggestion-item');
		expect(await items.allInnerTexts()).toEqual(['Today', 'Tomorrow', 'Monday', 'In a week', 'In two weeks', 'In a month'].map((title) => expect.stringContaining(title) as string));
		await type('when the cows come home');
		await sandbox.page.getByText('No day is called that.').waitFor();
		await press('Escape');
		await expectLine(LINE);
	});

	test('is set for a selection at once, and taken back at once', async () => {
		await press('Escape');
		await press('/');
		await press('Control+a');
		await type('2026-11-20 Words');
		await press('Enter');
		await press('Control+a');
		await press('d');
		await type('tomorrow');
		await press('Enter');
		const day = await dayIn(1);
		await footer(`Due ${day}: 2 tasks.`);
		await sandbox.settle();
		expect(await sandbox.read(NOTE)).toBe(TEXT.replace(' ^tom', ` 📅 ${day} ^tom`).replace('#proposed\r', `#proposed 📅 ${day}\r`));
		await press('u');
		await footer('Taken back: 2 tasks.');
		await expectLine(LINE);
	});
});

test('the priority is picked by its first letter', async () => {
	await press('p');
	await type('h');
	await press('Enter');
	await footer('Priority high.');
	await expectLine(LINE.replace(' ^tom', ' ⏫ ^tom'));
	await sandbox.page.locator('.ratify-row.is-focused [data-priority="high"]').waitFor();
});

test('a task is hidden until a day: it leaves the review, the focus goes on, and undo brings it back', async () => {
	await press('Escape');
	const left = sandbox.page.locator('.ratify-left');
	const before = Number.parseInt(await left.innerText(), 10);
	await press('/');
	await type('2026-11-20 Words');
	await press('Enter');
	await sandbox.rows().filter({ hasText: 'tomatoes' }).locator('.ratify-text').click();
	await press('h');
	await type('yesterday');
	await sandbox.page.getByText('That is no day after today.').waitFor();
	await press('Control+a');
	await type('in 3 weeks');
	await press('Enter');
	const day = await dayIn(21);
	await footer(`Hidden until ${day}.`);
	await expectLine(LINE.replace('🛫 2020-01-01', `🛫 ${day}`));
	expect(await sandbox.focusedText()).toContain('oars');
	await left.getByText(`1 of ${before - 1} decisions`).waitFor();
	await press('u');
	await footer('Taken back.');
	await sandbox.page.locator('.ratify-row.is-focused', { hasText: 'tomatoes' }).waitFor();
	await expectLine(LINE);
});

test('the menu of a row offers the same changes', async () => {
	await sandbox.focusedRow().getByRole('button', { name: 'More' }).click();
	expect(await sandbox.page.locator('.menu-item-title').allInnerTexts()).toEqual(expect.arrayContaining(['Edit text', 'Change owner…', 'Change due date…', 'Change priority…', 'Hide until…']));
	await sandbox.page.locator('.menu-item', { hasText: 'Edit text' }).click();
	expect(await field().evaluate((el) => el === document.activeElement)).toBe(true);
	await sandbox.focusedRow().getByRole('button', { name: 'Cancel' }).click();
	await field().waitFor({ state: 'detached' });
});
