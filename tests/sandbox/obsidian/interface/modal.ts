import type * as Api from 'obsidian-api';
import type { App } from '../app';
import { setIcon } from './icons';
import { Scope } from './scope';

/** A dialog. It opens in the active window, takes the keyboard, and gives the focus back. */
export class Modal implements Omit<Api.Modal, 'app' | 'setTitle' | 'setContent' | 'setCloseCallback'> {
	readonly scope: Scope;
	readonly containerEl: HTMLElement;
	readonly modalEl: HTMLElement;
	readonly titleEl: HTMLElement;
	readonly contentEl: HTMLElement;
	shouldRestoreSelection = true;
	private readonly bgEl: HTMLElement;
	private readonly headerEl: HTMLElement;
	#isOpen = false;
	#focusBefore: Element | null = null;
	#closeCallback: (() => unknown) | null = null;

	constructor(readonly app: App) {
		this.scope = new Scope();
		this.containerEl = createDiv('modal-container mod-dim');
		this.bgEl = this.containerEl.createDiv('modal-bg');
		this.modalEl = this.containerEl.createDiv({ cls: 'modal', attr: { role: 'dialog', 'aria-modal': 'true', tabindex: -1 } });
		const closeEl = this.modalEl.createDiv({ cls: 'modal-close-button clickable-icon', attr: { 'aria-label': 'Close', role: 'button', tabindex: 0 } });
		setIcon(closeEl, 'x');
		this.headerEl = this.modalEl.createDiv('modal-header');
		this.titleEl = this.headerEl.createDiv('modal-title');
		this.contentEl = this.modalEl.createDiv('modal-content');
		this.scope.setTabFocusContainer(this.modalEl);
		this.#listen(closeEl);
	}

	open(): void {
		if (this.#isOpen) return;
		this.#isOpen = true;
		this.#focusBefore = activeDocument.activeElement;
		activeDocument.body.appendChild(this.containerEl);
		this.app.keymap.pushScope(this.scope);
		this.modalEl.focus();
		void this.onOpen();
		if (!this.modalEl.contains(activeDocument.activeElement) || activeDocument.activeElement === this.modalEl) this.#focusFirst();
	}

	close(): void {
		if (!this.#isOpen) return;
		this.#isOpen = false;
		this.app.keymap.popScope(this.scope);
		this.containerEl.remove();
		this.onClose();
		if (this.shouldRestoreSelection && this.#focusBefore?.isConnected === true) (this.#focusBefore as HTMLElement).focus();
		this.#closeCallback?.();
	}

	onOpen(): Promise<void> | void {}

	onClose(): void {}

	setTitle(title: string): this {
		this.titleEl.setText(title);
		this.modalEl.setAttr('aria-label', title);
		return this;
	}

	setContent(content: string | DocumentFragment): this {
		this.contentEl.setText(content);
		return this;
	}

	setCloseCallback(callback: () => unknown): this {
		this.#closeCallback = callback;
		return this;
	}

	onHistoryBack(): void {
		this.close();
	}

	#listen(closeEl: HTMLElement): void {
		this.bgEl.addEventListener('click', () => { this.close(); });
		closeEl.addEventListener('click', () => { this.close(); });
		closeEl.addEventListener('keydown', event => { if (event.key === 'Enter') this.close(); });
		this.scope.register([], 'Escape', () => {
			this.close();
			return false;
		});
	}

	#focusFirst(): void {
		this.contentEl.querySelector<HTMLElement>('input, textarea, select, button')?.focus();
	}
}
