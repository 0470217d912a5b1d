import { codeFolding, foldService } from '@codemirror/language';
import type { EditorState, Extension, Line } from '@codemirror/state';

const HEADING = /^(#{1,6})\s/;

function indent(text: string): number {
	return /^\s*/.exec(text)?.[0].length ?? 0;
}

/** The last line that belongs to a heading or to an item of a list. */
function lastLineBelow(state: EditorState, line: Line): Line {
	const level = HEADING.exec(line.text)?.[1]?.length;
	let last = line;
	for (let number = line.number + 1; number <= state.doc.lines; number++) {
		const below = state.doc.line(number);
		const ends = level === undefined ? below.text.trim() === '' || indent(below.text) <= indent(line.text) : (HEADING.exec(below.text)?.[1]?.length ?? 7) <= level;
		if (ends) break;
		if (below.text.trim() !== '') last = below;
	}
	return last;
}

/** Headings fold with all below them, items of lists with what is indented below them. */
export const markdownFolding: Extension = [
	codeFolding(),
	foldService.of((state, from) => {
		const line = state.doc.lineAt(from);
		const last = HEADING.test(line.text) || /^\s*(?:[-*+]|\d+[.)])\s/.test(line.text) ? lastLineBelow(state, line) : line;
		return last.number === line.number ? null : { from: line.to, to: last.to };
	}),
];
