import type * as Api from 'obsidian-api';
import type { Scope } from './scope';

interface Owner<T> {
	renderSuggestion(value: T, el: HTMLElement): void;
	selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void;
}

const PAGE = 10;

/**
 * The list of suggestions in a prompt or popover: one row is selected; keys and mouse move it and
 * choose. Its members are not in the public types, and plugins use them under these names.
 */
export class SuggestList<T> {
	values: T[] = [];
	/** The rows. */
	suggestions: HTMLElement[] = [];
	selectedItem = 0;

	constructor(private readonly owner: Owner<T>, readonly containerEl: HTMLElement, scope: Scope) {
		this.registerKeys(scope);
		containerEl.addEventListener('mousedown', event => { event.preventDefault(); });
	}

	get length(): number {
		return this.values.length;
	}

	setValues(values: T[]): void {
		this.values = values;
		this.containerEl.empty();
		this.suggestions = values.map((value, i) => this.renderRow(value, i));
		this.setSelectedItem(0);
	}

	/** The app's name for {@link setValues}. */
	setSuggestions(values: T[] | null): void {
		this.setValues(values ?? []);
	}

	/** Selects a row and scrolls to it; behind the last comes the first. */
	setSelectedItem(index: number, _event?: Event): void {
		const { length } = this.suggestions;
		if (length > 0) this.forceSetSelectedItem((index + length) % length);
	}

	/** Selects a row; an index out of range is the nearest one. */
	forceSetSelectedItem(index: number, _event?: Event): void {
		if (this.suggestions.length === 0) return;
		this.highlight(Math.min(Math.max(0, index), this.suggestions.length - 1));
		this.suggestions[this.selectedItem]?.scrollIntoView({ block: 'nearest' });
	}

	/** Shows a text in place of suggestions. */
	setMessage(message: string): void {
		this.setValues([]);
		this.containerEl.createDiv({ cls: 'suggestion-empty', text: message });
	}

	/** Chooses the selected row; false where there is none. */
	choose(event: MouseEvent | KeyboardEvent): boolean {
		const value = this.values[this.selectedItem];
		if (value === undefined) return false;
		this.owner.selectSuggestion(value, event);
		return true;
	}

	/** The app's name for the same, which plugins call from keys of their own. */
	useSelectedItem(event: MouseEvent | KeyboardEvent): boolean {
		return this.choose(event);
	}

	/** Arrows go round at the ends, pages stop there. */
	private registerKeys(scope: Scope): void {
		const key = (name: string, run: (event: KeyboardEvent) => void, modifiers: Api.Modifier[] = []): void => {
			scope.register(modifiers, name, event => {
				if (!event.isComposing) run(event);
				return false;
			});
		};
		key('ArrowDown', () => { this.setSelectedItem(this.selectedItem + 1); });
		key('ArrowUp', () => { this.setSelectedItem(this.selectedItem - 1); });
		key('n', () => { this.setSelectedItem(this.selectedItem + 1); }, ['Ctrl']);
		key('PageDown', () => { this.forceSetSelectedItem(this.selectedItem + PAGE); });
		key('PageUp', () => { this.forceSetSelectedItem(this.selectedItem - PAGE); });
		key('Home', () => { this.forceSetSelectedItem(0); });
		key('End', () => { this.forceSetSelectedItem(this.values.length - 1); });
		key('Enter', event => { this.choose(event); });
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

	private highlight(index: number): void {
		this.selectedItem = index;
		this.suggestions.forEach((row, i) => {
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
