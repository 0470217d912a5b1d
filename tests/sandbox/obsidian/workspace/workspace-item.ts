import type * as Api from 'obsidian-api';
import { Events } from '../events';
import { addSideHandle, addSplitHandle } from './resize-handle';
import type { WorkspaceLeaf } from './leaf';
import type { Workspace } from './workspace';

/** An id as the layout file has them: 16 hexadecimal digits by chance, so that a new one meets none that was saved. */
export function newItemId(): string {
	return Array.from(crypto.getRandomValues(new Uint8Array(8)), byte => byte.toString(16).padStart(2, '0')).join('');
}

/** A part of the layout: a leaf, or something that holds parts. */
export abstract class WorkspaceItem extends Events implements Omit<Api.WorkspaceItem, keyof Api.Events | 'parent' | 'getRoot' | 'getContainer'> {
	abstract parent: WorkspaceParent;
	abstract readonly containerEl: HTMLElement;
	id = newItemId();

	constructor(readonly workspace: Workspace) {
		super();
	}

	/** Called by the part that held this one. */
	onRemoved(): void {}

	/** The outermost part: the main area, a sidebar, or what holds all other windows. */
	getRoot(): WorkspaceItem {
		return Object.is(this.parent, this) ? this : this.parent.getRoot();
	}

	/** The window's part that holds this one; sidebars belong to the main window. */
	getContainer(): WorkspaceContainer {
		if (this instanceof WorkspaceContainer) return this;
		return Object.is(this.parent, this) ? this.workspace.rootSplit : this.parent.getContainer();
	}
}

/** A part that holds others. */
export abstract class WorkspaceParent extends WorkspaceItem {
	children: WorkspaceItem[] = [];

	/** Adds a part; negative indexes count from the end. */
	insertChild(index: number, child: WorkspaceItem): void {
		const at = index < 0 ? this.children.length + 1 + index : Math.min(index, this.children.length);
		const next = this.children[at];
		this.children.splice(at, 0, child);
		child.parent = this;
		this.childrenEl().insertBefore(child.containerEl, next?.containerEl ?? null);
		this.childrenChanged();
	}

	/** Puts another part where one is, which then has no holder. */
	replaceChild(child: WorkspaceItem, other: WorkspaceItem): void {
		const at = this.children.indexOf(child);
		this.children[at] = other;
		other.parent = this;
		child.containerEl.replaceWith(other.containerEl);
		this.childrenChanged();
	}

	/** Takes a part out; a holder left empty goes too. */
	removeChild(child: WorkspaceItem): void {
		const at = this.children.indexOf(child);
		if (at < 0) return;
		this.children.splice(at, 1);
		child.containerEl.remove();
		child.onRemoved();
		this.childrenChanged();
		if (this.children.length === 0 && this.vanishesWhenEmpty()) this.parent.removeChild(this);
	}

	/** Calls back for each leaf in order, and stops at a truthy answer, as the app does. */
	iterateLeaves(callback: (leaf: WorkspaceLeaf) => unknown): boolean {
		return [...this.children].some(child => child instanceof WorkspaceParent ? child.iterateLeaves(callback) : Boolean(callback(child as WorkspaceLeaf)));
	}

	protected childrenEl(): HTMLElement {
		return this.containerEl;
	}

	protected childrenChanged(): void {}

	protected vanishesWhenEmpty(): boolean {
		return true;
	}
}

/** Parts side by side, or one above the other. */
export class WorkspaceSplit extends WorkspaceParent implements Omit<Api.WorkspaceSplit, keyof Api.Events | 'parent' | 'getRoot' | 'getContainer'> {
	parent: WorkspaceParent = this;
	readonly containerEl: HTMLElement;

	constructor(workspace: Workspace, readonly direction: Api.SplitDirection) {
		super(workspace);
		this.containerEl = createDiv(`workspace-split mod-${direction}`);
	}

	protected override childrenChanged(): void {
		for (const { containerEl } of this.children) {
			if (containerEl.querySelector(':scope > .workspace-leaf-resize-handle') === null) addSplitHandle(containerEl, () => { this.workspace.onLayoutChange(); });
		}
	}
}

/** The outermost split of a window. */
export abstract class WorkspaceContainer extends WorkspaceSplit {
	abstract win: Window;
	abstract doc: Document;

	/** Called when a tab of the window has got another title. */
	updateTitle(): void {}
}

/** The main area. It is never removed. */
export class WorkspaceRoot extends WorkspaceContainer {
	win: Window = window;
	doc: Document = document;

	constructor(workspace: Workspace) {
		super(workspace, 'vertical');
		this.containerEl.addClass('mod-root');
	}

	protected override vanishesWhenEmpty(): boolean {
		return false;
	}
}

/** What holds the other windows. Its own element stands nowhere. */
export class WorkspaceFloating extends WorkspaceParent {
	parent: WorkspaceParent = this;
	readonly containerEl = createDiv();

	/** A window stands in its own document. */
	override insertChild(index: number, child: WorkspaceItem): void {
		this.children.splice(index < 0 ? this.children.length + 1 + index : index, 0, child);
		child.parent = this;
	}

	protected override vanishesWhenEmpty(): boolean {
		return false;
	}
}

/** A sidebar. */
export class WorkspaceSidedock extends WorkspaceSplit implements Omit<Api.WorkspaceSidedock, keyof Api.Events | 'parent' | 'getRoot' | 'getContainer'> {
	collapsed = false;

	constructor(workspace: Workspace, readonly side: Api.Side) {
		super(workspace, 'horizontal');
		this.containerEl.addClasses(['mod-sidedock', `mod-${side}-split`]);
		addSideHandle(this.containerEl, side, () => { workspace.onLayoutChange(); });
	}

	/** In pixels; null where nobody has changed it. */
	get width(): number | null {
		const { width } = this.containerEl.style;
		return width === '' ? null : parseFloat(width);
	}

	setWidth(width: number): void {
		this.containerEl.style.width = `${width}px`;
	}

	toggle(): void {
		this.setCollapsed(!this.collapsed);
	}

	collapse(): void {
		this.setCollapsed(true);
	}

	expand(): void {
		this.setCollapsed(false);
	}

	private setCollapsed(collapsed: boolean): void {
		if (this.collapsed === collapsed) return;
		this.collapsed = collapsed;
		this.containerEl.toggleClass('is-sidedock-collapsed', collapsed);
		this.workspace.containerEl.toggleClass(`is-${this.side}-sidedock-open`, !collapsed);
		this.workspace.onSideToggled(this);
	}

	protected override vanishesWhenEmpty(): boolean {
		return false;
	}
}
