import type { Browser, Locator } from 'playwright-core';
import { DEMO_VAULT, diffLines, SandboxPage, startBrowser } from './sandbox-page';

const NOTE = 'Inbox/2026-11-20 Boats.md';
const TEXT = `# Boats

- [?] Paint the blue dinghy. @Oskar Brandt #task #proposed
- [?] Caulk the barge. #task #proposed
	- [?] Buy oakum for it. @Myself #task #proposed
- [ ] Moor the ferry. #task

> [!todo] Later
> - [?] Rig the yawl. @Nobody Known #task #proposed

\`\`\`
- [?] Not a task. #task #proposed
\`\`\`
`;
const OTHER = 'Inbox/2026-11-20 Other.md';

let browser: Browser;
let sandbox: SandboxPage;

beforeAll(async () => {
	browser = await startBrowser();
});

afterAll(() => browser.close());

beforeEach(async () => {
	sandbox = await SandboxPage.open(browser, DEMO_VAULT);
	await sandbox.write(NOTE, TEXT);
	await sandbox.write(OTHER, `![[2026-11-20 Boats]]\n\n- [?] Please caulk the barge. #task #proposed\n`);
	await sandbox.page.locator('.ratify-status', { hasText: '205 to decide' }).waitFor();
});

afterEach(async () => {
	await sandbox.close();
	expect(sandbox.errors).toEqual([]);
});

const line = (words: string): Locator => sandbox.page.locator('.cm-line', { hasText: words });
const item = (words: string): Locator => sandbox.page.locator('.markdown-reading-view li.task-list-item', { hasText: words }).last();
const notice = (words: string): Locator => sandbox.page.locator('.notice', { hasText: words });

async function press(where: Locator, name: string): Promise<void> {
	// The first line of an item is its own; below may be others.
	await where.hover({ position: { x: 40, y: 10 } });
	await where.locator(`> .ratify-line, > p > .ratify-line`).getByRole('button', { name }).click();
}

/** What a decision has changed in the note. */
async function changes(): Promise<string[]> {
	await sandbox.settle();
	return diffLines(TEXT, await sandbox.read(NOTE));
}

describe('in Live Preview', () => {
	beforeEach(async () => {
		await sandbox.openNote(NOTE, { mode: 'live' });
		await line('Paint the blue dinghy').locator('.ratify-line').waitFor({ state: 'attached' });
	});

	test('a proposal has buttons where the mouse or the cursor is, and nothing else has', async () => {
		const buttons = line('Paint the blue dinghy').locator('.ratify-line');
		await sandbox.page.mouse.move(5, 5);
		await sandbox.page.evaluate(() => window.sandbox.app.workspace.activeEditor?.editor?.setCursor(0, 0));
		expect(await buttons.evaluate((el) => getComputedStyle(el).opacity)).toBe('0');
		await line('Paint the blue dinghy').hover();
		expect(await buttons.evaluate((el) => getComputedStyle(el).opacity)).toBe('1');
		await sandbox.page.mouse.move(5, 5);
		await sandbox.page.evaluate(() => window.sandbox.app.workspace.activeEditor?.editor?.setCursor(3, 0));
		await sandbox.page.waitForFunction(() => [...document.querySelectorAll('.cm-line')].find((each) => each.textContent?.includes('Caulk'))?.matches('.cm-active'));
		expect(await line('Caulk the barge').locator('.ratify-line').evaluate((el) => getComputedStyle(el).opacity)).toBe('1');
		expect(await line('Moor the ferry').locator('.ratify-line').count()).toBe(0);
		expect(await line('Not a task').locator('.ratify-line').count()).toBe(0);
	});

	test('confirm and dismiss decide the line and what repeats it, with one undo', async () => {
		await line('Caulk the barge').locator('.ratify-line-chip', { hasText: '+1' }).waitFor({ state: 'attached' });
		await press(line('Caulk the barge'), 'Confirm proposed task');
		await notice('Confirmed. 1 duplicate put away.').waitFor();
		expect(await changes()).toEqual(['-- [?] Caulk the barge. #task #proposed', '+- [ ] Caulk the barge. #task']);
		await notice('Confirmed.').getByRole('button', { name: 'Undo' }).click();
		await notice('Taken back').waitFor();
		expect(await changes()).toEqual([]);
		await press(line('Paint the blue dinghy'), 'Dismiss proposed task');
		await notice('Dismissed.').waitFor();
		expect((await changes())[1]).toMatch(/^\+- \[R\] Paint the blue dinghy\. @Oskar Brandt #task ❌ [\d-]+$/u);
	});

	test('a button decides the line where it is by then, and what was just typed in it', async () => {
		await sandbox.page.evaluate(() => {
			const editor = window.sandbox.app.workspace.activeEditor?.editor;
			editor?.replaceRange('Fast. ', { line: 2, ch: 6 });
			editor?.replaceRange('A new line\n\n', { line: 0, ch: 0 });
		});
		await press(line('Paint the blue dinghy'), 'Confirm proposed task');
		await notice('Confirmed.').waitFor();
		await sandbox.settle();
		expect(await sandbox.read(NOTE)).toBe(`A new line\n\n${TEXT.replace('- [?] Paint the blue dinghy. @Oskar Brandt #task #proposed', '- [ ] Fast. Paint the blue dinghy. @Oskar Brandt #task')}`);
	});

	test('a click on its box confirms it, and the app keeps the other boxes', async () => {
		await line('Paint the blue dinghy').locator('.task-list-item-checkbox').click();
		await notice('Confirmed.').waitFor();
		expect(await changes()).toEqual(['-- [?] Paint the blue dinghy. @Oskar Brandt #task #proposed', '+- [ ] Paint the blue dinghy. @Oskar Brandt #task']);
		await line('Moor the ferry').locator('.task-list-item-checkbox').click();
		await sandbox.settle();
		expect(await sandbox.read(NOTE)).toContain('- [x] Moor the ferry. #task');
	});

	test('a click on its box is left to the app where the settings say so', async () => {
		await sandbox.write('.obsidian/plugins/ratify/data.json', '{"confirmByBox": false}');
		await sandbox.settle();
		await line('Paint the blue dinghy').locator('.task-list-item-checkbox').click();
		await sandbox.settle();
		expect(await changes()).toEqual(['-- [?] Paint the blue dinghy. @Oskar Brandt #task #proposed', '+- [ ] Paint the blue dinghy. @Oskar Brandt #task #proposed']);
	});

	test('what is drawn in it as it is read has them, too', async () => {
		await press(sandbox.page.locator('.cm-callout li.task-list-item', { hasText: 'Rig the yawl' }), 'Confirm proposed task');
		await notice('Confirmed.').waitFor();
		expect(await changes()).toEqual(['-> - [?] Rig the yawl. @Nobody Known #task #proposed', '+> - [ ] Rig the yawl. @Nobody Known #task']);
	});

	test('More changes what the line says, and leads to the review', async () => {
		await press(line('Caulk the barge'), 'More');
		await sandbox.page.locator('.menu-item', { hasText: 'Change priority…' }).click();
		await sandbox.page.keyboard.type('h');
		await sandbox.page.keyboard.press('Enter');
		await notice('Priority high: 2 tasks.').waitFor();
		expect(await changes()).toEqual(['-- [?] Caulk the barge. #task #proposed', '+- [?] Caulk the barge. #task #proposed ⏫']);
		await press(line('Paint the blue dinghy'), 'More');
		await sandbox.page.locator('.menu-item', { hasText: 'Show in review' }).click();
		await sandbox.page.locator('.ratify-row', { hasText: 'Paint the blue dinghy' }).waitFor();
		expect(await sandbox.page.getByRole('combobox', { name: 'Filter' }).inputValue()).toBe(`note:"${NOTE}"`);
	});

	test('nothing stands behind it in source mode', async () => {
		await sandbox.openNote(NOTE, { mode: 'source' });
		await line('Paint the blue dinghy').waitFor();
		await sandbox.settle();
		expect(await sandbox.page.locator('.cm-line .ratify-line').count()).toBe(0);
	});
});

describe('in a note that is read', () => {
	test('a proposal has the same buttons, each for its own line', async () => {
		await sandbox.openNote(NOTE, { mode: 'reading' });
		await press(item('Caulk the barge'), 'Dismiss proposed task');
		await notice('Dismissed. 1 duplicate put away.').waitFor();
		expect((await changes())[1]).toMatch(/^\+- \[R\] Caulk the barge\. #task ❌ [\d-]+$/u);
		await press(item('Buy oakum'), 'Confirm proposed task');
		await notice('Confirmed.').waitFor();
		expect(await changes()).toContain('+\t- [ ] Buy oakum for it. @Myself #task');
	});

	test('a click on its box confirms it', async () => {
		await sandbox.openNote(NOTE, { mode: 'reading' });
		await item('Paint the blue dinghy').locator('.task-list-item-checkbox').click();
		await notice('Confirmed.').waitFor();
		expect(await changes()).toEqual(['-- [?] Paint the blue dinghy. @Oskar Brandt #task #proposed', '+- [ ] Paint the blue dinghy. @Oskar Brandt #task']);
	});

	test.each(['Rig the yawl', 'Caulk the barge'])('callouts and embeds have them, too: %s', async (words) => {
		await sandbox.openNote(OTHER, { mode: 'reading' });
		await press(sandbox.page.locator('.internal-embed li.task-list-item', { hasText: words }).first(), 'Confirm proposed task');
		await notice('Confirmed.').waitFor();
		expect((await changes()).filter((each) => each.startsWith('+'))).toHaveLength(1);
		expect((await changes())[1]).toContain(`- [ ] ${words}`);
	});
});

test('the menus of a note and of a line offer the same', async () => {
	await sandbox.openNote(NOTE, { mode: 'live', line: 2 });
	await line('Paint the blue dinghy').click({ button: 'right' });
	await sandbox.page.locator('.menu-item', { hasText: 'Confirm proposed task' }).waitFor();
	await sandbox.page.keyboard.press('Escape');
	await sandbox.page.locator('.nav-file-title', { hasText: '2026-11-20 Boats' }).click({ button: 'right' });
	await sandbox.page.locator('.menu-item', { hasText: 'Dismiss 4 proposed tasks' }).click();
	await notice('Dismissed: 4 tasks.').waitFor();
	expect((await sandbox.read(NOTE)).match(/\[R\]/gu)).toHaveLength(4);
});

test('commands change the line at the cursor, and make a proposal of one', async () => {
	await sandbox.openNote(NOTE, { mode: 'live', line: 2 });
	await sandbox.runFromPalette('Change due date of proposed task');
	await sandbox.page.keyboard.type('2031-02-03');
	await sandbox.page.keyboard.press('Enter');
	await notice('Due 2031-02-03.').waitFor();
	expect((await changes())[1]).toBe('+- [?] Paint the blue dinghy. @Oskar Brandt #task #proposed 📅 2031-02-03');
	await sandbox.openNote(NOTE, { mode: 'live', line: 5 });
	await sandbox.runFromPalette('Ratify: Propose task');
	await sandbox.settle();
	expect(await sandbox.read(NOTE)).toContain('- [?] Moor the ferry. #task #proposed');
	await sandbox.page.locator('.ratify-status', { hasText: '206 to decide' }).waitFor();
});
