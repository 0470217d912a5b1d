import { putAwayAction, type Choice } from '../core/actions';
import type { Conflict, LineEdit } from '../core/edit';
import type { Proposal } from '../core/proposal';

/** A note that could not be read or written, and why. */
export interface Failure {
	readonly path: string;
	readonly reason: string;
	readonly edits: readonly LineEdit[];
}

/** A note that holds edits in an open editor, but is not saved yet, and why. */
export interface Unsaved {
	readonly path: string;
	readonly reason: string;
}

/** What became of edits of several notes. */
export interface Tally {
	readonly made: readonly LineEdit[];
	/** Lines that read differently now, and were left alone. */
	readonly conflicts: readonly Conflict[];
	readonly failures: readonly Failure[];
	readonly unsaved: readonly Unsaved[];
}

export const EMPTY_TALLY: Tally = { made: [], conflicts: [], failures: [], unsaved: [] };

/** What a run did. After a decision that failed or was cut short, `made` is what could not be taken back and stands. */
export interface Outcome extends Tally {
	readonly kind: 'decided' | 'undone' | 'redone';
	/** As reported: "Confirmed", "Taken back"; of a recovery, what was cut short. */
	readonly done: string;
	/** The decision in the journal that this was about; null where nothing was made of it. */
	readonly decision: number | null;
	/** What the user chose; none where lines were put back or made again as they were. */
	readonly choices: readonly Choice[];
	/** What its edits are counted as. */
	readonly counts: 'tasks' | 'lines';
	/** Whether it was about what is one task, which no line says. */
	readonly isMark: boolean;
	/** Whether the user stopped it in the middle. */
	readonly isStopped: boolean;
	/** Whether it finishes what an earlier session left open. */
	readonly isRecovery: boolean;
	/** Paths of notes that a recovery found changed in more than its lines: by others since, or cut off by the crash. */
	readonly altered: readonly string[];
	/** After a decision that failed and of which nothing stands: its choices in the notes that did not fail, which can be made. */
	readonly rest: readonly Choice[];
}

/** Of a decision's choices, those that can be made though it failed as a whole; none where it did not, or anything of it stands. */
export function restOf(choices: readonly Choice[], { made, conflicts, failures }: Tally): readonly Choice[] {
	if (failures.length === 0 || made.length > 0) return [];
	const failed = new Set(failures.map(({ path }) => path));
	const inConflict = new Set(conflicts.map(({ edit }) => `${edit.path}\n${edit.before ?? ''}`));
	return choices.filter(({ proposal: { path, raw } }) => !failed.has(path) && !inConflict.has(`${path}\n${raw}`));
}

/** How many of the lines that a decision changed, or is to change, were put away as repetitions of others. */
export function countPutAway({ choices, conflicts, made }: Pick<Outcome, 'choices' | 'conflicts' | 'made'>): number {
	const inConflict = new Set(conflicts.map(({ edit }) => `${edit.path}\n${edit.before ?? ''}`));
	const isMade = ({ path, raw }: Proposal): boolean => !inConflict.has(`${path}\n${raw}`);
	const putAway = choices.filter(({ action, proposal, keeper }) => action === putAwayAction && isMade(proposal) && (!keeper || isMade(keeper)));
	return Math.min(putAway.length, made.length);
}

export function joinTallies(tallies: readonly Tally[]): Tally {
	return {
		made: tallies.flatMap(({ made }) => made),
		conflicts: tallies.flatMap(({ conflicts }) => conflicts),
		failures: tallies.flatMap(({ failures }) => failures),
		unsaved: tallies.flatMap(({ unsaved }) => unsaved),
	};
}

/** Why something failed, in words. */
export function reasonOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
