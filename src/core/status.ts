/** What a checkbox character means, in the Tasks plugin's words. */
export type StatusType = 'TODO' | 'IN_PROGRESS' | 'ON_HOLD' | 'DONE' | 'CANCELLED' | 'NON_TASK';

/** One checkbox character and what it means. */
export interface Status {
	readonly symbol: string;
	readonly type: StatusType;
}

/** The checkbox character that marks a task as waiting for a decision. */
export const PROPOSED_STATUS = '?';

/** The statuses that every vault has, in the Tasks plugin's order. */
export const DEFAULT_STATUSES: readonly Status[] = [
	{ symbol: ' ', type: 'TODO' },
	{ symbol: 'x', type: 'DONE' },
	{ symbol: '/', type: 'IN_PROGRESS' },
	{ symbol: '-', type: 'CANCELLED' },
];

const STATUS_TYPES: ReadonlySet<string> = new Set<StatusType>(['TODO', 'IN_PROGRESS', 'ON_HOLD', 'DONE', 'CANCELLED', 'NON_TASK']);

/** Whether a value read from outside names a status type. */
export function isStatusType(value: unknown): value is StatusType {
	return typeof value === 'string' && STATUS_TYPES.has(value);
}

/**
 * The type of a checkbox character. The first status with that symbol counts, as in the
 * Tasks plugin; `X` is done where nothing else is said, and an unknown one is to do.
 */
export function statusType(statuses: readonly Status[], symbol: string): StatusType {
	const known = statuses.find((status) => status.symbol === symbol);
	if (known) return known.type;
	return symbol === 'X' ? 'DONE' : 'TODO';
}

/** Whether a task with that checkbox character still waits to be done. */
export function isOpen(statuses: readonly Status[], symbol: string): boolean {
	const type = statusType(statuses, symbol);
	return type === 'TODO' || type === 'IN_PROGRESS' || type === 'ON_HOLD';
}

/** The first character of a type that is no proposal, or null where the vault has none. */
export function firstStatus(statuses: readonly Status[], type: StatusType): string | null {
	return statuses.find((status) => status.type === type && status.symbol !== PROPOSED_STATUS)?.symbol ?? null;
}
