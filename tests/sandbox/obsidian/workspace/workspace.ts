import type * as Api from 'obsidian-api';
import type { Extension } from '@codemirror/state';
import type { App } from '../app';
import { debounce } from '../debounce';
import { EditorSuggestHub } from '../editor/editor-suggest';
import { FileView } from './file-view';
import type { TFile } from '../vault/files';
import { readLayout, restoreLayout } from './layout';
import type { WorkspaceLeaf } from './leaf';
import { LeafActivity } from './leaf-activity';
import { LeafPlacement } from './leaf-placement';
import { ClosingViews } from './closing-views';
import type { MarkdownFileInfo } from '../editor/markdown-file-info';
import type { MarkdownView } from '../editor/markdown-view';
import { Platform } from '../platform';
import type { View } from './view';
import { WorkspaceMobileDrawer } from './workspace-drawer';
import { WorkspaceFloating, type WorkspaceParent, WorkspaceRoot, WorkspaceSidedock, type WorkspaceSplit } from './workspace-item';
import { WorkspaceLinks } from './workspace-links';
import { WorkspaceRibbon } from './workspace-ribbon';
import { type LeafGroup, WorkspaceTabs } from './workspace-tabs';
import { WorkspaceWindow } from './workspace-window';

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
export class Workspace extends WorkspaceLinks implements Omit<Api.Workspace, InheritedMembers | LayoutMembers> {
	readonly containerEl = createDiv('workspace');
	#named: { readonly leaf: WorkspaceLeaf | null; readonly editor: MarkdownFileInfo } | null = null;
	readonly leftRibbon = new WorkspaceRibbon('left');
	readonly rightRibbon = new WorkspaceRibbon('right');
	readonly leftSplit: WorkspaceSidedock | WorkspaceMobileDrawer;
	readonly rightSplit: WorkspaceSidedock | WorkspaceMobileDrawer;
	readonly rootSplit: WorkspaceRoot;
	readonly floatingSplit: WorkspaceFloating;
	layoutReady = false;
	/** True from the moment that visible leaves are built. */
	layoutStarted = false;
	/** Extensions of all Markdown editors, from plugins; call `updateOptions` after a change. */
	readonly editorExtensions: Extension[] = [];
	readonly editorSuggest = new EditorSuggestHub();
	readonly requestSaveLayout: Api.Debouncer<[], Promise<void>>;
	private readyCallbacks: (() => unknown)[] = [];
	private readonly activity = new LeafActivity(this);
	private readonly placement = new LeafPlacement(this);
	private readonly closing = new ClosingViews();
	private readonly announceLayout = debounce(() => {
		this.trigger('layout-change');
		this.requestResize();
	}, 10);
	/** Tells at the next frame that a part of the layout has, or may have, another size. */
	readonly requestResize: () => void = debounce(() => { window.requestAnimationFrame(() => { this.trigger('resize'); }); }, 0);

	constructor(readonly app: App) {
		super();
		const Side = Platform.isMobile ? WorkspaceMobileDrawer : WorkspaceSidedock;
		this.leftSplit = new Side(this, 'left');
		this.rightSplit = new Side(this, 'right');
		this.rootSplit = new WorkspaceRoot(this);
		this.floatingSplit = new WorkspaceFloating(this);
		this.requestSaveLayout = debounce(() => this.saveLayout(), 2000);
		this.containerEl.append(this.leftRibbon.containerEl, this.leftSplit.containerEl, this.rootSplit.containerEl, this.rightSplit.containerEl);
		this.rootSplit.insertChild(0, new WorkspaceTabs(this));
		if (Platform.isMobile) for (const side of this.sides()) side.collapse();
		app.windows.onActivate = win => { this.onWindowFocus(win); };
	}

	get activeLeaf(): WorkspaceLeaf | null {
		return this.activity.leaf;
	}

	/** The editor of the active leaf, or the one that a view with editors of its own has named since it became active. */
	get activeEditor(): MarkdownFileInfo | null {
		if (this.#named !== null && this.#named.leaf === this.activeLeaf) return this.#named.editor;
		const view = this.activeLeaf?.view;
		return view !== undefined && 'editor' in view ? view as unknown as MarkdownFileInfo : null;
	}

	set activeEditor(editor: MarkdownFileInfo | null) {
		this.#named = editor === null ? null : { leaf: this.activeLeaf, editor };
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
		if (this.layoutReady) this.activity.clear();
		await restoreLayout(this, layout);
		this.onLayoutChange();
	}

	getLayout(): Record<string, unknown> {
		return readLayout(this);
	}

	/** A new leaf at the end of a group; it is shown, not yet active. */
	createLeafInTabs(group: LeafGroup): WorkspaceLeaf {
		return this.placement.inGroup(group);
	}

	createLeafInParent(parent: WorkspaceSplit, index: number): WorkspaceLeaf {
		return this.activated(this.placement.inNewGroup(parent, index));
	}

	createLeafBySplit(leaf: WorkspaceLeaf, direction: Api.SplitDirection = 'vertical', before = false): WorkspaceLeaf {
		return this.activated(this.placement.beside(leaf, direction, before));
	}

	splitActiveLeaf(direction?: Api.SplitDirection): WorkspaceLeaf {
		const leaf = this.getMostRecentLeaf();
		return leaf === null ? this.activated(this.placement.inRecentGroup()) : this.createLeafBySplit(leaf, direction);
	}

	/** Without a type, or with a direction in its place, it splits the leaf. */
	async duplicateLeaf(leaf: WorkspaceLeaf, type: Api.PaneType | boolean | Api.SplitDirection = 'vertical', direction?: Api.SplitDirection): Promise<WorkspaceLeaf> {
		const split = type === 'vertical' || type === 'horizontal' ? type : type === 'split' ? direction ?? 'vertical' : null;
		const copy = split === null ? this.getLeaf(type as Api.PaneType | boolean) : this.createLeafBySplit(leaf, split);
		const { type: viewType, state } = leaf.getViewState();
		await copy.setViewState({ type: viewType, ...(state === undefined ? {} : { state }) }, leaf.getEphemeralState());
		return copy;
	}

	/** The most recent leaf of the main area that may be replaced, or a new one. */
	getUnpinnedLeaf(): WorkspaceLeaf {
		const leaf = this.getMostRecentLeaf();
		if (leaf !== null && !leaf.pinned && leaf.view.navigation) return leaf;
		return this.activated(this.placement.inRecentGroup());
	}

	getLeaf(newLeaf: Api.PaneType | boolean = false, direction?: Api.SplitDirection): WorkspaceLeaf {
		if (newLeaf === 'window') return this.openPopoutLeaf();
		if (newLeaf === 'split') return this.splitActiveLeaf(direction);
		if (newLeaf === false) return this.getUnpinnedLeaf();
		return this.activated(this.placement.inRecentGroup());
	}

	/** Takes a leaf, with its view as it is, into a new window. @throws on a phone or tablet */
	moveLeafToPopout(leaf: WorkspaceLeaf, data?: Api.WorkspaceWindowInitData): WorkspaceWindow {
		const window = this.openWindow(data);
		const tabs = new WorkspaceTabs(this);
		window.insertChild(0, tabs);
		leaf.moveTo(tabs);
		this.setActiveLeaf(leaf, { focus: true });
		return window;
	}

	/** A new leaf in a new window. @throws on a phone or tablet */
	openPopoutLeaf(data?: Api.WorkspaceWindowInitData): WorkspaceLeaf {
		return this.activated(this.placement.inNewGroup(this.openWindow(data), 0));
	}

	/** A new window, in which nothing stands yet; `window-open` fires meanwhile. */
	openWindow(data?: Api.WorkspaceWindowInitData): WorkspaceWindow {
		if (!Platform.isDesktopApp) throw new Error('Popout windows are only available in the desktop app.');
		const window = new WorkspaceWindow(this, data);
		this.floatingSplit.insertChild(-1, window);
		this.trigger('window-open', window, window.win);
		return window;
	}

	setActiveLeaf(leaf: WorkspaceLeaf, params?: { focus?: boolean } | boolean, focus?: boolean): void {
		const wantsFocus = typeof params === 'object' ? params.focus === true : focus === true;
		if (!this.holdsLeaf(leaf)) return;
		this.activity.setLeaf(leaf);
		if (leaf.parent.currentLeaf !== leaf) leaf.parent.selectTab(leaf);
		if (wantsFocus) this.focusLeaf(leaf);
		if (wantsFocus && Platform.isMobile && !this.isInSidebar(leaf)) for (const side of this.sides()) side.collapse();
		this.activity.announce();
	}

	getLeftLeaf(split: boolean): WorkspaceLeaf | null {
		return this.placement.inSide(this.leftSplit, split);
	}

	getRightLeaf(split: boolean): WorkspaceLeaf | null {
		return this.placement.inSide(this.rightSplit, split);
	}

	/** A leaf of the type wherever it stands, also where the user has moved it; else a new one at the side. It is revealed unless told otherwise, and active only when told. */
	async ensureSideLeaf(type: string, side: Api.Side, { active = false, split = false, reveal = true, state }: SideLeafOptions = {}): Promise<WorkspaceLeaf> {
		const leaf = this.getLeavesOfType(type)[0] ?? this.placement.inSide(side === 'left' ? this.leftSplit : this.rightSplit, split);
		if (active || reveal) await leaf.loadIfDeferred();
		if (state !== undefined || leaf.view.getViewType() !== type) await leaf.setViewState({ type, ...(state === undefined ? {} : { state: state as Record<string, unknown> }) });
		if (reveal) await this.revealLeaf(leaf);
		if (active) this.setActiveLeaf(leaf, { focus: true });
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

	/** Makes a leaf visible: its tab, its sidebar, and its view where that was deferred. */
	async revealLeaf(leaf: WorkspaceLeaf): Promise<void> {
		this.sides().find(side => side === leaf.getRoot())?.expand();
		const { win } = leaf.getContainer();
		if (win !== window) win.focus();
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

	/** Something in the layout changed. */
	onLayoutChange(): void {
		if (!this.layoutReady) return;
		this.announceLayout();
		void this.requestSaveLayout();
	}

	/** A leaf left the layout; another becomes active on the next microtask. */
	onLeafDetached(): void {
		this.activity.queueRepick(() => { if (this.rootSplit.children.length === 0) this.placement.inNewGroup(this.rootSplit, 0); });
	}

	/** A sidebar opened, which builds what was deferred in it, or closed. */
	onSideToggled(side: WorkspaceParent): void {
		if (this.layoutStarted) side.iterateLeaves(leaf => { leaf.loadIfVisible(); });
		this.onLayoutChange();
	}

	/** A view began to close. */
	onViewClosing(closed: Promise<unknown>): void {
		this.closing.add(closed);
	}

	/** Resolves when the views that are closing now have closed. */
	whenViewsClosed(): Promise<void> {
		return this.closing.finished();
	}

	/** A view shows another file now; so do the leaves that are linked with it. */
	onFileOpened(file: TFile, leaf: WorkspaceLeaf): void {
		this.activity.addRecentFile(file.path);
		this.activity.announce();
		void this.requestSaveLayout();
		for (const other of leaf.group === '' ? [] : this.getGroupLeaves(leaf.group)) {
			if (other.view instanceof FileView && other.view.file !== file) void other.openFile(file, { active: false });
		}
	}

	private activated(leaf: WorkspaceLeaf): WorkspaceLeaf {
		this.setActiveLeaf(leaf, { focus: true });
		return leaf;
	}

	private focusLeaf(leaf: WorkspaceLeaf): void {
		const { win } = leaf.getContainer();
		if (win !== activeWindow) win.focus();
		leaf.view.focus();
	}

	/** The window's own most recent leaf becomes active, where the active one is in another window. */
	private onWindowFocus(win: Window): void {
		const leaf = this.activeLeaf?.getContainer().win === win ? null : this.getMostRecentLeafIn(win);
		if (leaf !== null) this.setActiveLeaf(leaf);
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
