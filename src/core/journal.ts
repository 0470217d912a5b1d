import type { Conflict, LineEdit } from './edit';
import type { Recount } from './recount';
import { identifyMark, type MarkChange } from './stored-marks';

/** How many decisions can be taken back. */
export const JOURNAL_LIMIT = 500;

/** What is to be written into one note, and what takes it back: the edit at one place of the one list is taken back by that of the other. */
export interface PlannedNote {
	readonly path: string;
	readonly edits: readonly LineEdit[];
	readonly inverse: readonly LineEdit[];
	/** Digests of the note's text without and with the edits. */
	readonly before: string;
	readonly after: string;
	/** Whether it is known to have been written. */
	readonly isWritten: boolean;
}

export type WorkKind = 'decide' | 'undo' | 'redo';

/** Work that was begun and is not known to be finished: after a crash, what has to be looked at. */
export interface OpenWork {
	readonly kind: WorkKind;
	readonly notes: readonly PlannedNote[];
}

/** Something that the user decided. `id` and `step` are steps of one counter, so their order needs no clock. */
export interface Decision {
	readonly id: number;
	/** What was done, as reported: "Confirmed". */
	readonly done: string;
	/** Milliseconds since the epoch. */
	readonly at: number;
	/** When it was last made, taken back or made again. */
	readonly step: number;
	readonly isUndone: boolean;
	/** The edits that take it back. */
	readonly back: readonly LineEdit[];
	/** The edits that make it again. */
	readonly again: readonly LineEdit[];
	readonly open: OpenWork | null;
	/** Lines of which a crash left it unknown whether they were written. */
	readonly unsettled: readonly Conflict[];
	/** Of a decision that says what is one task and changes no line. */
	readonly marks?: MarkTurn;
	/** Of a change of lines that decides no task: what its edits are counted as. */
	readonly counts?: 'lines';
	/** How many of its lines were to be put away as duplicates of others; absent where none, and in older records. */
	readonly putAway?: number;
}

/** What was said of duplicates. */
export interface MarkTurn {
	/** The change that takes it back. */
	readonly back: MarkChange;
	/** The change that says it, or says it again. */
	readonly again: MarkChange;
}

/** What was decided, the oldest first. Immutable. */
export interface Journal {
	readonly decisions: readonly Decision[];
	/** Ids of the stored records that could not be read: they count, and are not written over. */
	readonly damaged: readonly number[];
}

export const EMPTY_JOURNAL: Journal = { decisions: [], damaged: [] };

/** The next step of the counter. */
export function nextStep({ decisions, damaged }: Journal): number {
	return decisions.reduce((highest, { id, step }) => Math.max(highest, id, step), Math.max(0, ...damaged)) + 1;
}

export function findDecision(journal: Journal, id: number): Decision | null {
	return journal.decisions.find((decision) => decision.id === id) ?? null;
}

/** Whether anything of a decision can be taken back. What was said of duplicates goes back as a whole. */
export function canUndo({ back, marks, isUndone }: Decision): boolean {
	return marks ? !isUndone : back.length > 0;
}

/** Whether anything of a decision can be made again. */
export function canRedo({ again, marks, isUndone }: Decision): boolean {
	return marks ? isUndone : again.length > 0;
}

/** What takes a statement back among the others: it brings nothing back that was itself taken back since, and takes nothing that another says, too. */
export function backAmong({ decisions }: Journal, id: number, { back }: MarkTurn): MarkChange {
	const others = decisions.filter((each) => each.id !== id && each.marks);
	const saidBy = (isUndone: boolean): ReadonlySet<string> => new Set(others.filter((each) => each.isUndone === isUndone).flatMap(({ marks }) => marks?.again.add.map(identifyMark) ?? []));
	const [undone, standing] = [saidBy(true), saidBy(false)];
	return {
		add: back.add.filter((mark) => standing.has(identifyMark(mark)) || !undone.has(identifyMark(mark))),
		remove: back.remove.filter((mark) => !standing.has(identifyMark(mark))),
	};
}

/** The decision that undo takes back: the one that was made last, or made again. */
export function findToUndo({ decisions }: Journal): Decision | null {
	return latest(decisions.filter((each) => each.open === null && !each.isUndone && canUndo(each)));
}

/** The decision that redo makes again: the one that was taken back last, unless something was decided since. */
export function findToRedo({ decisions }: Journal): Decision | null {
	const found = latest(decisions.filter((each) => each.open === null && each.isUndone && canRedo(each)));
	return found && decisions.every(({ id }) => id < found.step) ? found : null;
}

/** The journal with a decision in the state given, in its place or as the latest. */
export function putDecision(journal: Journal, decision: Decision): Journal {
	const { decisions } = journal;
	const isKnown = decisions.some(({ id }) => id === decision.id);
	return { ...journal, decisions: isKnown ? decisions.map((each) => (each.id === decision.id ? decision : each)) : [...decisions, decision] };
}

export function removeDecision(journal: Journal, id: number): Journal {
	return { ...journal, decisions: journal.decisions.filter((each) => each.id !== id) };
}

/** The journal within its bound, and the ids that it dropped: the oldest, but none whose work is open. */
export function dropOldest(journal: Journal): { journal: Journal; dropped: readonly number[] } {
	const excess = journal.decisions.length + journal.damaged.length - JOURNAL_LIMIT;
	if (excess <= 0) return { journal, dropped: [] };
	const droppable = [...journal.damaged, ...journal.decisions.flatMap(({ id, open }) => (open ? [] : [id]))];
	const dropped = droppable.sort((a, b) => a - b).slice(0, excess);
	const stays = (id: number): boolean => !dropped.includes(id);
	return { journal: { decisions: journal.decisions.filter(({ id }) => stays(id)), damaged: journal.damaged.filter(stays) }, dropped };
}

/** The journal after a note was moved: its decisions can be taken back at its new place. Those that it does not concern stay the same objects. */
export function renameInJournal(journal: Journal, from: string, to: string): Journal {
	const decisions = mapSame(journal.decisions, (decision) => renameInDecision(decision, from, to));
	return decisions === journal.decisions ? journal : { ...journal, decisions };
}

/**
 * The journal after a note was written: its equal lines are counted as they stand by then.
 * Decisions that it does not concern stay the same objects. Only a line that was taken back
 * may have been decided anew since, and come back to what it was.
 */
export function recountInJournal(journal: Journal, path: string, recount: Recount): Journal {
	const recountOwn = (edits: readonly LineEdit[], mayReturn: boolean): readonly LineEdit[] => mapSame(edits, (edit) => (edit.path === path ? recount(edit, mayReturn) : edit));
	const decisions = mapSame(journal.decisions, (decision) => {
		const [back, again] = [recountOwn(decision.back, false), recountOwn(decision.again, true)];
		return back === decision.back && again === decision.again ? decision : { ...decision, back, again };
	});
	return decisions === journal.decisions ? journal : { ...journal, decisions };
}

/** The same list where nothing in it changes. */
function mapSame<T>(all: readonly T[], change: (each: T) => T): readonly T[] {
	return all.some((each) => change(each) !== each) ? all.map(change) : all;
}

function renameInDecision(decision: Decision, from: string, to: string): Decision {
	const { back, again, unsettled, open } = decision;
	const paths = [...back, ...again, ...(open?.notes ?? []), ...unsettled.map(({ edit }) => edit)];
	if (!paths.some(({ path }) => path === from)) return decision;
	const follow = <T extends { readonly path: string }>(each: T): T => (each.path === from ? { ...each, path: to } : each);
	const followNote = (note: PlannedNote): PlannedNote => ({ ...follow(note), edits: note.edits.map(follow), inverse: note.inverse.map(follow) });
	return {
		...decision,
		back: back.map(follow),
		again: again.map(follow),
		unsettled: unsettled.map((each) => ({ ...each, edit: follow(each.edit) })),
		open: open && { ...open, notes: open.notes.map(followNote) },
	};
}

function latest(decisions: readonly Decision[]): Decision | null {
	return decisions.reduce<Decision | null>((found, each) => (found && found.step > each.step ? found : each), null);
}
