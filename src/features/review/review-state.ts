import type { Kept } from '../../core/actions';
import { isAlone, proposalsOf, valuesOf, type Row } from '../../core/rows';
import { VALUE_FIELDS, type TaskValues } from '../../core/task-values';
import type { Listing } from './listing';

/** Where the user is in the review. Immutable; knows rows by their keys only. */
export interface ReviewState {
	readonly filter: string;
	/** The row that keys act on; null where there is none. */
	readonly focus: string | null;
	readonly selection: ReadonlySet<string>;
	/** Whether the words of the focused row are being written. */
	readonly isEditing: boolean;
	/** Where the user is among the proposals of the focused row; null while they are not shown. */
	readonly group: GroupState | null;
	/** Keys of the sections that are closed. */
	readonly closed: ReadonlySet<string>;
	/** Where the user is in the history; null while the rows are shown. */
	readonly history: HistoryState | null;
}

/** What of the focused row is kept when it is confirmed. */
export interface GroupState {
	/** The key of the proposal in focus, whose words are kept. */
	readonly member: string;
	/** The values that the user chose, where the proposals differ. */
	readonly values: Partial<TaskValues>;
}

/** The decision that keys act on, by its id; null where there is none. */
export interface HistoryState {
	readonly focus: number | null;
}

export const INITIAL_STATE: ReviewState = { filter: '', focus: null, selection: new Set(), isEditing: false, group: null, closed: new Set(), history: null };

/** The rows that are shown, from top to bottom. */
type Shown = Pick<Listing, 'length' | 'at' | 'indexOf' | 'has' | 'keys'>;

/** Moves the focus by some rows, which closes the group; stops at both ends. */
export function moveFocus(state: ReviewState, shown: Shown, step: number): ReviewState {
	if (shown.length === 0) return state;
	const at = state.focus === null ? -1 : shown.indexOf(state.focus);
	const next = at < 0 ? (step > 0 ? 0 : shown.length - 1) : Math.max(0, Math.min(shown.length - 1, at + step));
	return focusRow(state, shown.at(next) ?? null);
}

/** Puts the focus on a row; the group of another is closed. */
export function focusRow(state: ReviewState, focus: string | null): ReviewState {
	return focus === state.focus ? state : { ...state, focus, group: null, isEditing: false };
}

/** Shows the proposals of the focused row, or no longer. */
export function toggleGroup(state: ReviewState, row: Row): ReviewState {
	return { ...state, group: state.group || isAlone(row) ? null : { member: row.proposal.key, values: {} } };
}

/** Moves the focus among the proposals of the open group; null where that would lead out of it. */
export function moveInGroup(state: ReviewState, row: Row, step: number): ReviewState | null {
	if (!state.group) return null;
	const members = proposalsOf(row).map(({ key }) => key);
	const member = members[members.indexOf(state.group.member) + step];
	return member === undefined ? null : focusMember(state, member);
}

/** Puts the focus on one of the open group's proposals. */
export function focusMember(state: ReviewState, member: string): ReviewState {
	return state.group ? { ...state, group: { ...state.group, member } } : state;
}

/** What is kept of a row whose group is open: the words of the proposal in focus, and the values that were chosen, else the row's. */
export function keptOf(row: Row, { member, values }: GroupState): Kept {
	return { proposal: row.byAge.find(({ key }) => key === member) ?? row.proposal, values: { ...valuesOf(row), ...values } };
}

/** Chooses values of the open group's. */
export function chooseValues(state: ReviewState, values: Partial<TaskValues>): ReviewState {
	return state.group ? { ...state, group: { ...state.group, values: { ...state.group.values, ...values } } } : state;
}

/**
 * The state once rows have been made anew: focus and selection are on the rows that now hold
 * the proposals that they were on. @param rows by the keys of their proposals.
 */
export function followRows(state: ReviewState, rows: Pick<Listing, 'get'>): ReviewState {
	const follow = (key: string): string => rows.get(key)?.proposal.key ?? key;
	const isFollowed = state.focus === null || follow(state.focus) === state.focus;
	const isSelectionFollowed = [...state.selection].every((key) => follow(key) === key);
	const row = state.focus === null ? null : (rows.get(state.focus) ?? null);
	return {
		...state,
		focus: isFollowed ? state.focus : follow(state.focus ?? ''),
		selection: isSelectionFollowed ? state.selection : new Set([...state.selection].map(follow)),
		group: row && state.group && followGroup(state.group, row),
	};
}

/** The open group of a row that was made anew, without what was chosen of proposals that are no longer in it. */
function followGroup(group: GroupState, row: Row): GroupState | null {
	if (isAlone(row)) return null;
	const fields = VALUE_FIELDS.filter((field) => field in group.values);
	const kept = fields.filter((field) => row.byAge.some((proposal) => proposal[field] === group.values[field]));
	const isHeld = row.byAge.some(({ key }) => key === group.member);
	if (isHeld && kept.length === fields.length) return group;
	return { member: isHeld ? group.member : row.proposal.key, values: Object.fromEntries(kept.map((field) => [field, group.values[field]])) };
}

/** Moves the focus and selects both the row that it leaves and the one that it reaches. */
export function extendSelection(state: ReviewState, shown: Shown, step: number): ReviewState {
	const moved = moveFocus(state, shown, step);
	const ends = [state.focus, moved.focus].filter((key) => key !== null);
	return { ...moved, selection: new Set([...state.selection, ...ends]) };
}

export function toggleSelected(state: ReviewState, key: string): ReviewState {
	const selection = new Set(state.selection);
	if (!selection.delete(key)) selection.add(key);
	return { ...state, selection };
}

export function selectAll(state: ReviewState, shown: Shown): ReviewState {
	return { ...state, selection: new Set(shown.keys()) };
}

export function clearSelection(state: ReviewState): ReviewState {
	return { ...state, selection: new Set() };
}

export function toggleClosed(state: ReviewState, section: string): ReviewState {
	const closed = new Set(state.closed);
	if (!closed.delete(section)) closed.add(section);
	return { ...state, closed };
}

/** Opens the history at the latest decision, or closes it. @param shown the ids of the decisions, from top to bottom. */
export function toggleHistory(state: ReviewState, shown: readonly number[]): ReviewState {
	return { ...state, history: state.history ? null : { focus: shown[0] ?? null } };
}

/** Moves the focus in the history; stops at both ends. */
export function moveInHistory(state: ReviewState, shown: readonly number[], step: number): ReviewState {
	const at = shown.indexOf(state.history?.focus ?? -1);
	const next = Math.max(0, Math.min(shown.length - 1, at + step));
	return { ...state, history: { focus: shown[next] ?? null } };
}

/** The state once decisions have come or gone: the focus in the history is on one that is there. */
export function keepInHistory(state: ReviewState, shown: readonly number[]): ReviewState {
	const { history } = state;
	if (!history || (history.focus !== null && shown.includes(history.focus))) return state;
	const focus = shown[0] ?? null;
	return focus === history.focus ? state : { ...state, history: { focus } };
}

/** The rows that an action concerns: the selection where there is one, else the focused row. */
export function targetKeys({ selection, focus }: ReviewState, shown: Shown): string[] {
	const selected = selection.size === 0 ? [] : [...shown.keys()].filter((key) => selection.has(key));
	if (selected.length > 0) return selected;
	return focus !== null && shown.has(focus) ? [focus] : [];
}

/**
 * The state once rows have gone: the focus moves to the next row that stays, else to the
 * one before, and what is gone is no longer selected.
 * @param before what was shown when the rows still were.
 */
export function leaveRows(state: ReviewState, before: Shown, shown: Shown): ReviewState {
	const isWhole = [...state.selection].every((key) => shown.has(key));
	const selection = isWhole ? state.selection : new Set([...state.selection].filter((key) => shown.has(key)));
	if (state.focus === null || shown.has(state.focus)) return { ...state, selection };
	// A row that was not shown leaves the focus to the first.
	const at = Math.max(0, before.indexOf(state.focus));
	return focusRow({ ...state, selection }, nextOf(before, at, shown) ?? formerOf(before, at, shown));
}

function nextOf(before: Shown, from: number, shown: Shown): string | null {
	for (const key of before.keys(from)) if (shown.has(key)) return key;
	return null;
}

function formerOf(before: Shown, from: number, shown: Shown): string | null {
	for (let at = from - 1; at >= 0; at--) {
		const key = before.at(at);
		if (key !== undefined && shown.has(key)) return key;
	}
	return null;
}
