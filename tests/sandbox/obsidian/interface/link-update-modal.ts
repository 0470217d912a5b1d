import type { App } from '../app';
import { ConfirmationModal } from './confirmation-modal';

/**
 * Asks whether the links to what was renamed are to follow, as the app does for a user who
 * switched "Automatically update internal links" off. A dialog that is closed means no.
 */
export function askForLinkUpdate(app: App, notes: number): Promise<boolean> {
	return new Promise((resolve) => {
		const modal = new ConfirmationModal(app);
		modal.setTitle('Update links');
		modal.setContent(`Do you want to update the links in ${notes} ${notes === 1 ? 'file' : 'files'}?`);
		const choose = (text: string, choice: () => void): void => {
			modal.addButton(button => button.setButtonText(text).onClick(choice));
		};
		choose('Always update', () => {
			app.vault.setConfig('alwaysUpdateLinks', true);
			resolve(true);
		});
		choose('Just once', () => { resolve(true); });
		modal.addCancelButton('Do not update');
		modal.setCloseCallback(() => { resolve(false); });
		modal.open();
	});
}
