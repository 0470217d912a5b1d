import type * as Api from 'obsidian-api';
import { isScalar, parseDocument, visit } from 'yaml';
import type { TFile } from './files';
import { getFrontMatterInfo } from '../metadata/frontmatter';
import { allReferences } from '../metadata/link-graph';
import { getLinkpath, parseLinktext } from '../metadata/linkpath';
import type { MetadataCache } from '../metadata/metadata-cache';
import { parseMetadata } from '../metadata/metadata-parser';
import { readWholeLink } from '../metadata/property-links';
import type { Vault } from './vault';

/** Which file each linkpath of a note meant, before something moved. */
export interface LinkTargets {
	readonly source: TFile;
	readonly targets: ReadonlyMap<string, TFile>;
}

/** What every link of the vault means now. */
export function readLinkTargets(vault: Vault, cache: MetadataCache): LinkTargets[] {
	return vault.getMarkdownFiles().map((source) => {
		const targets = new Map<string, TFile>();
		for (const { link } of allReferences(cache.getFileCache(source) ?? {})) {
			const linkpath = getLinkpath(link);
			const target = linkpath === '' ? null : cache.getFirstLinkpathDest(linkpath, source.path);
			if (target) targets.set(linkpath, target);
		}
		return { source, targets };
	}).filter(({ targets }) => targets.size > 0);
}

/** The linkpaths of a note that no longer mean what they meant, each with the one that does. */
export function findStaleLinks({ source, targets }: LinkTargets, cache: MetadataCache): Map<string, string> {
	const stale = new Map<string, string>();
	for (const [linkpath, target] of targets) {
		if (target.deleted || cache.getFirstLinkpathDest(linkpath, source.path) === target) continue;
		stale.set(linkpath, cache.fileToLinktext(target, source.path, !/\.md$/i.test(linkpath)));
	}
	return stale;
}

/**
 * The text of a note with its links rewritten, in the body and in its properties; everything else stays as it is.
 * @param cached what the cache has of the note. Its positions spare a parse where they still hold.
 */
export function rewriteLinks(text: string, renamed: ReadonlyMap<string, string>, cached: Api.CachedMetadata | null = null): string {
	const metadata = cached && stillHolds(cached, text) ? cached : parseMetadata(text);
	const body = bodyLinks(metadata).filter((link) => renamed.has(getLinkpath(link.link))).map((link) => ({
		from: link.position.start.offset,
		to: link.position.end.offset,
		text: rewriteLink(link, renamed),
	}));
	const inProperties = metadata.frontmatterLinks?.some(({ link }) => renamed.has(getLinkpath(link))) ?? false;
	const edits = [...body, ...(inProperties ? rewriteProperties(text, renamed) : [])].sort((a, b) => b.from - a.from);
	return edits.reduce((result, edit) => result.slice(0, edit.from) + edit.text + result.slice(edit.to), text);
}

function bodyLinks(metadata: Api.CachedMetadata): Api.ReferenceCache[] {
	return [...(metadata.links ?? []), ...(metadata.embeds ?? [])];
}

/** Whether every link is where the cache has it and nothing follows what the cache knows of, so that the text is the one that was parsed. */
function stillHolds(cached: Api.CachedMetadata, text: string): boolean {
	const end = cached.sections?.at(-1)?.position.end.offset ?? 0;
	const inPlace = bodyLinks(cached).every(({ position, original }) => text.slice(position.start.offset, position.end.offset) === original);
	return inPlace && end <= text.length && text.slice(end).trim() === '';
}

interface TextEdit {
	readonly from: number;
	readonly to: number;
	readonly text: string;
}

function rewriteLink(link: Api.Reference, renamed: ReadonlyMap<string, string>): string {
	const { path, subpath } = parseLinktext(link.link);
	const target = renamed.get(path);
	if (target === undefined) return link.original;
	if (!link.original.endsWith(')')) return link.original.replace(/^(!?\[\[)[^|#\]\\]*/, (_whole, open: string) => open + target);
	const destination = encodeLinkDestination(target + subpath);
	return link.original.replace(/\]\([^]*\)$/, () => `](${destination})`);
}

/** A path as the destination of a Markdown link. */
export function encodeLinkDestination(path: string): string {
	return path.replace(/[\s()<>%]/g, (character) => encodeURIComponent(character).replace('(', '%28').replace(')', '%29'));
}

function rewriteProperties(text: string, renamed: ReadonlyMap<string, string>): TextEdit[] {
	const info = getFrontMatterInfo(text);
	const edits: TextEdit[] = [];
	if (!info.exists) return edits;
	visit(parseDocument(info.frontmatter), (key, node) => {
		if (key === 'key' || !isScalar(node) || typeof node.value !== 'string' || !node.range) return;
		const [from, to] = [info.from + node.range[0], info.from + node.range[1]];
		const edited = rewriteProperty(text.slice(from, to), node.value, renamed);
		if (edited !== null) edits.push({ from, to, text: edited });
	});
	return edits;
}

function rewriteProperty(scalar: string, value: string, renamed: ReadonlyMap<string, string>): string | null {
	const link = readWholeLink(value);
	if (!link) return null;
	const { original } = link;
	const rewritten = rewriteLink(link, renamed);
	if (rewritten === original) return null;
	const keepsQuotes = scalar.includes(original) && !/['"\\]/.test(rewritten);
	return keepsQuotes ? scalar.replace(original, () => rewritten) : JSON.stringify(rewritten);
}
