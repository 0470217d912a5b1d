import { editsOf, type ActionContext, type Choice } from './actions';
import { applyEdits, type EditResult, type LineEdit } from './edit';
import { readProposals, type Proposal } from './proposal';
import { findSuccessors } from './rebase';
import { VALUE_FIELDS } from './task-values';
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
	return editsOf(choices.map((choice) => followChoice(choice, successors.get(choice.proposal.raw))), context);
}

/** Somebody has just said otherwise of a value that the line has changed in, and that is newer than what was chosen. */
function followChoice(choice: Choice, successor: Proposal | undefined): Choice {
	if (!successor) return choice;
	const { proposal, values = {} } = choice;
	const unchanged = VALUE_FIELDS.filter((field) => values[field] !== undefined && successor[field] === proposal[field]);
	return { ...choice, proposal: successor, values: Object.fromEntries(unchanged.map((field) => [field, values[field]])) };
}
