import type { Scope } from './scope';

interface Owner<T> {
	renderSuggestion(value: T, el: HTMLElement): void;
	selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void;
}

/** The list of suggestions in a prompt or popover: one row is selected; keys and mouse move it and choose. */
export class SuggestList<T> {
	private values: T[] = [];
	private rows: HTMLElement[] = [];
	private selected = 0;

	constructor(private readonly owner: Owner<T>, readonly containerEl: HTMLElement, scope: Scope) {
		const move = (by: number): false => {
			this.select(this.selected + by);
			return false;
		};
		scope.register([], 'ArrowDown', () => move(1));
		scope.register([], 'ArrowUp', () => move(-1));
		scope.register(['Ctrl'], 'n', () => move(1));
		scope.register([], 'PageDown', () => move(10));
		scope.register([], 'PageUp', () => move(-10));
		scope.register([], 'Enter', event => {
			if (!event.isComposing) this.choose(event);
			return false;
		});
		containerEl.addEventListener('mousedown', event => { event.preventDefault(); });
	}

	get length(): number {
		return this.values.length;
	}

	setValues(values: T[]): void {
		this.values = values;
		this.containerEl.empty();
		this.rows = values.map((value, i) => this.renderRow(value, i));
		this.select(0);
	}

	/** Shows a text in place of suggestions. */
	setMessage(message: string): void {
		this.setValues([]);
		this.containerEl.createDiv({ cls: 'suggestion-empty', text: message });
	}

	/** Chooses the selected row; false where there is none. */
	choose(event: MouseEvent | KeyboardEvent): boolean {
		const value = this.values[this.selected];
		if (value === undefined) return false;
		this.owner.selectSuggestion(value, event);
		return true;
	}

	/** The app's name for the same, which plugins call from keys of their own. */
	useSelectedItem(event: MouseEvent | KeyboardEvent): boolean {
		return this.choose(event);
	}

	private renderRow(value: T, index: number): HTMLElement {
		const row = this.containerEl.createDiv({ cls: 'suggestion-item', attr: { role: 'option' } });
		this.owner.renderSuggestion(value, row);
		row.addEventListener('mousemove', () => { this.highlight(index); });
		row.addEventListener('click', event => {
			this.highlight(index);
			this.choose(event);
		});
		return row;
	}

	private select(index: number): void {
		if (this.rows.length === 0) return;
		this.highlight((index + this.rows.length) % this.rows.length);
		this.rows[this.selected]?.scrollIntoView({ block: 'nearest' });
	}

	private highlight(index: number): void {
		this.selected = index;
		this.rows.forEach((row, i) => {
			row.toggleClass('is-selected', i === index);
			row.setAttr('aria-selected', String(i === index));
		});
	}
}

/** Writes the line of key hints below a list of suggestions. */
export function renderInstructions(el: HTMLElement, instructions: readonly { command: string; purpose: string }[]): void {
	el.empty();
	for (const { command, purpose } of instructions) {
		const one = el.createDiv('prompt-instruction');
		one.createSpan({ cls: 'prompt-instruction-command', text: command });
		one.createSpan({ text: purpose });
	}
}
