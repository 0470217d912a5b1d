import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { runCommand } from './command.mjs';
import { inProject, projectRoot } from './project.mjs';
import { ensureDependencies } from './setup.mjs';

/**
 * @typedef {{passed: number, failed: number, skipped: number}} Count
 * @typedef {{name: string, run: (jestArguments: string[]) => Promise<Count>}} Step
 */

/** @type {Step[]} In the order in which they run; a later one runs also when an earlier one failed. */
const steps = [
	{ name: 'types', run: () => runChecks([['typescript/bin/tsc', '-p', '.'], ['typescript/bin/tsc', '-p', 'src/core'], ['typescript/bin/tsc', '-p', 'tests/sandbox']]) },
	{ name: 'lint', run: () => runChecks([['eslint/bin/eslint.js', '--max-warnings', '0', '.']]) },
	{ name: 'build', run: build },
	{ name: 'unit', run: (jestArguments) => runJest('unit', jestArguments) },
	{ name: 'integration', run: (jestArguments) => runJest('integration', jestArguments) },
	{ name: 'browser', run: (jestArguments) => runJest('browser', jestArguments) },
];

await runCommand(async (argv) => {
	const named = argv.filter((word) => steps.some(({ name }) => name === word));
	const jestArguments = argv.filter((word) => !named.includes(word));
	await ensureDependencies();
	await mkdir(inProject('build'), { recursive: true });
	const rows = [];
	for (const { name, run } of steps.filter((step) => isWanted(step.name, named))) {
		console.log(`\n── ${name} ──`);
		const start = performance.now();
		rows.push({ name, ...(await run(jestArguments)), seconds: (performance.now() - start) / 1000 });
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
 * Runs command lines of installed programs; each is one check.
 *
 * @param {string[][]} commands
 */
async function runChecks(commands) {
	const count = { passed: 0, failed: 0, skipped: 0 };
	for (const [program = '', ...args] of commands) {
		const code = await runNode([inProject('node_modules', program), ...args]);
		if (code === 0) count.passed++;
		else count.failed++;
	}
	return count;
}

async function build() {
	try {
		const { buildSandbox } = await import('./build-sandbox.mjs');
		await buildSandbox();
		return { passed: 1, failed: 0, skipped: 0 };
	} catch (error) {
		console.error(error);
		return { passed: 0, failed: 1, skipped: 0 };
	}
}

/**
 * Runs one of jest's projects. A file that can't be run counts as a failure, and so does a project
 * in which nothing ran.
 *
 * @param {string} project
 * @param {string[]} jestArguments
 */
async function runJest(project, jestArguments) {
	const results = inProject('build', `${project}-results.json`);
	rmSync(results, { force: true });
	const code = await runNode([
		inProject('node_modules', 'jest', 'bin', 'jest.js'), '--selectProjects', project, '--maxWorkers', '2', '--json', '--outputFile', results, ...jestArguments,
	], { dropOutput: true });
	if (!existsSync(results)) return { passed: 0, failed: 1, skipped: 0 };
	const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(results, 'utf8'));
	const failed = numFailedTests + numRuntimeErrorTestSuites;
	const isEmpty = numPassedTests + failed === 0;
	return { passed: numPassedTests, failed: failed === 0 && (code !== 0 || isEmpty) ? 1 : failed, skipped: numPendingTests + numTodoTests };
}

/**
 * @param {string[]} args
 * @param {{dropOutput?: boolean}} [options] With `dropOutput` only stderr is shown, where jest reports to people.
 * @returns {Promise<number>} The exit code.
 */
function runNode(args, { dropOutput = false } = {}) {
	const child = spawn(process.execPath, args, { cwd: projectRoot, stdio: ['ignore', dropOutput ? 'ignore' : 'inherit', 'inherit'] });
	return new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('close', (code) => resolve(code ?? 1));
	});
}

/**
 * Prints a row for each step, and as the last line how many checks passed and failed in total.
 *
 * @param {(Count & {name: string, seconds: number})[]} rows
 * @returns {number} The exit code.
 */
function summarize(rows) {
	console.log('');
	for (const { name, passed, failed, skipped, seconds } of rows) {
		const skips = skipped > 0 ? `, ${skipped} skipped` : '';
		console.log(`${failed > 0 ? '✗' : '✓'} ${name.padEnd(12)} ${seconds.toFixed(1).padStart(6)} s   ${passed} passed, ${failed} failed${skips}`);
	}
	const total = rows.reduce((sum, row) => ({ passed: sum.passed + row.passed, failed: sum.failed + row.failed, skipped: sum.skipped + row.skipped }), { passed: 0, failed: 0, skipped: 0 });
	const skips = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
	console.log(`\n${total.passed} passed, ${total.failed} failed${skips}`);
	return total.failed > 0 || total.passed === 0 ? 1 : 0;
}
