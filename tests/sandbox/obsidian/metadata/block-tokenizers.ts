import type { MarkdownNode } from './markdown-tree';

/** Takes text off the front of what is left to parse, and answers how to put a node in its place. */
interface Eat {
	(text: string): (node: NewNode) => MarkdownNode;
	now(): object;
}

type NewNode = Omit<MarkdownNode, 'position'>;

type BlockTokenizer = (this: BlockParser, eat: Eat, value: string, silent?: boolean) => unknown;

/** The part of the parser's prototype that is extended. */
export interface BlockParser {
	/** How many characters of each line, counted from 1, belong to the blocks around. */
	readonly offset: Record<number, number>;
	blockMethods: string[];
	blockTokenizers: Record<string, BlockTokenizer>;
	interruptParagraph: [name: string][];
	interruptList: [name: string][];
	interruptBlockquote: [name: string][];
	tokenizeInline: (value: string, now: object) => MarkdownNode[];
	tokenizeBlock(value: string, now: object): MarkdownNode[];
	enterBlock(): () => void;
}

/**
 * Teaches the parser the app's own blocks: comments, formulas and footnotes. What stands inside
 * the lines is left alone: the metadata does not need it, and the parser takes quadratic time for it.
 */
export function addBlocks(parser: BlockParser): void {
	const own: [name: string][] = [['comment'], ['math']];
	parser.interruptParagraph = [...parser.interruptParagraph, ...own];
	parser.interruptList = [...parser.interruptList, ...own];
	parser.interruptBlockquote = [...parser.interruptBlockquote, ...own];
	parser.blockMethods = insertBefore(insertBefore(parser.blockMethods, 'blockquote', 'comment', 'math'), 'definition', 'footnoteDefinition');
	parser.blockTokenizers = { ...parser.blockTokenizers, ...onlyWhereTheyBegin(parser.blockTokenizers), comment, math, footnoteDefinition };
	parser.tokenizeInline = () => [];
}

function insertBefore(names: readonly string[], name: string, ...added: string[]): string[] {
	const at = names.indexOf(name);
	return [...names.slice(0, at), ...added, ...names.slice(at)];
}

/** These look far ahead, or prepare much, before they see that the text does not begin as theirs do. */
function onlyWhereTheyBegin({ html, definition }: Record<string, BlockTokenizer>): Record<string, BlockTokenizer> {
	return { ...(html && { html: guarded(html, /[ \t]*</y) }), ...(definition && { definition: guarded(definition, /[ \t]*\[(?:[^\\\]]|\\[^])+\]:/y) }) };
}

function guarded(tokenizer: BlockTokenizer, begin: RegExp): BlockTokenizer {
	return function (eat, value, silent) {
		begin.lastIndex = 0;
		return begin.test(value) ? tokenizer.call(this, eat, value, silent) : undefined;
	};
}

/** From `%%` at the start of a line to `%%` at the end of one; one that is never closed takes all that follows. */
function comment(this: BlockParser, eat: Eat, value: string, silent?: boolean): unknown {
	const block = fencedBy('%%', value);
	if (!block) return undefined;
	return silent || eatFenced(eat, 'comment', block.close < 0 ? { ...block, text: value.trimEnd() } : block);
}

/** From `$$` at the start of a line to `$$` at the end of one. */
function math(this: BlockParser, eat: Eat, value: string, silent?: boolean): unknown {
	const block = fencedBy('$$', value);
	if (!block || (block.close < 0 && !(silent && value.trim() === '$$'))) return undefined;
	return silent || eatFenced(eat, 'math', block);
}

interface Fenced {
	readonly indent: string;
	/** With its indent. */
	readonly text: string;
	/** Blanks behind the end mark. */
	readonly trail: string;
	/** Where the end mark stands; negative where none does. */
	readonly close: number;
}

function fencedBy(mark: string, value: string): Fenced | null {
	const indent = /^ {0,3}/.exec(value)?.[0] ?? '';
	if (!value.startsWith(mark, indent.length)) return null;
	const close = value.indexOf(mark, indent.length + mark.length);
	if (close < 0) return { indent, text: value, trail: '', close };
	const end = close + mark.length;
	const trail = /[ \t]*/y;
	trail.lastIndex = end;
	const [blanks = ''] = trail.exec(value) ?? [];
	const closesLine = end + blanks.length === value.length || value[end + blanks.length] === '\n';
	return closesLine ? { indent, text: value.slice(0, end), trail: blanks, close } : null;
}

function eatFenced(eat: Eat, type: string, { indent, text, trail }: Fenced): MarkdownNode {
	if (indent) eat(indent);
	const node = eat(text.slice(indent.length))({ type });
	if (trail) eat(trail);
	return node;
}

const endsFootnote = ['comment', 'math', 'fencedCode', 'atxHeading', 'thematicBreak', 'html', 'list', 'blockquote', 'footnoteDefinition'];

/** `[^id]:` with the rest of its paragraph, and after blank lines what is indented. */
function footnoteDefinition(this: BlockParser, eat: Eat, value: string, silent?: boolean): unknown {
	const head = /^ {0,3}\[\^([^[\]\s]+)\]:[ \t]*/.exec(value);
	if (!head || silent) return head !== null;
	const lines = footnoteLines(value, head[0].length, (rest) => endsFootnote.some((name) => this.blockTokenizers[name]?.call(this, eat, rest, true)));
	const now = eat.now() as { line: number };
	const add = eat(lines.map(({ line }) => line).join('\n'));
	lines.forEach(({ cut }, at) => { this.offset[now.line + at] = (this.offset[now.line + at] ?? 0) + cut; });
	const leave = this.enterBlock();
	const children = this.tokenizeBlock(lines.map(({ line, cut }) => line.slice(cut)).join('\n'), now);
	leave();
	return add({ type: 'footnoteDefinition', label: head[1] ?? '', children });
}

interface FootnoteLine {
	readonly line: string;
	/** How many of its characters do not belong to the content. */
	readonly cut: number;
}

function footnoteLines(value: string, head: number, isOtherBlock: (rest: string) => boolean): FootnoteLine[] {
	const [first = '', ...following] = value.split('\n');
	const lines: FootnoteLine[] = [{ line: first, cut: head }];
	let rest = first.length + 1;
	let end = 1;
	for (const line of following) {
		const indent = /^(?: {4}|\t)?/.exec(line)?.[0].length ?? 0;
		const blank = line.trim() === '';
		if (!blank && indent === 0 && (end < lines.length || isOtherBlock(value.slice(rest)))) break;
		lines.push({ line, cut: blank ? 0 : indent });
		if (!blank) end = lines.length;
		rest += line.length + 1;
	}
	return lines.slice(0, end);
}
