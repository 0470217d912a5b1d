import { UsageError } from './command.mjs';

/**
 * Takes `--seeds` out of a command line whose other options are a program's own.
 *
 * @param {string[]} argv
 * @returns {{seeds: (number | null)[], rest: string[]}} One entry a run of the browser tests; null for one without random delays.
 * @throws {UsageError} For a value that is neither a number nor a range such as 1-10.
 */
export function takeSeeds(argv) {
	const at = argv.findIndex((word) => word === '--seeds' || word.startsWith('--seeds='));
	if (at < 0) return { seeds: [null], rest: argv };
	const inline = argv[at] !== '--seeds';
	const value = inline ? argv[at]?.slice('--seeds='.length) : argv[at + 1];
	return { seeds: readRange(value ?? ''), rest: argv.filter((_, index) => index !== at && (inline || index !== at + 1)) };
}

/** @param {string} text */
function readRange(text) {
	const [, first, last = first] = /^(\d+)(?:-(\d+))?$/.exec(text) ?? [];
	if (first === undefined || Number(last) < Number(first)) throw new UsageError(`--seeds takes a number or a range such as 1-10, not "${text}".`);
	return Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => Number(first) + index);
}
