import { Notice } from 'obsidian';
import type { ActionRunner, Outcome } from '../obsidian/action-runner';
import { describeOutcome } from './outcome-text';

/** Milliseconds; long enough to read what failed. */
const SHOWN_MS = 8000;

/** Tells what a command did, with a button that takes it back. */
export function showOutcome(outcome: Outcome, runner: ActionRunner): void {
	const { summary, problems } = describeOutcome(outcome);
	const text = createFragment((fragment) => {
		fragment.createDiv({ text: summary });
		for (const problem of problems) fragment.createDiv({ text: problem });
	});
	if (outcome.made.length > 0) addUndo(text, runner);
	const notice = new Notice(text, SHOWN_MS);
	notice.messageEl.addClass('ratify-notice');
}

function addUndo(text: DocumentFragment, runner: ActionRunner): void {
	const button = text.createEl('button', { cls: 'ratify-notice-undo', text: 'Undo' });
	button.addEventListener('click', () => {
		void runner.undo().then((outcome) => outcome && new Notice(describeOutcome(outcome).summary));
	});
}
