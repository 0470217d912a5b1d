import type * as Api from 'obsidian-api';
import type { App } from '../app';
import { Scope } from './scope';
import { renderInstructions, SuggestList } from './suggest-list';

/** Suggestions that float beside what is typed. */
export abstract class PopoverSuggest<T> implements Omit<Api.PopoverSuggest<T>, 'app' | 'scope'> {
	readonly scope: Scope;
	readonly suggestEl: HTMLElement;
	protected readonly suggestions: SuggestList<T>;
	private readonly instructionsEl: HTMLElement;
	private isOpen = false;

	constructor(readonly app: App, scope?: Scope) {
		this.scope = scope ?? new Scope();
		this.suggestEl = createDiv('suggestion-container');
		this.suggestions = new SuggestList<T>(this, this.suggestEl.createDiv({ cls: 'suggestion', attr: { role: 'listbox' } }), this.scope);
		this.instructionsEl = this.suggestEl.createDiv('prompt-instructions');
		this.instructionsEl.hide();
		this.scope.register([], 'Escape', () => {
			this.close();
			return false;
		});
	}

	abstract renderSuggestion(value: T, el: HTMLElement): void;
	abstract selectSuggestion(value: T, evt: MouseEvent | KeyboardEvent): void;

	open(): void {
		if (this.isOpen) return;
		this.isOpen = true;
		activeDocument.body.appendChild(this.suggestEl);
		this.app.keymap.pushScope(this.scope);
	}

	close(): void {
		if (!this.isOpen) return;
		this.isOpen = false;
		this.app.keymap.popScope(this.scope);
		this.suggestEl.remove();
	}

	onHistoryBack(): void {
		this.close();
	}

	/** Whether the list shows. */
	get shown(): boolean {
		return this.isOpen;
	}

	setInstructions(instructions: Api.Instruction[]): void {
		renderInstructions(this.instructionsEl, instructions);
		this.instructionsEl.show();
	}

	/** Shows values below a rectangle, or nothing where there are none. */
	protected showAt(rect: { left: number; top: number; bottom: number }, values: T[]): void {
		if (values.length === 0) {
			this.close();
			return;
		}
		this.open();
		this.suggestions.setValues(values);
		const { innerHeight, innerWidth } = this.suggestEl.win;
		const box = this.suggestEl.getBoundingClientRect();
		const below = rect.bottom + 4 + box.height <= innerHeight;
		this.suggestEl.setCssProps({
			left: `${Math.max(4, Math.min(rect.left, innerWidth - box.width - 4))}px`,
			top: `${below ? rect.bottom + 4 : Math.max(4, rect.top - box.height - 4)}px`,
		});
	}
}

/** Suggestions for a text field. */
export abstract class AbstractInputSuggest<T> extends PopoverSuggest<T> implements Omit<Api.AbstractInputSuggest<T>, 'app' | 'scope' | 'onSelect'> {
	limit = 100;
	#handler: ((value: T, evt: MouseEvent | KeyboardEvent) => unknown) | null = null;
	#asked = 0;

	constructor(app: App, readonly textInputEl: HTMLInputElement | HTMLDivElement) {
		super(app);
		textInputEl.addEventListener('input', () => { void this.#update(); });
		textInputEl.addEventListener('focus', () => { void this.#update(); });
		textInputEl.addEventListener('blur', () => { this.close(); });
	}

	protected abstract getSuggestions(query: string): T[] | Promise<T[]>;

	getValue(): string {
		return this.textInputEl.instanceOf(HTMLInputElement) ? this.textInputEl.value : this.textInputEl.textContent ?? '';
	}

	setValue(value: string): void {
		if (this.textInputEl.instanceOf(HTMLInputElement)) this.textInputEl.value = value;
		else this.textInputEl.textContent = value;
	}

	selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void {
		this.#handler?.(value, event);
	}

	onSelect(callback: (value: T, evt: MouseEvent | KeyboardEvent) => unknown): this {
		this.#handler = callback;
		return this;
	}

	override open(): void {
		super.open();
		this.textInputEl.doc.body.appendChild(this.suggestEl);
	}

	async #update(): Promise<void> {
		const turn = ++this.#asked;
		const answer = this.getSuggestions(this.getValue());
		const values = answer instanceof Promise ? await answer : answer;
		if (turn !== this.#asked || !this.textInputEl.isActiveElement()) return;
		this.showAt(this.textInputEl.getBoundingClientRect(), this.limit > 0 ? values.slice(0, this.limit) : values);
	}
}
