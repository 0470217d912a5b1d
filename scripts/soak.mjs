import { PLANTED_FAULTS } from '../tests/soak/planted-faults.mjs';
import { runCommand, UsageError } from './command.mjs';
import { parseOptions } from './options.mjs';
import { ensureDependencies } from './setup.mjs';

const usage = `Usage: npm run soak -- [--ops N] [--seed S] [--plant FAULT] [--json]

Lets everybody loose on a vault in the sandbox: decisions, undo, typing, other programs that rewrite the same notes, a disk
that fails, and crashes. An oracle that shares no code with the plugin knows what every line may be. Prints figures; exit
code 1 where a byte was lost, a wrong line was changed, or something was done or failed that was not reported.

  --ops N        how much is done by anybody, 10000 where left out
  --seed S       the same seed does the same
  --plant FAULT  breaks the plugin first, to see that the oracle finds it: ${Object.keys(PLANTED_FAULTS).join(', ')}
  --json         prints figures and findings as JSON`;

/** A soak that has found so much ends; that of a planted fault at once. */
const mostFindings = 10;

const kinds = ['lost bytes', 'wrong line', 'not reported', 'trouble'];

await runCommand(async (argv) => {
	const { options } = parseOptions(argv, { help: 'flag', ops: 'text', seed: 'text', plant: 'text', json: 'flag' });
	if (options.help) return console.log(usage);
	const ops = readCount('--ops', options.ops ?? '10000');
	const seed = readCount('--seed', options.seed ?? '1');
	const rewrites = readFault(options.plant);
	await ensureDependencies();
	const { launchBrowser } = await import('./browser.mjs');
	const { runSoak } = await import('../tests/soak/run-soak.mjs');
	const browser = await launchBrowser();
	try {
		const start = performance.now();
		const result = await runSoak(browser, { ops, seed, most: options.plant === undefined ? mostFindings : 1, rewrites, progress: (done) => process.stderr.write(`\r${done} of ${ops} operations`) });
		process.stderr.write('\n');
		if (options.json) console.log(JSON.stringify(result, null, '\t'));
		else print(result, (performance.now() - start) / 1000);
		return result.violations.length === 0 ? 0 : 1;
	} finally {
		await browser.close();
	}
});

/**
 * @param {string} name
 * @param {string} value
 */
function readCount(name, value) {
	if (!/^\d{1,9}$/.test(value)) throw new UsageError(`${name} takes a whole number, not "${value}".`);
	return Number(value);
}

/** @param {string | undefined} name */
function readFault(name) {
	if (name === undefined) return [];
	const fault = Object.hasOwn(PLANTED_FAULTS, name) ? PLANTED_FAULTS[name] : undefined;
	if (!fault) throw new UsageError(`--plant takes one of ${Object.keys(PLANTED_FAULTS).join(', ')}, not "${name}".`);
	return fault;
}

/**
 * @param {import('../tests/soak/soak').SoakResult} result
 * @param {number} seconds
 */
function print({ ops, violations, counts }, seconds) {
	for (const [what, count] of Object.entries(counts)) console.log(`${String(count).padStart(9)}  ${what}`);
	for (const { kind, detail } of violations) console.log(`\n${kind}: ${detail}`);
	console.log(`\n${ops} operations in ${seconds.toFixed(0)} s: ${kinds.map((kind) => `${kind} ${violations.filter((each) => each.kind === kind).length}`).join(', ')}`);
}
