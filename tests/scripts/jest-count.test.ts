import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { runModule } from './run-module';

const MODULE = pathToFileURL(path.join(__dirname, '../../scripts/jest-count.mjs')).href;

const ALL_PASSED = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, numRuntimeErrorTestSuites: 0 };

async function listRetried(results: object | null): Promise<unknown> {
	const { stdout } = await runModule(`import { listRetried } from '${MODULE}'; console.log(JSON.stringify(listRetried(${JSON.stringify(results)})));`);
	return JSON.parse(stdout);
}

async function countTests(results: object | null, exitCode: number, mayBeEmpty = false): Promise<unknown> {
	const call = `countTests(${JSON.stringify(results)}, ${exitCode}, { mayBeEmpty: ${mayBeEmpty} })`;
	const { stdout } = await runModule(`import { countTests } from '${MODULE}'; console.log(JSON.stringify(${call}));`);
	return JSON.parse(stdout);
}

test('passed, failed, skipped and planned tests are counted', async () => {
	const results = { ...ALL_PASSED, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 };
	expect(await countTests(results, 1)).toEqual({ passed: 3, failed: 2, skipped: 2 });
});

test('a file that cannot be run is a failure', async () => {
	expect(await countTests({ ...ALL_PASSED, numRuntimeErrorTestSuites: 1 }, 1)).toEqual({ passed: 3, failed: 1, skipped: 0 });
});

test('a run that ends badly though every test passed is a failure', async () => {
	expect(await countTests(ALL_PASSED, 1)).toEqual({ passed: 3, failed: 1, skipped: 0 });
});

test('a run that leaves no results is a failure', async () => {
	expect(await countTests(null, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('a run without a test is a failure, unless only some tests were asked for', async () => {
	const none = { ...ALL_PASSED, numPassedTests: 0 };
	expect(await countTests(none, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
	expect(await countTests(none, 0, true)).toEqual({ passed: 0, failed: 0, skipped: 0 });
});

test('those that passed only when they were run again are named', async () => {
	const assertionResults = [
		{ fullName: 'at once', status: 'passed', invocations: 1 },
		{ fullName: 'again', status: 'passed', invocations: 2 },
		{ fullName: 'never', status: 'failed', invocations: 2 },
		{ fullName: 'not run', status: 'pending' },
	];
	expect(await listRetried({ testResults: [{ assertionResults }] })).toEqual(['again']);
	expect(await listRetried(null)).toEqual([]);
});
