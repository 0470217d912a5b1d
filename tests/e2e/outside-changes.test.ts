import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { DEMO_VAULT, SandboxPage, startBrowser } from './sandbox-page';

const NOTE = 'Outside.md';
const TEXT = '# Plan\n\n- [?] Send it\n\nA paragraph in the middle.\n\nThe end.\n';

let browser: Browser;
let sandbox: SandboxPage;

beforeAll(async () => {
	browser = await startBrowser();
});

afterAll(() => browser.close());

beforeEach(async () => {
	sandbox = await SandboxPage.open(browser, DEMO_VAULT, { write: true, prepare: (folder) => { writeFileSync(path.join(folder, NOTE), TEXT); } });
});

afterEach(async () => {
	await sandbox.close();
	expect(sandbox.errors).toEqual([]);
});

/** Runs code in a process of its own, in the vault's folder, with `node:fs` as `fs`. */
function otherProgram(code: string): void {
	execFileSync(process.execPath, ['-e', `const fs = require('node:fs'); ${code}`], { cwd: sandbox.folder });
}

function replace(from: string, to: string): string {
	return `fs.writeFileSync('${NOTE}', fs.readFileSync('${NOTE}', 'utf8').replace(${JSON.stringify(from)}, ${JSON.stringify(to)}))`;
}

const onDisk = (): string => readFileSync(path.join(sandbox.folder, NOTE), 'utf8');
const line = (text: string): Promise<void> => sandbox.page.locator('.workspace-leaf.mod-active .cm-line', { hasText: text }).waitFor();

test('an editor without unsaved typing shows what another program wrote, says nothing and saves nothing', async () => {
	await sandbox.openNote(NOTE, { mode: 'source' });
	otherProgram(replace('# Plan', '# Another plan'));
	await line('Another plan');
	await sandbox.settle();
	expect(await sandbox.page.locator('.notice').count()).toBe(0);
	expect(onDisk()).toBe(TEXT.replace('# Plan', '# Another plan'));
});

test('an editor shows a note that was replaced by renaming another file over it', async () => {
	await sandbox.openNote(NOTE, { mode: 'source' });
	otherProgram(`fs.writeFileSync('.part', 'Replaced.'); fs.renameSync('.part', '${NOTE}')`);
	await line('Replaced.');
});

test('an editor with unsaved typing merges what another program wrote, says so, and saves both', async () => {
	await sandbox.openNote(NOTE, { mode: 'source' });
	await sandbox.page.locator('.workspace-leaf.mod-active .cm-content').click();
	await sandbox.page.keyboard.press('Control+End');
	await sandbox.page.keyboard.type('Typed.');
	// However slow the other program is, it must not come after the save.
	await sandbox.page.evaluate(() => { for (const view of window.sandbox.app.saves) view.requestSave.cancel(); });
	otherProgram(replace('# Plan', '# Another plan'));
	await sandbox.page.locator('.notice', { hasText: '"Outside" has been modified externally, merging changes automatically.' }).waitFor();
	await sandbox.page.keyboard.press('Control+s');
	await sandbox.settle();
	expect(onDisk()).toBe(`${TEXT.replace('# Plan', '# Another plan')}Typed.`);
});

test('a note in reading mode is rendered anew, and its view has the new text', async () => {
	await sandbox.openNote(NOTE, { mode: 'reading' });
	otherProgram(replace('# Plan', '# Another plan'));
	await sandbox.page.locator('.markdown-preview-view h1', { hasText: 'Another plan' }).waitFor();
	expect(await sandbox.page.evaluate(() => [...window.sandbox.app.saves].map((view) => view.getViewData().split('\n')[0]))).toContain('# Another plan');
});

test.each([['removed', `fs.rmSync('${NOTE}')`], ['renamed', `fs.renameSync('${NOTE}', 'Elsewhere.md')`]])('the tab of a note that another program %s closes', async (_how, code) => {
	await sandbox.openNote(NOTE);
	const tab = sandbox.page.locator('.workspace-tab-header', { hasText: 'Outside' });
	await tab.waitFor();
	otherProgram(code);
	await tab.waitFor({ state: 'detached' });
});

test('what is typed does not bring back a note that another program removed', async () => {
	await sandbox.openNote(NOTE, { mode: 'source' });
	await sandbox.page.locator('.workspace-leaf.mod-active .cm-content').click();
	await sandbox.page.keyboard.type('Typed.');
	otherProgram(`fs.rmSync('${NOTE}')`);
	await sandbox.page.waitForFunction((name) => window.sandbox.app.vault.getFileByPath(name) === null, NOTE);
	await sandbox.settle();
	expect(() => onDisk()).toThrow('ENOENT');
});

test('a note that turned to Windows line ends is no change to its editor, and gets plain ones once it is saved', async () => {
	await sandbox.openNote(NOTE, { mode: 'source' });
	otherProgram(`fs.writeFileSync('${NOTE}', fs.readFileSync('${NOTE}', 'utf8').replaceAll('\\n', '\\r\\n') + 'More.\\r\\n')`);
	await line('More.');
	await sandbox.settle();
	expect(onDisk()).toContain('\r\n');
	await sandbox.page.locator('.workspace-leaf.mod-active .cm-content').click();
	await sandbox.page.keyboard.press('Control+End');
	await sandbox.page.keyboard.type('Typed.');
	await sandbox.settle();
	expect(onDisk()).toBe(`${TEXT}More.\nTyped.`);
});
