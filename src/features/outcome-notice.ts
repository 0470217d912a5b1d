import { Notice } from 'obsidian';
import type { ActionRunner } from '../obsidian/action-runner';
import type { OpenConflict } from '../obsidian/open-conflicts';
import type { Outcome } from '../obsidian/outcome';
import { words } from '../words/words';
import { describeOutcome } from './outcome-text';

/** Milliseconds; long enough to read what failed. */
const SHOWN_MS = 8000;

/** Tells what a command did, with a button that takes just this back, and for each line that has changed what to do. What a recovery found stays until it is read. */
export function showOutcome(outcome: Outcome, runner: ActionRunner): void {
	const { summary, problems } = describeOutcome(outcome);
	const open = runner.state.conflicts.filter(({ conflict }) => outcome.conflicts.includes(conflict));
	const text = createFragment((fragment) => {
		fragment.createDiv({ text: summary });
		for (const problem of problems) fragment.createDiv({ text: problem });
	});
	if (outcome.kind !== 'undone' && outcome.decision !== null) addUndo(text, outcome.decision, runner);
	const isToBeRead = problems.length > 0 && (outcome.isRecovery || open.length > 0);
	const notice = new Notice(text, isToBeRead ? 0 : SHOWN_MS);
	for (const each of open.filter(({ action }) => action !== null)) addAnswers(notice, each, runner);
}

function addUndo(text: DocumentFragment, decision: number, runner: ActionRunner): void {
	const button = text.createEl('button', { cls: 'ratify-notice-button', text: words.controls.undo });
	button.addEventListener('click', () => void undo(decision, runner));
}

/** A notice closes with the first answer; what is left unanswered waits in the review. */
function addAnswers(notice: Notice, open: OpenConflict, runner: ActionRunner): void {
	const answers = notice.messageEl.createDiv({ cls: 'ratify-notice-answers' });
	answers.createEl('button', { cls: 'ratify-notice-button', text: words.controls.applyToNew }).addEventListener('click', () => void apply(open, runner));
	answers.createEl('button', { cls: 'ratify-notice-button', text: words.controls.skip }).addEventListener('click', () => runner.skip([open.id]));
}

async function apply(open: OpenConflict, runner: ActionRunner): Promise<void> {
	const outcome = await runner.applyToNewText(open);
	if (outcome) showOutcome(outcome, runner);
	else new Notice(words.outcomes.lineGone);
}

async function undo(decision: number, runner: ActionRunner): Promise<void> {
	const undone = await runner.undo(decision);
	if (undone) showOutcome(undone, runner);
	else new Notice(words.outcomes.takenBackBefore);
}
