import { UsageError } from './command.mjs';

/**
 * Reads a command line into options.
 *
 * @template {Record<string, 'flag' | 'text' | 'texts'>} T
 * @param {string[]} argv
 * @param {T} known What each option takes, by its name without dashes; `texts` may come again and again.
 * @returns {{options: {[K in keyof T]?: T[K] extends 'flag' ? true : T[K] extends 'texts' ? string[] : string}, rest: string[]}} `rest` is what belongs to no option.
 * @throws {UsageError} For an option that is not known, or lacks its value.
 */
export function parseOptions(argv, known) {
	/** @type {Record<string, string | string[] | true>} */
	const options = {};
	const rest = [];
	for (let at = 0; at < argv.length; at++) {
		const [word = '', value] = splitAtEquals(argv[at] ?? '');
		if (!word.startsWith('--')) {
			rest.push(argv[at] ?? '');
			continue;
		}
		const name = word.slice(2);
		if (!Object.hasOwn(known, name)) throw new UsageError(`There is no option ${word}.`);
		if (known[name] === 'flag') options[name] = true;
		else options[name] = addValue(options[name], requireValue(word, value ?? argv[++at]), known[name] === 'texts');
	}
	return { options: /** @type {any} */ (options), rest };
}

/**
 * @param {string | string[] | true | undefined} before
 * @param {string} value
 * @param {boolean} many
 */
function addValue(before, value, many) {
	return many ? [...(Array.isArray(before) ? before : []), value] : value;
}

/** @param {string} word */
function splitAtEquals(word) {
	const at = word.startsWith('--') ? word.indexOf('=') : -1;
	return at < 0 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)];
}

/**
 * @param {string} word
 * @param {string | undefined} value
 */
function requireValue(word, value) {
	if (value === undefined || value === '' || value.startsWith('--')) throw new UsageError(`${word} needs a value.`);
	return value;
}
