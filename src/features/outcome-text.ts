import type { Conflict } from '../core/edit';
import { noteName } from '../core/note';
import type { Outcome } from '../obsidian/action-runner';

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
		...outcome.conflicts.map((conflict) => `${noteName(conflict.edit.path)}: ${describeConflict(conflict)}`),
		...outcome.failures.map(({ path, reason }) => `${noteName(path)}: ${reason}`),
		...outcome.unsaved.map(({ path, reason }) => `${noteName(path)}: changed in the editor, but not saved yet: ${reason}`),
	];
	return { summary: summarize(outcome), problems };
}

/** Why an edit was not made, without the name of its note. */
export function describeConflict({ edit, cause, now }: Conflict): string {
	if (edit.before === null) return `The place of the deleted line was not found. It read “${quote(edit.after ?? '')}”.`;
	switch (cause) {
		case 'changed': return `The line has changed since. It now reads “${quote(now ?? '')}”.`;
		case 'gone': return 'The line is no longer there.';
		case 'several': return 'Several lines read so now, and it is not certain which is meant.';
	}
}

function summarize({ done, made }: Outcome): string {
	if (made.length === 0) return 'Nothing was changed.';
	return made.length === 1 ? `${done}.` : `${done}: ${made.length} tasks.`;
}

function quote(line: string): string {
	const text = line.trim();
	return text.length > MOST_QUOTED ? `${text.slice(0, MOST_QUOTED)}…` : text;
}
