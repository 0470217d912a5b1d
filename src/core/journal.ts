import type { LineEdit } from './edit';

/** How many decisions can be taken back. */
export const JOURNAL_LIMIT = 500;

/** Something that the user decided, with the edits as they were made. */
export interface Decision {
	/** What was done, as reported: "Confirmed". */
	readonly done: string;
	/** Milliseconds since the epoch. */
	readonly at: number;
	readonly edits: readonly LineEdit[];
}

/** What was decided and taken back, the latest last. Immutable. */
export interface Journal {
	readonly decided: readonly Decision[];
	readonly undone: readonly Decision[];
}

export const EMPTY_JOURNAL: Journal = { decided: [], undone: [] };

/** The journal with one more decision; what was taken back before can no longer be redone. */
export function recordDecision(journal: Journal, decision: Decision): Journal {
	return { decided: [...journal.decided, decision].slice(-JOURNAL_LIMIT), undone: [] };
}

/**
 * The journal after the latest decision was taken back. `undone` are the edits that were
 * truly taken back, as they stand now, and can be redone; `left` are those that could not
 * be, and can be tried again. A line that has changed since is in neither.
 */
export function recordUndo(journal: Journal, undone: readonly LineEdit[], left: readonly LineEdit[]): Journal {
	const latest = journal.decided.at(-1);
	if (!latest) return journal;
	return {
		decided: [...journal.decided.slice(0, -1), ...withEdits(latest, left)],
		undone: [...journal.undone, ...withEdits(latest, undone)],
	};
}

/** The journal after the latest undo was itself taken back; `redone` and `left` as for an undo. */
export function recordRedo(journal: Journal, redone: readonly LineEdit[], left: readonly LineEdit[]): Journal {
	const latest = journal.undone.at(-1);
	if (!latest) return journal;
	return {
		decided: [...journal.decided, ...withEdits(latest, redone)].slice(-JOURNAL_LIMIT),
		undone: [...journal.undone.slice(0, -1), ...withEdits(latest, left)],
	};
}

function withEdits(decision: Decision, edits: readonly LineEdit[]): Decision[] {
	return edits.length > 0 ? [{ ...decision, edits }] : [];
}
