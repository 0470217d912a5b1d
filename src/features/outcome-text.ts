import type { Conflict } from '../core/edit';
import { noteName } from '../core/note';
import type { Outcome } from '../obsidian/action-runner';

/** An outcome in the user's words. */
export interface OutcomeText {
	/** What happened: "Confirmed." or "Confirmed 4." */
	readonly summary: string;
	/** What did not, line by line, and why. */
	readonly problems: readonly string[];
}

const MOST_QUOTED = 120;

/** Says what a run did and what it left alone. */
export function describeOutcome(outcome: Outcome): OutcomeText {
	const problems = [...outcome.conflicts.map(describeConflict), ...outcome.failures.map(({ path, reason }) => `${noteName(path)}: ${reason}`)];
	return { summary: summarize(outcome), problems };
}

function summarize({ done, made }: Outcome): string {
	if (made.length === 0) return 'Nothing was changed.';
	return made.length === 1 ? `${done}.` : `${done}: ${made.length} tasks.`;
}

function describeConflict({ edit, now }: Conflict): string {
	const note = noteName(edit.path);
	return now === null ? `${note}: the line is no longer there.` : `${note}: the line has changed since. It now reads “${quote(now)}”.`;
}

function quote(line: string): string {
	const text = line.trim();
	return text.length > MOST_QUOTED ? `${text.slice(0, MOST_QUOTED)}…` : text;
}
