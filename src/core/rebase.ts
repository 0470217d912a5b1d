import type { Proposal } from './proposal';
import { parseTaskLine, taskText } from './task-line';

/**
 * Finds what proposals of a note have become whose lines are gone: for each the only one
 * that now has the same words, marker and status; dates, priority, owner and tags may have
 * changed. None where another said the same when the user decided, since then it could be that other.
 * @param known the note's proposals when the user decided. @param now those of the text at hand.
 * @returns by the text of the line that is gone.
 */
export function findSuccessors(gone: readonly Proposal[], known: readonly Proposal[], now: readonly Proposal[]): Map<string, Proposal> {
	const before = groupByDescription(known);
	const after = groupByDescription(now);
	return new Map(gone.flatMap((proposal) => {
		const description = describe(proposal.raw);
		const [one, ...others] = before.get(description) ?? [];
		const [successor, ...more] = after.get(description) ?? [];
		const isCertain = one?.raw === proposal.raw && others.length === 0 && more.length === 0;
		return successor && isCertain && description !== null ? [[proposal.raw, successor] as const] : [];
	}));
}

function groupByDescription(proposals: readonly Proposal[]): Map<string | null, Proposal[]> {
	const groups = new Map<string | null, Proposal[]>();
	for (const proposal of proposals) {
		const description = describe(proposal.raw);
		const group = groups.get(description);
		if (group) group.push(proposal);
		else groups.set(description, [proposal]);
	}
	return groups;
}

/** All of a task but its fields; null where it has no words. */
function describe(raw: string): string | null {
	const task = parseTaskLine(raw);
	const text = task && taskText(task);
	return task && text ? [task.lead, task.marker, task.gap, task.status, text].join('\n') : null;
}
