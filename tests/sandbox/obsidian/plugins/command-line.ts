import type * as Api from 'obsidian-api';

/** What was typed behind a command's name. */
export interface TypedArguments {
	/** For the handler; every value is a text, a bare flag is `'true'`. */
	readonly params: Api.CliData;
	/** Asked for the usage instead of a run. */
	readonly help: boolean;
	/** Asked for the output on the clipboard, too. */
	readonly copy: boolean;
}

const WORD = /"((?:\\"|[^"])*)"|'([^']*)'|(["'])|(\s+)|([^\s"']+)/g;

/** Options with dashes that the app lets through; it drops every other that a command does not declare. */
const KNOWN_OPTIONS = new Set(['json', 'md', 'tsv', 'csv']);

/**
 * Splits a line as a shell does: blanks part words, quotes hold them together.
 * @throws where a quote is not closed
 */
export function splitWords(line: string): string[] {
	const words: string[] = [];
	let word: string | null = null;
	for (const [, double, single, open, blank, plain] of line.matchAll(WORD)) {
		if (open !== undefined) throw new Error('A quote is not closed.');
		if (blank !== undefined) {
			if (word !== null) words.push(word);
			word = null;
		} else {
			word = (word ?? '') + (double?.replaceAll('\\"', '"') ?? single ?? plain ?? '');
		}
	}
	return word === null ? words : [...words, word];
}

/** Reads `key=value`, `flag` and `--option` for a command that declares `flags`. */
export function readArguments(words: readonly string[], flags: Api.CliFlags): TypedArguments {
	const entries = words.filter(word => word !== '--help' && word !== '--copy').flatMap(word => readArgument(word, flags));
	return { params: Object.fromEntries(entries), help: words.includes('--help'), copy: words.includes('--copy') };
}

function readArgument(word: string, flags: Api.CliFlags): [string, string][] {
	const [key, value] = splitValue(word);
	if (!key.startsWith('--')) return [[key, value]];
	const name = key.slice(2);
	if (name === 'json' && Object.hasOwn(flags, 'format')) return [['format', 'json']];
	return KNOWN_OPTIONS.has(name) || Object.hasOwn(flags, name) ? [[name, value]] : [];
}

function splitValue(word: string): [string, string] {
	const at = word.indexOf('=');
	if (at < 0) return [word, 'true'];
	return [word.slice(0, at), word.slice(at + 1).replaceAll('\\n', '\n').replaceAll('\\t', '\t')];
}
