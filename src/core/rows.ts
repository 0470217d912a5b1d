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

/** Whether all that a row would decide is to be seen on a later day only; what comes again meanwhile brings it back. @param today `YYYY-MM-DD`; null where it is not known */
export function isHidden({ byAge }: Row, today: string | null): boolean {
	return today !== null && byAge.every(({ start }) => start !== null && start > today);
}

/** What rows are made of. */
export interface RowParts {
	/** Those that are to be decided, the newest first. */
	readonly proposals: readonly Proposal[];
	readonly archived: readonly Proposal[];
	/** By the keys of their proposals; may lag behind. */
	readonly groups: Pick<ReadonlyMap<string, Group>, 'get'>;
	/** A decided task by its key; null where there is none. */
	readonly decidedOf: (key: string) => DecidedTask | null;
}

/** The group that a row was last made of, to know at a glance that nothing has changed. */
const madeOf = new WeakMap<Row, Group>();

/**
 * Makes rows of proposals, each where the newest of its proposals is.
 * @param former rows of before: one that would be the same is that object.
 */
export function makeRows(parts: RowParts, former: readonly Row[]): readonly Row[] {
	const known = new Map(former.map((row) => [row.byAge[0], row]));
	const away = new Map(parts.archived.map((proposal) => [proposal.key, proposal]));
	return gather(parts).map(({ group, byAge }) => {
		const before = known.get(byAge[0]);
		if (!group) return before && isAlone(before) ? before : makeRow([], byAge, away, parts);
		// Where the group names others, these may have changed, too.
		const isUnchanged = before && madeOf.get(before) === group && group.members.length === byAge.length && areSame(before.byAge, byAge);
		if (isUnchanged) return before;
		const next = makeRow(group.members, byAge, away, parts);
		const row = before && isSameRow(before, next) ? before : next;
		madeOf.set(row, group);
		return row;
	});
}

/** The proposals by their groups, those without one each by itself; both in the order in which they come. */
function gather({ proposals, groups }: RowParts): readonly { readonly group: Group | null; readonly byAge: Proposal[] }[] {
	const found: { group: Group | null; byAge: Proposal[] }[] = [];
	const places = new Map<Group, Proposal[]>();
	for (const proposal of proposals) {
		const group = groups.get(proposal.key) ?? null;
		const place = group && places.get(group);
		if (place) {
			place.push(proposal);
			continue;
		}
		const byAge = [proposal];
		found.push({ group, byAge });
		if (group) places.set(group, byAge);
	}
	return found;
}

/** @param members keys of the tasks that are grouped, the most typical first; what they name may be gone. */
function makeRow(members: readonly string[], byAge: readonly Proposal[], away: ReadonlyMap<string, Proposal>, { decidedOf }: RowParts): Row {
	const live = new Map(byAge.map((proposal) => [proposal.key, proposal]));
	const ranked = members.flatMap((key) => live.get(key) ?? []);
	const [proposal, ...others] = ranked.length === byAge.length ? ranked : byAge;
	if (!proposal) throw new Error('A row has no proposal.');
	return { proposal, others, byAge, archived: members.flatMap((key) => away.get(key) ?? []), decided: members.flatMap((key) => decidedOf(key) ?? []) };
}

/** Whether nothing is known that a row's proposal repeats. */
export function isAlone({ others, archived, decided }: Row): boolean {
	return others.length + archived.length + decided.length === 0;
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
	const offers = new Map<string | null, Proposal>();
	for (const proposal of row.byAge) if (!offers.has(proposal[field])) offers.set(proposal[field], proposal);
	return [...offers.values()];
}

function isSameRow(one: Row, other: Row): boolean {
	return areSame(one.others, other.others) && areSame(one.archived, other.archived) && areSame(one.byAge, other.byAge) && areSame(one.decided, other.decided);
}

function areSame<T>(one: readonly T[], other: readonly T[]): boolean {
	return one.length === other.length && one.every((each, at) => each === other[at]);
}
