import { ConfirmationModal, type App } from 'obsidian';
import { putAwayAction, type Choice } from '../core/actions';

/** A decision that touches more lines than this is announced first. */
const MOST_UNASKED = 20;

/** Whether the user is to be asked before a decision is made. */
export function isBulk(choices: readonly Choice[]): boolean {
	return choices.length > MOST_UNASKED;
}

/** Asks the user whether a decision may go ahead. */
export function agreesTo(app: App, choices: readonly Choice[]): Promise<boolean> {
	const name = choices[0]?.action.name ?? '';
	const duplicates = choices.filter(({ action }) => action === putAwayAction).length;
	const count = choices.length - duplicates;
	return new Promise((resolve) => {
		const modal = new ConfirmationModal(app);
		modal.setTitle(`${name} ${count === 1 ? 'this proposed task' : `${count} proposed tasks`}?`);
		modal.setContent(`${duplicates === 0 ? '' : `${countDuplicates(duplicates)} put away with ${count === 1 ? 'it' : 'them'}. `}You can take this back in one step.`);
		modal.addButton((button) => button.setButtonText(count === 1 ? name : `${name} ${count}`).setCta().onClick(() => resolve(true)));
		modal.addCancelButton('Cancel');
		modal.setCloseCallback(() => resolve(false));
		modal.open();
	});
}

function countDuplicates(count: number): string {
	return count === 1 ? '1 duplicate is' : `${count} duplicates are`;
}
