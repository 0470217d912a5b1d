import type { SnapshotSource } from '../core/index-store';
import { backAmong, canRedo, canUndo, nextStep, type Decision } from '../core/journal';
import { invertChange, type MarkChange } from '../core/stored-marks';
import { words } from '../words/words';
import { reasonOf } from './outcome';
import type { StoredJournal } from './stored-journal';

/** What the user says of duplicates. */
export interface Statement {
	/** As reported: "Taken out". */
	readonly done: string;
	/** What that means, as reported at once: "it is another task". */
	readonly meaning: string;
	readonly change: MarkChange;
}

/** What saying it works with. */
export interface MarkingParts {
	readonly journal: StoredJournal;
	readonly store: SnapshotSource;
	/** Has the store know a change at once; resolves when it is saved. */
	readonly changeMarks: (change: MarkChange) => Promise<void>;
	/** Milliseconds since the epoch. */
	readonly now: () => number;
	/** Is told, in words for the user, what could not be saved. */
	readonly reportProblem: (message: string) => void;
}

/** Takes over what the user says, as a decision of the journal. Answers its id; null where it was said already. */
export async function makeStatement({ done, change }: Statement, parts: MarkingParts): Promise<number | null> {
	const { journal, store, now } = parts;
	const back = invertChange(store.snapshot.memory.marks, change);
	if (back.add.length + back.remove.length === 0) return null;
	const id = nextStep(journal.journal);
	await journal.put({ id, done, at: now(), step: id, isUndone: false, back: [], again: [], open: null, unsettled: [], marks: { back, again: change } });
	apply(change, parts);
	return id;
}

/** Takes a statement back, or makes it again. Answers whether there was anything to do. */
export async function returnStatement(decision: Decision, kind: 'undo' | 'redo', parts: MarkingParts): Promise<boolean> {
	const { marks } = decision;
	const { journal, store } = parts;
	const isUndone = kind === 'undo';
	if (!marks || !(isUndone ? canUndo : canRedo)(decision)) return false;
	const change = isUndone ? backAmong(journal.journal, decision.id, marks) : marks.again;
	// What was said since is what comes back where this is taken back once more.
	const back = isUndone ? marks.back : invertChange(store.snapshot.memory.marks, marks.again);
	await journal.put({ ...decision, step: nextStep(journal.journal), isUndone, marks: { ...marks, back } });
	apply(change, parts);
	return true;
}

/** Tells the store at once; where it can't be saved, the user is told when that is known. */
function apply(change: MarkChange, { changeMarks, reportProblem }: MarkingParts): void {
	changeMarks(change).catch((error: unknown) => {
		reportProblem(words.problems.marksUnsaved({ reason: reasonOf(error) }));
	});
}
