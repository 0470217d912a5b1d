import type { Proposal } from './proposal';
import type { Group } from './task-node';

/** What one key decides: a proposal with all that ask for the same. */
export interface Row {
	/** The one that stands for the others: the most typical of those that are to be decided. */
	readonly proposal: Proposal;
	/** The others, the most typical first. */
	readonly others: readonly Proposal[];
}

/**
 * Makes rows of proposals, each where the first of its proposals is.
 * @param former rows of before: where a row has the same proposals, it is the same object.
 */
export function makeRows(proposals: readonly Proposal[], groups: ReadonlyMap<string, Group>, former: ReadonlyMap<string, Row>): Row[] {
	const byKey = new Map(proposals.map((proposal) => [proposal.key, proposal]));
	const done = new Set<Group>();
	return proposals.flatMap((proposal) => {
		const group = groups.get(proposal.key);
		if (group && done.has(group)) return [];
		if (group) done.add(group);
		// The groups may lag behind: what they name may be gone, and this one stands for itself.
		const members = (group?.members ?? []).flatMap((key) => byKey.get(key) ?? []);
		const [first = proposal, ...others] = members;
		const known = former.get(first.key);
		return known && isSameRow(known, first, others) ? known : { proposal: first, others };
	});
}

function isSameRow(row: Row, proposal: Proposal, others: readonly Proposal[]): boolean {
	return row.proposal === proposal && row.others.length === others.length && row.others.every((other, at) => other === others[at]);
}
