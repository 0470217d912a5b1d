import { visibleLines } from './unparsed-note';

/** What is being typed after an `@`. */
export interface MentionQuery {
	/** Of the `@` in its line, in UTF-16 units. */
	readonly start: number;
	/** Without the `@`. */
	readonly text: string;
}

const MOST_TYPED = 40;
/** The `@` stands where a word can begin; what follows can be a name or the beginning of an address. */
const TYPED = /(?:^|[\s("'“‘*_>])@((?:[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}.'’_+@-]*(?: [\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}.'’_+-]*){0,3} ?)?)$/u;
const CODE = /(`+)(?:(?!\1).)*\1/gu;
const LIST_ITEM = /^\s*(?:[-*+]|\d{1,9}[.)])(?:\s|$)/u;
const INDENTED = /^(?: {4}|\t)/u;

/** Reads what is being typed after an `@`, where that can be a person's name; null in e-mail addresses, code and links. @param before the line up to the cursor. */
export function readMentionQuery(before: string): MentionQuery | null {
	const near = before.slice(-(MOST_TYPED + 2));
	const text = TYPED.exec(near)?.[1];
	if (text === undefined || isInCodeOrLink(before)) return null;
	return { start: before.length - text.length - 1, text };
}

/** Whether a line of a note is prose: neither frontmatter nor a block of code nor a comment. @param lines those of the note up to that one. */
export function isProse(lines: readonly string[]): boolean {
	const last = lines.length - 1;
	for (const { at } of visibleLines(lines)) if (at === last) return !isIndentedCode(lines);
	return false;
}

/** A run of backticks that is left open before the cursor may still be closed behind it. */
function isInCodeOrLink(before: string): boolean {
	const outside = before.replace(CODE, (code) => ' '.repeat(code.length));
	return outside.includes('`') || outside.lastIndexOf('[[') > outside.lastIndexOf(']]');
}

/** An indented line is code unless it goes on with a paragraph or a list. */
function isIndentedCode(lines: readonly string[]): boolean {
	const line = lines.at(-1) ?? '';
	if (!INDENTED.test(line) || LIST_ITEM.test(line)) return false;
	let isApart = false;
	for (let at = lines.length - 2; at >= 0; at--) {
		const above = lines[at] ?? '';
		if (above.trim() === '') isApart = true;
		else if (LIST_ITEM.test(above)) return false;
		else if (!INDENTED.test(above)) return isApart;
	}
	return true;
}
