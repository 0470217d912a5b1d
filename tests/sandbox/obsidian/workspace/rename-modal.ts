import type { App } from '../app';
import { Modal } from '../interface/modal';
import { Notice } from '../interface/notice';
import type { TFile } from '../vault/files';
import { joinPath } from '../vault/paths';

/** Asks for a file's new name, and renames it with the links that lead to it. */
export class RenameModal extends Modal {
	constructor(app: App, private readonly file: TFile) {
		super(app);
		this.setTitle('File name');
	}

	override onOpen(): void {
		const input = this.contentEl.createEl('input', { type: 'text', cls: 'rename-input', value: this.file.basename });
		const buttons = this.modalEl.createDiv('modal-button-container');
		buttons.createEl('button', { cls: 'mod-cta', text: 'Save' }).addEventListener('click', () => void this.rename(input.value));
		buttons.createEl('button', { text: 'Cancel' }).addEventListener('click', () => { this.close(); });
		this.scope.register([], 'Enter', () => {
			void this.rename(input.value);
			return false;
		});
		input.select();
	}

	private async rename(name: string): Promise<void> {
		this.close();
		const { file } = this;
		try {
			await this.app.fileManager.renameFile(file, joinPath(file.parent?.path ?? '/', `${name.trim()}.${file.extension}`));
		} catch (error) {
			new Notice(error instanceof Error ? error.message : String(error));
		}
	}
}
