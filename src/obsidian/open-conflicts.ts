import type { Action, Choice } from '../core/actions';
import type { Conflict } from '../core/edit';
import { isProposed } from '../core/proposal';
import type { Status } from '../core/status';
import { parseTaskLine } from '../core/task-line';
import { words } from '../words/words';
import type { Outcome } from './outcome';

/** A conflict that the user has not answered yet. */
export interface OpenConflict {
	/** Tells it from all others of the session. */
	readonly id: number;
	readonly conflict: Conflict;
	/** What was wanted, as on a button: "Confirm", "Undo". */
	readonly wanted: string;
	/** What can be done to the line as it reads now; null where it can only be skipped. */
	readonly action: Action | null;
}

/** Those that were left longest are let go. */
const MOST_OPEN = 100;

/** The open conflicts with those of another outcome. What a recovery left alone is told elsewhere. */
export function addConflicts(open: readonly OpenConflict[], outcome: Outcome, statuses: readonly Status[]): readonly OpenConflict[] {
	const { conflicts, choices, kind, isRecovery } = outcome;
	if (conflicts.length === 0 || isRecovery) return open;
	const next = (open.at(-1)?.id ?? 0) + 1;
	const added = conflicts.map((conflict, at): OpenConflict => {
		const action = chosenFor(conflict, choices);
		return { id: next + at, conflict, wanted: action ? words.actions[action.id].name : words.conflicts.wanted[kind], action: isStillProposed(conflict, statuses) ? action : null };
	});
	return [...open, ...added].slice(-MOST_OPEN);
}

/** What was chosen for a line: where its fields had changed by then, it is no longer the chosen one, so what was chosen for all. */
function chosenFor({ edit: { path, before } }: Conflict, choices: readonly Choice[]): Action | null {
	const chosen = choices.find(({ proposal }) => proposal.path === path && proposal.raw === before)?.action;
	const first = choices[0]?.action ?? null;
	return chosen ?? (choices.every(({ action }) => action === first) ? first : null);
}

function isStillProposed({ cause, now }: Conflict, statuses: readonly Status[]): boolean {
	const task = cause === 'changed' && now !== null ? parseTaskLine(now) : null;
	return task !== null && isProposed(task, statuses);
}
