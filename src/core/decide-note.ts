import { editsOf, type ActionContext, type Choice } from './actions';
import { applyEdits, type EditResult, type LineEdit } from './edit';
import { readProposals, type Proposal } from './proposal';
import { findSuccessors } from './rebase';
import { toUnparsedNote } from './unparsed-note';

/** A decision on proposals of one note. */
export interface NoteDecision {
	readonly path: string;
	readonly choices: readonly Choice[];
	readonly context: ActionContext;
	/** All proposals that were known of the note when the user decided. */
	readonly known: readonly Proposal[];
}

/**
 * Makes the edits of a decision on the note's text. Where a line has changed in its fields
 * only, the edit is made to what it says now.
 */
export function decideNote(decision: NoteDecision, text: string): EditResult {
	const edits = editsOf(decision.choices, decision.context);
	const result = applyEdits(text, edits);
	const gone = new Set(result.conflicts.flatMap(({ edit, cause }) => (cause === 'several' ? [] : [edit.before])));
	return gone.size === 0 ? result : applyEdits(text, followLines(decision, text, gone));
}

function followLines({ path, choices, context, known }: NoteDecision, text: string, gone: ReadonlySet<string | null>): LineEdit[] {
	const now = readProposals(toUnparsedNote(path, text), context.conventions.statuses);
	const successors = findSuccessors(choices.flatMap(({ proposal }) => (gone.has(proposal.raw) ? [proposal] : [])), known, now);
	return editsOf(choices.map(({ action, proposal }) => ({ action, proposal: successors.get(proposal.raw) ?? proposal })), context);
}
