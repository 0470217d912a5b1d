/** A property of a note's frontmatter, as it is written. */
export interface WrittenField {
	readonly key: string;
	/** From 0, in the note. */
	readonly line: number;
	/** Behind the last line of its value. */
	readonly end: number;
	/** Where in its line the value begins, in UTF-16 units; where there is none, behind the colon. */
	readonly start: number;
	/** As written, without what follows it; null where it goes on below. */
	readonly value: string | null;
}

/** A note's frontmatter, as it is written. */
export interface WrittenFields {
	/** The line that closes it. */
	readonly end: number;
	/** In their order; a key that stands there twice is in it twice. */
	readonly fields: readonly WrittenField[];
}

const LONGEST_KEY = 300;
const BLANK = /^\s*(?:#.*)?$/u;
const FENCE = /^---[ \t]*$/u;
/** A key, and where what follows its colon begins. */
const KEY = /^(?:"(?<double>[^"\\]*)"|'(?<single>(?:[^']|'')*)'|(?<plain>(?![-?:](?:\s|$))[^\s,[\]{}#&*!|>'"%@`](?:[^#:]|(?<!\s)#|:(?!\s|$))*?))[ \t]*:(?=\s|$)[ \t]*/u;
const ITEM = /^-(?:[ \t]+|$)/u;
const BLOCK_TEXT = /^[|>](?:[+-]?[1-9]?|[1-9][+-])[ \t]*(?:\s#.*)?$/u;
/** What may follow a value on its line. */
const REST = /^\s*(?:\s#.*)?$/u;
/** Quotes and brackets, which close somewhere. */
const CLOSED = /^["'[{]/u;
/** Anchors, tags and signs that begin no value. */
const UNCLEAR = /^[&*!%@`]/u;

/**
 * Reads where a note's frontmatter says what, line by line, for changes that leave every
 * other byte as it is. `none` where there is no frontmatter; `unclear` where it is written in
 * a way that this reader does not know, or is broken: then nothing is to be changed in it.
 *
 * @param lines of the note, without their endings
 */
export function readWrittenFields(lines: readonly string[]): WrittenFields | 'none' | 'unclear' {
	if (!FENCE.test((lines[0] ?? '').replace(/^\ufeff/u, ''))) return 'none';
	const end = lines.findIndex((line, at) => at > 0 && FENCE.test(line));
	if (end < 0) return 'none';
	const scan = new Scan(lines, end);
	const fields: WrittenField[] = [];
	for (let at = 1; at < end;) {
		const line = lines[at] ?? '';
		const field = BLANK.test(line) ? null : scan.fieldAt(at);
		if (field === 'unclear') return 'unclear';
		if (field) fields.push(field);
		at = field?.end ?? at + 1;
	}
	return { end, fields };
}

/** Reads values, which may go on over lines. Its readers answer the line behind a value, or null where it is not clear where it ends. */
class Scan {
	constructor(private readonly lines: readonly string[], private readonly end: number) {}

	fieldAt(line: number): WrittenField | 'unclear' {
		const text = this.#text(line);
		const match = readKey(text);
		const end = match && this.#endOfValue(line, match[0].length, 0);
		if (!match || end === null) return 'unclear';
		const { double, single, plain = '' } = match.groups ?? {};
		const key = double ?? single?.replaceAll('\'\'', '\'') ?? plain;
		const value = end > line + 1 ? null : this.#valueAt(line, match[0].length);
		return { key, line, end, start: value === '' ? match[0].trimEnd().length : match[0].length, value };
	}

	/** A value on one line, without what follows it. */
	#valueAt(line: number, start: number): string {
		const text = this.#text(line);
		const closed = CLOSED.test(text.slice(start)) ? new Closed(this.lines, this.end).find(line, start) : null;
		return closed ? text.slice(start, closed.column) : text.slice(start).replace(/(?:^|\s)#.*$/u, '').trimEnd();
	}

	/** @param depth how far the line that bears the value is indented */
	#endOfValue(line: number, start: number, depth: number): number | null {
		const written = this.#text(line).slice(start);
		if (BLANK.test(written)) return this.#endOfBlock(line + 1, depth);
		if (BLOCK_TEXT.test(written)) return this.#endOfIndented(line + 1, depth);
		if (UNCLEAR.test(written)) return null;
		if (CLOSED.test(written)) return this.#endOfClosed(line, start);
		return this.#endOfIndented(line + 1, depth);
	}

	/** Behind the lines that are indented deeper, and the blank ones between them. */
	#endOfIndented(from: number, depth: number): number {
		let last = from;
		for (let at = from; at < this.end; at++) {
			const text = this.#text(at);
			if (text.trim() === '') continue;
			if (indentOf(text) <= depth) break;
			last = at + 1;
		}
		return last;
	}

	/** A list or map below its key. A list's points may stand right under the key. */
	#endOfBlock(from: number, depth: number): number | null {
		let last = from;
		for (let at = from; at < this.end;) {
			const text = this.#text(at);
			const indent = indentOf(text);
			const isItem = ITEM.test(text.slice(indent));
			if (!BLANK.test(text) && indent <= depth && !(isItem && indent === depth)) break;
			const end: number | null = BLANK.test(text) ? at + 1 : this.#endOfEntry(at, indent);
			if (end === null) return null;
			if (!BLANK.test(text)) last = end;
			at = end;
		}
		return last;
	}

	/** One line of a list or map, with what its value goes on over. */
	#endOfEntry(line: number, indent: number): number | null {
		const text = this.#text(line);
		if (text.slice(0, indent).includes('\t')) return null;
		let start = indent;
		for (let item = ITEM.exec(text.slice(start)); item; item = ITEM.exec(text.slice(start))) start += item[0].length;
		const depth = start > indent ? start - 1 : indent;
		const key = readKey(text.slice(start));
		start += key?.[0].length ?? 0;
		// What is below a key in a block is an entry of its own, and read as such.
		return BLANK.test(text.slice(start)) ? line + 1 : this.#endOfValue(line, start, depth);
	}

	/** A text in quotes, or a list or map in brackets. */
	#endOfClosed(line: number, start: number): number | null {
		const end = new Closed(this.lines, this.end).find(line, start);
		return end && REST.test(this.#text(end.line).slice(end.column)) ? end.line + 1 : null;
	}

	#text(line: number): string {
		return this.lines[line] ?? '';
	}
}

/** Finds where quotes or brackets close. */
class Closed {
	constructor(private readonly lines: readonly string[], private readonly end: number) {}

	/** Where it is closed, behind that; null where it is not. */
	find(line: number, column: number): { readonly line: number; readonly column: number } | null {
		const open: string[] = [];
		let quote: string | null = null;
		// Quotes within a word are part of it.
		let isFresh = true;
		for (let at = line; at < this.end; at++) {
			const text = this.lines[at] ?? '';
			for (let index = at === line ? column : 0; index < text.length; index++) {
				const sign = text.charAt(index);
				if (quote !== null) {
					if (quote === '"' && sign === '\\') index++;
					else if (quote === '\'' && sign === quote && text.charAt(index + 1) === quote) index++;
					else if (sign === quote) {
						quote = null;
						if (open.length === 0) return { line: at, column: index + 1 };
					}
				} else if (isFresh && (sign === '"' || sign === '\'')) quote = sign;
				else if (sign === '[' || sign === '{') open.push(sign === '[' ? ']' : '}');
				else if (sign === ']' || sign === '}') {
					if (open.pop() !== sign) return null;
					if (open.length === 0) return { line: at, column: index + 1 };
				} else if (sign === '#' && (index === 0 || /\s/u.test(text.charAt(index - 1)))) break;
				if (!/\s/u.test(sign)) isFresh = '[{,:'.includes(sign);
			}
		}
		return null;
	}
}

/** Null also for a key of a length that nobody writes. */
function readKey(text: string): RegExpExecArray | null {
	const match = KEY.exec(text.slice(0, LONGEST_KEY));
	return match && match[0].length < LONGEST_KEY ? match : null;
}

function indentOf(text: string): number {
	return /^\s*/u.exec(text)?.[0].length ?? 0;
}
