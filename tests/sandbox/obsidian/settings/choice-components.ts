import type * as Api from 'obsidian-api';
import { ValueComponent } from './base-component';
import { setTooltip } from '../interface/tooltip';

/** A switch. `setValue` calls the change handler when the value changes, as in the app. */
export class ToggleComponent extends ValueComponent<boolean> implements Api.ToggleComponent {
	readonly toggleEl: HTMLElement;
	private readonly inputEl: HTMLInputElement;
	private on = false;
	private handler: ((value: boolean) => unknown) | null = null;

	constructor(containerEl: HTMLElement) {
		super();
		this.toggleEl = containerEl.createDiv('checkbox-container');
		this.inputEl = this.toggleEl.createEl('input', { type: 'checkbox', attr: { tabindex: 0 } });
		this.toggleEl.addEventListener('click', event => {
			event.preventDefault();
			this.onClick();
		});
	}

	override setDisabled(disabled: boolean): this {
		this.toggleEl.toggleClass('is-disabled', disabled);
		this.inputEl.disabled = disabled;
		return super.setDisabled(disabled);
	}

	getValue(): boolean {
		return this.on;
	}

	setValue(on: boolean): this {
		if (this.on === on) return this;
		this.on = on;
		this.inputEl.checked = on;
		this.toggleEl.toggleClass('is-enabled', on);
		this.handler?.(on);
		return this;
	}

	setTooltip(tooltip: string, options?: Api.TooltipOptions): this {
		setTooltip(this.toggleEl, tooltip, options);
		return this;
	}

	onClick(): void {
		if (this.disabled) return;
		this.setValue(!this.on);
		// The prevented click of a checkbox puts its old state back when the event ends.
		this.toggleEl.win.setTimeout(() => { this.inputEl.checked = this.on; });
	}

	onChange(callback: (value: boolean) => unknown): this {
		this.handler = callback;
		return this;
	}
}

/** A choice of one among few. `setValue` does not call the change handler. */
export class DropdownComponent extends ValueComponent<string> implements Api.DropdownComponent {
	readonly selectEl: HTMLSelectElement;
	private handler: ((value: string) => unknown) | null = null;

	constructor(containerEl: HTMLElement) {
		super();
		this.selectEl = containerEl.createEl('select', 'dropdown');
		this.selectEl.addEventListener('change', () => this.handler?.(this.getValue()));
	}

	override setDisabled(disabled: boolean): this {
		this.selectEl.disabled = disabled;
		return super.setDisabled(disabled);
	}

	addOption(value: string, display: string): this {
		this.selectEl.createEl('option', { value, text: display });
		return this;
	}

	addOptions(options: Record<string, string>): this {
		for (const [value, display] of Object.entries(options)) this.addOption(value, display);
		return this;
	}

	getValue(): string {
		return this.selectEl.value;
	}

	setValue(value: string): this {
		this.selectEl.value = value;
		return this;
	}

	onChange(callback: (value: string) => unknown): this {
		this.handler = callback;
		return this;
	}
}

/** A number between limits. `setValue` calls the change handler when the value changes. */
export class SliderComponent extends ValueComponent<number> implements Api.SliderComponent {
	readonly sliderEl: HTMLInputElement;
	private handler: ((value: number) => unknown) | null = null;
	private format: (value: number) => string = String;
	private instant = false;
	private last = NaN;

	constructor(containerEl: HTMLElement) {
		super();
		this.sliderEl = containerEl.createEl('input', { cls: 'slider', type: 'range' });
		this.sliderEl.addEventListener('change', () => { this.changed(); });
		this.sliderEl.addEventListener('input', () => { if (this.instant) this.changed(); });
	}

	override setDisabled(disabled: boolean): this {
		this.sliderEl.disabled = disabled;
		return super.setDisabled(disabled);
	}

	setInstant(instant: boolean): this {
		this.instant = instant;
		return this;
	}

	setLimits(min: number | null, max: number | null, step: number | 'any'): this {
		this.sliderEl.setAttrs({ min, max, step });
		return this;
	}

	getValue(): number {
		return this.sliderEl.valueAsNumber;
	}

	setValue(value: number): this {
		this.last = this.getValue();
		this.sliderEl.value = String(value);
		this.changed();
		return this;
	}

	getValuePretty(): string {
		return this.format(this.getValue());
	}

	setDisplayFormat(format: (value: number) => string): this {
		this.format = format;
		return this;
	}

	setDynamicTooltip(): this {
		this.sliderEl.addEventListener('input', () => { setTooltip(this.sliderEl, this.getValuePretty()); });
		return this;
	}

	onChange(callback: (value: number) => unknown): this {
		this.handler = callback;
		return this;
	}

	private changed(): void {
		const value = this.getValue();
		if (value === this.last) return;
		this.last = value;
		this.handler?.(value);
	}
}

/** How far something has come, from 0 to 100. */
export class ProgressBarComponent extends ValueComponent<number> implements Api.ProgressBarComponent {
	private readonly lineEl: HTMLElement;
	private value = 0;

	constructor(containerEl: HTMLElement) {
		super();
		this.lineEl = containerEl.createDiv('setting-progress-bar').createDiv('setting-progress-bar-inner');
	}

	getValue(): number {
		return this.value;
	}

	setValue(value: number): this {
		this.value = value;
		this.lineEl.setCssProps({ width: `${value}%` });
		return this;
	}
}
