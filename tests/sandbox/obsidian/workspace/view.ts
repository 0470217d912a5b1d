import type * as Api from 'obsidian-api';
import type { App } from '../app';
import { Component } from '../component';
import type { HoverPopover } from '../preview/hover-popover';
import { setIcon } from '../interface/icons';
import type { WorkspaceLeaf } from './leaf';
import { Menu } from '../interface/menu';
import type { Scope } from '../interface/scope';
import { addPlaces } from './tab-menu';
import { setTooltip } from '../interface/tooltip';

/** What a leaf shows. Life: constructor, `onload`, `onOpen`, `setState`, `onResize`; at the end `onClose`, then unload. */
export abstract class View extends Component implements Omit<Api.View, keyof Api.Component | 'app' | 'leaf' | 'onPaneMenu' | 'scope'> {
	readonly app: App;
	icon = 'file';
	/** Whether a clicked link may replace this view. */
	navigation = false;
	readonly containerEl: HTMLElement;
	scope: Scope | null = null;
	/** The app sets this on every view, and the hover popover of its links. */
	hoverPopover: HoverPopover | null = null;

	constructor(public leaf: WorkspaceLeaf) {
		super();
		this.app = leaf.app;
		this.containerEl = createDiv('workspace-leaf-content');
	}

	abstract getViewType(): string;
	abstract getDisplayText(): string;

	protected onOpen(): Promise<void> {
		return Promise.resolve();
	}

	protected onClose(): Promise<void> {
		return Promise.resolve();
	}

	getState(): Record<string, unknown> {
		return {};
	}

	setState(_state: unknown, _result: Api.ViewStateResult): Promise<void> {
		return Promise.resolve();
	}

	getEphemeralState(): Record<string, unknown> {
		return {};
	}

	setEphemeralState(state: unknown): void {
		if (typeof state === 'object' && state !== null && 'focus' in state && state.focus === true) this.focus();
	}

	getIcon(): string {
		return this.icon;
	}

	onResize(): void {}

	onPaneMenu(_menu: Menu, _source: string): void {}

	/** Undocumented; views override these and call them on their parent. */
	onTabMenu(_menu: Menu): void {}
	onHeaderMenu(_menu: Menu): void {}
	handleCopy(_event: ClipboardEvent): void {}
	handleCut(_event: ClipboardEvent): void {}
	handlePaste(_event: ClipboardEvent): void {}

	/** Called by the leaf: puts the view into its element, loads it, and waits until it is open. */
	async open(parentEl: HTMLElement): Promise<void> {
		this.containerEl.setAttr('data-type', this.getViewType());
		parentEl.appendChild(this.containerEl);
		await this.load();
		await this.onOpen();
	}

	/** Called by the leaf: closes the view, takes it out of the document and ends its life. */
	async close(): Promise<void> {
		await this.onClose();
		this.containerEl.remove();
		this.unload();
	}

	/** Gives the view the keyboard. */
	focus(): void {
		if (this.containerEl.contains(this.containerEl.doc.activeElement)) return;
		this.containerEl.setAttr('tabindex', -1);
		this.containerEl.focus({ preventScroll: true });
	}
}

/** A view with a header and a place for its content. */
export abstract class ItemView extends View implements Omit<Api.ItemView, keyof Api.Component | 'app' | 'leaf' | 'onPaneMenu' | 'scope'> {
	readonly contentEl: HTMLElement;
	readonly headerEl: HTMLElement;
	readonly titleEl: HTMLElement;
	readonly actionsEl: HTMLElement;

	constructor(leaf: WorkspaceLeaf) {
		super(leaf);
		this.headerEl = this.containerEl.createDiv('view-header');
		this.#addNavigation(this.headerEl.createDiv('view-header-left').createDiv('view-header-nav-buttons'));
		this.titleEl = this.headerEl.createDiv('view-header-title-container mod-at-start').createDiv('view-header-title');
		this.actionsEl = this.headerEl.createDiv('view-actions');
		this.contentEl = this.containerEl.createDiv('view-content');
		const more = this.addAction('ellipsis-vertical', 'More options', event => { this.#showPaneMenu(event); });
		more.addClass('mod-more-options');
	}

	addAction(icon: string, title: string, callback: (evt: MouseEvent) => unknown): HTMLElement {
		const el = createEl('button', 'clickable-icon view-action');
		setIcon(el, icon);
		setTooltip(el, title);
		el.addEventListener('click', callback);
		this.actionsEl.prepend(el);
		return el;
	}

	override async open(parentEl: HTMLElement): Promise<void> {
		await super.open(parentEl);
		this.updateHeader();
	}

	/** Writes the display text into the header and the tab. */
	updateHeader(): void {
		this.headerEl.toggleClass('mod-navigation', this.navigation);
		this.titleEl.setText(this.getDisplayText());
		this.leaf.updateHeader();
	}

	/** They go through the leaf's history, and show in views that navigate. */
	#addNavigation(parentEl: HTMLElement): void {
		const { history } = this.leaf;
		const back = this.#addNavigationButton(parentEl, 'arrow-left', 'Navigate back', () => history.back());
		const forward = this.#addNavigationButton(parentEl, 'arrow-right', 'Navigate forward', () => history.forward());
		const update = (): void => {
			back.setAttr('aria-disabled', String(history.backHistory.length === 0));
			forward.setAttr('aria-disabled', String(history.forwardHistory.length === 0));
		};
		this.registerEvent(this.leaf.on('history-change', update));
		update();
	}

	#addNavigationButton(parentEl: HTMLElement, icon: string, label: string, run: () => unknown): HTMLElement {
		const el = parentEl.createEl('button', 'clickable-icon');
		setIcon(el, icon);
		setTooltip(el, label);
		el.addEventListener('click', run);
		return el;
	}

	#showPaneMenu(event: MouseEvent): void {
		const menu = new Menu();
		addPlaces(menu, this.leaf);
		this.onPaneMenu(menu, 'more-options');
		menu.showAtMouseEvent(event);
	}
}

/** Stands in a leaf that was restored and has not been visible yet. It keeps the state for the view to come. */
export class DeferredView extends View {
	constructor(leaf: WorkspaceLeaf, private readonly saved: Pick<Api.ViewState, 'type' | 'state'>, private readonly title: string, icon: string) {
		super(leaf);
		this.icon = icon;
	}

	getViewType(): string {
		return this.saved.type;
	}

	getDisplayText(): string {
		return this.title;
	}

	override getState(): Record<string, unknown> {
		return this.saved.state ?? {};
	}
}

/** A tab in which nothing has been opened. */
export class EmptyView extends ItemView {
	override icon = 'file';
	override navigation = true;

	getViewType(): string {
		return 'empty';
	}

	getDisplayText(): string {
		return 'New tab';
	}

	protected override onOpen(): Promise<void> {
		const el = this.contentEl.createDiv('empty-state').createDiv('empty-state-container');
		el.createDiv({ cls: 'empty-state-title', text: 'No file is open' });
		const actions = el.createDiv('empty-state-action-list');
		const action = (text: string, run: () => unknown): void => {
			actions.createDiv({ cls: 'empty-state-action tappable', text, attr: { role: 'button', tabindex: 0 } }).addEventListener('click', run);
		};
		const { commands, hotkeyManager } = this.app;
		const command = (text: string, id: string): void => { action(`${text} (${hotkeyManager.printHotkeyForCommand(id)})`, () => commands.executeCommandById(id)); };
		command('Create new note', 'file-explorer:new-file');
		command('Go to file', 'switcher:open');
		action('Close', () => { this.leaf.detach(); });
		return Promise.resolve();
	}
}
