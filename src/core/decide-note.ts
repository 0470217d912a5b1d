import { actionEdits, type Action, type ActionContext } from './actions';
import { applyEdits, type EditResult, type LineEdit } from './edit';
import { readProposals, type Proposal } from './proposal';
import { findSuccessors } from './rebase';
import { toUnparsedNote } from './unparsed-note';

/** A decision on proposals of one note. */
export interface NoteDecision {
	readonly path: string;
	readonly action: Action;
	readonly context: ActionContext;
	readonly proposals: readonly Proposal[];
	/** All proposals that were known of the note when the user decided. */
	readonly known: readonly Proposal[];
}

/**
 * Makes the edits of a decision on the note's text. Where a line has changed in its fields
 * only, the edit is made to what it says now.
 */
export function decideNote(decision: NoteDecision, text: string): EditResult {
	const edits = actionEdits(decision.action, decision.proposals, decision.context);
	const result = applyEdits(text, edits);
	const gone = new Set(result.conflicts.flatMap(({ edit, cause }) => (cause === 'several' ? [] : [edit.before])));
	return gone.size === 0 ? result : applyEdits(text, followLines(decision, text, edits, gone));
}

function followLines({ path, action, context, proposals, known }: NoteDecision, text: string, edits: readonly LineEdit[], gone: ReadonlySet<string | null>): LineEdit[] {
	const now = readProposals(toUnparsedNote(path, text), context.conventions.statuses);
	const successors = findSuccessors(proposals.filter(({ raw }) => gone.has(raw)), known, now);
	return edits.flatMap((edit) => {
		const successor = gone.has(edit.before) ? successors.get(edit.before ?? '') : undefined;
		return successor ? actionEdits(action, [successor], context) : [edit];
	});
}
