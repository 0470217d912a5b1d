import type * as Api from 'obsidian-api';
import { isRecord } from '../record';
import { scanInline, type InlineFinds } from './inline-scanner';

/** The link that a text consists of, from its first character to its last; null where it is anything more or else. */
export function readWholeLink(text: string): Api.Reference | null {
	const whole = text.trim();
	// A value that begins like no link is none, and most are not.
	if (!/^!?\[/.test(whole)) return null;
	const finds: InlineFinds = { links: [], tags: [], footnoteRefs: [] };
	scanInline(whole, 0, whole.length, finds);
	const [link] = finds.links;
	return link?.reference && link.to - link.from === whole.length ? link.reference : null;
}

/** The properties whose value, or list element, is one link and nothing else; keys are dotted paths. */
export function findPropertyLinks(value: unknown, key = ''): Api.FrontmatterLinkCache[] {
	if (typeof value === 'string') {
		const link = readWholeLink(value);
		return link ? [{ key, ...link }] : [];
	}
	if (!Array.isArray(value) && !isRecord(value)) return [];
	return Object.entries(value).flatMap(([name, member]) => findPropertyLinks(member, key ? `${key}.${name}` : name));
}
