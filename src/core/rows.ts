import type { DecidedTask } from './decided';
import type { Proposal } from './proposal';
import type { Group } from './task-node';
import type { TaskValues } from './task-values';

/** What one key decides: a proposal with all that ask for the same. */
export interface Row {
	/** The one that stands for the others: the most typical of those that are to be decided. */
	readonly proposal: Proposal;
	/** The others, the most typical first. */
	readonly others: readonly Proposal[];
	/** Those that lie in an archive: shown, but never decided. */
	readonly archived: readonly Proposal[];
	/** All that are to be decided, the newest first. */
	readonly byAge: readonly Proposal[];
	/** What was decided already that the row repeats. */
	readonly decided: readonly DecidedTask[];
}

/** What rows are made of. */
export interface RowParts {
	/** Those that are to be decided, the newest first. */
	readonly proposals: readonly Proposal[];
	readonly archived: readonly Proposal[];
	/** By the keys of their proposals; may lag behind. */
	readonly groups: ReadonlyMap<string, Group>;
	/** A decided task by its key; null where there is none. */
	readonly decidedOf: (key: string) => DecidedTask | null;
}

/**
 * Makes rows of proposals, each where the first of its proposals is.
 * @param former rows of before: one that would be the same is that object.
 */
export function makeRows({ proposals, archived, groups, decidedOf }: RowParts, former: readonly Row[]): readonly Row[] {
	const places = new Map(proposals.map((proposal, at) => [proposal.key, at]));
	const away = new Map(archived.map((proposal) => [proposal.key, proposal]));
	const known = new Map(former.map((row) => [row.proposal, row]));
	const done = new Set<Group>();
	return proposals.flatMap((proposal) => {
		const group = groups.get(proposal.key);
		if (group && done.has(group)) return [];
		if (group) done.add(group);
		// The groups may lag behind: what they name may be gone, and this one stands for itself.
		const members = group?.members.flatMap((key) => places.get(key) ?? []) ?? [];
		const at = (place: number): Proposal => proposals[place] ?? proposal;
		const next: Row = {
			proposal: members[0] === undefined ? proposal : at(members[0]),
			others: members.slice(1).map(at),
			archived: group?.members.flatMap((key) => away.get(key) ?? []) ?? [],
			byAge: members.length === 0 ? [proposal] : [...members].sort((a, b) => a - b).map(at),
			decided: group?.members.flatMap((key) => decidedOf(key) ?? []) ?? [],
		};
		const before = known.get(next.proposal);
		return before && isSameRow(before, next) ? before : next;
	});
}

/** The row without some of its proposals; null where none is left to be decided. */
export function withoutProposals(row: Row, gone: ReadonlySet<string>): Row | null {
	const stays = ({ key }: Proposal): boolean => !gone.has(key);
	if (row.byAge.every(stays)) return row;
	const [proposal, ...others] = proposalsOf(row).filter(stays);
	return proposal ? { ...row, proposal, others, byAge: row.byAge.filter(stays) } : null;
}

/** The proposals that a row decides, the one that stands for the others first. */
export function proposalsOf({ proposal, others }: Row): readonly Proposal[] {
	return [proposal, ...others];
}

/** The proposal whose word a row takes for a value: the newest that has any. */
export function newestWith(row: Row, field: keyof TaskValues): Proposal {
	return row.byAge.find((proposal) => proposal[field] !== null) ?? row.proposal;
}

/** What a row proposes, with the newest word on each value. */
export function valuesOf(row: Row): TaskValues {
	return { due: newestWith(row, 'due').due, priority: newestWith(row, 'priority').priority, owner: newestWith(row, 'owner').owner };
}

/** One proposal, the newest, for each of the values that a row's proposals say; of one value that all say, only that. */
export function offersOf(row: Row, field: keyof TaskValues): readonly Proposal[] {
	return row.byAge.filter((proposal, at) => row.byAge.findIndex((other) => other[field] === proposal[field]) === at);
}

function isSameRow(one: Row, other: Row): boolean {
	return areSame(one.others, other.others) && areSame(one.archived, other.archived) && areSame(one.byAge, other.byAge) && areSame(one.decided, other.decided);
}

function areSame<T>(one: readonly T[], other: readonly T[]): boolean {
	return one.length === other.length && one.every((each, at) => each === other[at]);
}
