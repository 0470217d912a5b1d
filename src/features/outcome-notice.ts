import { Notice } from 'obsidian';
import type { ActionRunner } from '../obsidian/action-runner';
import type { Outcome } from '../obsidian/outcome';
import { describeOutcome } from './outcome-text';

/** Milliseconds; long enough to read what failed. */
const SHOWN_MS = 8000;

/** Tells what a command did, with a button that takes just this back. What a recovery found stays until it is read. */
export function showOutcome(outcome: Outcome, runner: ActionRunner): void {
	const { summary, problems } = describeOutcome(outcome);
	const text = createFragment((fragment) => {
		fragment.createDiv({ text: summary });
		for (const problem of problems) fragment.createDiv({ text: problem });
	});
	if (outcome.kind !== 'undone' && outcome.decision !== null) addUndo(text, outcome.decision, runner);
	new Notice(text, outcome.isRecovery && problems.length > 0 ? 0 : SHOWN_MS);
}

function addUndo(text: DocumentFragment, decision: number, runner: ActionRunner): void {
	const button = text.createEl('button', { cls: 'ratify-notice-undo', text: 'Undo' });
	button.addEventListener('click', () => void undo(decision, runner));
}

async function undo(decision: number, runner: ActionRunner): Promise<void> {
	const undone = await runner.undo(decision);
	if (undone) showOutcome(undone, runner);
	else new Notice('This was taken back already.');
}
