import type * as Api from 'obsidian-api';
import { ValueComponent } from './base-component';

/** A colour. `setValue` calls the change handler when the value changes. */
export class ColorComponent extends ValueComponent<string> implements Api.ColorComponent {
	private readonly inputEl: HTMLInputElement;
	private handler: ((value: string) => unknown) | null = null;
	private last = '#000000';

	constructor(containerEl: HTMLElement) {
		super();
		this.inputEl = containerEl.createEl('input', { type: 'color' });
		this.inputEl.addEventListener('change', () => { this.changed(); });
	}

	override setDisabled(disabled: boolean): this {
		this.inputEl.disabled = disabled;
		return super.setDisabled(disabled);
	}

	getValue(): string {
		return this.inputEl.value;
	}

	getValueRgb(): Api.RGB {
		const [r = 0, g = 0, b = 0] = [1, 3, 5].map(at => parseInt(this.getValue().slice(at, at + 2), 16));
		return { r, g, b };
	}

	getValueHsl(): Api.HSL {
		return toHsl(this.getValueRgb());
	}

	setValue(value: string): this {
		this.inputEl.value = value;
		this.changed();
		return this;
	}

	setValueRgb(rgb: Api.RGB): this {
		return this.setValue(toHex(rgb));
	}

	setValueHsl(hsl: Api.HSL): this {
		return this.setValue(toHex(toRgb(hsl)));
	}

	onChange(callback: (value: string) => unknown): this {
		this.handler = callback;
		return this;
	}

	private changed(): void {
		if (this.getValue() === this.last) return;
		this.last = this.getValue();
		this.handler?.(this.last);
	}
}

function toHex({ r, g, b }: Api.RGB): string {
	return `#${[r, g, b].map(part => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

function toRgb({ h, s, l }: Api.HSL): Api.RGB {
	const reach = (s / 100) * Math.min(l / 100, 1 - l / 100);
	const channel = (n: number): number => {
		const k = (n + h / 30) % 12;
		return 255 * (l / 100 - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
	};
	return { r: channel(0), g: channel(8), b: channel(4) };
}

function toHsl({ r, g, b }: Api.RGB): Api.HSL {
	const [red, green, blue] = [r / 255, g / 255, b / 255];
	const max = Math.max(red, green, blue);
	const range = max - Math.min(red, green, blue);
	const l = max - range / 2;
	const s = range === 0 ? 0 : range / (1 - Math.abs(2 * l - 1));
	const sixth = range === 0 ? 0 : max === red ? ((green - blue) / range) % 6 : max === green ? (blue - red) / range + 2 : (red - green) / range + 4;
	return { h: (sixth * 60 + 360) % 360, s: s * 100, l: l * 100 };
}
