import type { LineEdit } from './edit';
import type { Decision } from './journal';
import { isProposed } from './proposal';
import { isOpen, type Status } from './status';
import { parseTaskLine } from './task-line';

/** How many proposals were decided, and how. */
export interface DecisionCount {
	readonly confirmed: number;
	/** Without those that were put away. */
	readonly dismissed: number;
	/** As duplicates of others. */
	readonly putAway: number;
}

const NONE: DecisionCount = { confirmed: 0, dismissed: 0, putAway: 0 };
const counted = new WeakMap<Decision, { readonly statuses: readonly Status[]; readonly count: DecisionCount }>();

/**
 * Counts the proposals that were decided since a moment and not taken back. What was changed and
 * stays proposed, or was no proposal, is not counted. Each decision is looked at once.
 * @param since milliseconds since the epoch.
 */
export function countDecided(decisions: readonly Decision[], since: number, statuses: readonly Status[]): DecisionCount {
	const recent = decisions.filter(({ at, isUndone }) => at >= since && !isUndone);
	return recent.map((decision) => countOnce(decision, statuses)).reduce(addCounts, NONE);
}

/** How many proposals these are. */
export function totalOf({ confirmed, dismissed, putAway }: DecisionCount): number {
	return confirmed + dismissed + putAway;
}

function addCounts(one: DecisionCount, other: DecisionCount): DecisionCount {
	return { confirmed: one.confirmed + other.confirmed, dismissed: one.dismissed + other.dismissed, putAway: one.putAway + other.putAway };
}

function countOnce(decision: Decision, statuses: readonly Status[]): DecisionCount {
	const known = counted.get(decision);
	if (known?.statuses === statuses) return known.count;
	const count = countIn(decision, statuses);
	counted.set(decision, { statuses, count });
	return count;
}

/** Told by the lines, so that it holds also where only some of them were taken back. */
function countIn({ back, putAway }: Decision, statuses: readonly Status[]): DecisionCount {
	const fates = back.map((edit) => fateOf(edit, statuses));
	const confirmed = fates.filter((fate) => fate === 'confirmed').length;
	const dismissed = fates.filter((fate) => fate === 'dismissed').length;
	// Older records don't say it: what was dismissed as others were confirmed repeated these.
	const repeated = Math.min(putAway ?? (confirmed > 0 ? dismissed : 0), dismissed);
	return { confirmed, dismissed: dismissed - repeated, putAway: repeated };
}

/** What became of a proposal, by the edit that takes that back; null where none was decided. */
function fateOf({ before: now, after: original }: LineEdit, statuses: readonly Status[]): 'confirmed' | 'dismissed' | null {
	const proposal = original === null ? null : parseTaskLine(original);
	if (!proposal || !isProposed(proposal, statuses)) return null;
	const task = now === null ? null : parseTaskLine(now);
	if (task && isProposed(task, statuses)) return null;
	return task && isOpen(statuses, task.status) ? 'confirmed' : 'dismissed';
}
