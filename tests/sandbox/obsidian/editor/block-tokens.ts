import { type OpenInline, takeInline, takeMathEnd } from './inline-tokens';
import type { TokenizedLine } from './line-language';
import { LineWriter } from './line-writer';

/** What the lines above leave open. */
export interface BlockState {
	/** `start` before the first line; else the block that only its own end closes. */
	readonly block: 'start' | 'frontmatter' | 'fence' | 'math' | OpenInline;
	/** Marks that close the fence. */
	readonly fence: string;
	/** Columns of the markers of the lists that are open, from the outermost. */
	readonly lists: readonly number[];
	/** Number of the next row of a table; 0 outside of one. */
	readonly tableRow: number;
	readonly tableColumns: number;
}

export const startState: BlockState = { block: 'start', fence: '', lists: [], tableRow: 0, tableColumns: 0 };

const DELIMITER_ROW = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

function done(line: LineWriter, state: BlockState): TokenizedLine<BlockState> {
	return { tokens: line.tokens, lineClasses: line.lineClasses, state };
}

/** The width of leading space; a tab goes to the next multiple of four. */
function indentation(text: string): number {
	let width = 0;
	for (const char of /^\s*/.exec(text)?.[0] ?? '') width = char === '\t' ? width + 4 - width % 4 : width + 1;
	return width;
}

/** The class of a list's depth: three of them, in turn. */
function listClass(depth: number): string {
	return `list-${(depth - 1) % 3 + 1}`;
}

function takeFrontmatter(line: LineWriter): void {
	const [, indent = '', dash = '', key = '', colon = ''] = /^(\s*)(- )?(?:([^\s:#"'[{-][^:]*)(:(?:\s|$)))?/.exec(line.text) ?? [];
	line.take(indent.length);
	line.take(dash.length, 'hmd-frontmatter', 'meta');
	line.take(key.length, 'atom', 'hmd-frontmatter');
	line.take(colon.length, 'hmd-frontmatter', 'meta');
	const value = line.rest.trim();
	if (/^(['"]).*\1$/.test(value)) line.takeRest('hmd-frontmatter', 'string');
	else if (/^-?\d+(\.\d+)?$/.test(value)) line.takeRest('hmd-frontmatter', 'number');
	else if (/^(?:true|false|yes|no|on|off)$/i.test(value)) line.takeRest('hmd-frontmatter', 'keyword');
	else line.takeRest('hmd-frontmatter');
}

function inFrontmatter(line: LineWriter, state: BlockState): TokenizedLine<BlockState> {
	const end = /^---\s*$/.test(line.text);
	if (end) line.takeRest('def', 'hmd-frontmatter');
	else takeFrontmatter(line);
	return done(line, { ...state, block: end ? null : 'frontmatter' });
}

const CODE_LINE = ['HyperMD-codeblock', 'HyperMD-codeblock-bg'];

function inFence(line: LineWriter, state: BlockState): TokenizedLine<BlockState> {
	const end = new RegExp(`^\\s*(?:>\\s*)*${state.fence}${state.fence.charAt(0)}*\\s*$`).test(line.text);
	line.addLineClasses(...CODE_LINE, ...end ? ['HyperMD-codeblock-end', 'HyperMD-codeblock-end-bg'] : []);
	line.takeRest('hmd-codeblock', ...end ? ['formatting', 'formatting-code-block'] : []);
	return done(line, end ? { ...state, block: null } : state);
}

function inMath(line: LineWriter, state: BlockState): TokenizedLine<BlockState> {
	const end = line.text.indexOf('$$');
	line.takeOnly(end < 0 ? line.text.length : end, 'math');
	if (end < 0) return done(line, state);
	takeMathEnd(line, 2);
	return done(line, { ...state, block: takeInline(line) });
}

function inComment(line: LineWriter, state: BlockState, mark: string): TokenizedLine<BlockState> {
	const end = line.text.indexOf(mark);
	line.take(end < 0 ? line.text.length : end + mark.length, 'comment');
	return done(line, end < 0 ? state : { ...state, block: takeInline(line) });
}

/** `> `, as deep as it goes. The head of a callout is one token with the mark. */
function takeQuotes(line: LineWriter): void {
	for (let depth = 1; ; depth++) {
		const mark = /^ {0,3}>\s?/.exec(line.rest)?.[0];
		if (mark === undefined) break;
		const head = /^\[![^\]]+\][+-]?\s*/.exec(line.rest.slice(mark.length))?.[0] ?? '';
		line.base = ['quote', `quote-${depth}`, ...head === '' ? [] : ['hmd-callout']];
		line.take(mark.length + head.length, 'formatting', 'formatting-quote', `formatting-quote-${depth}`);
		for (const old of [...line.lineClasses]) line.lineClasses.delete(old);
		line.addLineClasses('HyperMD-quote', `HyperMD-quote-${depth}`, ...head === '' ? [] : ['HyperMD-callout']);
		if (head !== '') break;
	}
}

function takeListItem(line: LineWriter, lists: readonly number[]): readonly number[] | null {
	const found = /^(\s*)([-*+]|\d+[.)])(?:\s+|$)/.exec(line.rest);
	if (found === null || /^\s*([-*_])(?:\s*\1){2,}\s*$/.test(line.rest)) return null;
	const [whole, space = '', marker = ''] = found;
	const open = [...lists.filter(column => column < indentation(line.rest)), indentation(line.rest)];
	if (space !== '') line.take(space.length, 'hmd-list-indent', `hmd-list-indent-${Math.max(1, open.length - 1)}`);
	line.base = [...line.base, listClass(open.length)];
	line.addLineClasses('HyperMD-list-line', `HyperMD-list-line-${open.length}`);
	line.take(whole.length - space.length, 'formatting', 'formatting-list', /\d/.test(marker) ? 'formatting-list-ol' : 'formatting-list-ul');
	takeTaskBox(line);
	return open;
}

function takeTaskBox(line: LineWriter): void {
	const found = /^\[(.)\](?=\s)/u.exec(line.rest);
	if (found === null) return;
	line.addLineClasses('HyperMD-task-line');
	line.takeOnly(found[0].length, 'formatting', 'formatting-task', found[1] === ' ' ? 'meta' : 'property');
}

/** A further line of an item, known by its indentation. */
function takeListContinuation(line: LineWriter, lists: readonly number[]): readonly number[] {
	const width = indentation(line.rest);
	const open = lists.filter(column => column < width);
	if (open.length === 0) return [];
	line.addLineClasses('HyperMD-list-line', `HyperMD-list-line-${open.length}`, 'HyperMD-list-line-nobullet');
	line.take(/^\s*/.exec(line.rest)?.[0].length ?? 0, 'hmd-list-indent', `hmd-list-indent-${open.length}`);
	line.base = [...line.base, listClass(open.length)];
	return open;
}

function takeFenceStart(line: LineWriter): string | null {
	const found = /^\s*(```+|~~~+)[^`]*$/.exec(line.rest);
	if (found === null) return null;
	line.addLineClasses(...CODE_LINE, 'HyperMD-codeblock-begin', 'HyperMD-codeblock-begin-bg');
	line.takeOnly(line.rest.length, 'formatting', 'formatting-code-block', 'hmd-codeblock');
	return found[1] ?? '```';
}

function takeHeading(line: LineWriter): void {
	const level = /^(#{1,6})(?:\s+|$)/.exec(line.rest);
	if (level === null) return;
	const name = `header-${level[1]?.length ?? 1}`;
	line.base = [...line.base, 'header', name];
	line.addLineClasses('HyperMD-header', `HyperMD-${name}`);
	line.take(level[0].length, 'formatting', 'formatting-header', `formatting-${name}`);
}

function takeTableRow(line: LineWriter, row: number, columns: number): void {
	line.addLineClasses(`HyperMD-table-${columns}`, 'HyperMD-table-row', `HyperMD-table-row-${row}`);
	const cells = line.text.split(/(?<!\\)\|/);
	let column = 0;
	cells.forEach((cell, i) => {
		takeCell(line, cell, row);
		if (i === cells.length - 1) return;
		const outer = (i === 0 && cell.trim() === '') || (i === cells.length - 2 && cells[i + 1]?.trim() === '');
		line.take(1, 'hmd-table-sep', outer ? 'hmd-table-sep-dummy' : `hmd-table-sep-${column++}`);
	});
}

function takeCell(line: LineWriter, cell: string, row: number): void {
	const inner = new LineWriter(line.text.slice(0, line.pos + cell.length));
	inner.pos = line.pos;
	inner.base = line.base;
	if (row === 1) inner.takeRest();
	else takeInline(inner);
	line.tokens.push(...inner.tokens);
	line.pos = inner.pos;
}

function inTable(line: LineWriter, state: BlockState, next: string): TokenizedLine<BlockState> | null {
	const goesOn = state.tableRow > 0 && line.text.includes('|');
	const starts = state.tableRow === 0 && line.text.includes('|') && next.includes('-') && DELIMITER_ROW.test(next) && next.includes('|');
	if (!goesOn && !starts) return null;
	const columns = starts ? next.split('|').filter(part => part.trim() !== '').length : state.tableColumns;
	takeTableRow(line, state.tableRow, columns);
	return done(line, { ...state, lists: [], tableRow: state.tableRow + 1, tableColumns: columns });
}

/** Text after the marks at the start of its line: a fence, a rule, a heading, a footnote, or just text. */
function takeContent(line: LineWriter, state: BlockState): TokenizedLine<BlockState> {
	const fence = takeFenceStart(line);
	if (fence !== null) return done(line, { ...state, block: 'fence', fence });
	if (/^\s*\$\$(?!.*\$\$)/.test(line.rest)) {
		line.takeOnly(line.rest.indexOf('$$') + 2, 'formatting', 'formatting-math', 'formatting-math-begin', 'keyword', 'math', 'math-block');
		line.takeOnly(line.rest.length, 'math');
		return done(line, { ...state, block: 'math' });
	}
	if (/^\s*([-*_])(?:\s*\1){2,}\s*$/.test(line.rest)) {
		line.addLineClasses('HyperMD-hr', 'HyperMD-hr-bg');
		line.takeRest('hr');
		return done(line, state);
	}
	takeHeading(line);
	takeFootnoteStart(line);
	return done(line, { ...state, block: takeInline(line) });
}

function takeFootnoteStart(line: LineWriter): void {
	const found = /^\[\^[^\]\s]+\]:/.exec(line.rest);
	if (found === null) return;
	line.addLineClasses('HyperMD-footnote');
	line.take(found[0].length, 'formatting', 'formatting-link', 'hmd-footnote', 'link');
}

function takeLine(line: LineWriter, before: BlockState, next: string): TokenizedLine<BlockState> {
	const table = inTable(line, before, next);
	if (table !== null) return table;
	const state = { ...before, tableRow: 0 };
	if (line.text.trim() === '') return done(line, state);
	if (state.lists.length === 0 && /^(?: {4}|\t)/.test(line.text) && !/^\s*(?:[-*+]|\d+[.)])\s/.test(line.text)) {
		line.takeRest('hmd-indented-code');
		return done(line, state);
	}
	takeQuotes(line);
	const lists = takeListItem(line, state.lists) ?? takeListContinuation(line, state.lists);
	return takeContent(line, { ...state, lists });
}

/** Tokens of one line in what is open above it. */
export function tokenizeLine(text: string, state: BlockState, next: string): TokenizedLine<BlockState> {
	const line = new LineWriter(text);
	switch (state.block) {
		case 'start':
			if (text !== '---') return takeLine(line, { ...state, block: null }, next);
			line.takeRest('def', 'hmd-frontmatter');
			return done(line, { ...state, block: 'frontmatter' });
		case 'frontmatter': return inFrontmatter(line, state);
		case 'fence': return inFence(line, state);
		case 'math': return inMath(line, state);
		case 'comment': return inComment(line, state, '%%');
		case 'html-comment': return inComment(line, state, '-->');
		case null: return takeLine(line, state, next);
	}
}
