import { shorten } from './shorten';

/** A stretch of a sentence with its inline formatting. */
export interface Span {
	readonly kind: 'text' | 'strong' | 'emphasis' | 'code' | 'highlight' | 'strikethrough' | 'link';
	readonly text: string;
	/** Of a link to a note, what it says of where that is. */
	readonly note?: string;
}

/** Longer sentences are cut for display, so that one hostile line cannot stall the window. */
const MOST_SHOWN = 2000;

const INLINE = new RegExp(
	[
		'(?<code>`+)(?<codeText>[^`]+)\\k<code>',
		'\\[\\[(?<target>[^[\\]|]{1,400})(?:\\|(?<alias>[^[\\]]{1,400}))?\\]\\]',
		'\\[(?<label>[^[\\]]{1,400})\\]\\([^()\\s]{1,800}\\)',
		'\\*\\*(?<strong>[^*\\s](?:[^*]{0,400}[^*\\s])?)\\*\\*',
		'==(?<highlight>[^=\\s](?:[^=]{0,400}[^=\\s])?)==',
		'~~(?<struck>[^~\\s](?:[^~]{0,400}[^~\\s])?)~~',
		'\\*(?<emphasis>[^*\\s](?:[^*]{0,400}[^*\\s])?)\\*(?![\\w*])',
	].join('|'),
	'gu',
);

/**
 * Splits a sentence into formatted stretches, for showing it in a row as text nodes: bold,
 * italics, code, highlight, strike-through, and links by the words that they show.
 */
export function parseInline(text: string): Span[] {
	const shown = shorten(text, MOST_SHOWN);
	const spans: Span[] = [];
	let end = 0;
	for (const match of shown.matchAll(INLINE)) {
		if (match.index > end) spans.push({ kind: 'text', text: shown.slice(end, match.index) });
		spans.push(toSpan(match.groups ?? {}));
		end = match.index + match[0].length;
	}
	if (end < shown.length) spans.push({ kind: 'text', text: shown.slice(end) });
	return spans;
}

function toSpan(groups: Readonly<Record<string, string | undefined>>): Span {
	const { codeText, target, alias, label, strong, highlight, struck, emphasis } = groups;
	if (codeText !== undefined) return { kind: 'code', text: codeText };
	if (target !== undefined) return { kind: 'link', text: alias ?? target, note: target };
	if (label !== undefined) return { kind: 'link', text: label };
	if (strong !== undefined) return { kind: 'strong', text: strong };
	if (highlight !== undefined) return { kind: 'highlight', text: highlight };
	if (struck !== undefined) return { kind: 'strikethrough', text: struck };
	return { kind: 'emphasis', text: emphasis ?? '' };
}
