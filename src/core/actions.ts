import type { LineEdit } from './edit';
import { PROPOSED_TAG, type Proposal } from './proposal';
import type { Conventions } from './settings';
import { withDate, withoutTag, withStatus } from './task-change';
import { parseTaskLine, printTaskLine, type TaskLine } from './task-line';

/** What an action may know beside the proposal. */
export interface ActionContext {
	readonly conventions: Conventions;
	/** `YYYY-MM-DD`, in the user's time zone. */
	readonly today: string;
}

/**
 * A decision that a user can take on a proposal, as data: commands, rows, menus and keys are
 * made from this list, so a new action is one entry here.
 */
export interface Action {
	readonly id: string;
	/** Imperative, as on a button: "Confirm". */
	readonly name: string;
	/** As reported afterwards: "Confirmed". */
	readonly done: string;
	/** Name of a Lucide icon. */
	readonly icon: string;
	/** Keys in the review, as in `KeyboardEvent.key`; the first is shown on the button. */
	readonly keys: readonly string[];
	/** What becomes of the line; null deletes it. */
	readonly change: (task: TaskLine, context: ActionContext) => TaskLine | null;
}

/** Makes a proposal a task of the user's own. */
export const confirmAction: Action = {
	id: 'confirm',
	name: 'Confirm',
	done: 'Confirmed',
	icon: 'check',
	keys: ['Enter', '1'],
	change: (task, { conventions, today }) => {
		const accepted = withoutTag(withStatus(task, conventions.confirmedStatus), PROPOSED_TAG);
		return conventions.stampCreated ? withDate(accepted, 'created', today, conventions.format) : accepted;
	},
};

/** Puts a proposal away: cancelled, or deleted where the user chose so. */
export const dismissAction: Action = {
	id: 'dismiss',
	name: 'Dismiss',
	done: 'Dismissed',
	icon: 'x',
	keys: ['x', '3'],
	change: (task, { conventions, today }) => {
		if (conventions.dismissBy === 'delete') return null;
		const cancelled = withoutTag(withStatus(task, conventions.dismissedStatus), PROPOSED_TAG);
		return conventions.stampCancelled ? withDate(cancelled, 'cancelled', today, conventions.format) : cancelled;
	},
};

/** All actions, in the order in which they are offered. */
export const ACTIONS: readonly Action[] = [confirmAction, dismissAction];

/** The edits that an action makes, one for each proposal. */
export function actionEdits(action: Action, proposals: readonly Proposal[], context: ActionContext): LineEdit[] {
	return proposals.flatMap((proposal) => {
		const task = parseTaskLine(proposal.raw);
		if (!task) return [];
		const changed = action.change(task, context);
		const after = changed && printTaskLine(changed);
		return [{ path: proposal.path, line: proposal.line, before: proposal.raw, after }];
	});
}
