import { compareDump, DumpVault } from './compare';
import type { Difference } from './difference';
import { readDumps, type Dump } from './dump';
import { explain } from './explain';

const longestValue = 160;

/** Compares a folder of dumps with the sandbox and prints what differs. Answers the exit code: 0 all match, 1 not all, 2 bad input. */
export function main(folder: string): number {
	const { dumps, problems } = readDumps(folder);
	for (const problem of problems) process.stderr.write(`${problem}\n`);
	if (dumps.length === 0) return 2;
	const vault = new DumpVault(dumps);
	const matching = dumps.filter((dump) => {
		const lines = compareDump(dump, vault).map((difference) => describeDifference(difference, dump));
		process.stdout.write(lines.map((line) => `${line}\n`).join(''));
		return lines.length === 0;
	});
	process.stdout.write(`${matching.length} of ${dumps.length} match\n`);
	if (problems.length > 0) return 2;
	return matching.length === dumps.length ? 0 : 1;
}

function describeDifference(difference: Difference, dump: Dump): string {
	const { path, app, sandbox } = difference;
	const why = explain(difference, dump);
	return `${dump.name}: ${path.join('.')}: the app has ${print(app)}, the sandbox ${print(sandbox)}${why === null ? '' : ` (${why})`}`;
}

function print(value: unknown): string {
	if (value === undefined) return 'nothing';
	const text = JSON.stringify(value);
	return text.length > longestValue ? `${text.slice(0, longestValue)}…` : text;
}
