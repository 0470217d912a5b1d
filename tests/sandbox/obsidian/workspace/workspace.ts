import type * as Api from 'obsidian-api';
import type { Extension } from '@codemirror/state';
import type { App } from '../app';
import { debounce } from '../debounce';
import { EditorSuggestHub } from '../editor/editor-suggest';
import { FileView } from './file-view';
import type { TFile } from '../vault/files';
import { gap } from '../gap';
import { readLayout, restoreLayout } from './layout';
import { type OpenViewState, WorkspaceLeaf } from './leaf';
import { LeafActivity } from './leaf-activity';
import type { MarkdownFileInfo } from '../editor/markdown-file-info';
import type { MarkdownView } from '../editor/markdown-view';
import type { Menu } from '../interface/menu';
import { parseLinktext } from '../metadata/linkpath';
import { Platform } from '../platform';
import type { View } from './view';
import { WorkspaceEvents } from './workspace-events';
import { type WorkspaceItem, WorkspaceFloating, WorkspaceMobileDrawer, WorkspaceParent, WorkspaceRoot, WorkspaceSidedock, WorkspaceSplit } from './workspace-item';
import { WorkspaceRibbon } from './workspace-ribbon';
import { WorkspaceTabs } from './workspace-tabs';

type Constructor<T> = abstract new (...args: never[]) => T;

interface SideLeafOptions {
	active?: boolean;
	split?: boolean;
	reveal?: boolean;
	state?: unknown;
}

type InheritedMembers = keyof Api.Events | 'on';
type LayoutMembers = 'leftSplit' | 'rightSplit' | 'leftRibbon' | 'rightRibbon' | 'rootSplit' | 'activeLeaf' | 'activeEditor' | 'createLeafInParent' | 'createLeafBySplit' | 'splitActiveLeaf'
	| 'duplicateLeaf' | 'getUnpinnedLeaf' | 'getLeaf' | 'moveLeafToPopout' | 'openPopoutLeaf' | 'openLinkText' | 'setActiveLeaf' | 'getLeafById' | 'getGroupLeaves' | 'getMostRecentLeaf'
	| 'getLeftLeaf' | 'getRightLeaf' | 'ensureSideLeaf' | 'getActiveViewOfType' | 'iterateRootLeaves' | 'iterateAllLeaves' | 'getLeavesOfType' | 'revealLeaf' | 'handleLinkContextMenu';

/**
 * The layout, what is active in it, and its events. `active-leaf-change` and `file-open`
 * come one macrotask after the change, `layout-change` 10 ms after, none before
 * `layoutReady`.
 */
export class Workspace extends WorkspaceEvents implements Omit<Api.Workspace, InheritedMembers | LayoutMembers> {
	readonly containerEl = createDiv('workspace');
	readonly leftRibbon = new WorkspaceRibbon('left');
	readonly rightRibbon = new WorkspaceRibbon('right');
	readonly leftSplit: WorkspaceSidedock;
	readonly rightSplit: WorkspaceSidedock;
	readonly rootSplit: WorkspaceRoot;
	readonly floatingSplit: WorkspaceFloating;
	layoutReady = false;
	/** True from the moment that visible leaves are built. */
	layoutStarted = false;
	/** Extensions of all Markdown editors, from plugins; call `updateOptions` after a change. */
	readonly editorExtensions: Extension[] = [];
	/** Display names and Mod rules of the sources that open page previews. */
	readonly hoverLinkSources: Record<string, Api.HoverLinkSource> = {};
	readonly editorSuggest = new EditorSuggestHub();
	readonly requestSaveLayout: Api.Debouncer<[], Promise<void>>;
	private readyCallbacks: (() => unknown)[] = [];
	private readonly activity = new LeafActivity(this);
	private readonly announceLayout = debounce(() => { this.trigger('layout-change'); }, 10);

	constructor(readonly app: App) {
		super();
		const Side = Platform.isMobile ? WorkspaceMobileDrawer : WorkspaceSidedock;
		this.leftSplit = new Side(this, 'left');
		this.rightSplit = new Side(this, 'right');
		this.rootSplit = new WorkspaceRoot(this);
		this.floatingSplit = new WorkspaceFloating(this);
		this.requestSaveLayout = debounce(() => this.saveLayout(), 2000);
		this.containerEl.append(this.leftRibbon.containerEl, this.leftSplit.containerEl, this.rootSplit.containerEl, this.rightSplit.containerEl);
		this.rootSplit.insertChild(0, this.createTabs());
		if (Platform.isMobile) for (const side of [this.leftSplit, this.rightSplit]) side.collapse();
	}

	get activeLeaf(): WorkspaceLeaf | null {
		return this.activity.leaf;
	}

	get activeEditor(): MarkdownFileInfo | null {
		const view = this.activeLeaf?.view;
		return view !== undefined && 'editor' in view ? view as unknown as MarkdownFileInfo : null;
	}

	/** Runs at once when the layout is ready, else in order when it becomes so. */
	onLayoutReady(callback: () => unknown): void {
		if (this.layoutReady) callback();
		else this.readyCallbacks.push(callback);
	}

	/** Builds the visible leaves, then tells everybody. The window calls it once. */
	async startLayout(): Promise<void> {
		this.layoutStarted = true;
		for (const leaf of this.allLeaves()) if (leaf.isVisible()) await leaf.loadIfDeferred();
		this.layoutReady = true;
		const callbacks = this.readyCallbacks;
		this.readyCallbacks = [];
		for (const callback of callbacks) this.runReady(callback);
		this.trigger('layout-ready');
		this.onLayoutChange();
		this.activity.announce();
	}

	async changeLayout(layout: unknown): Promise<void> {
		await restoreLayout(this, layout);
		this.onLayoutChange();
	}

	getLayout(): Record<string, unknown> {
		return readLayout(this);
	}

	/** An empty group of tabs that stands nowhere yet. */
	createTabs(): WorkspaceTabs {
		return new WorkspaceTabs(this);
	}

	/** A new leaf at the end of a group; it is shown, not yet active. */
	createLeafInTabs(tabs: WorkspaceTabs): WorkspaceLeaf {
		const leaf = new WorkspaceLeaf(this);
		tabs.insertChild(-1, leaf);
		tabs.selectTab(leaf);
		return leaf;
	}

	createLeafInParent(parent: WorkspaceSplit, index: number): WorkspaceLeaf {
		const tabs = this.createTabs();
		parent.insertChild(index, tabs);
		return this.activated(this.createLeafInTabs(tabs));
	}

	createLeafBySplit(leaf: WorkspaceLeaf, direction: Api.SplitDirection = 'vertical', before = false): WorkspaceLeaf {
		const tabs = this.createTabs();
		const holder = leaf.parent.parent;
		const at = holder.children.indexOf(leaf.parent);
		if (holder instanceof WorkspaceSplit && holder.direction === direction) {
			holder.insertChild(before ? at : at + 1, tabs);
		} else {
			const split = new WorkspaceSplit(this, direction);
			holder.children.splice(at, 1);
			split.insertChild(0, leaf.parent);
			holder.insertChild(at, split);
			split.insertChild(before ? 0 : 1, tabs);
		}
		return this.createLeafInTabs(tabs);
	}

	splitActiveLeaf(direction?: Api.SplitDirection): WorkspaceLeaf {
		const leaf = this.getMostRecentLeaf();
		return this.activated(leaf === null ? this.newRootLeaf() : this.createLeafBySplit(leaf, direction));
	}

	async duplicateLeaf(leaf: WorkspaceLeaf, type: Api.PaneType | boolean | Api.SplitDirection = 'tab', direction?: Api.SplitDirection): Promise<WorkspaceLeaf> {
		const split = type === 'vertical' || type === 'horizontal';
		const copy = split ? this.splitActiveLeaf(type) : type === 'split' ? this.splitActiveLeaf(direction) : this.getLeaf(type);
		await copy.setViewState(leaf.getViewState());
		return copy;
	}

	/** The most recent leaf of the main area that may be replaced, or a new one. */
	getUnpinnedLeaf(): WorkspaceLeaf {
		const leaf = this.getMostRecentLeaf();
		if (leaf !== null && !leaf.pinned && canNavigate(leaf)) return leaf;
		return this.activated(this.newRootLeaf());
	}

	getLeaf(newLeaf: Api.PaneType | boolean = false, direction?: Api.SplitDirection): WorkspaceLeaf {
		if (newLeaf === 'window') return this.openPopoutLeaf();
		if (newLeaf === 'split') return this.splitActiveLeaf(direction);
		if (newLeaf === false) return this.getUnpinnedLeaf();
		return this.activated(this.newRootLeaf());
	}

	moveLeafToPopout(_leaf: WorkspaceLeaf): never {
		return gap('Workspace.moveLeafToPopout');
	}

	openPopoutLeaf(): never {
		return gap('Workspace.openPopoutLeaf');
	}

	/** Opens what a link names; a note that does not exist is created. */
	async openLinkText(linktext: string, sourcePath: string, newLeaf?: Api.PaneType | boolean, openViewState: OpenViewState = {}): Promise<void> {
		const { path, subpath } = parseLinktext(linktext);
		const found = this.app.metadataCache.getFirstLinkpathDest(path, sourcePath);
		const file = found ?? await this.app.createNoteForLink(path, sourcePath);
		const eState = subpath === '' ? openViewState.eState : { ...openViewState.eState, subpath };
		await this.getLeaf(newLeaf ?? false).openFile(file, { ...openViewState, ...(eState === undefined ? {} : { eState }) });
	}

	setActiveLeaf(leaf: WorkspaceLeaf, params?: { focus?: boolean } | boolean, focus?: boolean): void {
		const wantsFocus = typeof params === 'object' ? params.focus === true : focus === true;
		if (!this.holdsLeaf(leaf)) return;
		this.activity.setLeaf(leaf);
		if (leaf.parent.currentLeaf !== leaf) leaf.parent.selectTab(leaf);
		if (wantsFocus) leaf.view.focus();
		this.activity.announce();
	}

	getLeafById(id: string): WorkspaceLeaf | null {
		return this.allLeaves().find(leaf => leaf.id === id) ?? null;
	}

	getGroupLeaves(group: string): WorkspaceLeaf[] {
		return this.allLeaves().filter(leaf => leaf.group === group);
	}

	getMostRecentLeaf(root: WorkspaceParent = this.rootSplit): WorkspaceLeaf | null {
		let best: WorkspaceLeaf | null = null;
		root.iterateLeaves(leaf => {
			if (best === null || leaf.activeTime > best.activeTime) best = leaf;
		});
		return best;
	}

	getLeftLeaf(split: boolean): WorkspaceLeaf | null {
		return this.sideLeaf(this.leftSplit, split);
	}

	getRightLeaf(split: boolean): WorkspaceLeaf | null {
		return this.sideLeaf(this.rightSplit, split);
	}

	async ensureSideLeaf(type: string, side: Api.Side, options: SideLeafOptions = {}): Promise<WorkspaceLeaf> {
		const dock = side === 'left' ? this.leftSplit : this.rightSplit;
		const known = this.getLeavesOfType(type).find(leaf => leaf.getRoot() === dock);
		const leaf = known ?? this.sideLeaf(dock, options.split ?? false);
		const state = options.state as Record<string, unknown> | undefined;
		if (known === undefined || state !== undefined) await leaf.setViewState({ type, ...(state === undefined ? {} : { state }) });
		if (options.reveal ?? true) await this.revealLeaf(leaf);
		if (options.active ?? true) this.setActiveLeaf(leaf, { focus: true });
		return leaf;
	}

	getActiveViewOfType<T extends View>(type: Constructor<T>): T | null {
		const view = this.activeLeaf?.view;
		return view instanceof type ? view : null;
	}

	getActiveFile(): TFile | null {
		const view = this.activeLeaf?.view;
		if (view instanceof FileView && view.file !== null) return view.file;
		const recent = this.getMostRecentLeaf()?.view;
		return recent instanceof FileView ? recent.file : null;
	}

	iterateRootLeaves(callback: (leaf: WorkspaceLeaf) => unknown): void {
		this.rootSplit.iterateLeaves(callback);
		this.floatingSplit.iterateLeaves(callback);
	}

	/** A truthy answer ends the walk through one part of the layout, not through all. */
	iterateAllLeaves(callback: (leaf: WorkspaceLeaf) => unknown): void {
		for (const part of this.parts()) part.iterateLeaves(callback);
	}

	getLeavesOfType(viewType: string): WorkspaceLeaf[] {
		return this.allLeaves().filter(leaf => leaf.view.getViewType() === viewType);
	}

	detachLeavesOfType(viewType: string): void {
		for (const leaf of this.getLeavesOfType(viewType)) leaf.detach();
	}

	/** Makes a leaf visible: its tab, its sidebar, and its view where that was deferred. */
	async revealLeaf(leaf: WorkspaceLeaf): Promise<void> {
		const root = leaf.getRoot();
		if (root instanceof WorkspaceSidedock) root.expand();
		if (leaf.parent.currentLeaf !== leaf) leaf.parent.selectTab(leaf);
		await leaf.loadIfDeferred();
	}

	/** Paths, most recent first. */
	getLastOpenFiles(): string[] {
		return this.activity.recentFiles.slice(0, 10);
	}

	/** Gives every Markdown editor the current extensions. */
	updateOptions(): void {
		for (const leaf of this.getLeavesOfType('markdown')) {
			if (!leaf.isDeferred) (leaf.view as MarkdownView).updateOptions();
		}
	}

	handleLinkContextMenu(menu: Menu, linktext: string, sourcePath: string): boolean {
		menu.addItem(item => item.setSection('open').setTitle('Open link').setIcon('file').onClick(() => this.openLinkText(linktext, sourcePath)));
		menu.addItem(item => item.setSection('open').setTitle('Open in new tab').setIcon('file-plus').onClick(() => this.openLinkText(linktext, sourcePath, 'tab')));
		const file = this.app.metadataCache.getFirstLinkpathDest(parseLinktext(linktext).path, sourcePath);
		if (file !== null) this.trigger('file-menu', menu, file, 'link-context-menu');
		return true;
	}

	registerHoverLinkSource(id: string, info: Api.HoverLinkSource): void {
		this.hoverLinkSources[id] = info;
	}

	unregisterHoverLinkSource(id: string): void {
		delete this.hoverLinkSources[id];
	}

	/** Something in the layout changed. */
	onLayoutChange(): void {
		if (!this.layoutReady) return;
		this.announceLayout();
		void this.requestSaveLayout();
	}

	/** A leaf left the layout; another becomes active on the next microtask. */
	onLeafDetached(): void {
		this.activity.queueRepick(() => { if (this.rootSplit.children.length === 0) this.createLeafInParentQuietly(); });
	}

	/** A view shows another file now. */
	onFileOpened(file: TFile): void {
		this.activity.addRecentFile(file.path);
		this.activity.announce();
		void this.requestSaveLayout();
	}

	/** Whether a leaf is part of the layout. */
	holdsLeaf(leaf: WorkspaceLeaf): boolean {
		return leaf.containerEl.isConnected || this.allLeaves().includes(leaf);
	}

	/** All leaves, in the order of the parts. */
	allLeaves(): WorkspaceLeaf[] {
		const leaves: WorkspaceLeaf[] = [];
		this.iterateAllLeaves(leaf => { leaves.push(leaf); });
		return leaves;
	}

	private parts(): WorkspaceParent[] {
		return [this.rootSplit, this.floatingSplit, this.leftSplit, this.rightSplit];
	}

	private activated(leaf: WorkspaceLeaf): WorkspaceLeaf {
		this.setActiveLeaf(leaf, { focus: true });
		return leaf;
	}

	private newRootLeaf(): WorkspaceLeaf {
		const recent = this.getMostRecentLeaf();
		const tabs = recent?.parent ?? this.rootSplit.children.find((item: WorkspaceItem) => item instanceof WorkspaceTabs);
		if (tabs instanceof WorkspaceTabs) return this.createLeafInTabs(tabs);
		return this.createLeafInParentQuietly();
	}

	private createLeafInParentQuietly(): WorkspaceLeaf {
		const tabs = this.createTabs();
		this.rootSplit.insertChild(0, tabs);
		return this.createLeafInTabs(tabs);
	}

	private sideLeaf(dock: WorkspaceSidedock, split: boolean): WorkspaceLeaf {
		const first = dock.children.find((item): item is WorkspaceTabs => item instanceof WorkspaceTabs);
		if (first !== undefined && !split) return this.createLeafInTabs(first);
		const tabs = this.createTabs();
		dock.insertChild(-1, tabs);
		return this.createLeafInTabs(tabs);
	}

	private runReady(callback: () => unknown): void {
		try {
			callback();
		} catch (error) {
			console.error(error);
		}
	}

	private saveLayout(): Promise<void> {
		return this.app.saveWorkspace(this.getLayout());
	}
}

function canNavigate(leaf: WorkspaceLeaf): boolean {
	return leaf.view.navigation;
}
