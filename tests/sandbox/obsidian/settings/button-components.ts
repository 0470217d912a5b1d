import type * as Api from 'obsidian-api';
import { BaseComponent } from './base-component';
import { setIcon } from '../interface/icons';
import { setTooltip } from '../interface/tooltip';

/** A push button. It shows `mod-loading` while an asynchronous click handler runs. */
export class ButtonComponent extends BaseComponent implements Api.ButtonComponent {
	readonly buttonEl: HTMLButtonElement;
	private handler: ((event: MouseEvent) => unknown) | null = null;

	constructor(containerEl: HTMLElement) {
		super();
		this.buttonEl = containerEl.createEl('button');
		this.buttonEl.addEventListener('click', event => { void this.click(event); });
	}

	override setDisabled(disabled: boolean): this {
		this.buttonEl.disabled = disabled;
		return super.setDisabled(disabled);
	}

	setCta(): this {
		this.buttonEl.addClass('mod-cta');
		return this;
	}

	removeCta(): this {
		this.buttonEl.removeClass('mod-cta');
		return this;
	}

	setWarning(): this {
		this.buttonEl.addClass('mod-warning');
		return this;
	}

	setDestructive(): this {
		this.buttonEl.addClass('mod-destructive');
		return this;
	}

	removeDestructive(): this {
		this.buttonEl.removeClass('mod-destructive');
		return this;
	}

	setTooltip(tooltip: string, options?: Api.TooltipOptions): this {
		setTooltip(this.buttonEl, tooltip, options);
		return this;
	}

	setButtonText(name: string): this {
		this.buttonEl.setText(name);
		return this;
	}

	setIcon(icon: string): this {
		setIcon(this.buttonEl, icon);
		return this;
	}

	setClass(cls: string): this {
		this.buttonEl.addClass(cls);
		return this;
	}

	onClick(callback: (evt: MouseEvent) => unknown): this {
		this.handler = callback;
		return this;
	}

	/** Runs the handler and settles when it has; `mod-loading` shows meanwhile. */
	protected async click(event: MouseEvent): Promise<unknown> {
		const result = this.handler?.(event);
		if (!(result instanceof Promise)) return result;
		this.buttonEl.addClass('mod-loading');
		try {
			return await result;
		} finally {
			this.buttonEl.removeClass('mod-loading');
		}
	}
}

/** An icon at the end of a setting row. */
export class ExtraButtonComponent extends BaseComponent implements Api.ExtraButtonComponent {
	readonly extraSettingsEl: HTMLElement;
	private handler: (() => unknown) | null = null;

	constructor(containerEl: HTMLElement) {
		super();
		this.extraSettingsEl = containerEl.createDiv({ cls: 'clickable-icon extra-setting-button', attr: { tabindex: 0, role: 'button' } });
		setIcon(this.extraSettingsEl, 'settings');
		this.extraSettingsEl.addEventListener('click', () => { this.activate(); });
		this.extraSettingsEl.addEventListener('keydown', event => {
			if (event.key !== 'Enter' && event.key !== ' ') return;
			event.preventDefault();
			this.activate();
		});
	}

	override setDisabled(disabled: boolean): this {
		this.extraSettingsEl.toggleClass('is-disabled', disabled);
		return super.setDisabled(disabled);
	}

	setTooltip(tooltip: string, options?: Api.TooltipOptions): this {
		setTooltip(this.extraSettingsEl, tooltip, options);
		return this;
	}

	setIcon(icon: string): this {
		setIcon(this.extraSettingsEl, icon);
		return this;
	}

	onClick(callback: () => unknown): this {
		this.handler = callback;
		return this;
	}

	private activate(): void {
		if (!this.disabled) this.handler?.();
	}
}
