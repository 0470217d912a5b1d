import type { App } from '../app';
import { ConfirmationModal } from './confirmation-modal';

/** Asks whether an `obsidian://` address that came from outside may be opened; closing the dialog means no. */
export function confirmUri(app: App, uri: string): Promise<boolean> {
	return new Promise(resolve => {
		const modal = new ConfirmationModal(app).setTitle('Open link').addClass('mod-uri');
		modal.setContent(createFragment(el => {
			el.createEl('p', { text: 'Another program wants to open this link in the vault.' });
			el.createEl('p').createEl('code', { text: uri });
		}));
		let agreed = false;
		modal.addButton(button => button.setButtonText('Open').setCta().onClick(() => { agreed = true; }));
		modal.addCancelButton();
		modal.setCloseCallback(() => { resolve(agreed); });
		modal.open();
	});
}
