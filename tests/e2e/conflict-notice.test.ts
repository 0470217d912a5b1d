import type { Browser, Locator } from 'playwright-core';
import { DEMO_VAULT, SandboxPage, startBrowser } from './sandbox-page';

const NOTE = 'Inbox/Plan.md';
const TEXT = '# Plan\n\n- [?] Send the list to Ana. #task #proposed\n- [ ] Accepted. #task\n- [?] Book the hall for May. #task #proposed\n';
/** What another program makes of it while it is being decided. */
const CHANGED = TEXT.replace('the list', 'the <b>long</b> list').replace('for May', 'for early May');

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

const notice = (text: string): Locator => sandbox.page.locator('.notice', { hasText: text });
const answer = (words: string): Locator => notice('The line has changed since.').getByRole('button', { name: words });
const conflicts = (): Locator => sandbox.page.locator('.ratify-conflict');

/** Starts a decision, and has another program write the note before the decision's read of it is served. */
async function decideWhileChanged(text: string, start: () => Promise<void>): Promise<void> {
	const held = await sandbox.faults.hang({ operation: 'read', path: NOTE });
	await start();
	await held.reached();
	await sandbox.write(NOTE, text);
	await held.release();
	await notice('The line has changed since.').waitFor();
	await sandbox.settle();
	expect(await sandbox.read(NOTE)).toBe(text);
}

async function confirmPicked(): Promise<void> {
	await sandbox.runFromPalette('Ratify: Confirm proposed task');
	await sandbox.page.locator('.prompt-input').waitFor();
	await sandbox.page.keyboard.type('Send the list Plan');
	await sandbox.page.keyboard.press('Enter');
}

describe('the notice of a line that has changed since', () => {
	test('applies the decision to the new text, and its own notice takes just that back', async () => {
		await decideWhileChanged(CHANGED, confirmPicked);
		expect(await notice('The line has changed since.').innerText()).toContain('It now reads “- [?] Send the <b>long</b> list to Ana. #task #proposed”.');
		await answer('Apply to new text').click();
		await notice('Confirmed.').waitFor();
		await notice('The line has changed since.').waitFor({ state: 'detached' });
		await sandbox.settle();
		expect(await sandbox.read(NOTE)).toBe(CHANGED.replace('- [?] Send the <b>long</b> list to Ana. #task #proposed', '- [ ] Send the <b>long</b> list to Ana. #task'));
		await notice('Confirmed.').getByRole('button', { name: 'Undo' }).click();
		await notice('Taken back.').waitFor();
		await sandbox.settle();
		expect(await sandbox.read(NOTE)).toBe(CHANGED);
	});

	test('skips it, writes nothing, and leaves nothing open in the review', async () => {
		await decideWhileChanged(CHANGED, confirmPicked);
		await sandbox.openReview();
		await conflicts().first().waitFor();
		await answer('Skip').click();
		await conflicts().first().waitFor({ state: 'detached' });
		await notice('The line has changed since.').waitFor({ state: 'detached' });
		await sandbox.settle();
		expect(await sandbox.read(NOTE)).toBe(CHANGED);
	});

	test('has answers for each of several lines, and what the first answer leaves open waits in the review', async () => {
		await sandbox.openNote(NOTE, { mode: 'reading' });
		await sandbox.settle();
		await decideWhileChanged(CHANGED, () => sandbox.runFromPalette('Ratify: Confirm all proposed tasks in this note'));
		expect(await answer('Apply to new text').count()).toBe(2);
		expect(await answer('Skip').count()).toBe(2);
		await answer('Apply to new text').nth(1).click();
		await notice('Confirmed.').waitFor();
		await sandbox.openReview();
		expect(await conflicts().locator('ins').allInnerTexts()).toEqual(['<b>long</b> ']);
		await sandbox.settle();
		expect(await sandbox.read(NOTE)).toBe(CHANGED.replace('- [?] Book the hall for early May. #task #proposed', '- [ ] Book the hall for early May. #task'));
	});

	test('says so where the line has gone by the time of the answer, and writes nothing', async () => {
		await decideWhileChanged(CHANGED, confirmPicked);
		const without = CHANGED.replace(/- \[\?\] Send .*\n/u, '');
		await sandbox.write(NOTE, without);
		await sandbox.settle();
		await answer('Apply to new text').click();
		await notice('The line is no longer there.').waitFor();
		await sandbox.settle();
		expect(await sandbox.read(NOTE)).toBe(without);
	});
});
