import type * as Api from 'obsidian-api';
import { isRecord } from '../record';
import { parseYaml } from './frontmatter';
import { scanInline, type InlineFinds } from './inline-scanner';
import { nodePosition, parseMarkdown, walk, type MarkdownNode } from './markdown-tree';
import { readBlockIds, readHeadings, readListItems, readSections } from './metadata-blocks';
import type { FoundLink } from './metadata-links';
import { findPropertyLinks } from './property-links';
import { SourceText } from './source-text';

/**
 * The metadata of a note's text. What there is none of has no key; offsets count UTF-16
 * units of the text as given, whatever its line endings.
 */
export function parseMetadata(text: string): Api.CachedMetadata {
	const source = new SourceText(text);
	const root = parseMarkdown(text);
	const sections = readSections(root, source);
	const listItems = readListItems(root, source);
	return {
		...readInline(root, source),
		...nonEmpty('headings', readHeadings(root, source)),
		...nonEmpty('sections', sections),
		...nonEmpty('listItems', listItems),
		...readFrontmatter(root, source),
		...readDefinitions(root, source),
		...readBlocks(sections, listItems),
	};
}

function readInline(root: MarkdownNode, source: SourceText): Api.CachedMetadata {
	const finds: InlineFinds = { links: [], tags: [], footnoteRefs: [] };
	walk(root, (node) => {
		if (!hasInline(node)) return;
		const { start, end } = nodePosition(node, source);
		scanInline(source.text, start.offset, end.offset, finds);
	});
	return {
		...nonEmpty('links', references(finds.links.filter(({ embed }) => !embed), source)),
		...nonEmpty('embeds', references(finds.links.filter(({ embed }) => embed), source)),
		...nonEmpty('tags', finds.tags.map(({ from, tag }) => ({ tag, position: source.range(from, from + tag.length) }))),
		...nonEmpty('footnoteRefs', finds.footnoteRefs.map(({ from, id }) => ({ id, position: source.range(from, from + id.length + '[^]'.length) }))),
	};
}

/** Links and tags count in `%%` comments and in HTML, not in HTML comments, code and formulas. */
function hasInline({ type, value }: MarkdownNode): boolean {
	if (type === 'html') return value?.trimStart().startsWith('<!--') !== true;
	return type === 'paragraph' || type === 'heading' || type === 'tableCell' || type === 'comment';
}

function references(links: readonly FoundLink[], source: SourceText): Api.ReferenceCache[] {
	return links.flatMap(({ reference, from, to }) => reference ? [{ ...reference, position: source.range(from, to) }] : []);
}

function readFrontmatter(root: MarkdownNode, source: SourceText): Api.CachedMetadata {
	const [first] = root.children ?? [];
	const values = first?.type === 'yaml' ? parsedOrNull(first.value ?? '') : null;
	if (!first || !values) return {};
	return { frontmatter: values, frontmatterPosition: nodePosition(first, source), frontmatterLinks: findPropertyLinks(values) };
}

function parsedOrNull(yaml: string): Record<string, unknown> | null {
	try {
		const value = parseYaml(yaml);
		return isRecord(value) ? value : null;
	} catch {
		return null;
	}
}

function readDefinitions(root: MarkdownNode, source: SourceText): Api.CachedMetadata {
	const referenceLinks: Api.ReferenceLinkCache[] = [];
	const footnotes: Api.FootnoteCache[] = [];
	walk(root, (node) => {
		const { type, label = '', url = '' } = node;
		if (type === 'definition') referenceLinks.push({ id: label, link: url, position: nodePosition(node, source) });
		else if (type === 'footnoteDefinition') footnotes.push({ id: label, position: nodePosition(node, source) });
	});
	return { ...nonEmpty('referenceLinks', referenceLinks), ...nonEmpty('footnotes', footnotes) };
}

function readBlocks(sections: readonly Api.SectionCache[], items: readonly Api.ListItemCache[]): Api.CachedMetadata {
	const blocks = readBlockIds(...sections, ...items);
	return Object.keys(blocks).length > 0 ? { blocks } : {};
}

function nonEmpty<K extends 'links' | 'embeds' | 'tags' | 'headings' | 'sections' | 'listItems' | 'footnotes' | 'footnoteRefs' | 'referenceLinks'>(
	key: K,
	values: NonNullable<Api.CachedMetadata[K]>,
): Api.CachedMetadata {
	const part: Api.CachedMetadata = {};
	if (values.length > 0) part[key] = values;
	return part;
}
