import { ConfirmationModal, type App } from 'obsidian';
import { putAwayAction, type Choice } from '../core/actions';
import { words } from '../words/words';

/** A decision that touches more lines than this is announced first. */
const MOST_UNASKED = 20;

/** Whether the user is to be asked before a decision is made. */
export function isBulk(choices: readonly Choice[]): boolean {
	return choices.length > MOST_UNASKED;
}

/** Asks the user whether a decision may go ahead. */
export function agreesTo(app: App, choices: readonly Choice[]): Promise<boolean> {
	const says = words.actions[choices[0]?.action.id ?? 'keep'];
	const duplicates = choices.filter(({ action }) => action === putAwayAction).length;
	const count = choices.length - duplicates;
	return new Promise((resolve) => {
		const modal = new ConfirmationModal(app);
		modal.setTitle(says.ask({ count }));
		modal.setContent([...(duplicates === 0 ? [] : [words.consent.putAway({ duplicates, count })]), words.consent.back].join(' '));
		modal.addButton((button) => button.setButtonText(says.count({ count })).setCta().onClick(() => resolve(true)));
		modal.addCancelButton(words.controls.cancel);
		modal.setCloseCallback(() => resolve(false));
		modal.open();
	});
}
