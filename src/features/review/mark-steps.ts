import { invertChange, type MarkChange, type StoredMark } from '../../core/stored-marks';

/** What the user said of duplicates, as a step that can be taken back. */
export interface MarkStep {
	/** As reported: "Taken out of the group." */
	readonly done: string;
	readonly back: MarkChange;
	/** The id of the latest decision that could be taken back then, so that steps and decisions go back in their order; 0 for none. */
	readonly after: number;
}

/** What is said of the latest step, or of the one that was just taken back. */
export interface StepNotice {
	readonly text: string;
	/** Whether it can be taken back. */
	readonly isStep: boolean;
}

/** The step that a change of these marks is. */
export function makeStep(done: string, marks: readonly StoredMark[], change: MarkChange, after: number): MarkStep {
	return { done, back: invertChange(marks, change), after };
}

/** The step that is next to be taken back; null where a decision is. @param latest the id of the decision that would be, 0 for none */
export function stepToUndo(steps: readonly MarkStep[], latest: number): MarkStep | null {
	const last = steps.at(-1);
	return last && last.after >= latest ? last : null;
}
