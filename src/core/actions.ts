import type { LineEdit } from './edit';
import { PROPOSED_TAG, type Proposal } from './proposal';
import { proposalsOf, valuesOf, type Row } from './rows';
import type { Conventions } from './settings';
import { PROPOSED_STATUS } from './status';
import { withDate, withoutTag, withStatus } from './task-change';
import { parseTaskLine, printTaskLine, type TaskLine } from './task-line';
import { VALUE_FIELDS, withValues, type LineValues, type TaskValues } from './task-values';

/** What an action may know beside the proposal. */
export interface ActionContext {
	readonly conventions: Conventions;
	/** `YYYY-MM-DD`, in the user's time zone. */
	readonly today: string;
}

/** What an action is known by, and what the words for it are found by. */
export type ActionId = 'confirm' | 'dismiss' | 'put-away' | 'keep' | 'hide';

/**
 * A decision that a user can take on a proposal, as data: commands, rows, menus and keys are
 * made from this list, so a new action is one entry here, and one in the words of each language.
 */
export interface Action {
	readonly id: ActionId;
	/** As reported afterwards, where that says more than the words for it do: "Hidden until 2026-12-03". */
	readonly done?: string;
	/** Name of a Lucide icon. */
	readonly icon: string;
	/** Keys in the review, as in `KeyboardEvent.key`; the first is shown on the button. */
	readonly keys: readonly string[];
	/** Whether what it changes stays a proposal. */
	readonly isKept?: boolean;
	/** What becomes of the line; null deletes it. */
	readonly change: (task: TaskLine, context: ActionContext, proposal: Proposal) => TaskLine | null;
}

/** Makes a proposal a task of the user's own. */
export const confirmAction: Action = {
	id: 'confirm',
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
	icon: 'x',
	keys: ['x', '3'],
	change: (task, { conventions, today }, proposal) => {
		if (conventions.dismissBy === 'delete' && !proposal.hasChildren) return null;
		const cancelled = withoutTag(withStatus(task, conventions.dismissedStatus), PROPOSED_TAG);
		return conventions.stampCancelled ? withDate(cancelled, 'cancelled', today, conventions.format) : cancelled;
	},
};

/** Puts away what repeats another proposal that is decided with it. Not offered by itself: a row's duplicates go with the row. */
export const putAwayAction: Action = { ...dismissAction, id: 'put-away', icon: 'copy', keys: [] };

/** Changes nothing by itself: with a choice's values, the proposal that stays says something else. @param done as reported afterwards: "Assigned" */
export function keepAction(done: string): Action {
	return { id: 'keep', done, icon: 'pencil', keys: [], isKept: true, change: (task) => task };
}

/** Shows a proposal again on a day, and not before. @param day `YYYY-MM-DD` @param done as reported afterwards: "Hidden until 2026-12-03" */
export function hideAction(day: string, done: string): Action {
	return { ...keepAction(done), id: 'hide', icon: 'eye-off', isKept: false, change: (task, { conventions }) => withValues(task, { start: day }, conventions.format) };
}

/** All actions, in the order in which they are offered. */
export const ACTIONS: readonly Action[] = [confirmAction, dismissAction];

/** An action on a proposal. A decision is made of these, so that it can do one thing to one proposal and another to its duplicates. */
export interface Choice {
	readonly action: Action;
	readonly proposal: Proposal;
	/** What the line is to say before the action, where that is not what it says now. */
	readonly values?: Partial<LineValues>;
	/** The proposal that is kept instead of this one. Where that can't be decided, neither is this, or the task would be lost. */
	readonly keeper?: Proposal;
}

/** The same action on each of some proposals. */
export function choose(action: Action, proposals: readonly Proposal[]): Choice[] {
	return proposals.map((proposal) => ({ action, proposal }));
}

/** What of a row is kept where the user does not leave that to the row. */
export interface Kept {
	/** The proposal whose words are kept. */
	readonly proposal: Proposal;
	readonly values: TaskValues;
}

/**
 * An action on a row. What confirms a task does so once, with the newest of the row's values,
 * and the other proposals are put away. What puts it away does so with all.
 */
export function chooseRow(action: Action, row: Row, kept: Kept = { proposal: row.proposal, values: valuesOf(row) }): Choice[] {
	const { proposal } = kept;
	const others = choose(putAwayAction, proposalsOf(row).filter((other) => other !== proposal));
	if (action === dismissAction) return [{ action, proposal }, ...others];
	const values = differing(proposal, kept.values);
	return [{ action, proposal, ...(values && { values }) }, ...others.map((other) => ({ ...other, keeper: proposal }))];
}

/**
 * An action on proposals as they stand in their notes, with what repeats them anywhere. Of
 * some that are one task the first is kept, as it is.
 * @param rowOf the rows of proposals, by the proposals' keys.
 */
export function chooseLines(action: Action, proposals: readonly Proposal[], rowOf: Pick<ReadonlyMap<string, Row>, 'get'>): Choice[] {
	const here = new Map(proposals.map((proposal) => [proposal.key, proposal]));
	const done = new Set<string>();
	return proposals.flatMap((proposal) => {
		if (done.has(proposal.key)) return [];
		const row = rowOf.get(proposal.key);
		// The proposals at hand may be newer than those of the rows.
		const others = row ? proposalsOf(row).filter(({ key }) => key !== proposal.key).map((other) => here.get(other.key) ?? other) : [];
		for (const { key } of others) done.add(key);
		return chooseRow(action, { proposal, others, archived: [], byAge: [proposal, ...others], decided: [] }, { proposal, values: proposal });
	});
}

/** The values that a proposal does not have yet; null where it has all. */
function differing(proposal: Proposal, values: TaskValues): Partial<TaskValues> | null {
	const fields = VALUE_FIELDS.filter((field) => values[field] !== proposal[field]);
	return fields.length === 0 ? null : Object.fromEntries(fields.map((field) => [field, values[field]]));
}

/** Not by a pattern, which would look again from each of a run of carriage returns within the line. */
function withoutReturns(line: string): string {
	let end = line.length;
	while (line.charAt(end - 1) === '\r') end--;
	return line.slice(0, end);
}

/** The edits that choices make, one for each. */
export function editsOf(choices: readonly Choice[], context: ActionContext): LineEdit[] {
	return choices.flatMap(({ action, proposal, values = {} }) => {
		const task = parseTaskLine(proposal.raw);
		if (!task) return [];
		const changed = action.change(withValues(task, values, context.conventions.format), context, proposal);
		// A carriage return that the change left last would become a part of the line's ending. One that was last is followed by that of the ending.
		const printed = changed && printTaskLine(changed);
		const after = printed !== null && !proposal.raw.endsWith('\r') ? withoutReturns(printed) : printed;
		return [{ path: proposal.path, line: proposal.line, before: proposal.raw, after, copy: proposal.copy }];
	});
}

/** The choices by which lines read otherwise than they do. */
export function withoutIdle(choices: readonly Choice[], context: ActionContext): Choice[] {
	return choices.filter((choice) => editsOf([choice], context).some(({ before, after }) => before !== after));
}
