/**
 * @typedef {{passed: number, failed: number, skipped: number}} Count
 * @typedef {object} JestResults What `jest --json` writes, as far as it counts.
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {number} numRuntimeErrorTestSuites
 */

/**
 * The names of the tests that passed only when they were run again.
 *
 * @param {{testResults: readonly {assertionResults: readonly {fullName: string, status: string, invocations?: number}[]}[]} | null} results
 * @returns {string[]}
 */
export function listRetried(results) {
	const tests = results?.testResults.flatMap(({ assertionResults }) => assertionResults) ?? [];
	return tests.flatMap(({ fullName, status, invocations = 1 }) => (status === 'passed' && invocations > 1 ? [fullName] : []));
}

/**
 * Counts the tests of one run of jest. A file that can't be run is a failure; so is a run that
 * ends badly though each test passed, and a run without a test.
 *
 * @param {JestResults | null} results Null where jest wrote none.
 * @param {number} exitCode jest's own.
 * @param {{mayBeEmpty: boolean}} options `mayBeEmpty` where only some tests were asked for.
 * @returns {Count}
 */
export function countTests(results, exitCode, { mayBeEmpty }) {
	if (results === null) return { passed: 0, failed: 1, skipped: 0 };
	const passed = results.numPassedTests;
	const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
	const skipped = results.numPendingTests + results.numTodoTests;
	const endedBadly = exitCode !== 0 || (passed === 0 && !mayBeEmpty);
	return { passed, failed: failed === 0 && endedBadly ? 1 : failed, skipped };
}
