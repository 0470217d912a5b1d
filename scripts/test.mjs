import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { runCommand } from './command.mjs';
import { countTests, listRetried } from './jest-count.mjs';
import { inProject, projectRoot } from './project.mjs';
import { takeSeeds } from './seeds.mjs';
import { ensureDependencies } from './setup.mjs';

/**
 * @typedef {import('./jest-count.mjs').Count} Count
 * @typedef {Count & {name: string, seconds: number}} Row
 * @typedef {{name: string, run: (jestArguments: string[], rows: Row[], seed?: number) => Promise<Count>}} Step `rows` are those of the steps before it.
 */

const usage = `Usage: npm test -- [types] [lint] [build] [unit] [integration] [browser] [--seeds A-B] [jest's arguments]

Runs the steps named, else all, in that order. Examples: npm test -- unit, npm test -- browser -t "Undo".

  --seeds A-B   run the browser tests once for each of these numbers, each time with other random delays in all that is asynchronous`;

const stepTimeLimit = 25 * 60_000;
/** With delays in all that is asynchronous, on a machine that has other things to do. */
const seededTimeLimit = 40 * 60_000;

const success = { passed: 1, failed: 0, skipped: 0 };
const failure = { passed: 0, failed: 1, skipped: 0 };

/** @type {Step[]} In the order in which they run; a later one runs also when an earlier one failed. */
const steps = [
	{ name: 'types', run: () => runChecks([['typescript/bin/tsc', '-p', '.'], ['typescript/bin/tsc', '-p', 'src/core'], ['typescript/bin/tsc', '-p', 'tests/sandbox']]) },
	{ name: 'lint', run: () => runChecks([['eslint/bin/eslint.js', '--max-warnings', '0', '--concurrency', '2', '.']]) },
	{ name: 'build', run: build },
	{ name: 'unit', run: (jestArguments) => runJest('unit', jestArguments) },
	{ name: 'integration', run: (jestArguments) => runJest('integration', jestArguments) },
	{ name: 'browser', run: runBrowserTests },
];

await runCommand(async (argv) => {
	if (argv.includes('--help')) return console.log(usage);
	const { seeds, rest } = takeSeeds(argv);
	const named = rest.filter((word) => steps.some(({ name }) => name === word));
	const jestArguments = rest.filter((word) => !named.includes(word));
	await ensureDependencies();
	await mkdir(inProject('build'), { recursive: true });
	/** @type {Row[]} */
	const rows = [];
	for (const { name, run } of steps.filter((step) => isWanted(step.name, named)).flatMap((step) => repeat(step, seeds))) {
		console.log(`\n── ${name} ──`);
		const start = performance.now();
		const count = await run(jestArguments, rows);
		rows.push({ name, ...count, seconds: (performance.now() - start) / 1000 });
	}
	return summarize(rows);
});

/**
 * All steps where none is named. The browser tests need what the build makes.
 *
 * @param {string} name
 * @param {string[]} named
 */
function isWanted(name, named) {
	return named.length === 0 || named.includes(name) || (name === 'build' && named.includes('browser'));
}

/**
 * The browser tests run once for each seed, the other steps once.
 *
 * @param {Step} step
 * @param {(number | null)[]} seeds
 * @returns {Step[]}
 */
function repeat(step, seeds) {
	if (step.name !== 'browser') return [step];
	return seeds.map((seed) => (seed === null ? step : { name: `browser, seed ${seed}`, run: (jestArguments, rows) => step.run(jestArguments, rows, seed) }));
}

/**
 * Runs command lines of installed programs at the same time; each is one check.
 *
 * @param {string[][]} commands
 */
async function runChecks(commands) {
	const codes = await Promise.all(commands.map(([program = '', ...args]) => runNode([inProject('node_modules', program), ...args], 'inherit')));
	const passed = codes.filter((code) => code === 0).length;
	return { passed, failed: codes.length - passed, skipped: 0 };
}

async function build() {
	try {
		const { buildSandbox } = await import('./build-sandbox.mjs');
		await buildSandbox();
		return success;
	} catch (error) {
		console.error(error);
		return failure;
	}
}

/**
 * An older build must not be tested in place of the one that failed.
 *
 * @param {string[]} jestArguments
 * @param {Row[]} rows
 * @param {number} [seed] Of the delays of the pages that name none.
 */
async function runBrowserTests(jestArguments, rows, seed) {
	const built = rows.some(({ name, failed }) => name === 'build' && failed === 0);
	if (built) return runJest('browser', jestArguments, seed === undefined ? {} : { RATIFY_TEST_SEED: String(seed) });
	console.error('Not run: the build failed.');
	return failure;
}

/**
 * @param {string} project One of jest's.
 * @param {string[]} jestArguments
 * @param {Record<string, string>} [variables]
 */
async function runJest(project, jestArguments, variables) {
	const file = inProject('build', `${project}-results.json`);
	rmSync(file, { force: true });
	const mayBeEmpty = jestArguments.length > 0;
	const code = await runNode([
		inProject('node_modules', 'jest', 'bin', 'jest.js'),
		...['--selectProjects', project, '--maxWorkers', '2', '--json', '--outputFile', file],
		...(mayBeEmpty ? ['--passWithNoTests'] : []),
		...jestArguments,
	], 'ignore', variables);
	const results = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
	for (const name of listRetried(results)) console.log(`Passed only when run again: ${name}`);
	return countTests(results, code, { mayBeEmpty });
}

/**
 * @param {string[]} args
 * @param {'inherit' | 'ignore'} stdout Ignored where it holds jest's results: jest reports to people on stderr.
 * @param {Record<string, string>} [variables] Added to this process's own.
 * @returns {Promise<number>} The exit code; 1 for one that took too long.
 */
function runNode(args, stdout, variables = {}) {
	const timeout = 'RATIFY_TEST_SEED' in variables ? seededTimeLimit : stepTimeLimit;
	const child = spawn(process.execPath, args, { cwd: projectRoot, env: { ...process.env, ...variables }, stdio: ['ignore', stdout, 'inherit'], timeout });
	return new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('close', (code) => {
			if (code === null) console.error(`Ended after ${timeout / 60_000} minutes, or by a signal.`);
			resolve(code ?? 1);
		});
	});
}

/**
 * Prints a row for each step, and as the last line how many checks passed and failed in total.
 *
 * @param {Row[]} rows
 * @returns {number} The exit code.
 */
function summarize(rows) {
	console.log('');
	for (const row of rows) console.log(`${row.failed > 0 ? '✗' : '✓'} ${row.name.padEnd(16)} ${row.seconds.toFixed(1).padStart(6)} s   ${describeCount(row)}`);
	const total = rows.reduce(addCounts, { passed: 0, failed: 0, skipped: 0 });
	console.log(`\n${describeCount(total)}`);
	return total.failed > 0 || total.passed === 0 ? 1 : 0;
}

/**
 * @param {Count} a
 * @param {Count} b
 * @returns {Count}
 */
function addCounts(a, b) {
	return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** @param {Count} count */
function describeCount({ passed, failed, skipped }) {
	return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
