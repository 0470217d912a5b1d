import path from 'node:path';
import type { Browser } from 'playwright-core';
import type { CrashMoment } from '../sandbox/obsidian/vault/faults';
import { DUPLICATES, FIFTY_NOTES, PROPOSALS } from './fifty-notes';
import { KilledVault } from './killed-vault';
import { startBrowser } from './sandbox-page';

/** A run takes four seconds, so that all fifty are for the seeded runs. Odd, so that both moments come in turn. */
const STEP = process.env['RATIFY_TEST_SEED'] === undefined ? 5 : 1;
const WRITES = Array.from(FIFTY_NOTES, (_note, at) => at + 1).filter((nth) => nth % STEP === 0 || nth === 1);

let browser: Browser;
let vault: KilledVault | null = null;

beforeAll(async () => {
	browser = await startBrowser();
});

afterAll(async () => {
	await vault?.close();
	await browser.close();
});

/** The vault as the run before has left it, which must be as it was before the first; another one where that failed. */
async function startRun(): Promise<KilledVault> {
	const started = vault ?? (await KilledVault.open(browser));
	vault = null;
	await started.showRows();
	return started;
}

function endRun(run: KilledVault): void {
	expect(run.sandbox.errors).toEqual([]);
	vault = run;
}

// Writes of the decision, by turns right before and right after its bytes reach the disk.
test.each(WRITES.map((nth): [CrashMoment, number] => [nth % 2 === 0 ? 'before' : 'after', nth]))('a decision on fifty notes that is killed %s write %d is taken back by the next start, which says so', async (moment, nth) => {
	const run = await startRun();
	await run.killAt({ nth, moment });
	expect([...run.states().values()].filter((state) => state === 'decided')).toHaveLength(moment === 'before' ? nth - 1 : nth);
	await run.restart();
	expect(await run.told()).toEqual(['The app was closed in the middle of a decision (“Confirmed”). All notes are as they were before it.']);
	expect(run.changed()).toEqual([]);
	endRun(run);
});

test('after all these nothing is left in the history', async () => {
	const run = await startRun();
	expect(await run.history()).toEqual([]);
	await run.restart();
	endRun(run);
});

test.each([1, 10, 23, 36, 50])('one that is killed in the middle of the bytes of write %d is taken back in all other notes, and the next start names this one', async (nth) => {
	const run = await startRun();
	const torn = await run.killAt({ nth, moment: 'torn' });
	expect(run.states().get(torn)).toBe('other');
	const bytes = run.bytes(torn).length;
	await run.restart();
	const [summary, ...details] = await run.told();
	expect(summary).not.toContain('All notes');
	expect(details.filter((line) => line.startsWith(`${path.basename(torn, '.md')}: `))).not.toEqual([]);
	expect(run.changed()).toEqual([torn]);
	// What a crash left of a note is never made less.
	expect(run.bytes(torn).length).toBeGreaterThanOrEqual(bytes);
	run.putBack(torn);
	await run.restart();
	endRun(run);
});

test('one that is made in all fifty notes is given back byte for byte, after a restart, too', async () => {
	const run = await startRun();
	await run.confirmAll();
	await run.sandbox.page.locator('.ratify-footer', { hasText: `Confirmed: ${PROPOSALS - DUPLICATES} tasks. ${DUPLICATES} duplicates put away.` }).waitFor();
	expect(new Set(run.states().values())).toEqual(new Set(['decided']));
	await run.restart();
	await run.sandbox.page.evaluate(() => window.sandbox.executeCommand('ratify:undo'));
	await run.sandbox.page.locator('.notice', { hasText: `Taken back: ${PROPOSALS} tasks.` }).waitFor();
	expect(run.changed()).toEqual([]);
	endRun(run);
});
