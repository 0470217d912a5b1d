import type * as Api from 'obsidian-api';
import type { App } from '../app';
import { Modal } from './modal';
import { prepareFuzzySearch, renderResults, sortSearchResults } from './search';
import { renderInstructions, SuggestList } from './suggest-list';

/** A prompt: an input with suggestions below. */
export abstract class SuggestModal<T> extends Modal implements Omit<Api.SuggestModal<T>, keyof Api.Modal> {
	limit = 100;
	emptyStateText = 'No match found.';
	readonly inputEl: HTMLInputElement;
	readonly resultContainerEl: HTMLElement;
	private readonly instructionsEl: HTMLElement;
	/** Not in the public types, and used by plugins: the list of suggestions. */
	readonly chooser: SuggestList<T>;
	#asked = 0;

	constructor(app: App) {
		super(app);
		this.modalEl.className = 'prompt';
		this.modalEl.empty();
		const box = this.modalEl.createDiv('prompt-input-container');
		this.inputEl = box.createEl('input', { cls: 'prompt-input', type: 'text', attr: { autocapitalize: 'off', spellcheck: 'false', enterkeyhint: 'done' } });
		this.resultContainerEl = this.modalEl.createDiv({ cls: 'prompt-results', attr: { role: 'listbox' } });
		this.instructionsEl = this.modalEl.createDiv('prompt-instructions');
		this.instructionsEl.hide();
		this.chooser = new SuggestList<T>(this, this.resultContainerEl, this.scope);
		this.inputEl.addEventListener('input', () => { void this.updateSuggestions(); });
	}

	override open(): void {
		super.open();
		this.inputEl.focus();
		void this.updateSuggestions();
	}

	setPlaceholder(placeholder: string): void {
		this.inputEl.placeholder = placeholder;
	}

	setInstructions(instructions: Api.Instruction[]): void {
		renderInstructions(this.instructionsEl, instructions);
		this.instructionsEl.show();
	}

	onNoSuggestion(): void {
		if (this.emptyStateText === '') this.chooser.setValues([]);
		else this.chooser.setMessage(this.emptyStateText);
	}

	/** Closes, then chooses: `onClose` runs before `onChooseSuggestion`, as in the app. */
	selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void {
		this.close();
		this.onChooseSuggestion(value, event);
	}

	selectActiveSuggestion(event: MouseEvent | KeyboardEvent): void {
		this.chooser.choose(event);
	}

	abstract getSuggestions(query: string): T[] | Promise<T[]>;
	abstract renderSuggestion(value: T, el: HTMLElement): void;
	abstract onChooseSuggestion(item: T, evt: MouseEvent | KeyboardEvent): void;

	private async updateSuggestions(): Promise<void> {
		const turn = ++this.#asked;
		const answer = this.getSuggestions(this.inputEl.value);
		const values = answer instanceof Promise ? await answer : answer;
		if (turn !== this.#asked) return;
		if (values.length === 0) this.onNoSuggestion();
		else this.chooser.setValues(this.limit > 0 ? values.slice(0, this.limit) : values);
	}
}

/** A prompt that matches the letters of the query anywhere in the items, in order. */
export abstract class FuzzySuggestModal<T> extends SuggestModal<Api.FuzzyMatch<T>> implements Omit<Api.FuzzySuggestModal<T>, keyof Api.Modal> {
	getSuggestions(query: string): Api.FuzzyMatch<T>[] {
		const items = this.getItems();
		if (query.trim() === '') return items.map(item => ({ item, match: { score: 0, matches: [] } }));
		const search = prepareFuzzySearch(query);
		const found = items.flatMap(item => {
			const match = search(this.getItemText(item));
			return match === null ? [] : [{ item, match }];
		});
		sortSearchResults(found);
		return found;
	}

	renderSuggestion(found: Api.FuzzyMatch<T>, el: HTMLElement): void {
		renderResults(el, this.getItemText(found.item), found.match);
	}

	onChooseSuggestion(found: Api.FuzzyMatch<T>, event: MouseEvent | KeyboardEvent): void {
		this.onChooseItem(found.item, event);
	}

	abstract getItems(): T[];
	abstract getItemText(item: T): string;
	abstract onChooseItem(item: T, evt: MouseEvent | KeyboardEvent): void;
}
