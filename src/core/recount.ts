import { claimLines, textAfter, textBefore, type LineEdit } from './edit';
import { EqualLines, type Copy } from './equal-lines';

/**
 * Answers an edit of a note with the equal lines of its own counted anew. @param mayReturn
 * whether its line may have been away and come back just now.
 */
export type Recount = (edit: LineEdit, mayReturn: boolean) => LineEdit;

/** Each line is one of its equals, so it is never one of none. */
const NO_LINE: Copy = { ordinal: 0, count: 0 };

/**
 * Follows the equal lines of a text through edits that are made on it, for what else is to be
 * made on one of them: that knows its line by a count which these edits change. What finds one
 * that they change stays as it is; what finds none must not find one because of them.
 */
export function recountAfter(text: string, edits: readonly LineEdit[]): Recount {
	const touched = new Set(edits.flatMap(({ before, after }) => [before, after]).filter((each) => each !== null));
	let count: Recount | null = null;
	return (edit, mayReturn) => (touched.has(edit.before ?? '') ? (count ??= recountIn(text, edits, touched))(edit, mayReturn) : edit);
}

function recountIn(text: string, edits: readonly LineEdit[], touched: ReadonlySet<string>): Recount {
	const { lines } = claimLines(text, edits);
	const was = new EqualLines(lines.map(textBefore), touched);
	const is = new EqualLines(lines.map(textAfter), touched);
	return (edit, mayReturn) => {
		const { before, copy } = edit;
		if (before === null || !copy) return edit;
		const at = was.find(before, copy);
		if (at !== null) return lines[at]?.edit ? edit : { ...edit, copy: is.copyOf(at) };
		const now = is.find(before, copy);
		return now === null || (mayReturn && lines[now]?.edit) ? edit : { ...edit, copy: NO_LINE };
	};
}
