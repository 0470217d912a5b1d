import { mkdirSync, writeFileSync, readFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { PageFaults } from './page-faults';
import { DEMO_VAULT, SandboxPage, startBrowser } from './sandbox-page';

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

const DATA = '.obsidian/plugins/ratify/data.json';

function withData(text: string): (folder: string) => void {
	return (folder) => {
		mkdirSync(path.join(folder, path.dirname(DATA)), { recursive: true });
		writeFileSync(path.join(folder, DATA), text);
	};
}

/** Resolves when the index knows so many proposals. */
async function untilListed(count: number): Promise<void> {
	await sandbox.page.locator('.ratify-left', { hasText: `${count} proposals` }).waitFor();
}

/** Confirms the row with this text, once it has the focus, and has something happen after the app was told to write and before it does. */
async function confirmWhile(text: string, happens: () => Promise<void>): Promise<void> {
	await sandbox.page.evaluate(() => {
		const { vault } = window.sandbox.app;
		const original = vault.process.bind(vault);
		vault.process = async (...args) => {
			vault.process = original;
			await new Promise<void>((resolve) => Object.assign(window, { resumeWrite: resolve }));
			return original(...args);
		};
	});
	await sandbox.focusedRow().getByText(text).waitFor();
	await sandbox.page.keyboard.press('Enter');
	await sandbox.page.waitForFunction(() => 'resumeWrite' in window);
	await happens();
	await sandbox.page.evaluate(() => (window as unknown as { resumeWrite(): void }).resumeWrite());
}

describe('settings that can not be used', () => {
	test('are kept aside byte for byte when they are no JSON, and the user is told', async () => {
		const corrupt = '{"groupBy": "note", "ownerNa';
		sandbox = await SandboxPage.open(browser, DEMO_VAULT, { prepare: withData(corrupt), write: true });
		await sandbox.page.locator('.notice', { hasText: 'could not be read, so the defaults are in use' }).waitFor();
		expect(readFileSync(path.join(sandbox.folder, '.obsidian/plugins/ratify/data.kept-1.json'), 'utf8')).toBe(corrupt);
		expect(readFileSync(path.join(sandbox.folder, DATA), 'utf8')).toBe(corrupt);
		await sandbox.openReview();
	});

	test('are replaced by defaults one by one when single values are invalid, and the user is told which', async () => {
		sandbox = await SandboxPage.open(browser, DEMO_VAULT, { prepare: withData('{"groupBy": "note", "dismissBy": 7}'), write: true });
		await sandbox.page.locator('.notice', { hasText: 'dismissBy' }).waitFor();
		expect(existsSync(path.join(sandbox.folder, '.obsidian/plugins/ratify/data.kept-1.json'))).toBe(true);
		await sandbox.openReview();
		expect(await sandbox.page.locator('.ratify-grouping').innerText()).toContain('by note');
	});
});

describe('a note that can not be written', () => {
	test('because another program removed it leaves a reason, and its rows go', async () => {
		sandbox = await SandboxPage.open(browser, DEMO_VAULT);
		await sandbox.write('Inbox/Short-lived.md', '- [?] Gone before it is decided. #task\n');
		await sandbox.settle();
		await sandbox.openReview();
		await untilListed(214);
		await sandbox.filter('gone before');
		await confirmWhile('Gone before it is decided.', async () => {
			await sandbox.page.evaluate(() => window.sandbox.remove('Inbox/Short-lived.md'));
			await sandbox.settle();
		});
		await sandbox.page.locator('.ratify-conflict', { hasText: 'The note is no longer there.' }).waitFor();
		await sandbox.page.getByText('No proposal passes this filter.').waitFor();
	});

	test('because it is not valid UTF-8 keeps every byte, and its row comes back with the reason', async () => {
		const bytes = [...new TextEncoder().encode('- [?] Half a character. #task '), 0xc3, 0x28, 10];
		sandbox = await SandboxPage.open(browser, DEMO_VAULT, { prepare: (folder) => writeFileSync(path.join(folder, 'Broken.md'), Buffer.from(bytes)) });
		await sandbox.openReview();
		await sandbox.filter('half a character');
		await sandbox.page.keyboard.press('Enter');
		await sandbox.focusedRow().getByText('not valid UTF-8').waitFor();
		expect(await sandbox.readBytes('Broken.md')).toEqual(bytes);
	});

	test('because its line has changed says what it reads now', async () => {
		sandbox = await SandboxPage.open(browser, DEMO_VAULT);
		await sandbox.write('Inbox/Plan.md', '- [?] Send the list. #task\n');
		await sandbox.settle();
		await sandbox.openReview();
		await sandbox.filter('send the list. #task');
		await confirmWhile('Send the list.', () => sandbox.write('Inbox/Plan.md', '- [?] Send the other list. #task\n'));
		await conflict().getByText('- [?] Send the other list. #task').waitFor();
		expect(await conflict().locator('del').count()).toBe(0);
		expect(await conflict().locator('ins').allInnerTexts()).toEqual(['other ']);
		expect(await sandbox.read('Inbox/Plan.md')).toBe('- [?] Send the other list. #task\n');
	});

	const conflict = (): Locator => sandbox.page.locator('.ratify-conflict');

	async function decideChanged(): Promise<void> {
		sandbox = await SandboxPage.open(browser, DEMO_VAULT);
		await sandbox.write('Inbox/Plan.md', '- [?] Send the list. #task\n');
		await sandbox.settle();
		await sandbox.openReview();
		await sandbox.filter('list. #task');
		await confirmWhile('Send the list.', () => sandbox.write('Inbox/Plan.md', '- [?] Send the <b>other</b> list. #task\n'));
		await conflict().waitFor();
	}

	test('because its line has changed is decided as it reads now, with one key', async () => {
		await decideChanged();
		await sandbox.page.keyboard.press('y');
		await sandbox.page.locator('.ratify-footer', { hasText: 'Confirmed.' }).waitFor();
		expect(await sandbox.read('Inbox/Plan.md')).toBe('- [ ] Send the <b>other</b> list. #task\n');
		expect(await conflict().count()).toBe(0);
	});

	test('because its line has changed is left as it reads now, with one key', async () => {
		await decideChanged();
		expect(await conflict().locator('b').count()).toBe(0);
		await sandbox.page.keyboard.press('n');
		await conflict().waitFor({ state: 'detached' });
		expect(await sandbox.read('Inbox/Plan.md')).toBe('- [?] Send the <b>other</b> list. #task\n');
	});

	test('because the disk fails does not keep the others from being decided, with one more key', async () => {
		sandbox = await SandboxPage.open(browser, DEMO_VAULT);
		for (const name of ['One', 'Two', 'Three']) await sandbox.write(`Inbox/${name}.md`, `- [?] For the paella: ${name}. #task\n`);
		await sandbox.openReview();
		await untilListed(216);
		await sandbox.filter('paella');
		await new PageFaults(sandbox.page).fail({ operation: 'write', path: 'Inbox/Two.md', code: 'ENOSPC' });
		await sandbox.page.keyboard.press('Control+a');
		await sandbox.page.keyboard.press('Enter');
		await sandbox.page.locator('.ratify-footer', { hasText: 'Nothing was changed.' }).waitFor();
		const goOn = sandbox.page.locator('.ratify-footer').getByRole('button', { name: 'Confirm the other 2' });
		await goOn.focus();
		await sandbox.page.keyboard.press('Enter');
		await sandbox.page.locator('.ratify-footer', { hasText: 'Confirmed: 2 tasks.' }).waitFor();
		expect(await goOn.count()).toBe(0);
		expect(await Promise.all(['One', 'Two', 'Three'].map((name) => sandbox.read(`Inbox/${name}.md`)))).toEqual([
			'- [ ] For the paella: One. #task\n', '- [?] For the paella: Two. #task\n', '- [ ] For the paella: Three. #task\n',
		]);
		await sandbox.focusedRow().getByText('For the paella: Two.').waitFor();
	});

	test('because the disk fails gives back all that was written with it, and says which note and why', async () => {
		sandbox = await SandboxPage.open(browser, DEMO_VAULT);
		await sandbox.write('Inbox/Last.md', '- [?] Written last. #task\n');
		await sandbox.openReview();
		await untilListed(214);
		await sandbox.page.evaluate(() => (window.sandbox.app.vault.adapter as unknown as { fail(operation: string, path: string, error: Error): void }).fail('write', 'Inbox/Last.md', new Error('disk full')));
		await sandbox.page.keyboard.press('Control+a');
		await sandbox.page.keyboard.press('Enter');
		await sandbox.page.getByRole('button', { name: 'Confirm 202' }).click();
		await sandbox.page.locator('.ratify-footer', { hasText: 'Nothing was changed.' }).waitFor();
		await sandbox.page.locator('.ratify-footer', { hasText: 'Last: disk full' }).waitFor();
		await untilListed(214);
	});
});

test('five megabytes in one line are listed, cut for display, and decided without losing one of them', async () => {
	const line = `- [?] Long ${'word '.repeat(1_000_000)}#task`;
	sandbox = await SandboxPage.open(browser, DEMO_VAULT, { prepare: (folder) => writeFileSync(path.join(folder, 'Long.md'), `${line}\nend`) });
	await sandbox.openReview();
	await sandbox.filter('word word');
	expect((await sandbox.focusedText()).length).toBeLessThan(3000);
	await sandbox.page.keyboard.press('Enter');
	await sandbox.page.locator('.ratify-footer').getByText('Confirmed.').waitFor();
	await sandbox.settle();
	expect(await sandbox.read('Long.md') === `${line.replace('[?]', '[ ]')}\nend`).toBe(true);
});
