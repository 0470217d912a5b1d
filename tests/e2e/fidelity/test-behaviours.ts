import type { Browser } from 'playwright-core';
import { startBrowser } from '../sandbox-page';
import type { Behaviour } from './behaviour';
import { observeFaithful, observeNaive } from './behaviour-page';

/** Looks at each behaviour twice: in the sandbox, and in a host that was built naive in just this. */
export function testBehaviours(behaviours: readonly Behaviour[]): void {
	let browser: Browser;

	beforeAll(async () => {
		browser = await startBrowser();
	});

	afterAll(() => browser.close());

	describe.each(behaviours)('row $row: $says', (one) => {
		test('in the sandbox', async () => {
			expect(await observeFaithful(browser, one)).toEqual(one.faithful);
		});

		// Delays are for the sandbox to stand; a naive host is built to fail.
		const withoutDelays = process.env['RATIFY_TEST_SEED'] === undefined ? test : test.skip;

		withoutDelays('not in a naive host', async () => {
			expect(one.naively).not.toEqual(one.faithful);
			expect(await observeNaive(browser, one)).toEqual(one.naively);
		});
	});
}
