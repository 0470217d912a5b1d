import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import type { CrashMoment, CrashTarget } from '../sandbox/obsidian/vault/faults';
import { confirm, DUPLICATES, FIFTY_NOTES, PROPOSALS } from './fifty-notes';
import { SandboxPage } from './sandbox-page';

/** The write at which a page is killed: the how manieth of those to notes, from 1. */
export interface Kill {
	readonly nth: number;
	readonly moment: CrashMoment;
}

/** What is on disk of a note: as before the decision, as decided, or neither. */
export type NoteState = 'before' | 'decided' | 'other';

/**
 * Fifty notes on disk with the review open over them, to be killed and started again and
 * again: the page that one run has started is where the next one begins.
 */
export class KilledVault {
	private constructor(readonly sandbox: SandboxPage) {}

	static async open(browser: Browser): Promise<KilledVault> {
		const folder = mkdtempSync(path.join(tmpdir(), 'ratify-fifty-'));
		mkdirSync(path.join(folder, 'Notes'));
		for (const [note, text] of FIFTY_NOTES) writeFileSync(path.join(folder, note), text);
		const vault = new KilledVault(await SandboxPage.open(browser, folder, { write: true, size: { width: 900, height: 500 } }));
		rmSync(folder, { recursive: true });
		await vault.showRows();
		return vault;
	}

	close(): Promise<void> {
		return this.sandbox.close();
	}

	/** Confirms every proposal there is, and does not wait for it. */
	async confirmAll(): Promise<void> {
		const { page } = this.sandbox;
		await page.keyboard.press('Control+a');
		await page.keyboard.press('Enter');
		await page.getByRole('button', { name: `Confirm ${PROPOSALS - DUPLICATES}` }).click();
	}

	/** Kills the page where it is told to be killed, and answers which note it was writing or reading. */
	async killWhile(target: CrashTarget, work: () => Promise<void>): Promise<string> {
		await this.sandbox.faults.crash(target);
		await work();
		return (await this.sandbox.faults.crashed()).path;
	}

	/** Confirms every proposal, with the page killed at a write; answers the path of its note. */
	killAt(kill: Kill): Promise<string> {
		return this.killWhile({ operation: 'write', path: 'Notes/*', ...kill }, () => this.confirmAll());
	}

	/** Starts the app anew over what is on disk; `crash` kills that start, too. */
	restart(crash?: CrashTarget): Promise<void> {
		return this.sandbox.reopen(crash);
	}

	/** What the app tells of the decision that was cut short, line by line, once it has said so. */
	async told(): Promise<string[]> {
		const notice = this.sandbox.page.locator('.notice', { hasText: 'The app was closed' });
		await notice.waitFor();
		return (await notice.innerText()).split('\n').filter((line) => line !== '');
	}

	/** The rows of the history, from the latest, as they are shown. */
	async history(): Promise<string[]> {
		const { page } = this.sandbox;
		await page.evaluate(() => window.sandbox.executeCommand('ratify:show-history'));
		await page.locator('.ratify-entry, .ratify-empty-title').first().waitFor();
		return page.locator('.ratify-entry').allInnerTexts();
	}

	/** Shows the review's rows, with the keyboard in them, once it knows of all proposals. */
	async showRows(): Promise<void> {
		const { page } = this.sandbox;
		await page.evaluate(() => window.sandbox.executeCommand('ratify:open-review'));
		if (await page.getByLabel('Close history').count() > 0) await page.keyboard.press('Escape');
		await page.locator('.ratify-left', { hasText: `${PROPOSALS - DUPLICATES} decisions` }).waitFor();
		await page.waitForFunction(() => document.activeElement?.matches('.ratify-row.is-focused:not(.ratify-entry)'));
	}

	/** What each note on disk is, byte for byte. */
	states(): Map<string, NoteState> {
		return new Map([...FIFTY_NOTES].map(([note, text]) => [note, stateOf(this.bytes(note), text)]));
	}

	/** The notes that are not, byte for byte, as they were before the decision. */
	changed(): string[] {
		return [...this.states()].flatMap(([note, state]) => (state === 'before' ? [] : [note]));
	}

	bytes(note: string): Buffer {
		return readFileSync(path.join(this.sandbox.folder, note));
	}

	/** Puts a note back as a backup does. */
	putBack(note: string): void {
		writeFileSync(path.join(this.sandbox.folder, note), FIFTY_NOTES.get(note) ?? '');
	}
}

function stateOf(bytes: Buffer, text: string): NoteState {
	if (bytes.equals(Buffer.from(text))) return 'before';
	return bytes.equals(Buffer.from(confirm(text))) ? 'decided' : 'other';
}
