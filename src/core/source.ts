import { readList, type Fields } from './frontmatter';
import type { Note } from './note';

/** Where a note says its source. `body` is its `*Source: [[…]]*` line. */
export type SourceField = 'source_ref' | 'source_file' | 'source' | 'body';

/** What a note says about the file it was made from. */
export interface SourceReference {
	/** The most telling first. `text` is a path, of whatever machine, or the target of a link. */
	readonly refs: readonly { readonly field: SourceField; readonly text: string }[];
}

const MAX_REFS = 20;
/** No system's paths are longer; a longer text is no reference. */
const MAX_PATH = 1024;
const SOURCE_LINE = /^[ \t>]{0,40}[*_]{0,3}Source[*_]{0,3}:[*_]{0,3}[ \t]*(\[\[[^[\]\n]{1,500}\]\])[*_]{0,3}[ \t]*\r?$/gim;
const FILE_ENDING = /\.(?:md|markdown|txt|eml|msg|html?|pdf|docx?|pptx?|vtt|srt|json|csv)$/i;
const WEB_ADDRESS = /^[a-z][a-z0-9+.-]{1,20}:\/\//i;

/**
 * Reads where a note says it comes from: the fields `source_ref` and `source_file`, the
 * field `source` where it holds a path or link rather than a word such as `email`, and the
 * source line of its text. Each target once. Null where the note does not say.
 */
export function readSource(note: Note): SourceReference | null {
	const refs = [
		...fieldRefs(note.frontmatter, 'source_ref'),
		...fieldRefs(note.frontmatter, 'source_file'),
		...fieldRefs(note.frontmatter, 'source').filter((ref) => !WEB_ADDRESS.test(ref.text) && (ref.isLink || looksLikePath(ref.text))),
		...bodyRefs(note.text),
	];
	const distinct = new Map<string, SourceReference['refs'][number]>();
	for (const { field, text } of refs) {
		if (text !== '' && text.length <= MAX_PATH && !distinct.has(text)) distinct.set(text, { field, text });
	}
	return distinct.size === 0 ? null : { refs: [...distinct.values()].slice(0, MAX_REFS) };
}

interface Ref {
	readonly field: SourceField;
	readonly text: string;
	readonly isLink: boolean;
}

function fieldRefs(fields: Fields, field: SourceField): readonly Ref[] {
	return readList(fields, field).map((written) => refOf(field, written));
}

function bodyRefs(text: string): readonly Ref[] {
	return [...text.matchAll(SOURCE_LINE)].map(([, link = '']) => refOf('body', link)).filter((ref) => !ref.text.includes('{{'));
}

function refOf(field: SourceField, written: string): Ref {
	const link = /^\[\[([^[\]|#]*)[^[\]]*\]\]$/.exec(written)?.[1] ?? /^\[[^[\]]*\]\(<?([^<>]*?)>?\)$/.exec(written)?.[1];
	return { field, text: (link ?? written).trim(), isLink: link !== undefined };
}

function looksLikePath(text: string): boolean {
	// One slash alone is as likely `n/a` or `Teams/Zoom`.
	return FILE_ENDING.test(text) || /^(?:[/\\]|[a-z]:[/\\])|[/\\].*[/\\]/i.test(text);
}
