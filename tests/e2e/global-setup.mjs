import { launchOptions } from '../../scripts/browser.mjs';

/** Finds the browser once and tells the test files, which run in processes of their own, how to start it. */
export default async function setup() {
	process.env.RATIFY_TEST_BROWSER = JSON.stringify(await launchOptions());
}
