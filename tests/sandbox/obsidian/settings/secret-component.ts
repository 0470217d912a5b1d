import type * as Api from 'obsidian-api';
import type { App } from '../app';
import { SuggestModal } from '../interface/suggest-modal';
import { BaseComponent } from './base-component';

/** A choice of one of the stored secrets. Its value is the secret's id; the secret itself never shows. */
export class SecretComponent extends BaseComponent implements Api.SecretComponent {
	private readonly buttonEl: HTMLButtonElement;
	private value = '';
	private handler: ((value: string) => unknown) | null = null;

	constructor(app: App, containerEl: HTMLElement) {
		super();
		this.buttonEl = containerEl.createDiv('secret-container').createEl('button', { text: 'Link...' });
		this.buttonEl.addEventListener('click', () => { new SecretPicker(app, id => { this.choose(id); }).open(); });
	}

	override setDisabled(disabled: boolean): this {
		this.buttonEl.disabled = disabled;
		return super.setDisabled(disabled);
	}

	setValue(value: string): this {
		this.value = value;
		this.buttonEl.setText(value === '' ? 'Link...' : value);
		return this;
	}

	onChange(cb: (value: string) => unknown): this {
		this.handler = cb;
		return this;
	}

	private choose(id: string): void {
		if (id === this.value) return;
		this.setValue(id);
		this.handler?.(id);
	}
}

/** Lists the ids of the secrets; a typed id that is not there becomes an empty secret. */
class SecretPicker extends SuggestModal<string> {
	constructor(app: App, private readonly choose: (id: string) => void) {
		super(app);
		this.setPlaceholder('Choose a secret, or type an id for a new one...');
		this.emptyStateText = 'An id has small letters, digits and dashes.';
	}

	getSuggestions(query: string): string[] {
		const known = this.app.secretStorage.listSecrets().filter(id => id.includes(query));
		return /^[a-z0-9-]+$/.test(query) && !known.includes(query) ? [...known, query] : known;
	}

	renderSuggestion(id: string, el: HTMLElement): void {
		el.setText(id);
	}

	onChooseSuggestion(id: string): void {
		if (this.app.secretStorage.getSecret(id) === null) this.app.secretStorage.setSecret(id, '');
		this.choose(id);
	}
}
