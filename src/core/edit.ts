import { EqualLines, type Copy } from './equal-lines';
import { isVersionOf } from './line-version';
import { describePlaces, findPlaces, type Place } from './place';
import { diffText, type TextChange } from './text-change';

/**
 * A change of one line of one note, by content: it holds only where the note still reads
 * as it says. `before` and `after` are the line's text without its ending; null is a line
 * that is not there, so `after: null` deletes and `before: null` puts a line back.
 */
export interface LineEdit {
	readonly path: string;
	/** Where the line stood, from 0: a hint, never the proof. */
	readonly line: number;
	readonly before: string | null;
	readonly after: string | null;
	/** Which of the lines that read as `before` is meant, where more than its text is known. */
	readonly copy?: Copy;
	/** For a line to put back: its ending, and the lines between which it stood. */
	readonly place?: Place;
}

/** Why an edit could not be made: its line reads differently now, is gone, is one of several, or its whole note is gone. */
export type ConflictCause = 'changed' | 'gone' | 'several' | 'no-note';

/** An edit that could not be made. `now` is what its line says instead, where it has changed. */
export interface Conflict {
	readonly edit: LineEdit;
	readonly cause: ConflictCause;
	readonly now: string | null;
}

/** What became of a set of edits. */
export interface EditResult {
	readonly text: string;
	/** What turns the text before into `text`: one for each line concerned, in order, none overlapping. */
	readonly changes: readonly TextChange[];
	/** The edits that were made. */
	readonly made: readonly LineEdit[];
	/** The edits that take them back. */
	readonly inverse: readonly LineEdit[];
	readonly conflicts: readonly Conflict[];
}

/** A line with what is to become of it. */
export interface Line {
	readonly text: string;
	readonly ending: string;
	/** Whether an edit puts it back; then its text is still empty. */
	readonly isNew: boolean;
	/** The edit that concerns it; null for one that stays. */
	edit: LineEdit | null;
}

/**
 * Applies edits of one note to its text. An edit is made at the line that reads as `before`:
 * where several do, at the one of its section and its ordinal there, see `EqualLines`;
 * without such knowledge at the same line, else at the only one. Anywhere else it is a
 * conflict. Every byte that no edit names stays, line endings included. Pure, so it may be
 * run again on newer text.
 */
export function applyEdits(text: string, edits: readonly LineEdit[]): EditResult {
	const { lines, conflicts } = claimLines(text, edits);
	const claimed = lines.flatMap((line, at) => (line.edit ? [{ edit: line.edit, at }] : []));
	return {
		text: lines.map(becomes).join(''),
		changes: changesOf(lines),
		made: claimed.map(({ edit, at }) => ({ ...edit, line: at })),
		inverse: inverseOf(lines, claimed),
		conflicts,
	};
}

/** The lines of a text, also those that come back, each with the edit that concerns it. */
export function claimLines(text: string, edits: readonly LineEdit[]): { readonly lines: readonly Line[]; readonly conflicts: readonly Conflict[] } {
	const conflicts: Conflict[] = [];
	const lines = putBack(splitLines(text), inOrder(edits, isPutBack), conflicts);
	const equal = new EqualLines(lines.map(textBefore), new Set(edits.map(({ before }) => before)));
	for (const edit of inOrder(edits, (each) => !isPutBack(each))) keep(conflicts, claimLine(lines, equal, edit));
	return { lines, conflicts };
}

/** The edits that take back what was claimed. */
function inverseOf(lines: readonly Line[], claimed: readonly { readonly edit: LineEdit; readonly at: number }[]): LineEdit[] {
	const equal = new EqualLines(lines.map(textAfter), new Set(claimed.map(({ edit }) => edit.after)));
	const places = placesAfter(lines);
	return claimed.map(({ edit, at }) => {
		const swapped = { path: edit.path, line: at, before: edit.after, after: edit.before };
		const place = places.get(at);
		return place ? { ...swapped, place } : { ...swapped, copy: equal.copyOf(at) };
	});
}

/** For each line that goes, its place among those that stay. */
function placesAfter(lines: readonly Line[]): Map<number, Place> {
	const rest: string[] = [];
	const gone: { readonly at: number; readonly place: number; readonly ending: string }[] = [];
	for (const [at, line] of lines.entries()) {
		const text = textAfter(line);
		if (text === null) gone.push({ at, place: rest.length, ending: line.ending });
		else rest.push(text);
	}
	const described = describePlaces(rest, gone.map(({ place }) => place));
	return new Map(described.map((place, index) => [gone[index]?.at ?? 0, { ...place, ending: gone[index]?.ending ?? '\n' }]));
}

function isPutBack(edit: LineEdit): boolean {
	return edit.before === null;
}

function inOrder(edits: readonly LineEdit[], wanted: (edit: LineEdit) => boolean): LineEdit[] {
	return edits.filter(wanted).sort((a, b) => a.line - b.line);
}

function keep(conflicts: Conflict[], conflict: Conflict | null): void {
	if (conflict) conflicts.push(conflict);
}

/** The lines with those put back whose places are found; several at one place in the order in which they stood. */
function putBack(lines: readonly Line[], edits: readonly LineEdit[], conflicts: Conflict[]): Line[] {
	const wanted = edits.flatMap(({ line, place }, order) => (place ? [{ place, hint: line - order }] : []));
	const found = findPlaces(lines.map(({ text }) => text), wanted);
	const added = new Map<number, LineEdit[]>();
	for (const edit of edits) {
		const at = edit.place ? (found.shift() ?? null) : null;
		// Behind a last line without an ending it would run into that line.
		if (at === null || !isEnded(lines[at - 1])) conflicts.push({ edit, cause: 'gone', now: null });
		else if (added.has(at)) added.get(at)?.push(edit);
		else added.set(at, [edit]);
	}
	return withAdded(lines, added);
}

function withAdded(lines: readonly Line[], added: ReadonlyMap<number, readonly LineEdit[]>): Line[] {
	if (added.size === 0) return [...lines];
	return Array.from({ length: lines.length + 1 }, (_, at) => {
		const here = added.get(at) ?? [];
		const line = lines[at];
		const put = here.map((edit, order): Line => ({ text: '', ending: endingOf(edit, line === undefined && order === here.length - 1, lines[at - 1]), isNew: true, edit }));
		return line ? [...put, line] : put;
	}).flat();
}

/** A line that was the last one may have had no ending; before others it has that of the line above. */
function endingOf({ place }: LineEdit, isLast: boolean, above: Line | undefined): string {
	const ending = place?.ending ?? '\n';
	if (isLast || ending.endsWith('\n')) return ending;
	return ending === '' ? (above?.ending ?? '\n') : `${ending}\n`;
}

/** Whether what is put behind a line begins another: a carriage return alone ends none. */
function isEnded(line: Line | undefined): boolean {
	return !line || line.ending.endsWith('\n');
}

/** Marks the line that an edit is about as its own. */
function claimLine(lines: readonly Line[], equal: EqualLines, edit: LineEdit): Conflict | null {
	const at = chooseLine(equal, lines, edit);
	const line = at === null ? undefined : lines[at];
	if (!line || line.edit) return { edit, ...explain(lines, equal.placesOf(edit.before ?? ''), edit) };
	line.edit = edit;
	return null;
}

function chooseLine(equal: EqualLines, lines: readonly Line[], { line, before, copy }: LineEdit): number | null {
	if (copy) return equal.find(before ?? '', copy);
	const free = equal.placesOf(before ?? '').filter((at) => !lines[at]?.edit);
	if (free.includes(line)) return line;
	return free.length === 1 ? (free[0] ?? null) : null;
}

function explain(lines: readonly Line[], candidates: readonly number[], edit: LineEdit): { cause: ConflictCause; now: string | null } {
	if (candidates.length > 0) return { cause: 'several', now: null };
	const now = lines[edit.line]?.text ?? null;
	return now !== null && isVersionOf(edit.before ?? '', now) ? { cause: 'changed', now } : { cause: 'gone', now: null };
}

/** A line's text before its edit is made; null where it comes back. */
export function textBefore(line: Line): string | null {
	return line.isNew ? null : line.text;
}

/** A line's text once its edit is made; null where it goes. */
export function textAfter(line: Line): string | null {
	return line.edit ? line.edit.after : line.text;
}

function becomes(line: Line): string {
	const text = textAfter(line);
	return text === null ? '' : text + line.ending;
}

function changesOf(lines: readonly Line[]): TextChange[] {
	const changes: TextChange[] = [];
	let offset = 0;
	for (const line of lines) {
		const raw = line.isNew ? '' : line.text + line.ending;
		const change = diffText(raw, becomes(line));
		if (change) changes.push({ ...change, from: offset + change.from, to: offset + change.to });
		offset += raw.length;
	}
	return changes;
}

function splitLines(text: string): Line[] {
	const lines: Line[] = [];
	let start = 0;
	while (start < text.length) {
		const feed = text.indexOf('\n', start);
		const end = feed < 0 ? text.length : feed + 1;
		lines.push(toLine(text.slice(start, end)));
		start = end;
	}
	return lines;
}

function toLine(raw: string): Line {
	const ending = /(?:\r?\n|\r)$/u.exec(raw.slice(-2))?.[0] ?? '';
	return { text: raw.slice(0, raw.length - ending.length), ending, isNew: false, edit: null };
}
