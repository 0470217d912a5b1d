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
	/** For a line to put back: its ending, and the lines between which it stood. */
	readonly place?: Place;
}

/** Where a deleted line was; null is the start or the end of the note. */
export interface Place {
	readonly ending: string;
	readonly above: string | null;
	readonly below: string | null;
}

/** An edit that could not be made, and what its line says now (null: not to be found). */
export interface Conflict {
	readonly edit: LineEdit;
	readonly now: string | null;
}

/** The replacement of one stretch within a text, in offsets of the text before all of them. */
export interface TextChange {
	readonly from: number;
	readonly to: number;
	readonly insert: string;
}

/** What became of a set of edits. */
export interface EditResult {
	readonly text: string;
	/** What turns the text before into `text`: one for each line concerned, in order, none overlapping. */
	readonly changes: readonly TextChange[];
	/** The edits that were made, with the lines at which they now stand. */
	readonly made: readonly LineEdit[];
	readonly conflicts: readonly Conflict[];
}

interface Line {
	readonly text: string;
	readonly ending: string;
	/** Which line of the text before it was; null for one put back. */
	readonly origin: number | null;
}

/** Working state: the lines, and which of them an edit of the same set already used. */
interface Draft {
	readonly lines: Line[];
	readonly used: Set<Line>;
}

/**
 * Applies edits of one note to its text. An edit is made where `before` stands: at the same
 * line, else at the only line that reads so; anywhere else it is a conflict. Every byte that
 * no edit names stays, line endings included. Pure, so it may be run again on newer text.
 */
export function applyEdits(text: string, edits: readonly LineEdit[]): EditResult {
	const lines = splitLines(text);
	const draft: Draft = { lines: [...lines], used: new Set() };
	const made: LineEdit[] = [];
	const conflicts: Conflict[] = [];
	for (const edit of inSafeOrder(edits)) {
		const result = edit.before === null ? putBack(draft, edit) : replaceLine(draft, edit);
		if ('now' in result) conflicts.push(result);
		else made.push(result);
	}
	return { text: draft.lines.map(rawLine).join(''), changes: changesBetween(lines, draft.lines), made, conflicts };
}

/** The edits that take `made` back, in the order in which they can be applied. */
export function invertEdits(made: readonly LineEdit[]): LineEdit[] {
	return made.map((edit) => ({ ...edit, before: edit.after, after: edit.before })).reverse();
}

/** The smallest replacement that turns one text into another; null where they are equal. */
export function diffText(before: string, after: string): TextChange | null {
	if (before === after) return null;
	const most = Math.min(before.length, after.length);
	let start = 0;
	while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
	let end = 0;
	while (end < most - start && before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)) end++;
	return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}

/**
 * Lines put back come first, from the top, then replacements, then deletions, from the
 * bottom: so no edit moves another's line, and taking a set back runs the very steps back.
 */
function inSafeOrder(edits: readonly LineEdit[]): LineEdit[] {
	const rank = (edit: LineEdit): number => (edit.before === null ? 0 : edit.after === null ? 2 : 1);
	const place = (edit: LineEdit): number => (edit.after === null ? -edit.line : edit.line);
	return [...edits].sort((a, b) => rank(a) - rank(b) || place(a) - place(b));
}

function replaceLine(draft: Draft, edit: LineEdit): LineEdit | Conflict {
	const at = findLine(draft, edit);
	const line = at === null ? undefined : draft.lines[at];
	if (at === null || !line) return { edit, now: draft.lines[edit.line]?.text ?? null };
	return edit.after === null ? deleteLine(draft, edit, at, line) : writeLine(draft, edit, at, line, edit.after);
}

function writeLine(draft: Draft, edit: LineEdit, at: number, line: Line, after: string): LineEdit {
	const written: Line = { ...line, text: after };
	draft.lines[at] = written;
	draft.used.add(written);
	return { ...edit, line: at };
}

function deleteLine(draft: Draft, edit: LineEdit, at: number, line: Line): LineEdit {
	const above = draft.lines[at - 1]?.text ?? null;
	const below = draft.lines[at + 1]?.text ?? null;
	draft.lines.splice(at, 1);
	return { ...edit, line: at, place: { ending: line.ending, above, below } };
}

function putBack(draft: Draft, edit: LineEdit): LineEdit | Conflict {
	const at = edit.place && edit.after !== null ? findPlace(draft.lines, edit.place, edit.line) : null;
	if (at === null || edit.after === null) return { edit, now: draft.lines[edit.line]?.text ?? null };
	const line: Line = { text: edit.after, ending: edit.place?.ending ?? '\n', origin: null };
	draft.lines.splice(at, 0, line);
	draft.used.add(line);
	return { ...edit, line: at };
}

function findLine(draft: Draft, edit: LineEdit): number | null {
	const reads = (line: Line | undefined): boolean => line?.text === edit.before && !draft.used.has(line);
	if (reads(draft.lines[edit.line])) return edit.line;
	const first = draft.lines.findIndex(reads);
	if (first < 0) return null;
	return draft.lines.findLastIndex(reads) === first ? first : null;
}

function findPlace(lines: readonly Line[], place: Place, hint: number): number | null {
	const fits = (at: number): boolean => (lines[at - 1]?.text ?? null) === place.above && (lines[at]?.text ?? null) === place.below;
	if (hint <= lines.length && fits(hint)) return hint;
	const all = Array.from({ length: lines.length + 1 }, (_, at) => at).filter(fits);
	return all.length === 1 ? (all[0] ?? null) : null;
}

/** Walks both lists side by side; lines that were there before keep their order. */
function changesBetween(before: readonly Line[], after: readonly Line[]): TextChange[] {
	const changes: TextChange[] = [];
	let at = 0;
	let offset = 0;
	const pass = (becomes: string): void => {
		const raw = rawLine(before[at]);
		const change = diffText(raw, becomes);
		if (change) changes.push({ ...change, from: offset + change.from, to: offset + change.to });
		offset += raw.length;
		at++;
	};
	for (const line of after) {
		if (line.origin === null) {
			changes.push({ from: offset, to: offset, insert: rawLine(line) });
			continue;
		}
		while (at < line.origin) pass('');
		pass(rawLine(line));
	}
	while (at < before.length) pass('');
	return changes;
}

function splitLines(text: string): Line[] {
	const lines: Line[] = [];
	let start = 0;
	while (start < text.length) {
		const feed = text.indexOf('\n', start);
		const end = feed < 0 ? text.length : feed + 1;
		lines.push(toLine(text.slice(start, end), lines.length));
		start = end;
	}
	return lines;
}

function toLine(raw: string, origin: number): Line {
	const ending = raw.endsWith('\r\n') ? '\r\n' : raw.endsWith('\n') ? '\n' : '';
	return { text: raw.slice(0, raw.length - ending.length), ending, origin };
}

function rawLine(line: Line | undefined): string {
	return line ? line.text + line.ending : '';
}
