import { pathToFileURL } from 'node:url';
import { runCommand, UsageError } from './command.mjs';
import { parseOptions } from './options.mjs';
import { ensureDependencies } from './setup.mjs';

const usage = `Usage: npm run bench -- duplicates [--json]

Measures what Ratify costs, and prints the figures. duplicates: grouping 4,200, 20,000 and 100,000 generated proposals, and
one note of ten added, changed and removed.

  --json   prints the figures as JSON`;

const sizes = [4200, 20_000, 100_000];

await runCommand(async (argv) => {
	const { options, rest } = parseOptions(argv, { help: 'flag', json: 'flag' });
	if (options.help) return console.log(usage);
	if (rest.length !== 1 || rest[0] !== 'duplicates') throw new UsageError(usage);
	await ensureDependencies();
	const { buildForNode } = await import('./build-for-node.mjs');
	const { benchDuplicates } = await import(pathToFileURL(await buildForNode('tests/bench/duplicates.ts', 'bench-duplicates.mjs')).href);
	const figures = sizes.map((size) => benchDuplicates(size));
	if (options.json) console.log(JSON.stringify(figures, null, '\t'));
	else print(figures);
});

/** @param {import('../tests/bench/duplicates').DuplicatesFigures[]} figures */
function print(figures) {
	const rows = figures.map((each) => ({
		proposals: each.proposals,
		groups: each.groups,
		'from scratch, ms': Math.round(each.fromScratch),
		'note added, ms': Number(each.noteAdded.toFixed(1)),
		'note changed, ms': Number(each.noteChanged.toFixed(1)),
		'note removed, ms': Number(each.noteRemoved.toFixed(1)),
		'longest slice, ms': Number(each.longestSlice.toFixed(1)),
		'memory, MB': Math.round(each.memory),
	}));
	console.table(rows);
}
