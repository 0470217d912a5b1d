import type * as Api from 'obsidian-api';
import moment from 'moment';
import { ValueComponent } from './base-component';
import { setIcon } from '../interface/icons';

/** A control around an input. `setValue` does not call the change handler: only the user does. */
export class AbstractTextComponent<T extends HTMLInputElement | HTMLTextAreaElement> extends ValueComponent<string> implements Api.AbstractTextComponent<T> {
	private handler: ((value: string) => unknown) | null = null;

	constructor(readonly inputEl: T) {
		super();
		inputEl.addEventListener('input', () => { this.onChanged(); });
	}

	override setDisabled(disabled: boolean): this {
		this.inputEl.disabled = disabled;
		return super.setDisabled(disabled);
	}

	getValue(): string {
		return this.inputEl.value;
	}

	setValue(value: string): this {
		this.inputEl.value = value;
		return this;
	}

	setPlaceholder(placeholder: string): this {
		this.inputEl.placeholder = placeholder;
		return this;
	}

	onChanged(): void {
		this.handler?.(this.getValue());
	}

	onChange(callback: (value: string) => unknown): this {
		this.handler = callback;
		return this;
	}
}

/** One line of text. */
export class TextComponent extends AbstractTextComponent<HTMLInputElement> implements Api.TextComponent {
	constructor(containerEl: HTMLElement) {
		super(containerEl.createEl('input', { type: 'text', attr: { spellcheck: 'false' } }));
	}
}

/** Several lines of text. */
export class TextAreaComponent extends AbstractTextComponent<HTMLTextAreaElement> implements Api.TextAreaComponent {
	constructor(containerEl: HTMLElement) {
		super(containerEl.createEl('textarea', { attr: { spellcheck: 'false' } }));
	}
}

/** A search field with a button that clears it. */
export class SearchComponent extends AbstractTextComponent<HTMLInputElement> implements Api.SearchComponent {
	readonly clearButtonEl: HTMLElement;

	constructor(containerEl: HTMLElement) {
		const wrapper = containerEl.createDiv('search-input-container');
		super(wrapper.createEl('input', { type: 'search', attr: { spellcheck: 'false', enterkeyhint: 'search' } }));
		this.clearButtonEl = wrapper.createDiv({ cls: 'search-input-clear-button', attr: { 'aria-label': 'Clear search' } });
		setIcon(this.clearButtonEl, 'x');
		this.clearButtonEl.hide();
		this.clearButtonEl.addEventListener('click', () => {
			this.setValue('');
			this.onChanged();
			this.inputEl.focus();
		});
	}

	override setValue(value: string): this {
		super.setValue(value);
		this.clearButtonEl.toggle(value !== '');
		return this;
	}

	override onChanged(): void {
		this.clearButtonEl.toggle(this.getValue() !== '');
		super.onChanged();
	}
}

/** A date format with a live sample. */
export class MomentFormatComponent extends TextComponent implements Api.MomentFormatComponent {
	sampleEl: HTMLElement = createSpan();
	private defaultFormat = '';

	setDefaultFormat(defaultFormat: string): this {
		this.defaultFormat = defaultFormat;
		this.setPlaceholder(defaultFormat);
		this.updateSample();
		return this;
	}

	setSampleEl(sampleEl: HTMLElement): this {
		this.sampleEl = sampleEl;
		this.updateSample();
		return this;
	}

	override setValue(value: string): this {
		super.setValue(value);
		this.updateSample();
		return this;
	}

	override onChanged(): void {
		super.onChanged();
		this.updateSample();
	}

	updateSample(): void {
		this.sampleEl.setText(moment().format(this.getValue() || this.defaultFormat));
	}
}
