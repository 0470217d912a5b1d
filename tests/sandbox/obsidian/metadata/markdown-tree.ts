import type * as Api from 'obsidian-api';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import unified from 'unified';
import { addBlocks, type BlockParser } from './block-tokenizers';
import type { SourceText } from './source-text';

/** A node of the Markdown tree, as far as the metadata needs it. Lines and columns count from 1. */
export interface MarkdownNode {
	readonly type: string;
	readonly position: { readonly start: Point; readonly end: Point };
	readonly children?: readonly MarkdownNode[];
	readonly value?: string;
	/** Of a heading. */
	readonly depth?: number;
	/** Of a list item: null or absent where it is no task. */
	readonly checked?: boolean | null;
	/** Of a definition of a link or a footnote. */
	readonly label?: string;
	/** Of a link definition. */
	readonly url?: string;
}

interface Point {
	readonly line: number;
	readonly column: number;
}

const parser = unified()
	.use(remarkParse, { commonmark: true })
	.use(remarkFrontmatter, ['yaml'])
	.use(function () { addBlocks((this.Parser as unknown as { readonly prototype: BlockParser }).prototype); });

/**
 * Parses the blocks of a Markdown text, not what is inside their lines; a task of any status is
 * a task. A text that is nested too deeply for the parser comes back as a single paragraph.
 */
export function parseMarkdown(text: string): MarkdownNode {
	try {
		return parser.parse(withKnownStatuses(text)) as unknown as MarkdownNode;
	} catch (error) {
		if (!(error instanceof RangeError)) throw error;
		return asParagraph(text);
	}
}

function asParagraph(text: string): MarkdownNode {
	const lines = text.trimEnd().split(/\r\n|\r|\n/);
	const position = { start: { line: 1, column: 1 }, end: { line: lines.length, column: (lines.at(-1) ?? '').length + 1 } };
	return { type: 'root', position, children: [{ type: 'paragraph', position }] };
}

/** Where a node is in the source that the parsed text was made from, character by character. */
export function nodePosition(node: MarkdownNode, source: SourceText): Api.Pos {
	return { start: pointPosition(node.position.start, source), end: pointPosition(node.position.end, source) };
}

/** Calls back with a node and all below it, parents first. */
export function walk(node: MarkdownNode, visit: (node: MarkdownNode) => void): void {
	visit(node);
	for (const child of node.children ?? []) walk(child, visit);
}

function pointPosition(point: Point, source: SourceText): Api.Loc {
	return source.at(point.line - 1, point.column - 1);
}

/** The parser knows only `[ ]` and `[x]`, which decides where the item's content begins. */
function withKnownStatuses(text: string): string {
	return text.replace(/^(?:[ \t>]|(?:[-*+]|\d+[.)])(?=[ \t])|\[[^\]\r\n]\](?=[ \t]))+/gm, (prefix) => prefix.replace(/\[[^\]\r\n]\]/g, '[x]'));
}
