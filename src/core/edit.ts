import { EqualLines, type Copy } from './equal-lines';
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

/** Where a deleted line was. */
export interface Place {
	readonly ending: string;
	readonly above: Neighbour;
	readonly below: Neighbour;
}

/** The nearest line with text, and how many blank ones lie between; null is the start or the end of the note. */
export interface Neighbour {
	readonly text: string | null;
	readonly blanks: number;
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
interface Line {
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
	const lines = splitLines(text);
	const conflicts: Conflict[] = [];
	for (const edit of inOrder(edits, isPutBack)) keep(conflicts, putBack(lines, edit));
	const equal = new EqualLines(lines.map((line) => (line.isNew ? null : line.text)), new Set(edits.map(({ before }) => before)));
	for (const edit of inOrder(edits, (each) => !isPutBack(each))) keep(conflicts, claimLine(lines, equal, edit));
	return finish(lines, conflicts);
}

function finish(lines: readonly Line[], conflicts: readonly Conflict[]): EditResult {
	const claimed = lines.flatMap((line, at) => (line.edit ? [{ edit: line.edit, at }] : []));
	return {
		text: lines.map(becomes).join(''),
		changes: changesOf(lines),
		made: claimed.map(({ edit, at }) => ({ ...edit, line: at })),
		inverse: inverseOf(lines, claimed),
		conflicts,
	};
}

/** The edits that take back what was claimed. Lines come back from the top: those above are there by then, deleted ones below are not. */
function inverseOf(lines: readonly Line[], claimed: readonly { readonly edit: LineEdit; readonly at: number }[]): LineEdit[] {
	const equal = new EqualLines(lines.map(textAfter), new Set(claimed.map(({ edit }) => edit.after)));
	const above = neighbours(lines, (line) => textAfter(line) ?? line.text);
	const below = neighbours([...lines].reverse(), textAfter).reverse();
	return claimed.map(({ edit, at }) => {
		const swapped = { path: edit.path, line: at, before: edit.after, after: edit.before };
		if (edit.after === null) return { ...swapped, place: { ending: lines[at]?.ending ?? '\n', above: above[at] ?? EDGE, below: below[at] ?? EDGE } };
		return { ...swapped, copy: equal.copyOf(at) };
	});
}

const EDGE: Neighbour = { text: null, blanks: 0 };

/** For each line what stands before it; lines that read as null are not there. */
function neighbours(lines: readonly Line[], read: (line: Line) => string | null): Neighbour[] {
	let nearest = EDGE;
	return lines.map((line) => {
		const before = nearest;
		const text = read(line);
		if (text !== null) nearest = text.trim() === '' ? { ...nearest, blanks: nearest.blanks + 1 } : { text, blanks: 0 };
		return before;
	});
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

function putBack(lines: Line[], edit: LineEdit): Conflict | null {
	const at = edit.place ? findPlace(lines, edit.place, edit.line) : null;
	// Behind a last line without an ending it would run into that line.
	if (at === null || lines[at - 1]?.ending === '') return { edit, cause: 'gone', now: null };
	lines.splice(at, 0, { text: '', ending: edit.place?.ending ?? '\n', isNew: true, edit });
	return null;
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

/** Whether two lines have more in common than not, at their ends or in their words: then one was made of the other. */
function isVersionOf(before: string, now: string): boolean {
	const change = diffText(before, now);
	const common = change ? before.length - (change.to - change.from) : before.length;
	return common * 2 > Math.max(before.length, now.length) || shareWords(wordsOf(before), wordsOf(now));
}

function shareWords(before: ReadonlySet<string>, now: ReadonlySet<string>): boolean {
	const common = [...before].filter((word) => now.has(word)).length;
	return common * 2 > Math.max(before.size, now.size);
}

/** Words of letters that belong to no tag or mention, which lines of one note mostly share. */
function wordsOf(line: string): Set<string> {
	return new Set(line.match(/(?<![#@\p{L}\p{N}/-])\p{L}+/gu));
}

/** Where both neighbours are as they were, else the only place where one of them is; where they are at two, nothing is guessed. */
function findPlace(lines: readonly Line[], place: Place, hint: number): number | null {
	const read = (line: Line): string => line.edit?.after ?? line.text;
	const end: Line = { text: '', ending: '', isNew: true, edit: null };
	const above = neighbours([...lines, end], read);
	const below = neighbours([...lines].reverse(), read).reverse();
	const fitsAbove = (at: number): boolean => isSameNeighbour(above[at], place.above);
	const fitsBelow = (at: number): boolean => isSameNeighbour(behind(lines, below, at, read), place.below);
	return onlyPlace(above.length, (at) => fitsAbove(at) && fitsBelow(at), hint)
		?? agree(onlyPlace(above.length, fitsAbove, null), onlyPlace(above.length, fitsBelow, null), hint);
}

/** The place that both sides tell, or the one that one of them does; where they tell two, the hinted one. */
function agree(one: number | null, other: number | null, hint: number): number | null {
	if (one === null || other === null || one === other) return one ?? other;
	return one === hint || other === hint ? hint : null;
}

/** What stands behind the gap before a line: that line, or what is nearest behind it. */
function behind(lines: readonly Line[], below: readonly Neighbour[], at: number, read: (line: Line) => string): Neighbour {
	const line = lines[at];
	if (!line) return EDGE;
	const next = below[at] ?? EDGE;
	return read(line).trim() === '' ? { ...next, blanks: next.blanks + 1 } : { text: read(line), blanks: 0 };
}

function isSameNeighbour(one: Neighbour | undefined, other: Neighbour): boolean {
	return one?.text === other.text && one.blanks === other.blanks;
}

/** The only place that fits; of several the hinted one. */
function onlyPlace(count: number, fits: (at: number) => boolean, hint: number | null): number | null {
	const all = Array.from({ length: count }, (_, at) => at).filter(fits);
	if (all.length === 1) return all[0] ?? null;
	return hint !== null && all.includes(hint) ? hint : null;
}

/** A line's text once its edit is made; null where it goes. */
function textAfter(line: Line): string | null {
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
