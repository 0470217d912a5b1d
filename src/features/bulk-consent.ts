import { ConfirmationModal, type App } from 'obsidian';
import type { Action } from '../core/actions';

/** A decision that touches more lines than this is announced first. */
const MOST_UNASKED = 20;

/** Whether a decision on so many proposals may go ahead; asks the user only where they are many. */
export function agreesTo(app: App, action: Action, count: number): Promise<boolean> {
	if (count <= MOST_UNASKED) return Promise.resolve(true);
	return new Promise((resolve) => {
		const modal = new ConfirmationModal(app);
		modal.setTitle(`${action.name} ${count} proposed tasks?`);
		modal.setContent('You can take this back in one step.');
		modal.addButton((button) => button.setButtonText(`${action.name} ${count}`).setCta().onClick(() => resolve(true)));
		modal.addCancelButton('Cancel');
		modal.setCloseCallback(() => resolve(false));
		modal.open();
	});
}
