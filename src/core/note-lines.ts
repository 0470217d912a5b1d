import type { LineEdit } from './edit';
import { describePlaces } from './place';

/** The lines of a note without their endings. Behind the last one's ending there is none. */
export function readLines(text: string): string[] {
	const lines = text.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
	if (lines.at(-1) === '') lines.pop();
	return lines;
}

/** The edits that put lines before the one at `at`, each with the ending that the line above has. @param lines as `readLines` answers them */
export function insertLines({ path, text }: { readonly path: string; readonly text: string }, lines: readonly string[], at: number, added: readonly string[]): LineEdit[] {
	const [place] = describePlaces(lines, [at]);
	const ending = endingOf(text, Math.max(0, at - 1));
	return added.map((after, order) => ({ path, line: at + order, before: null, after, ...(place && { place: { ...place, ending } }) }));
}

/** The ending of a line; of one that has none `\n`. */
function endingOf(text: string, line: number): string {
	let start = 0;
	for (let at = 0; at < line; at++) start = text.indexOf('\n', start) + 1;
	const end = text.indexOf('\n', start);
	return end > 0 && text.charAt(end - 1) === '\r' ? '\r\n' : '\n';
}
