import type * as Api from 'obsidian-api';
import type { App } from '../app';
import type { HoverPopover } from '../preview/hover-popover';
import { setIcon } from '../interface/icons';
import { Menu } from '../interface/menu';
import { DeferredView, EmptyView, View } from './view';
import type { Workspace } from './workspace';
import { WorkspaceItem } from './workspace-item';
import type { WorkspaceTabs } from './workspace-tabs';

/** What `openFile` and `openLinkText` may be told. */
export type OpenViewState = Omit<Api.OpenViewState, 'group'> & { group?: WorkspaceLeaf };

/** What a leaf shows, as data. */
export type ViewState = Omit<Api.ViewState, 'group'> & { group?: WorkspaceLeaf };

type LeafMembers = Omit<Api.WorkspaceLeaf, keyof Api.Events | 'parent' | 'view' | 'open' | 'openFile' | 'getViewState' | 'setViewState' | 'setGroupMember' | 'hoverPopover' | 'getRoot' | 'getContainer'>;

/** A place in the layout that shows one view, with its tab. */
export class WorkspaceLeaf extends WorkspaceItem implements LeafMembers {
	declare parent: WorkspaceTabs;
	readonly app: App;
	readonly containerEl: HTMLElement;
	readonly tabHeaderEl: HTMLElement;
	view: View;
	hoverPopover: HoverPopover | null = null;
	pinned = false;
	group = '';
	/** Grows with each activation; the most recent leaf has the largest. */
	activeTime = 0;
	private readonly iconEl: HTMLElement;
	private readonly titleEl: HTMLElement;
	private restored: ViewState | null = null;
	private visible = false;
	private queue: Promise<unknown> = Promise.resolve();

	constructor(workspace: Workspace) {
		super(workspace);
		this.app = workspace.app;
		this.containerEl = createDiv('workspace-leaf');
		this.tabHeaderEl = createDiv({ cls: 'workspace-tab-header tappable', attr: { role: 'tab', draggable: true } });
		const inner = this.tabHeaderEl.createDiv('workspace-tab-header-inner');
		this.iconEl = inner.createDiv('workspace-tab-header-inner-icon');
		this.titleEl = inner.createDiv('workspace-tab-header-inner-title');
		const closeEl = inner.createDiv({ cls: 'workspace-tab-header-inner-close-button', attr: { 'aria-label': 'Close' } });
		setIcon(closeEl, 'x');
		this.listen(closeEl);
		this.view = new EmptyView(this);
		void this.view.open(this.containerEl);
		this.containerEl.addEventListener('focusin', () => { workspace.setActiveLeaf(this); });
		this.containerEl.addEventListener('mousedown', () => { workspace.setActiveLeaf(this); });
	}

	get isDeferred(): boolean {
		return this.view instanceof DeferredView;
	}

	/** Opens a file in the view registered for its extension. */
	async openFile(file: Api.TFile, openState: OpenViewState = {}): Promise<void> {
		const type = this.app.viewRegistry.getTypeByExtension(file.extension);
		if (type === undefined) throw new Error(`No view is registered for .${file.extension} files.`);
		const active = openState.active ?? true;
		const keep = this.view.getViewType() === type && !this.isDeferred ? this.view.getState() : {};
		await this.setViewState({ type, state: { ...keep, ...openState.state, file: file.path }, active }, openState.eState);
		if (active) this.workspace.setActiveLeaf(this, { focus: openState.eState?.['focus'] !== false });
	}

	/** Replaces the view by another, which is closed, opened and told its size in order. */
	async open(view: View): Promise<View> {
		await this.replaceView(view);
		if (this.visible) view.onResize();
		return view;
	}

	getViewState(): ViewState {
		const state: ViewState = { type: this.view.getViewType(), state: this.view.getState() };
		return this.pinned ? { ...state, pinned: true } : state;
	}

	/** Shows a view of a type in a state. Calls take effect one after another. */
	setViewState(viewState: ViewState, eState?: unknown): Promise<void> {
		return this.enqueue(() => this.applyViewState(viewState, eState));
	}

	async loadIfDeferred(): Promise<void> {
		const saved = this.restored;
		if (!this.isDeferred || saved === null) return;
		this.restored = null;
		await this.setViewState(saved);
	}

	/** Used when a layout is restored: the view waits until the leaf is visible. */
	defer(saved: ViewState, title: string, icon: string): void {
		this.restored = saved;
		this.pinned = saved.pinned ?? false;
		void this.view.close();
		this.view = new DeferredView(this, saved, title, icon);
		void this.view.open(this.containerEl);
		this.updateHeader();
	}

	/** Builds the view anew from its own state, when the creator of its type has changed. */
	rebuildView(): Promise<void> {
		return this.enqueue(async () => {
			const viewState = this.getViewState();
			await this.replaceView(this.app.viewRegistry.createView(viewState.type, this));
			await this.applyViewState(viewState, null);
		});
	}

	getEphemeralState(): Record<string, unknown> {
		return this.view.getEphemeralState();
	}

	setEphemeralState(state: unknown): void {
		this.view.setEphemeralState(state);
	}

	togglePinned(): void {
		this.setPinned(!this.pinned);
	}

	setPinned(pinned: boolean): void {
		this.pinned = pinned;
		this.tabHeaderEl.toggleClass('is-pinned', pinned);
		this.trigger('pinned-change', pinned);
		this.workspace.onLayoutChange();
	}

	setGroupMember(other: WorkspaceLeaf): void {
		this.setGroup(other.group || other.id);
	}

	setGroup(group: string): void {
		this.group = group;
		this.trigger('group-change', group);
	}

	/** Takes the leaf out of the layout; its view closes on the next microtask. */
	detach(): void {
		this.parent.removeChild(this);
		void Promise.resolve().then(() => this.enqueue(() => this.view.close()));
		this.workspace.onLeafDetached();
	}

	getIcon(): string {
		return this.view.getIcon();
	}

	getDisplayText(): string {
		return this.view.getDisplayText();
	}

	onResize(): void {
		this.view.onResize();
	}

	/** Called by the tabs that hold the leaf. */
	setVisible(visible: boolean): void {
		this.visible = visible;
		this.containerEl.toggle(visible);
		this.tabHeaderEl.toggleClass('is-active', visible);
		this.tabHeaderEl.setAttr('aria-selected', String(visible));
		if (!visible) return;
		if (this.workspace.layoutStarted) void this.loadIfDeferred();
		if (this.containerEl.isConnected) this.view.onResize();
	}

	isVisible(): boolean {
		return this.visible;
	}

	/** Writes icon and title into the tab. */
	updateHeader(): void {
		setIcon(this.iconEl, this.getIcon());
		this.titleEl.setText(this.getDisplayText());
		this.tabHeaderEl.setAttrs({ 'aria-label': this.getDisplayText(), 'data-type': this.view.getViewType() });
	}

	/** Changes of the view wait for one another. */
	private enqueue(change: () => Promise<void>): Promise<void> {
		const done = this.queue.then(change);
		this.queue = done.catch(() => undefined);
		return done;
	}

	private async replaceView(view: View): Promise<void> {
		await this.view.close();
		this.view = view;
		await view.open(this.containerEl);
		this.updateHeader();
		this.workspace.onLayoutChange();
	}

	private async applyViewState(viewState: ViewState, eState: unknown): Promise<void> {
		const replaced = this.isDeferred || this.view.getViewType() !== viewState.type;
		if (replaced) await this.replaceView(this.app.viewRegistry.createView(viewState.type, this));
		if (viewState.pinned !== undefined && viewState.pinned !== this.pinned) this.setPinned(viewState.pinned);
		await this.view.setState(viewState.state ?? {}, { history: false });
		if (replaced && this.visible) this.view.onResize();
		if (eState !== undefined && eState !== null) this.view.setEphemeralState(eState);
		this.updateHeader();
		if (viewState.active === true) this.workspace.setActiveLeaf(this, { focus: true });
		this.workspace.onLayoutChange();
	}

	private listen(closeEl: HTMLElement): void {
		this.tabHeaderEl.addEventListener('mousedown', event => {
			if (event.button === 0 && !closeEl.contains(event.target as Node)) this.workspace.setActiveLeaf(this, { focus: true });
		});
		this.tabHeaderEl.addEventListener('auxclick', event => { if (event.button === 1) this.detach(); });
		closeEl.addEventListener('click', () => { this.detach(); });
		this.tabHeaderEl.addEventListener('contextmenu', event => {
			const menu = new Menu();
			menu.addItem(item => item.setTitle('Close').setIcon('x').setSection('close').onClick(() => { this.detach(); }));
			menu.addItem(item => item.setTitle(this.pinned ? 'Unpin' : 'Pin').setIcon('pin').setSection('pane').onClick(() => { this.togglePinned(); }));
			this.view.onPaneMenu(menu, 'tab-header');
			menu.showAtMouseEvent(event);
		});
	}
}
