import { digest } from './digest';
import { applyEdits, type Conflict } from './edit';
import type { PlannedNote } from './journal';

/** What a note's text tells of work that was cut short. */
export interface Finding {
	/** Whether the note was written, as a whole; null where that can't be told. */
	readonly isWritten: boolean | null;
	/** Places in the note's edits of the lines that were written for certain, and of those that were not. */
	readonly written: readonly number[];
	readonly unwritten: readonly number[];
	/** The lines of which neither can be told. `now` is what they say, where they have changed. */
	readonly unsettled: readonly Conflict[];
}

/**
 * Tells from a note's text whether it was written before a crash: by the whole text, else
 * line by line. A line was written where only what takes its edit back can be made, and was
 * not where only the edit can. Never guesses.
 */
export function examineNote(note: PlannedNote, text: string): Finding {
	const now = digest(text);
	if (now === note.before || now === note.after) return wholly(note, now !== note.before);
	const forward = conflictsOf(text, note.edits);
	const back = conflictsOf(text, note.inverse);
	const places = [...note.edits.keys()];
	const written = places.filter((at) => forward[at] && !back[at]);
	const unwritten = places.filter((at) => !forward[at] && back[at]);
	if (written.length === places.length || unwritten.length === places.length) return wholly(note, written.length > 0);
	const unsettled = places.flatMap((at) => (written.includes(at) || unwritten.includes(at) ? [] : toConflict(note, at, back[at] ?? null)));
	return { isWritten: null, written, unwritten, unsettled };
}

function wholly(note: PlannedNote, isWritten: boolean): Finding {
	const places = [...note.edits.keys()];
	return { isWritten, written: isWritten ? places : [], unwritten: isWritten ? [] : places, unsettled: [] };
}

/** For each edit why it can't be made; null where it can. */
function conflictsOf(text: string, edits: PlannedNote['edits']): (Conflict | null)[] {
	const { conflicts } = applyEdits(text, edits);
	return edits.map((edit) => conflicts.find((conflict) => conflict.edit === edit) ?? null);
}

function toConflict(note: PlannedNote, at: number, back: Conflict | null): Conflict[] {
	const edit = note.edits[at];
	return edit ? [{ edit, cause: back?.cause ?? 'several', now: back?.now ?? null }] : [];
}
