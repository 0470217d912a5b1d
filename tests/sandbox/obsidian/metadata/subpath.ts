import type * as Api from 'obsidian-api';
import { stripHeading } from './linkpath';

type Resolved = Api.HeadingSubpathResult | Api.BlockSubpathResult | Api.FootnoteSubpathResult;

/** Where `#heading`, `#heading#inner`, `#^block` or `#[^footnote` points in a note; null where the note has no such place. */
export function resolveSubpath(cache: Api.CachedMetadata, subpath: string): Resolved | null {
	const parts = subpath.split('#').filter((part) => part !== '');
	const [first] = parts;
	if (first === undefined) return null;
	if (first.startsWith('^')) return resolveBlock(cache, first.slice(1));
	if (first.startsWith('[^')) return resolveFootnote(cache, first.slice(2).replace(/\]$/, ''));
	return resolveHeading(cache.headings ?? [], parts.map(comparable));
}

function resolveBlock(cache: Api.CachedMetadata, id: string): Api.BlockSubpathResult | null {
	const block = cache.blocks?.[id.toLowerCase()];
	if (!block) return null;
	const list = cache.listItems?.find((item) => item.id === block.id);
	return { type: 'block', block, ...(list ? { list } : {}), ...block.position };
}

function resolveFootnote(cache: Api.CachedMetadata, id: string): Api.FootnoteSubpathResult | null {
	const footnote = cache.footnotes?.find((candidate) => candidate.id === id);
	return footnote ? { type: 'footnote', footnote, ...footnote.position } : null;
}

/** Each part is looked for below the heading that the part before it named. */
function resolveHeading(headings: readonly Api.HeadingCache[], parts: readonly string[]): Api.HeadingSubpathResult | null {
	let found = 0;
	let level = 0;
	for (const [index, heading] of headings.entries()) {
		if (heading.level <= level || comparable(heading.heading) !== parts[found]) continue;
		level = heading.level;
		found++;
		if (found === parts.length) return headingResult(heading, headings.slice(index + 1));
	}
	return null;
}

function headingResult(current: Api.HeadingCache, following: readonly Api.HeadingCache[]): Api.HeadingSubpathResult {
	const next = following.find(({ level }) => level <= current.level);
	// The app leaves `next` empty after the last heading, against its typings.
	return { type: 'heading', current, next: (next ?? null) as Api.HeadingCache, start: current.position.start, end: next?.position.start ?? null };
}

function comparable(heading: string): string {
	return stripHeading(heading).toLowerCase();
}
