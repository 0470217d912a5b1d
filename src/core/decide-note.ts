import { actionEdits, type Action, type ActionContext } from './actions';
import { applyEdits, type EditResult } from './edit';
import type { Proposal } from './proposal';

/** A decision on proposals of one note. */
export interface NoteDecision {
	readonly path: string;
	readonly action: Action;
	readonly context: ActionContext;
	readonly proposals: readonly Proposal[];
	/** All proposals that were known of the note when the user decided. */
	readonly known: readonly Proposal[];
}

/** Makes the edits of a decision on the note's text. */
export function decideNote({ action, proposals, context }: NoteDecision, text: string): EditResult {
	return applyEdits(text, actionEdits(action, proposals, context));
}
