import type { LineEdit } from './edit';
import { insertLines, readLines } from './note-lines';
import { readSourceLine } from './source';
import { visibleLines } from './unparsed-note';
import { readWrittenFields, type WrittenField } from './written-fields';

/** What becomes of the line `*Source: [[…]]*` in a note's text. */
export type SourceLineRule = 'add' | 'repair' | 'leave';

/** How a note is linked with its source. */
export interface SourceLinkRules {
	/** The property that holds the link. */
	readonly sourceProperty: string;
	readonly sourceLine: SourceLineRule;
}

/** What a link is to be written for. */
export interface SourceLinkRequest {
	/** Vault path of the note. */
	readonly path: string;
	readonly text: string;
	/** With its brackets. */
	readonly link: string;
	readonly rules: SourceLinkRules;
	/** Whether a link that stands there already, by its target, leads to a source: then it stays. */
	readonly leads: (target: string, place: 'property' | 'line') => boolean;
}

/** What a link property holds that can't be replaced by a link. */
export type LinkRefusal =
	/** The frontmatter is broken, or written in a way that is not surely understood. */
	| 'unclear'
	/** The property holds something else. */
	| 'taken'
	/** The property stands there twice. */
	| 'twice';

/** What is to be changed so that a note links its source; both null where nothing is. */
export interface SourceLinkPlan {
	readonly edits: readonly LineEdit[];
	readonly property: 'added' | 'changed' | null;
	readonly line: 'added' | 'repaired' | null;
}

type Part<D> = { readonly edits: readonly LineEdit[]; readonly does: D | null };

const NOTHING = { edits: [], does: null };
/** What stands for no value. */
const EMPTY = /^(?:|""|''|null|~|\[\s*\]|\[\[\s*\]\])$/iu;
const QUOTED_LINK = /^(?<quote>["']?)\[\[(?<target>[^[\]|#\n]{1,1000})[^[\]\n]{0,1000}\]\]\k<quote>$/u;

/**
 * Plans the lines that give a note a link to its source: the property, and the source line of
 * the text. Every other byte stays. Refuses where a change might make the frontmatter mean
 * something else.
 */
export function planSourceLink(request: SourceLinkRequest): SourceLinkPlan | LinkRefusal {
	const lines = readLines(request.text);
	const property = planProperty(request, lines);
	if (typeof property === 'string') return property;
	const line = planLine(request, lines);
	return { edits: [...property.edits, ...line.edits], property: property.does, line: line.does };
}

/** Whether a link can hold this name, or path: some signs end or divide it, and blanks at its ends are lost. */
export function canBeLinked(path: string): boolean {
	return !/[#^[\]|\n]|%%/u.test(path) && path === path.trim();
}

function planProperty(request: SourceLinkRequest, lines: readonly string[]): Part<'added' | 'changed'> | LinkRefusal {
	const { path, link, rules: { sourceProperty } } = request;
	const written = readWrittenFields(lines);
	if (written === 'unclear') return 'unclear';
	const entry = `${sourceProperty}: ${quote(link)}`;
	if (written === 'none') {
		return lines[0]?.startsWith('\ufeff') === true ? 'unclear' : { edits: insertLines(request, lines, 0, ['---', entry, '---']), does: 'added' };
	}
	const [field, ...others] = written.fields.filter(({ key }) => key.toLowerCase() === sourceProperty.toLowerCase());
	if (others.length > 0) return 'twice';
	if (!field) return { edits: insertLines(request, lines, written.end, [entry]), does: 'added' };
	return changeValue(path, lines, field, request);
}

function changeValue(path: string, lines: readonly string[], { line, start, value }: WrittenField, { link, leads }: SourceLinkRequest): Part<'added' | 'changed'> | LinkRefusal {
	if (value === null) return 'taken';
	const isEmpty = EMPTY.test(value);
	const target = QUOTED_LINK.exec(value)?.groups?.['target']?.trim();
	if (!isEmpty && target === undefined) return 'taken';
	if (target !== undefined && leads(target, 'property')) return NOTHING;
	const before = lines[line] ?? '';
	const after = `${before.slice(0, start)}${value === '' ? ' ' : ''}${quote(link)}${before.slice(start + value.length)}`;
	return { edits: [{ path, line, before, after }], does: isEmpty ? 'added' : 'changed' };
}

/** In single quotes nothing but these is written otherwise. */
function quote(link: string): string {
	return /["\\]/u.test(link) ? `'${link.replaceAll('\'', '\'\'')}'` : `"${link}"`;
}

function planLine({ path, text, link, rules: { sourceLine }, leads }: SourceLinkRequest, lines: readonly string[]): Part<'added' | 'repaired'> {
	if (sourceLine === 'leave') return NOTHING;
	const found = sourceLinesOf(lines);
	const [first, ...others] = found;
	// Of several sources it is not known which this one is.
	if (others.length > 0) return NOTHING;
	if (!first) return sourceLine === 'add' ? addLine({ path, text }, lines, link) : NOTHING;
	if (leads(first.target, 'line')) return NOTHING;
	const before = lines[first.line] ?? '';
	return { edits: [{ path, line: first.line, before, after: before.replace(first.link, () => link) }], does: 'repaired' };
}

function sourceLinesOf(lines: readonly string[]): readonly { readonly line: number; readonly link: string; readonly target: string }[] {
	return [...visibleLines(lines)].flatMap(({ line, at }) => {
		const found = readSourceLine(line);
		return found ? [{ line: at, ...found }] : [];
	});
}

/** As generated notes end. */
function addLine(note: Pick<SourceLinkRequest, 'path' | 'text'>, lines: readonly string[], link: string): Part<'added'> {
	const shown = [...visibleLines([...lines, link])].filter(({ line }) => line.trim() !== '');
	const isOpen = shown.at(-1)?.at !== lines.length;
	// Nothing is put behind a last line that does not end, nor into code that is not closed, nor under no text at all.
	if (isOpen || shown.length === 1 || !note.text.endsWith('\n')) return NOTHING;
	const isBlank = lines.at(-1)?.trim() === '';
	return { edits: insertLines(note, lines, lines.length, [...(isBlank ? [] : ['']), '---', '', `*Source: ${link}*`]), does: 'added' };
}
