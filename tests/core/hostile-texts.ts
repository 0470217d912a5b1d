import fc from 'fast-check';

/** What readers look for, alone and half-finished: each of them, repeated, tries to make a reader look again and again. */
const PIECES = [
	'#', ' #a', '#a#', ' #proposed', ' #task', '@', '@ ', '@A ', '@A. B. ', '@Ana and Ben ', '(@', '@[[', '[', '[[', '[[a', '[[ ', '[a](', '](', '(', ')', '((a:: ', '[x:: ', '[due:: ', '[due:: 2026-01-31] ',
	'`', '``', '`a', '``a` ', '~', '^', ' ^a', '📅', '📅 ', '📅 2026-01-31', '🗓️', 'a ⏫ ', '🔁 a', '⛔ a , ', '🆔', '<', '<!--', '%%', '%% ', '--- ', '-', '{{', '{{ `', '<%', '${', '>', '> ', '- [?] ', '1.', '*', '**a', '==a', '~~', '_',
	' ', '\t', '\u00a0', '\r', '\u2028', '\u200b', '\ufe0f', 'a', 'A ', 'a ', '.', 'a.', 'a@', 'a@a.', '/', 'a/', 'a\\', '\\u0041', ',', 'a,', ';', '"', '\'', ':', '|', '0', '2026-01-01 ', 'Source: [[', 'unknown ',
	'\u0301\u0316', '\u05b0\u05b1', 'e\u0301', '\ufdfa', '각', '👩‍💻', '\ud83d',
] as const;

/** Runs of one sign, then text, then the sign again: what begins early and could end late. */
const HALVES = ['`', ' ', '\r', '#', '[', '(', '*', '<!--'] as const;

export interface HostileText {
	readonly name: string;
	/** A text of so many UTF-16 units, without line feeds. */
	readonly make: (length: number) => string;
}

/** Mixes that are the same in each run, so that figures can be compared. */
const MIXES = fc.sample(fc.array(fc.constantFrom(...PIECES), { minLength: 2, maxLength: 9 }), { numRuns: 15, seed: 7 });

/** Texts that are as hard to read as their makers could think of. */
export const HOSTILE_TEXTS: readonly HostileText[] = [
	...[...PIECES, ...MIXES.map((pieces) => pieces.join(''))].map((piece) => ({ name: JSON.stringify(piece), make: (length: number) => `x${fill(piece, length - 2)}x` })),
	...HALVES.map((piece) => ({ name: `${JSON.stringify(piece)} around text`, make: (length: number) => fill(piece, length / 2) + fill('a', length / 2 - piece.length) + piece })),
	{ name: 'backticks of growing length', make: (length) => fill(Array.from({ length: 1500 }, (_, at) => `${'`'.repeat(at)}a`).join(''), length) },
];

function fill(piece: string, length: number): string {
	return piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
}
