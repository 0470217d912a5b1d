/** Stands for a value that is put into its sentence later; no text has it. */
const SLOT = '\ufffc';

/** Parts a sentence at a value that is drawn in a way of its own: what is said before it, and after it. */
export function partAt(sentence: (value: string) => string): readonly [before: string, after: string] {
	const [before = '', after = ''] = sentence(SLOT).split(SLOT);
	return [before, after];
}
