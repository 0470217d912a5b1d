import type { SnapshotSource } from '../core/index-store';
import { canRedo, canUndo, nextStep, type Decision } from '../core/journal';
import { invertChange, type MarkChange } from '../core/stored-marks';
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

/** Takes over what the user says, as a decision of the journal. Answers its id. */
export async function state({ done, change }: Statement, parts: MarkingParts): Promise<number> {
	const { journal, store, now } = parts;
	const id = nextStep(journal.journal);
	const marks = { back: invertChange(store.snapshot.memory.marks, change), again: change };
	await journal.put({ id, done, at: now(), step: id, isUndone: false, back: [], again: [], open: null, unsettled: [], marks });
	await apply(change, parts);
	return id;
}

/** Takes a statement back, or makes it again. Answers whether there was anything to do. */
export async function returnStatement(decision: Decision, kind: 'undo' | 'redo', parts: MarkingParts): Promise<boolean> {
	const { marks } = decision;
	const isUndone = kind === 'undo';
	if (!marks || !(isUndone ? canUndo : canRedo)(decision)) return false;
	await parts.journal.put({ ...decision, step: nextStep(parts.journal.journal), isUndone });
	await apply(isUndone ? marks.back : marks.again, parts);
	return true;
}

async function apply(change: MarkChange, { changeMarks, reportProblem }: MarkingParts): Promise<void> {
	try {
		await changeMarks(change);
	} catch (error) {
		reportProblem(`What you said of duplicates holds until the app is closed, but could not be saved. ${reasonOf(error)}`);
	}
}
