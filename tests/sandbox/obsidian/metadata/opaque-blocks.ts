import type * as Api from 'obsidian-api';
import { getFrontMatterInfo } from './frontmatter';
import type { SourceText } from './source-text';

/** A block whose inside is no Markdown structure: `%%` comments and `$$` formulas. */
export interface OpaqueBlock {
	readonly type: 'comment' | 'math';
	readonly position: Api.Pos;
}

const marks = [{ mark: '%%', type: 'comment' }, { mark: '$$', type: 'math' }] as const;

/** Finds the blocks that begin at the start of a line, outside frontmatter, fenced code and HTML comments. */
export function findOpaqueBlocks(source: SourceText): OpaqueBlock[] {
	const blocks: OpaqueBlock[] = [];
	let line = source.locate(getFrontMatterInfo(source.text).contentStart).line;
	while (line < source.lineCount) {
		const block = opaqueBlockAt(source, line);
		if (block) blocks.push(block);
		line = (block ? block.position.end.line : skippedTo(source, line)) + 1;
	}
	return blocks;
}

/** The text with the blocks blanked out, so that every other character stays at its place. */
export function blankOut(text: string, blocks: readonly OpaqueBlock[]): string {
	let blanked = '';
	let end = 0;
	for (const { position } of blocks) {
		blanked += text.slice(end, position.start.offset);
		end = position.end.offset;
		blanked += text.slice(position.start.offset, end).replace(/[^\r\n]/g, ' ');
	}
	return blanked + text.slice(end);
}

function opaqueBlockAt(source: SourceText, line: number): OpaqueBlock | null {
	const text = source.line(line);
	const indent = /^ {0,3}/.exec(text)?.[0].length ?? 0;
	const kind = marks.find(({ mark }) => text.startsWith(mark, indent));
	if (!kind) return null;
	const start = source.at(line, indent);
	const close = source.text.indexOf(kind.mark, start.offset + 2);
	if (close < 0) return kind.type === 'comment' ? { type: 'comment', position: { start, end: endOf(source) } } : null;
	const position = { start, end: source.locate(close + 2) };
	const rest = source.line(position.end.line).slice(position.end.col);
	return rest.trim() === '' ? { type: kind.type, position } : null;
}

function endOf(source: SourceText): Api.Loc {
	return source.locate(source.text.replace(/[\r\n]+$/, '').length);
}

/** The last line of the fence or HTML comment that begins on a line; the line itself where none does. */
function skippedTo(source: SourceText, line: number): number {
	const text = source.line(line);
	const fence = /^((?:[ \t]*>)*)[ \t]*(?:[-*+][ \t]+|\d+[.)][ \t]+)?(`{3,}(?=[^`]*$)|~{3,})/.exec(text);
	if (fence) return fenceEnd(source, line, fence[1] ?? '', fence[2] ?? '');
	if (!/^ {0,3}<!--/.test(text)) return line;
	const close = source.text.indexOf('-->', source.at(line, 0).offset);
	return close < 0 ? source.lineCount : source.locate(close).line;
}

function fenceEnd(source: SourceText, line: number, quote: string, fence: string): number {
	for (let next = line + 1; next < source.lineCount; next++) {
		const text = source.line(next);
		if (quote && !/^[ \t]*>/.test(text)) return next - 1;
		const closing = /^[ \t>]*(`{3,}|~{3,})[ \t]*$/.exec(text)?.[1];
		if (closing?.startsWith(fence)) return next;
	}
	return source.lineCount;
}
