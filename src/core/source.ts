import { readList, type Fields } from './frontmatter';
import type { Note } from './note';

/** Where a note says its source. `body` is its `*Source: [[…]]*` line. */
export type SourceField = 'source_ref' | 'source_file' | 'source' | 'body';

/** What a note says about the file it was made from. */
export interface SourceReference {
	/** The target of the link that the user, or Ratify, has put into the note: where it leads to a file, that is the source. */
	readonly linked?: string;
	/** The most telling first. `text` is a path, of whatever machine, or the target of a link. */
	readonly refs: readonly { readonly field: SourceField; readonly text: string }[];
}

const MAX_REFS = 20;
/** No system's paths are longer; a longer text is no reference. */
const MAX_PATH = 1024;
const SOURCE_LINE = /^[ \t>]{0,40}[*_]{0,3}Source[*_]{0,3}:[*_]{0,3}[ \t]*(\[\[[^[\]\n]{1,500}\]\])[*_]{0,3}[ \t]*\r?$/im;
const SOURCE_LINES = new RegExp(SOURCE_LINE, 'gim');
/** The property that holds the link, where the user says nothing else. */
export const DEFAULT_SOURCE_PROPERTY = 'source_link';
/** What generators write, and Ratify never changes. */
const GENERATED: ReadonlySet<string> = new Set(['source_ref', 'source_file', 'source']);
const FILE_ENDING = /\.(?:md|markdown|txt|eml|msg|html?|pdf|docx?|pptx?|vtt|srt|json|csv)$/i;
const WEB_ADDRESS = /^[a-z][a-z0-9+.-]{1,20}:\/\//i;

/**
 * Reads where a note says it comes from: the fields `source_ref` and `source_file`, the
 * field `source` where it holds a path or link rather than a word such as `email`, and the
 * source line of its text. Each target once. Null where the note does not say.
 *
 * @param property the one that holds a link to the source
 */
export function readSource(note: Note, property = DEFAULT_SOURCE_PROPERTY): SourceReference | null {
	const linked = readList(note.frontmatter, property).map(linkTarget).find((target) => target !== undefined && target !== '' && target.length <= MAX_PATH);
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
	if (distinct.size === 0 && linked === undefined) return null;
	return { refs: [...distinct.values()].slice(0, MAX_REFS), ...(linked !== undefined && { linked }) };
}

/** What a reference calls its file: the last part of a path of whatever machine. */
export function referenceName(reference: string): string {
	return reference.slice(Math.max(reference.lastIndexOf('/'), reference.lastIndexOf('\\')) + 1);
}

/** Reads a line `*Source: [[…]]*`: its link with the brackets, and where that leads. Null for any other. */
export function readSourceLine(line: string): { readonly link: string; readonly target: string } | null {
	const link = SOURCE_LINE.exec(line)?.[1];
	return link === undefined ? null : { link, target: linkTarget(link) ?? '' };
}

/** Whether a text can name the property that holds the link: a plain key, and none that generators write. */
export function isSourceProperty(value: unknown): value is string {
	return typeof value === 'string' && /^\p{L}[\p{L}\p{M}\p{N} _-]{0,60}$/u.test(value) && value === value.trim() && !GENERATED.has(value.toLowerCase());
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
	return [...text.matchAll(SOURCE_LINES)].map(([, link = '']) => refOf('body', link)).filter((ref) => !ref.text.includes('{{'));
}

function refOf(field: SourceField, written: string): Ref {
	const link = linkTarget(written);
	return { field, text: link ?? written.trim(), isLink: link !== undefined };
}

function linkTarget(written: string): string | undefined {
	return (/^\[\[([^[\]|#]*)[^[\]]*\]\]$/.exec(written)?.[1] ?? /^\[[^[\]]*\]\(<?([^<>]*?)>?\)$/.exec(written)?.[1])?.trim();
}

function looksLikePath(text: string): boolean {
	// One slash alone is as likely `n/a` or `Teams/Zoom`.
	return FILE_ENDING.test(text) || /^(?:[/\\]|[a-z]:[/\\])|[/\\].*[/\\]/i.test(text);
}
