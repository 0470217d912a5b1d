import type { Finding } from './crash';
import type { LineEdit } from './edit';
import { nextStep, type Decision, type Journal, type OpenWork, type PlannedNote, type WorkKind } from './journal';

/** What writing a note truly did, where it differs from the plan. */
export type WrittenNote = Pick<PlannedNote, 'edits' | 'inverse' | 'before' | 'after'>;

/** A new decision whose notes are about to be written. @param at milliseconds since the epoch. */
export function beginDecision(journal: Journal, said: Pick<Decision, 'done' | 'counts' | 'putAway'>, at: number, notes: readonly PlannedNote[]): Decision {
	const id = nextStep(journal);
	return { ...said, id, at, step: id, isUndone: false, back: [], again: [], open: { kind: 'decide', notes }, unsettled: [] };
}

/** A decision that is about to be taken back or made again. @param left the edits that could not be planned, and can be tried again. */
export function beginReturn(decision: Decision, kind: 'undo' | 'redo', notes: readonly PlannedNote[], left: readonly LineEdit[]): Decision {
	return { ...decision, [kind === 'undo' ? 'back' : 'again']: left, open: { kind, notes } };
}

/** A decision once one of its notes was written. @param left the edits that were in conflict by then. */
export function recordWritten(decision: Decision, path: string, { edits, inverse, before, after }: WrittenNote, left: readonly LineEdit[]): Decision {
	const settled = changeNote(decision, path, () => ({ path, edits, inverse, before, after, isWritten: true }));
	return keepLeft(settled, decision.open?.kind ?? 'decide', left);
}

/** A decision once one of its notes was taken back. @param left those of the note's inverse edits that could not be made, and stay. */
export function recordTakenBack(decision: Decision, path: string, left: readonly LineEdit[]): Decision {
	return changeNote(decision, path, (note) => {
		const stays = (_edit: LineEdit, at: number): boolean => left.includes(note.inverse[at] as LineEdit);
		return left.length === 0 ? null : { ...note, edits: note.edits.filter(stays), inverse: note.inverse.filter(stays) };
	});
}

/**
 * A decision once one of its notes was found, after a crash, in a state of which not all can
 * be told. What was written for certain can be taken back or made again, what was not can be
 * tried again but for a new decision's, and the rest is remembered as unsettled.
 */
export function recordFinding(decision: Decision, { path, edits, inverse }: PlannedNote, { written, unsettled }: Finding): Decision {
	const rest = changeNote({ ...decision, unsettled: [...decision.unsettled, ...unsettled] }, path, () => null);
	const others = edits.filter((_edit, at) => !written.includes(at));
	return changeSides(rest, inverse.filter((_edit, at) => written.includes(at)), others);
}

/**
 * A decision whose work is over. What was not written can be tried again, but for a new
 * decision's, which was not made then.
 * @param step the counter's next. @param isDone whether nothing failed; lines in conflict are no failure.
 */
export function finishWork(decision: Decision, step: number, isDone: boolean): Decision {
	const { open } = decision;
	if (!open) return decision;
	const inverse = open.notes.flatMap((note) => (note.isWritten ? note.inverse : []));
	const unwritten = open.notes.flatMap((note) => (note.isWritten ? [] : note.edits));
	const closed = { ...changeSides(decision, inverse, unwritten), open: null };
	return hasTurned(open, isDone) ? { ...closed, step, isUndone: open.kind === 'undo' } : closed;
}

/** Whether a decision is undone, or made again, by its work: one of which anything stands can still be taken back. */
function hasTurned({ kind, notes }: OpenWork, isDone: boolean): boolean {
	return kind === 'undo' ? isDone : kind === 'redo' && (isDone || notes.some(({ isWritten }) => isWritten));
}

/** Whether nothing of a decision can be taken back, made again or told. */
export function isVoid({ back, again, open, unsettled, marks }: Decision): boolean {
	return !marks && back.length === 0 && again.length === 0 && open === null && unsettled.length === 0;
}

/** A decision with what its open work has made put on the other side, and what it has not made kept on its own. */
function changeSides(decision: Decision, inverse: readonly LineEdit[], unwritten: readonly LineEdit[]): Decision {
	const kind = decision.open?.kind ?? 'decide';
	const kept = keepLeft(decision, kind, unwritten);
	return kind === 'undo' ? { ...kept, again: [...kept.again, ...inverse] } : { ...kept, back: [...kept.back, ...inverse] };
}

/** Each note is planned once. Touches no other, since thousands may be written one after another. @param change null takes the note out */
function changeNote(decision: Decision, path: string, change: (note: PlannedNote) => PlannedNote | null): Decision {
	const { open } = decision;
	const at = open?.notes.findIndex((note) => note.path === path) ?? -1;
	const note = open?.notes[at];
	if (!open || !note) return decision;
	const changed = change(note);
	return { ...decision, open: { ...open, notes: [...open.notes.slice(0, at), ...(changed ? [changed] : []), ...open.notes.slice(at + 1)] } };
}

function keepLeft(decision: Decision, kind: WorkKind, left: readonly LineEdit[]): Decision {
	if (left.length === 0 || kind === 'decide') return decision;
	const side = kind === 'undo' ? 'back' : 'again';
	return { ...decision, [side]: [...decision[side], ...left] };
}
