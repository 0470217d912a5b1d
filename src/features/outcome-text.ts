import type { Conflict } from '../core/edit';
import { noteName } from '../core/note';
import { shorten } from '../core/shorten';
import { countPutAway, type Outcome } from '../obsidian/outcome';
import { words } from '../words/words';

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
		...outcome.altered.map((path) => `${noteName(path)}: ${words.outcomes.altered}`),
		...outcome.failures.map(({ path, reason }) => `${noteName(path)}: ${reason}`),
		...outcome.unsaved.map(({ path, reason }) => `${noteName(path)}: ${words.outcomes.unsaved({ reason })}`),
	];
	return { summary: outcome.isRecovery ? summarizeRecovery(outcome) : summarize(outcome), problems };
}

/** Names, as on a button, the way on without the notes that failed; null where there is none. */
export function nameRest({ rest }: Outcome): string | null {
	const [first] = rest;
	if (!first) return null;
	// What repeats a task is not counted beside it.
	const count = rest.filter(({ action }) => action === first.action).length;
	return words.actions[first.action.id].rest({ count });
}

/** Why an edit was not made, without the name of its note. */
export function describeConflict({ edit, cause, now }: Conflict): string {
	if (cause === 'no-note') return words.outcomes.noteGone;
	if (edit.before === null) return words.outcomes.noPlace({ line: quote(edit.after ?? '') });
	switch (cause) {
		case 'changed': return words.outcomes.lineChanged({ line: quote(now ?? '') });
		case 'gone': return words.outcomes.lineGone;
		case 'several': return words.outcomes.severalLines;
	}
}

/** A line of which a crash left it unknown whether it was written, and what it says now. */
export function describeUnsettled(conflict: Conflict): string {
	const { before, after } = conflict.edit;
	return `${words.outcomes.unsettled({ line: quote(before ?? after ?? '') })} ${describeConflict(conflict)}`;
}

function summarize(outcome: Outcome): string {
	const { kind, done, made, failures, counts, isMark, isStopped, decision } = outcome;
	const stood = { what: counts, count: made.length };
	if (isMark) return decision === null ? words.outcomes.saidBefore : `${done}.`;
	const hasFailed = isStopped || failures.length > 0;
	if (made.length === 0) return isStopped ? words.outcomes.stoppedBefore : words.outcomes.nothing;
	if (kind === 'decided' && hasFailed) return isStopped ? words.outcomes.stoppedInPart(stood) : words.outcomes.failedInPart(stood);
	const said = summarizeMade(outcome, kind === 'decided' ? countPutAway(outcome) : 0);
	return isStopped ? `${said} ${words.outcomes.stoppedWithin}` : said;
}

function summarizeMade({ done, made, counts }: Outcome, putAway: number): string {
	const decided = made.length - putAway;
	const said = decided === 0 ? [] : [`${decided === 1 ? done : words.outcomes.doneTo({ done, what: counts, count: decided })}.`];
	return [...said, ...(putAway === 0 ? [] : [words.outcomes.putAway({ duplicates: putAway })])].join(' ');
}

function summarizeRecovery({ kind, done, made, failures, conflicts, altered, counts }: Outcome): string {
	const { recovery } = words;
	const stood = { what: counts, count: made.length };
	if (kind !== 'decided') return kind === 'undone' ? recovery.undoCut({ done, ...stood }) : recovery.redoCut({ done, ...stood });
	const head = recovery.cut({ done });
	if (failures.length > 0) return `${head} ${recovery.notPutBack}`;
	if (made.length + conflicts.length > 0) return `${head} ${recovery.partPutBack(stood)}`;
	return `${head} ${altered.length > 0 ? recovery.linesAsBefore : recovery.notesAsBefore}`;
}

function quote(line: string): string {
	return shorten(line.trim(), MOST_QUOTED);
}
