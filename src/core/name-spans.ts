import { findMentions, type IsKnownName } from './mention';

/** A place in a line that names somebody. Offsets are UTF-16 units. */
export interface NameSpan {
	readonly kind: 'mention' | 'link' | 'tag' | 'field';
	readonly start: number;
	/** Exclusive. */
	readonly end: number;
	/** As written: `Ana Ruiz`, `[[People/Ana Ruiz/README|Ana]]`, of a tag what stands for the name. */
	readonly name: string;
}

/** Of a longer line the rest is not looked at. */
const MOST_READ = 10_000;
const LINK = /(?<!!)\[\[[^[\]\n]{1,400}\]\]/gu;
const CODE = /(`+)[^`]+\1/gu;
/** Tags that name a person begin so. */
export const PERSON_TAG = 'person/';
const TAG = /(?<![^\s(])#person\/([\p{L}\p{N}_\-/]{1,200})/giu;

/** Finds who is named in a line of a note: by a mention, a link or a tag, but not in code. In order, none within another. */
export function findNameSpans(line: string, isKnownName: IsKnownName): NameSpan[] {
	// Most lines need no closer look.
	if (!/[@#[]/u.test(line)) return [];
	const text = blankCode(line.slice(0, MOST_READ));
	const mentions = findMentions(text, isKnownName).map(({ start, end, name }): NameSpan => ({ kind: 'mention', start, end, name }));
	const links = [...text.matchAll(LINK)].map((match): NameSpan => ({ kind: 'link', start: match.index, end: match.index + match[0].length, name: match[0] }));
	const tags = [...text.matchAll(TAG)].map((match): NameSpan => ({ kind: 'tag', start: match.index, end: match.index + match[0].length, name: match[1] ?? '' }));
	return withoutOverlaps([...mentions, ...links, ...tags].sort((a, b) => a.start - b.start || b.end - a.end));
}

/** The text with all code in it blank, so that places stay what they are. */
function blankCode(text: string): string {
	return text.includes('`') ? text.replace(CODE, (code) => ' '.repeat(code.length)) : text;
}

function withoutOverlaps(spans: readonly NameSpan[]): NameSpan[] {
	const kept: NameSpan[] = [];
	for (const span of spans) if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
	return kept;
}
