import type { LineEdit } from './edit';

/** How many decisions can be taken back. */
export const JOURNAL_LIMIT = 500;

/** Something that the user decided. */
export interface Decision {
	/** What was done, as reported: "Confirmed". */
	readonly done: string;
	/** Milliseconds since the epoch. */
	readonly at: number;
	/** The edits that take it back; for a decision that was taken back, those that make it again. */
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
 * The journal after the latest decision was taken back. `again` are the edits
 * that redo what was truly taken back; `left` are those that could not be written, and can
 * be tried again. A line that has changed since is in neither.
 */
export function recordUndo(journal: Journal, again: readonly LineEdit[], left: readonly LineEdit[]): Journal {
	const latest = journal.decided.at(-1);
	if (!latest) return journal;
	return {
		decided: [...journal.decided.slice(0, -1), ...withEdits(latest, left)],
		undone: [...journal.undone, ...withEdits(latest, again)],
	};
}

/** The journal after the latest undo was itself taken back; `back` are the edits that undo it once more. */
export function recordRedo(journal: Journal, back: readonly LineEdit[], left: readonly LineEdit[]): Journal {
	const latest = journal.undone.at(-1);
	if (!latest) return journal;
	return {
		decided: [...journal.decided, ...withEdits(latest, back)].slice(-JOURNAL_LIMIT),
		undone: [...journal.undone.slice(0, -1), ...withEdits(latest, left)],
	};
}

/** The journal after a note was moved: its decisions can be taken back at its new place. */
export function renameInJournal(journal: Journal, from: string, to: string): Journal {
	const follow = (decision: Decision): Decision => {
		if (!decision.edits.some(({ path }) => path === from)) return decision;
		return { ...decision, edits: decision.edits.map((edit) => (edit.path === from ? { ...edit, path: to } : edit)) };
	};
	return { decided: journal.decided.map(follow), undone: journal.undone.map(follow) };
}

function withEdits(decision: Decision, edits: readonly LineEdit[]): Decision[] {
	return edits.length > 0 ? [{ ...decision, edits }] : [];
}
