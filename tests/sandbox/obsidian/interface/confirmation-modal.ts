import type * as Api from 'obsidian-api';
import type { App } from '../app';
import { ButtonComponent } from '../settings/button-components';
import { Modal } from './modal';

/** A button of a confirmation: it closes the dialog when its handler has settled, unless that gives something truthy. */
export class ConfirmationButton extends ButtonComponent implements Api.ConfirmationButton {
	constructor(containerEl: HTMLElement, private readonly modal: ConfirmationModal) {
		super(containerEl);
	}

	setInitialFocus(): this {
		this.modal.initialFocusEl = this.buttonEl;
		return this;
	}

	setSecondary(): this {
		this.buttonEl.addClass('mod-secondary');
		return this;
	}

	setCancel(): this {
		this.buttonEl.addClass('mod-cancel');
		return this;
	}

	protected override async click(event: MouseEvent): Promise<unknown> {
		const keepOpen = await super.click(event);
		if (!keepOpen) this.modal.close();
		return keepOpen;
	}
}

/** A question with buttons below it. */
export class ConfirmationModal extends Modal implements Omit<Api.ConfirmationModal, keyof Api.Modal | 'addClass' | 'addCheckbox' | 'addButton' | 'addCancelButton'> {
	readonly buttonContainerEl: HTMLElement;
	/** What has the focus when the dialog opens. */
	initialFocusEl: HTMLElement | null = null;
	private checkboxContainerEl: HTMLElement | null = null;

	constructor(app: App) {
		super(app);
		this.modalEl.addClass('mod-confirmation');
		this.buttonContainerEl = this.modalEl.createDiv('modal-button-container');
	}

	override open(): void {
		super.open();
		this.initialFocusEl?.focus();
	}

	addClass(cls: string): this {
		this.modalEl.addClass(cls);
		return this;
	}

	addCheckbox(label: string, cb: (value: boolean) => unknown): this {
		this.checkboxContainerEl ??= this.modalEl.createDiv('modal-checkbox-container');
		this.modalEl.insertBefore(this.checkboxContainerEl, this.buttonContainerEl);
		const labelEl = this.checkboxContainerEl.createEl('label', 'mod-checkbox');
		const inputEl = labelEl.createEl('input', { type: 'checkbox' });
		labelEl.appendText(label);
		inputEl.addEventListener('change', () => cb(inputEl.checked));
		return this;
	}

	addButton(cb: (btn: ConfirmationButton) => unknown): this {
		cb(new ConfirmationButton(this.buttonContainerEl, this));
		return this;
	}

	addCancelButton(text = 'Cancel'): this {
		return this.addButton(button => button.setButtonText(text).setCancel());
	}
}
