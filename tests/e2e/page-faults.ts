import type { Page } from 'playwright-core';
import type { Crash, CrashTarget, FailureTarget, FaultTarget } from '../sandbox/obsidian/vault/faults';

/** Operations of the page's disk that wait for the test. */
export interface HeldInPage {
	/** Resolves when the first of them waits. */
	reached(): Promise<void>;
	/** Lets those go on that wait, and no more of them wait. */
	release(): Promise<void>;
}

/** What goes wrong with the disk of an open page: `window.sandbox.faults`, from the test's side. */
export class PageFaults {
	constructor(private readonly page: Page) {}

	/** Operations fail with the platform's error. */
	fail(target: FailureTarget): Promise<void> {
		return this.page.evaluate((which) => { window.sandbox.faults.fail(which); }, target);
	}

	/** Operations wait until they are released. */
	async hang(target: FaultTarget): Promise<HeldInPage> {
		const held = await this.page.evaluateHandle((which) => window.sandbox.faults.hang(which), target);
		return {
			reached: () => held.evaluate(({ reached }) => reached),
			release: () => held.evaluate((operations) => { operations.release(); }),
		};
	}

	/** Everything stops at an operation. `crashed` waits for it; `reopen` of the sandbox page is the next start. */
	crash(target: CrashTarget): Promise<void> {
		return this.page.evaluate((where) => { window.sandbox.faults.crash(where); }, target);
	}

	/** Resolves at the crash. */
	crashed(): Promise<Crash> {
		return this.page.evaluate(() => window.sandbox.faults.crashed);
	}

	/** Takes back every fault that has not struck. */
	clear(): Promise<void> {
		return this.page.evaluate(() => { window.sandbox.faults.clear(); });
	}
}
