import { Notice } from 'obsidian';
import type { ActionRunner, Outcome } from '../obsidian/action-runner';
import { describeOutcome } from './outcome-text';

/** Milliseconds; long enough to read what failed. */
const SHOWN_MS = 8000;

/** Tells what a command did, with a button that takes just this back. */
export function showOutcome(outcome: Outcome, runner: ActionRunner): void {
	const { summary, problems } = describeOutcome(outcome);
	const text = createFragment((fragment) => {
		fragment.createDiv({ text: summary });
		for (const problem of problems) fragment.createDiv({ text: problem });
	});
	if (outcome.decision) addUndo(text, outcome, runner);
	new Notice(text, SHOWN_MS);
}

function addUndo(text: DocumentFragment, outcome: Outcome, runner: ActionRunner): void {
	const button = text.createEl('button', { cls: 'ratify-notice-undo', text: 'Undo' });
	button.addEventListener('click', () => void undo(outcome, runner));
}

/** Undo goes by order, so a notice that was overtaken by another decision must not take that one back. */
async function undo({ decision }: Outcome, runner: ActionRunner): Promise<void> {
	if (runner.state.journal.decided.at(-1) !== decision) {
		new Notice('Something was decided after this. Undo that first.');
		return;
	}
	const undone = await runner.undo();
	if (undone) showOutcome(undone, runner);
}
