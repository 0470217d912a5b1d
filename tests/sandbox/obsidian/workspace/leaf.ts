import type * as Api from 'obsidian-api';
import type { App } from '../app';
import type { HoverPopover } from '../preview/hover-popover';
import { LeafSize } from './leaf-size';
import { LeafHistory, type HistoryEntry } from './leaf-history';
import { TabHeader } from './tab-header';
import { DeferredView, EmptyView, View } from './view';
import type { Workspace } from './workspace';
import { newItemId, WorkspaceItem } from './workspace-item';
import type { LeafGroup } from './workspace-tabs';

/** What `openFile` and `openLinkText` may be told. */
export type OpenViewState = Omit<Api.OpenViewState, 'group'> & { group?: WorkspaceLeaf };

/** What a leaf shows, as data. */
export type ViewState = Omit<Api.ViewState, 'group'> & { group?: WorkspaceLeaf };

type LeafMembers = Omit<Api.WorkspaceLeaf, keyof Api.Events | 'parent' | 'view' | 'open' | 'openFile' | 'getViewState' | 'setViewState' | 'setGroupMember' | 'hoverPopover' | 'getRoot' | 'getContainer'>;

/** A place in the layout that shows one view, with its tab. */
export class WorkspaceLeaf extends WorkspaceItem implements LeafMembers {
	declare parent: LeafGroup;
	readonly app: App;
	readonly containerEl: HTMLElement;
	readonly tabHeaderEl: HTMLElement;
	view: View;
	hoverPopover: HoverPopover | null = null;
	pinned = false;
	group = '';
	/** Grows with each activation; the most recent leaf has the largest. */
	activeTime = 0;
	/** What the leaf showed before, for the back button. */
	readonly history = new LeafHistory(this);
	private readonly header: TabHeader;
	private readonly size: LeafSize;
	private restored: ViewState | null = null;
	private shown = false;
	private changing = 0;
	private queue: Promise<unknown> = Promise.resolve();

	constructor(workspace: Workspace) {
		super(workspace);
		this.app = workspace.app;
		this.containerEl = createDiv('workspace-leaf');
		this.header = new TabHeader(this);
		this.tabHeaderEl = this.header.el;
		this.size = new LeafSize(this.containerEl, () => { if (this.changing === 0) this.onResize(); });
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
		this.onResize();
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

	/** A pinned leaf keeps its file: what would replace it opens elsewhere. */
	setPinned(pinned: boolean): void {
		if (pinned === this.pinned) return;
		this.pinned = pinned;
		this.header.updateStatus();
		this.trigger('pinned-change', pinned);
		this.workspace.onLayoutChange();
	}

	/** Links the two: a file that opens in one opens in the other. */
	setGroupMember(other: WorkspaceLeaf): void {
		if (other.group === '') other.setGroup(newItemId());
		this.setGroup(other.group);
	}

	setGroup(group: string): void {
		if (group === this.group) return;
		this.group = group;
		this.header.updateStatus();
		this.trigger('group-change', group);
		this.workspace.onLayoutChange();
	}

	/** Takes the leaf out of the layout; its view closes on the next microtask. */
	detach(): void {
		const closed = Promise.resolve().then(() => this.enqueue(() => this.view.close()));
		this.workspace.onViewClosing(closed);
		this.size.stop();
		this.parent.removeChild(this);
		this.workspace.onLeafDetached();
	}

	/** Puts the leaf, with its view, into another group, which may be in another window. */
	moveTo(group: LeafGroup): void {
		this.parent.removeChild(this);
		group.insertChild(-1, this);
		this.size.watch();
		group.selectTab(this);
		this.workspace.onLeafDetached();
	}

	getIcon(): string {
		return this.view.getIcon();
	}

	getDisplayText(): string {
		return this.view.getDisplayText();
	}

	/** Tells the view that its size is another. */
	onResize(): void {
		if (!this.isVisible()) return;
		this.size.accept();
		this.view.onResize();
	}

	/** Called by the group that holds the leaf when its tab is chosen, or another's. */
	setShown(shown: boolean): void {
		this.shown = shown;
		this.containerEl.toggle(shown);
		this.header.setShown(shown);
		this.size.watch();
		if (this.workspace.layoutStarted) this.loadIfVisible();
	}

	/** Builds a deferred view whose place can be seen. */
	loadIfVisible(): void {
		if (this.isVisible()) void this.loadIfDeferred();
	}

	/** Whether its tab is chosen, in a part of the layout that is not collapsed. */
	isVisible(): boolean {
		const root = this.getRoot();
		return this.shown && !('collapsed' in root && root.collapsed === true);
	}

	/** What the history keeps of the present. */
	readHistoryEntry(): HistoryEntry {
		return { title: this.getDisplayText(), icon: this.getIcon(), state: this.getViewState(), eState: this.getEphemeralState() };
	}

	/** Goes to what the history kept. */
	showHistoryEntry({ state, eState }: HistoryEntry): Promise<void> {
		return this.enqueue(() => this.applyViewState(state, eState, false));
	}

	/** Writes icon and title into the tab. */
	updateHeader(): void {
		this.header.update();
		if (this.containerEl.isConnected) this.parent.updateTitle();
	}

	/** Changes of the view wait for one another. */
	private async enqueue(change: () => Promise<void>): Promise<void> {
		this.changing += 1;
		const done = this.queue.then(change).finally(() => { this.changing -= 1; });
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

	private async applyViewState(viewState: ViewState, eState: unknown, record = true): Promise<void> {
		const wasDeferred = this.isDeferred;
		const before = this.readHistoryEntry();
		const replaced = wasDeferred || this.view.getViewType() !== viewState.type;
		if (replaced) await this.replaceView(this.app.viewRegistry.createView(viewState.type, this));
		if (viewState.pinned !== undefined) this.setPinned(viewState.pinned);
		const result = { history: false };
		await this.view.setState(viewState.state ?? {}, result);
		if (replaced) this.onResize();
		if (eState !== undefined && eState !== null) this.view.setEphemeralState(eState);
		if (record && !wasDeferred && (replaced || result.history)) this.history.push(before);
		this.updateHeader();
		if (viewState.active === true) this.workspace.setActiveLeaf(this, { focus: true });
		this.workspace.onLayoutChange();
	}
}
