import type { LineEdit } from './edit';
import { PROPOSED_TAG, type Proposal } from './proposal';
import type { Row } from './rows';
import type { Conventions } from './settings';
import { PROPOSED_STATUS } from './status';
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
	readonly change: (task: TaskLine, context: ActionContext, proposal: Proposal) => TaskLine | null;
}

/** Makes a proposal a task of the user's own. */
export const confirmAction: Action = {
	id: 'confirm',
	name: 'Confirm',
	done: 'Confirmed',
	icon: 'check',
	keys: ['Enter', '1'],
	change: (task, { conventions, today }) => {
		// A task that was begun before it was accepted stays begun.
		const status = task.status === PROPOSED_STATUS ? conventions.confirmedStatus : task.status;
		const accepted = withoutTag(withStatus(task, status), PROPOSED_TAG);
		return conventions.stampCreated ? withDate(accepted, 'created', today, conventions.format) : accepted;
	},
};

/** Puts a proposal away: cancelled, or deleted where the user chose so and no line below belongs to it. */
export const dismissAction: Action = {
	id: 'dismiss',
	name: 'Dismiss',
	done: 'Dismissed',
	icon: 'x',
	keys: ['x', '3'],
	change: (task, { conventions, today }, proposal) => {
		if (conventions.dismissBy === 'delete' && !proposal.hasChildren) return null;
		const cancelled = withoutTag(withStatus(task, conventions.dismissedStatus), PROPOSED_TAG);
		return conventions.stampCancelled ? withDate(cancelled, 'cancelled', today, conventions.format) : cancelled;
	},
};

/** Puts away what repeats another proposal that is decided with it. Not offered by itself: a row's duplicates go with the row. */
export const putAwayAction: Action = { ...dismissAction, id: 'put-away', name: 'Put away', done: 'Put away', icon: 'copy', keys: [] };

/** All actions, in the order in which they are offered. */
export const ACTIONS: readonly Action[] = [confirmAction, dismissAction];

/** An action on a proposal. A decision is made of these, so that it can do one thing to one proposal and another to its duplicates. */
export interface Choice {
	readonly action: Action;
	readonly proposal: Proposal;
}

/** The same action on each of some proposals. */
export function choose(action: Action, proposals: readonly Proposal[]): Choice[] {
	return proposals.map((proposal) => ({ action, proposal }));
}

/** An action on a row. What confirms a task does so once: the row's other proposals are put away. What puts it away does so with all. */
export function chooseRow(action: Action, { proposal, others }: Row): Choice[] {
	const forOthers = action === dismissAction ? action : putAwayAction;
	return [{ action, proposal }, ...choose(forOthers, others)];
}

/** Not by a pattern, which would look again from each of a run of carriage returns within the line. */
function withoutReturns(line: string): string {
	let end = line.length;
	while (line.charAt(end - 1) === '\r') end--;
	return line.slice(0, end);
}

/** The edits that choices make, one for each. */
export function editsOf(choices: readonly Choice[], context: ActionContext): LineEdit[] {
	return choices.flatMap(({ action, proposal }) => {
		const task = parseTaskLine(proposal.raw);
		if (!task) return [];
		const changed = action.change(task, context, proposal);
		// A carriage return that the change left last would become a part of the line's ending. One that was last is followed by that of the ending.
		const printed = changed && printTaskLine(changed);
		const after = printed !== null && !proposal.raw.endsWith('\r') ? withoutReturns(printed) : printed;
		return [{ path: proposal.path, line: proposal.line, before: proposal.raw, after, copy: proposal.copy }];
	});
}
