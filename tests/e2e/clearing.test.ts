import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { clearingNotes, CLEARED_TASKS, PROPOSED_LINES, type ProposedLine } from './clearing-vault';
import { SandboxPage, startBrowser } from './sandbox-page';

/** What was decided of each task. */
type Decisions = ReadonlyMap<number, 'confirmed' | 'dismissed'>;

const MOST_KEYS_A_DECISION = 1.1;
/** The writing goes on behind the keys, and each note of the sandbox's vault comes over HTTP. */
const WRITING_MS = 90_000;

let browser: Browser;
let vault: string;
let sandbox: SandboxPage;
let keys: number;

beforeAll(async () => {
	browser = await startBrowser();
	vault = mkdtempSync(path.join(tmpdir(), 'clearing-'));
	mkdirSync(path.join(vault, 'Calls'));
	for (const [file, text] of clearingNotes(propose)) writeFileSync(path.join(vault, file), text);
});

afterEach(async () => {
	await sandbox.close();
	expect(sandbox.errors).toEqual([]);
});

afterAll(async () => {
	await browser.close();
	rmSync(vault, { recursive: true });
});

const propose = ({ text }: ProposedLine): string => `- [?] ${text} #task #proposed #auto`;
const taskOf = (words: string): number => PROPOSED_LINES.find(({ text }) => text === words)?.task ?? -1;
const taskIn = (line: string): number => taskOf(line.slice('- [?] '.length, line.indexOf(' #task')));

/** Presses one key, and counts it. */
async function press(key: string): Promise<void> {
	keys++;
	await sandbox.page.keyboard.press(key);
}

/** Waits for what a person waits for: that another row has the focus, or that none is left. Answers its words. */
async function nextRow(words: string): Promise<string | null> {
	const shown = await sandbox.page.waitForFunction((before) => {
		const text = document.querySelector('.ratify-row.is-focused .ratify-text')?.textContent ?? '';
		const isDone = document.querySelector('.ratify-empty-title')?.textContent === 'All decided.';
		return isDone ? { text: null } : text !== '' && text !== before && { text };
	}, words);
	return shown.evaluate((value) => (value ? value.text : null));
}

/** Decides each row with one key, one of three being dismissed. */
async function clear(): Promise<Decisions> {
	const decisions = new Map<number, 'confirmed' | 'dismissed'>();
	for (let words = await nextRow(''); words !== null; words = await nextRow(words)) {
		const isDismissed = decisions.size % 3 === 2;
		decisions.set(taskOf(words), isDismissed ? 'dismissed' : 'confirmed');
		await press(isDismissed ? 'x' : 'Enter');
	}
	return decisions;
}

/** How often each task was confirmed, by what stands on disk, where every other line of the notes must be as it was. */
async function confirmedOnDisk(): Promise<number[]> {
	const confirmed = Array.from({ length: CLEARED_TASKS }, () => 0);
	for (const [file, text] of clearingNotes(propose)) {
		const [before, after] = [text.split('\n'), (await sandbox.read(file)).split('\n')];
		expect(after).toHaveLength(before.length);
		for (const [at, line] of before.entries()) {
			const decided = line.replace(' #proposed', '');
			if (after[at] === decided.replace('[?]', '[ ]') && decided !== line) confirmed[taskIn(line)] = (confirmed[taskIn(line)] ?? 0) + 1;
			else expect([file, after[at]]).toEqual([file, decided.replace('[?]', '[-]')]);
		}
	}
	return confirmed;
}

/** Takes the last decision back by its key: its row is there again, and its lines and no others read as before. */
async function takeBackLast(task: number): Promise<void> {
	await press('Control+z');
	await sandbox.page.locator('.ratify-row.is-focused').waitFor();
	expect(taskOf(await sandbox.focusedText())).toBe(task);
	await sandbox.settle();
	const texts = await Promise.all([...clearingNotes(propose).keys()].map((file) => sandbox.read(file)));
	const proposed = texts.join('\n').split(/\r?\n/u).filter((line) => line.startsWith('- [?]'));
	expect(proposed.sort()).toEqual(PROPOSED_LINES.filter((line) => line.task === task).map(propose).sort());
}

/** Printed where `RATIFY_FIGURES` is set. */
function figures(decisions: number, milliseconds: number): void {
	if (process.env['RATIFY_FIGURES'] === '1') console.log(`${keys} keys for ${decisions} decisions: ${(keys / decisions).toFixed(3)} each, ${(milliseconds / 1000).toFixed(1)} s`);
}

test('a vault of 1,000 proposals, 400 tasks in all, is cleared with a key a decision', async () => {
	expect(PROPOSED_LINES).toHaveLength(1000);
	sandbox = await SandboxPage.open(browser, vault);
	await sandbox.openReview();
	await sandbox.page.locator('.ratify-left', { hasText: /^400 decisions\s*from 1,000 proposals/u }).waitFor();
	keys = 0;
	const start = performance.now();
	const decisions = await clear();
	figures(decisions.size, performance.now() - start);
	expect(decisions.size).toBe(CLEARED_TASKS);
	expect(keys / decisions.size).toBeLessThanOrEqual(MOST_KEYS_A_DECISION);
	const dismissed = [...decisions.values()].filter((each) => each === 'dismissed').length;
	await sandbox.page.getByText(`Today you confirmed ${CLEARED_TASKS - dismissed} proposals, dismissed ${dismissed} and put away 600 duplicates.`).waitFor({ timeout: WRITING_MS });
	await sandbox.settle();
	const confirmed = await confirmedOnDisk();
	expect(confirmed).toEqual(Array.from(confirmed, (_count, task) => (decisions.get(task) === 'confirmed' ? 1 : 0)));
	await takeBackLast([...decisions.keys()].at(-1) ?? -1);
}, 240_000);
