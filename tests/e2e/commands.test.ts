import type { Browser } from 'playwright-core';
import { DEMO_VAULT, diffLines, SandboxPage, startBrowser } from './sandbox-page';

let browser: Browser;
let sandbox: SandboxPage;

const NOTE = 'Inbox/Plan.md';
const TEXT = '# Plan\n\n- [?] One. @Me #task #proposed #auto\n- [ ] Accepted. #task\n- [?] Two. @Me #task #proposed\n- [?] Three. #task #proposed\n';

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

/** The note's diff on disk, once all is saved. */
async function diff(): Promise<string[]> {
	await sandbox.settle();
	return diffLines(TEXT, await sandbox.read(NOTE));
}

const ONE = ['-- [?] One. @Me #task #proposed #auto', '+- [ ] One. @Me #task #auto'];
const THREE = ['-- [?] Three. #task #proposed', '+- [ ] Three. #task'];

describe('from the command palette', () => {
	test.each(['source', 'live'] as const)('the proposal at the cursor is confirmed in %s mode, and undo gives the note back', async (mode) => {
		await sandbox.openNote(NOTE, { line: 2, mode });
		await sandbox.runFromPalette('Ratify: Confirm proposed task');
		await sandbox.page.locator('.notice', { hasText: 'Confirmed.' }).waitFor();
		expect(await diff()).toEqual(ONE);
		await sandbox.runFromPalette('Ratify: Undo last review action');
		await sandbox.page.locator('.notice', { hasText: 'Taken back.' }).waitFor();
		expect(await diff()).toEqual([]);
	});

	test('text that is still unsaved in the editor is kept', async () => {
		await sandbox.openNote(NOTE, { line: 2, mode: 'source' });
		await sandbox.page.locator('.cm-content').click();
		await sandbox.page.keyboard.press('Control+End');
		await sandbox.page.keyboard.type('typed just now');
		await sandbox.page.evaluate(() => window.sandbox.app.workspace.activeEditor?.editor?.setCursor({ line: 2, ch: 0 }));
		await sandbox.runFromPalette('Ratify: Dismiss proposed task');
		await sandbox.page.locator('.notice', { hasText: 'Dismissed.' }).waitFor();
		await sandbox.settle();
		const text = await sandbox.read(NOTE);
		expect(text).toContain('typed just now');
		expect(text).toMatch(/^- \[R\] One\. @Me #task #auto ❌ \d{4}-\d{2}-\d{2}$/mu);
	});

	test('all proposals of a selection are confirmed, and only these', async () => {
		await sandbox.openNote(NOTE, { mode: 'source' });
		await sandbox.page.evaluate(() => window.sandbox.app.workspace.activeEditor?.editor?.setSelection({ line: 3, ch: 0 }, { line: 5, ch: 3 }));
		await sandbox.runFromPalette('Ratify: Confirm proposed task');
		await sandbox.page.locator('.notice', { hasText: 'Confirmed: 2 tasks.' }).waitFor();
		expect(await diff()).toEqual(['-- [?] Two. @Me #task #proposed', '+- [ ] Two. @Me #task', ...THREE]);
	});

	test('a selection of whole lines does not reach into the line behind it', async () => {
		await sandbox.openNote(NOTE, { mode: 'source' });
		await sandbox.page.evaluate(() => window.sandbox.app.workspace.activeEditor?.editor?.setSelection({ line: 2, ch: 0 }, { line: 4, ch: 0 }));
		await sandbox.runFromPalette('Ratify: Confirm proposed task');
		await sandbox.page.locator('.notice', { hasText: 'Confirmed.' }).waitFor();
		expect(await diff()).toEqual(ONE);
	});

	test('a line in a code fence is no proposal, so one is picked instead', async () => {
		await sandbox.write(NOTE, '```\n- [?] An example. #task\n```\n');
		await sandbox.settle();
		await sandbox.openNote(NOTE, { line: 1, mode: 'source' });
		await sandbox.runFromPalette('Ratify: Confirm proposed task');
		await sandbox.page.locator('.prompt-input[placeholder*="Confirm"]').waitFor();
		expect(await sandbox.read(NOTE)).toBe('```\n- [?] An example. #task\n```\n');
	});

	test('Undo in a notice takes back what the notice tells of, and nothing that was decided later', async () => {
		await sandbox.openNote(NOTE, { line: 2, mode: 'source' });
		await sandbox.runFromPalette('Ratify: Confirm proposed task');
		const first = sandbox.page.locator('.notice', { hasText: 'Confirmed.' });
		await first.waitFor();
		await sandbox.page.evaluate(() => window.sandbox.app.workspace.activeEditor?.editor?.setCursor({ line: 5, ch: 0 }));
		await sandbox.runFromPalette('Ratify: Dismiss proposed task');
		await sandbox.page.locator('.notice', { hasText: 'Dismissed.' }).waitFor();
		await first.getByRole('button', { name: 'Undo' }).click();
		await sandbox.page.locator('.notice', { hasText: 'Taken back.' }).waitFor();
		const left = await diff();
		expect(left).toHaveLength(2);
		expect(left[0]).toBe(THREE[0]);
	});

	test('all proposals of the note are confirmed in one step', async () => {
		await sandbox.openNote(NOTE, { mode: 'reading' });
		await sandbox.runFromPalette('Ratify: Confirm all proposed tasks in this note');
		await sandbox.page.locator('.notice', { hasText: 'Confirmed: 3 tasks.' }).waitFor();
		expect(await diff()).toHaveLength(6);
		await sandbox.page.locator('.notice').getByRole('button', { name: 'Undo' }).click();
		const back = sandbox.page.locator('.notice', { hasText: 'Taken back' });
		await back.waitFor();
		expect(await back.getByRole('button').count()).toBe(0);
		expect(await diff()).toEqual([]);
	});

	test('where the cursor is on no proposal, one is picked by a few letters', async () => {
		await sandbox.openNote(NOTE, { line: 0, mode: 'source' });
		await sandbox.runFromPalette('Ratify: Confirm proposed task');
		await sandbox.page.locator('.prompt-input').waitFor();
		await sandbox.page.keyboard.type('Three. Plan');
		await sandbox.page.keyboard.press('Enter');
		await sandbox.page.locator('.notice', { hasText: 'Confirmed.' }).waitFor();
		expect(await diff()).toEqual(THREE);
	});

	test('the cursor goes to the next and the previous proposal', async () => {
		await sandbox.openNote(NOTE, { line: 2, mode: 'source' });
		const line = (): Promise<number> => sandbox.page.evaluate(() => window.sandbox.app.workspace.activeEditor?.editor?.getCursor().line ?? -1);
		await sandbox.runFromPalette('Ratify: Go to next proposed task');
		expect(await line()).toBe(4);
		await sandbox.runFromPalette('Ratify: Go to previous proposed task');
		expect(await line()).toBe(2);
		await sandbox.runFromPalette('Ratify: Go to previous proposed task');
		await sandbox.page.locator('.notice', { hasText: 'No proposed task above' }).waitFor();
		expect(await line()).toBe(2);
	});

	test('undo says that there is nothing to undo', async () => {
		await sandbox.runFromPalette('Ratify: Undo last review action');
		await sandbox.page.locator('.notice', { hasText: 'Nothing to undo.' }).waitFor();
	});
});

describe('a note that is open', () => {
	test('takes the change as one step of its own undo, with the cursor where it was', async () => {
		await sandbox.openNote(NOTE, { line: 3, mode: 'source' });
		await sandbox.openReview();
		await sandbox.filter('One. Plan');
		await sandbox.page.keyboard.press('Enter');
		await sandbox.page.locator('.ratify-footer').getByText('Confirmed.').waitFor();
		expect(await diff()).toEqual(ONE);
		const state = await sandbox.page.evaluate(() => {
			const view = window.sandbox.app.workspace.getLeavesOfType('markdown')[0]?.view as unknown as { editor: { getValue(): string; getCursor(): { line: number } } };
			return { text: view.editor.getValue(), line: view.editor.getCursor().line };
		});
		expect(diffLines(TEXT, state.text)).toEqual(ONE);
		expect(state.line).toBe(3);
	});

	test('with CRLF endings keeps them', async () => {
		const crlf = TEXT.replaceAll('\n', '\r\n');
		await sandbox.write(NOTE, crlf);
		await sandbox.settle();
		await sandbox.openNote(NOTE, { line: 2, mode: 'source' });
		await sandbox.runFromPalette('Ratify: Confirm proposed task');
		await sandbox.page.locator('.notice', { hasText: 'Confirmed.' }).waitFor();
		await sandbox.settle();
		expect(diffLines(crlf, await sandbox.read(NOTE))).toEqual(ONE.map((line) => `${line}\r`));
	});
});

test('the ribbon and the status bar open the review, and the status bar counts', async () => {
	await sandbox.page.locator('.ratify-status', { hasText: '204 to decide' }).waitFor();
	await sandbox.page.locator('.ratify-status').click();
	await sandbox.rows().first().waitFor();
	await sandbox.page.getByLabel('Review proposed tasks').click();
	expect(await sandbox.page.evaluate(() => window.sandbox.app.workspace.getLeavesOfType('ratify-review').length)).toBe(1);
});
