import { digest } from '../core/digest';
import type { Conflict, EditResult, LineEdit } from '../core/edit';
import type { PlannedNote } from '../core/journal';
import { EMPTY_TALLY, joinTallies, reasonOf, type Tally } from './outcome';
import type { NoteText } from './vault-writer';
import type { Work } from './work';

/** How many notes are read at once. */
const READERS = 4;

/** What is wanted of one note, before it is read. */
export interface Wish {
	readonly path: string;
	/** The lines that it is about. */
	readonly edits: readonly LineEdit[];
	/** Makes the edits on the note's text, without writing anything. */
	readonly apply: (text: string) => EditResult;
}

/** What is to be written, and what can't be. */
export interface Plan extends Tally {
	readonly notes: readonly PlannedNote[];
}

/** What planning works with. */
export interface PlanningParts {
	readonly read: (path: string) => Promise<NoteText>;
	readonly work: Work;
	/** Is told what `apply` threw. */
	readonly reportError: (error: unknown) => void;
}

/**
 * Reads the notes of a piece of work and makes its edits on their texts, so that conflicts
 * and failures are known before anything is written. Notes without an edit are left out; so
 * are, once the work is stopped, those that were not read by then.
 */
export async function planNotes(wishes: readonly Wish[], parts: PlanningParts): Promise<Plan> {
	const { work } = parts;
	const plans: Plan[] = [];
	const waiting = wishes.entries();
	const readOn = async (): Promise<void> => {
		for (const [at, wish] of waiting) {
			if (work.isStopped) return;
			plans[at] = await planNote(wish, parts);
			await work.step();
		}
	};
	work.begin('read', wishes.length);
	await Promise.all(Array.from({ length: READERS }, readOn));
	const made = plans.filter((plan) => plan !== undefined);
	return { ...joinTallies(made), notes: made.flatMap(({ notes }) => notes) };
}

const NO_PLAN: Plan = { ...EMPTY_TALLY, notes: [] };

async function planNote(wish: Wish, { read, reportError }: PlanningParts): Promise<Plan> {
	const note = await read(wish.path);
	if (note.status === 'gone') return { ...NO_PLAN, conflicts: conflictsOfGone(wish.edits) };
	if (note.status === 'failed') return failedPlan(wish, note.reason);
	try {
		return planText(wish, note.text);
	} catch (error) {
		reportError(error);
		return failedPlan(wish, reasonOf(error));
	}
}

function planText({ path, apply }: Wish, text: string): Plan {
	const { made, inverse, conflicts, text: after } = apply(text);
	const note = { path, edits: made, inverse, before: digest(text), after: digest(after), isWritten: false };
	return { ...NO_PLAN, conflicts, notes: made.length > 0 ? [note] : [] };
}

function failedPlan({ path, edits }: Wish, reason: string): Plan {
	return { ...NO_PLAN, failures: [{ path, reason, edits }] };
}

/** Each of the edits of a note that is gone, as a conflict. */
export function conflictsOfGone(edits: readonly LineEdit[]): Conflict[] {
	return edits.map((edit) => ({ edit, cause: 'no-note', now: null }));
}
