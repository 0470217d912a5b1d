import type * as Api from 'obsidian-api';
import { nodePosition, type MarkdownNode } from './markdown-tree';
import type { SourceText } from './source-text';

/** The root-level blocks in their order, each with the block id that it ends with or that follows it. */
export function readSections(root: MarkdownNode, source: SourceText): Api.SectionCache[] {
	const sections = (root.children ?? []).map((node) => readSection(node, source));
	sections.forEach((section, index) => { giveId(section, sections[index - 1], source); });
	return sections;
}

/** The list items at any depth, in the order of their lines. */
export function readListItems(root: MarkdownNode, source: SourceText): Api.ListItemCache[] {
	const items: Api.ListItemCache[] = [];
	collectItems(root, null, source, items);
	return items;
}

/** The root-level headings; their text is the source between the marks. */
export function readHeadings(root: MarkdownNode, source: SourceText): Api.HeadingCache[] {
	return (root.children ?? []).filter(({ type }) => type === 'heading').map((node) => {
		const position = nodePosition(node, source);
		return { heading: headingText(source.slice(position)), level: node.depth ?? 1, position };
	});
}

/** The sections and list items that carry an id, keyed by it in lower case. */
export function readBlockIds(...holders: readonly (Api.SectionCache | Api.ListItemCache)[]): Record<string, Api.BlockCache> {
	const blocks: Record<string, Api.BlockCache> = {};
	for (const { id, position } of holders) if (id !== undefined) blocks[id.toLowerCase()] = { id, position };
	return blocks;
}

function readSection(node: MarkdownNode, source: SourceText): Api.SectionCache {
	const position = nodePosition(node, source);
	return { type: sectionType(node.type, source.slice(position)), position };
}

function sectionType(type: string, text: string): string {
	if (type === 'blockquote' && /^[ \t]*>[ \t]*\[![^\]\r\n]+\]/.test(text)) return 'callout';
	return type;
}

function giveId(section: Api.SectionCache, previous: Api.SectionCache | undefined, source: SourceText): void {
	if (section.type !== 'paragraph') return;
	const text = source.slice(section.position);
	const id = blockIdAtEnd(text);
	if (id === undefined) return;
	const aloneOnItsLine = text.trim() === `^${id}`;
	(aloneOnItsLine && previous ? previous : section).id = id;
}

function blockIdAtEnd(text: string): string | undefined {
	return /(?:^|\s)\^([A-Za-z0-9-]+)$/.exec(text.slice(Math.max(0, text.lastIndexOf('^') - 1)).trimEnd())?.[1];
}

function collectItems(node: MarkdownNode, parent: MarkdownNode | null, source: SourceText, items: Api.ListItemCache[]): void {
	for (const child of node.children ?? []) {
		if (child.type === 'listItem') items.push(readItem(child, node, parent, source));
		collectItems(child, child.type === 'listItem' ? child : parent, source, items);
	}
}

function readItem(node: MarkdownNode, list: MarkdownNode, parent: MarkdownNode | null, source: SourceText): Api.ListItemCache {
	const position = { start: nodePosition(node, source).start, end: ownEnd(node, source) };
	const text = source.slice(position);
	const item: Api.ListItemCache = { position, parent: parentLine(list, parent) };
	const task = typeof node.checked === 'boolean' ? taskStatus(text) : undefined;
	const id = blockIdAtEnd(text);
	if (task !== undefined) item.task = task;
	if (id !== undefined) item.id = id;
	return item;
}

function parentLine(list: MarkdownNode, parent: MarkdownNode | null): number {
	return parent ? parent.position.start.line - 1 : -Math.max(1, list.position.start.line - 1);
}

/** An item ends where its last block before a nested list does. */
function ownEnd(item: MarkdownNode, source: SourceText): Api.Loc {
	const children = item.children ?? [];
	const nested = children.findIndex(({ type }) => type === 'list');
	return nodePosition(children[nested - 1] ?? item, source).end;
}

function taskStatus(text: string): string | undefined {
	return /^[ \t>]*(?:[-*+]|\d+[.)])[ \t]+\[([^\]\r\n])\]/.exec(text)?.[1];
}

function headingText(text: string): string {
	const [first = ''] = text.split(/\r\n|\r|\n/, 1);
	const atx = /^#{1,6}(?:[ \t]+|$)/.exec(first);
	if (!atx) return text.replace(/(?:\r\n|\r|\n)[ \t]*[=-]+[ \t]*$/, '').trim();
	return first.slice(atx[0].length).replace(/(?:^|[ \t]+)#+[ \t]*$/, '').trim();
}
