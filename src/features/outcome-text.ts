import type { Conflict } from '../core/edit';
import { noteName } from '../core/note';
import { shorten } from '../core/shorten';
import { countPutAway, type Outcome } from '../obsidian/outcome';

/** An outcome in the user's words. */
export interface OutcomeText {
	/** What happened: "Confirmed." or "Confirmed: 4 tasks." */
	readonly summary: string;
	/** What did not, line by line, and why. */
	readonly problems: readonly string[];
}

const MOST_QUOTED = 400;

/** Says what a run did and what it left alone. */
export function describeOutcome(outcome: Outcome): OutcomeText {
	const problems = [
		...outcome.conflicts.map((conflict) => `${noteName(conflict.edit.path)}: ${outcome.isRecovery ? describeUnsettled(conflict) : describeConflict(conflict)}`),
		...outcome.altered.map((path) => `${noteName(path)}: Something else in this note has changed since, or was cut off as it was written. Please look it over.`),
		...outcome.failures.map(({ path, reason }) => `${noteName(path)}: ${reason}`),
		...outcome.unsaved.map(({ path, reason }) => `${noteName(path)}: changed in the editor, but not saved yet: ${reason}`),
	];
	return { summary: outcome.isRecovery ? summarizeRecovery(outcome) : summarize(outcome), problems };
}

/** Names, as on a button, the way on without the notes that failed; null where there is none. */
export function nameRest({ rest }: Outcome): string | null {
	const [first] = rest;
	if (!first) return null;
	// What repeats a task is not counted beside it.
	const count = rest.filter(({ action }) => action === first.action).length;
	return `${first.action.name} the other ${count === 1 ? 'one' : count}`;
}

/** Why an edit was not made, without the name of its note. */
export function describeConflict({ edit, cause, now }: Conflict): string {
	if (cause === 'no-note') return 'The note is no longer there.';
	if (edit.before === null) return `The place for the line “${quote(edit.after ?? '')}” was not found.`;
	switch (cause) {
		case 'changed': return `The line has changed since. It now reads “${quote(now ?? '')}”.`;
		case 'gone': return 'The line is no longer there.';
		case 'several': return 'Other lines read the same, or did, and it is not certain which is meant.';
	}
}

/** A line of which a crash left it unknown whether it was written, and what it says now. */
export function describeUnsettled(conflict: Conflict): string {
	const { before, after } = conflict.edit;
	return `It is not certain whether “${quote(before ?? after ?? '')}” was changed, so it was left alone. ${describeConflict(conflict)}`;
}

function summarize(outcome: Outcome): string {
	const { kind, done, made, failures, counts, isMark, isStopped, decision } = outcome;
	if (isMark) return decision === null ? 'You have said so already.' : `${done}.`;
	const hasFailed = isStopped || failures.length > 0;
	if (made.length === 0) return isStopped ? 'Stopped. Nothing was changed.' : 'Nothing was changed.';
	if (kind === 'decided' && hasFailed) return `${isStopped ? 'Stopped' : 'It failed'}, and ${countOf(counts, made.length)} could not be put back as ${made.length === 1 ? 'it was' : 'they were'}.`;
	const said = summarizeMade(outcome, kind === 'decided' ? countPutAway(outcome) : 0);
	return isStopped ? `${said} Stopped before the rest.` : said;
}

function summarizeMade({ done, made, counts }: Outcome, putAway: number): string {
	const decided = made.length - putAway;
	const duplicates = putAway === 0 ? '' : ` ${putAway === 1 ? '1 duplicate' : `${putAway} duplicates`} put away.`;
	if (decided === 0) return duplicates.trim();
	return `${decided === 1 ? `${done}.` : `${done}: ${countOf(counts, decided)}.`}${duplicates}`;
}

function summarizeRecovery({ kind, done, made, failures, conflicts, altered, counts }: Outcome): string {
	if (kind !== 'decided') return `The app was closed while a decision (“${done}”) was being ${kind === 'undone' ? 'taken back' : 'made again'}. It came as far as ${countOf(counts, made.length)}; what is left can be tried again.`;
	const head = `The app was closed in the middle of a decision (“${done}”).`;
	if (failures.length > 0) return `${head} It could not be put back everywhere.`;
	if (made.length + conflicts.length > 0) return `${head} What could be told was put back; ${countOf(counts, made.length)} stayed changed.`;
	return `${head} ${altered.length > 0 ? 'Its lines' : 'All notes'} are as they were before it.`;
}

/** "1 task", "3 lines". */
export function countOf(what: Outcome['counts'], count: number): string {
	return count === 1 ? `1 ${what.slice(0, -1)}` : `${count} ${what}`;
}

function quote(line: string): string {
	return shorten(line.trim(), MOST_QUOTED);
}
