import type { SuggestModal } from 'obsidian';

let count = 0;

/** Gives a dialog without a title of its own a name for those who hear it. A label would be shown by the app as a tooltip over all of it. */
export function nameDialog(modalEl: HTMLElement, name: string): string {
	const id = `ratify-dialog-${++count}`;
	modalEl.createSpan({ cls: 'ratify-unseen', text: name, attr: { id } });
	modalEl.setAttr('aria-labelledby', id);
	return id;
}

/** Tells those who hear a prompt what it asks, which suggestion is picked, and that there is none; the app only shows it. */
export function describePrompt<T>({ modalEl, inputEl, resultContainerEl }: SuggestModal<T>, question: string): void {
	const id = nameDialog(modalEl, question);
	for (const el of [inputEl, resultContainerEl]) el.setAttr('aria-labelledby', id);
	resultContainerEl.id = `${id}-list`;
	inputEl.setAttrs({ 'role': 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'true', 'aria-controls': resultContainerEl.id });
	const tell = (): void => tellPicked(inputEl, resultContainerEl, id);
	// The app may show it in a window of its own.
	const { MutationObserver: Observer } = modalEl.win as Window & typeof window;
	new Observer(tell).observe(resultContainerEl, { childList: true, subtree: true, attributes: true, attributeFilter: ['class'] });
	tell();
}

function tellPicked(inputEl: HTMLElement, listEl: HTMLElement, id: string): void {
	const items = [...listEl.querySelectorAll<HTMLElement>('.suggestion-item')];
	listEl.setAttr('role', items.length > 0 ? 'listbox' : 'status');
	for (const [at, item] of items.entries()) item.setAttrs({ 'role': 'option', 'id': `${id}-${at}`, 'aria-selected': item.hasClass('is-selected') });
	const picked = items.findIndex((item) => item.hasClass('is-selected'));
	inputEl.setAttr('aria-activedescendant', picked < 0 ? null : `${id}-${picked}`);
}
