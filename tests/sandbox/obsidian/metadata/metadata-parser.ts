import type * as Api from 'obsidian-api';
import { parseYaml } from './frontmatter';
import { nodePosition, parseMarkdown, walk, type MarkdownNode } from './markdown-tree';
import { readBlockIds, readHeadings, readListItems, readSections } from './metadata-blocks';
import { findLinks, findPropertyLinks, type FoundLink } from './metadata-links';
import { findTags } from './metadata-tags';
import { blankOut, findOpaqueBlocks, type OpaqueBlock } from './opaque-blocks';
import { isRecord } from '../record';
import { SourceText } from './source-text';

type Range = readonly [from: number, to: number];

/**
 * The metadata of a note's text. What there is none of has no key; offsets count UTF-16
 * units of the text as given, whatever its line endings.
 */
export function parseMetadata(text: string): Api.CachedMetadata {
	const source = new SourceText(text);
	const opaque = findOpaqueBlocks(source);
	const root = parseMarkdown(blankOut(text, opaque));
	const sections = readSections(root, opaque, source);
	const listItems = readListItems(root, source);
	return {
		...readInline(source, codeRanges(root, opaque, source)),
		...nonEmpty('headings', readHeadings(root, source)),
		...nonEmpty('sections', sections),
		...nonEmpty('listItems', listItems),
		...readFrontmatter(root, source),
		...readDefinitions(root, source),
		...readBlocks(sections, listItems),
	};
}

function readInline(source: SourceText, code: readonly Range[]): Api.CachedMetadata {
	const outside = (from: number): boolean => !isWithin(from, code);
	const found = findLinks(source.text).filter(({ from }) => outside(from));
	const links = found.map(({ from, to }): Range => [from, to]);
	const tags = findTags(source.text).filter(({ from }) => outside(from) && !isWithin(from, links));
	return {
		...nonEmpty('links', references(found.filter(({ embed }) => !embed), source)),
		...nonEmpty('embeds', references(found.filter(({ embed }) => embed), source)),
		...nonEmpty('tags', tags.map(({ from, tag }) => ({ tag, position: source.range(from, from + tag.length) }))),
		...readFootnotes(source, outside),
	};
}

function references(links: readonly FoundLink[], source: SourceText): Api.ReferenceCache[] {
	return links.flatMap(({ reference, from, to }) => reference ? [{ ...reference, position: source.range(from, to) }] : []);
}

function readFootnotes(source: SourceText, outside: (from: number) => boolean): Api.CachedMetadata {
	const marks = [...source.text.matchAll(/\[\^([^\]\s]+)\](:?)/g)].filter(({ index }) => outside(index));
	const isDefinition = (mark: RegExpExecArray): boolean => mark[2] === ':' && source.locate(mark.index).col === 0;
	const definitions = marks.filter(isDefinition).map((mark) => {
		const { line } = source.locate(mark.index);
		return { id: mark[1] ?? '', position: source.range(mark.index, source.at(line, source.line(line).length).offset) };
	});
	const refs = marks.filter((mark) => !isDefinition(mark)).map((mark) => {
		const id = mark[1] ?? '';
		return { id, position: source.range(mark.index, mark.index + id.length + '[^]'.length) };
	});
	return { ...nonEmpty('footnotes', definitions), ...nonEmpty('footnoteRefs', refs) };
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
	const definitions = (root.children ?? []).filter(({ type }) => type === 'definition').map((node) => (
		{ id: node.label ?? '', link: node.url ?? '', position: nodePosition(node, source) }
	));
	return nonEmpty('referenceLinks', definitions);
}

function readBlocks(sections: readonly Api.SectionCache[], items: readonly Api.ListItemCache[]): Api.CachedMetadata {
	const blocks = readBlockIds(...sections, ...items);
	return Object.keys(blocks).length > 0 ? { blocks } : {};
}

/** Where links and tags do not count: code, frontmatter, HTML comments, formulas. `%%` comments do count. */
function codeRanges(root: MarkdownNode, opaque: readonly OpaqueBlock[], source: SourceText): Range[] {
	const comments = opaque.filter(({ type }) => type === 'comment').map(({ position }) => offsets(position));
	const formulas = opaque.filter(({ type }) => type === 'math').map(({ position }) => offsets(position));
	const inComments = comments.length > 0 ? codeNodes(parseMarkdown(source.text), source) : [];
	return [...codeNodes(root, source), ...formulas, ...inComments.filter(([from]) => isWithin(from, comments))];
}

function codeNodes(root: MarkdownNode, source: SourceText): Range[] {
	const ranges: Range[] = [];
	walk(root, (node) => {
		if (isCode(node)) ranges.push(offsets(nodePosition(node, source)));
	});
	return ranges;
}

function isCode({ type, value }: MarkdownNode): boolean {
	return type === 'code' || type === 'inlineCode' || type === 'yaml' || (type === 'html' && value?.startsWith('<!--') === true);
}

function offsets({ start, end }: Api.Pos): Range {
	return [start.offset, end.offset];
}

function isWithin(offset: number, ranges: readonly Range[]): boolean {
	return ranges.some(([from, to]) => from <= offset && offset < to);
}

function nonEmpty<K extends 'links' | 'embeds' | 'tags' | 'headings' | 'sections' | 'listItems' | 'footnotes' | 'footnoteRefs' | 'referenceLinks'>(
	key: K,
	values: NonNullable<Api.CachedMetadata[K]>,
): Api.CachedMetadata {
	const part: Api.CachedMetadata = {};
	if (values.length > 0) part[key] = values;
	return part;
}
