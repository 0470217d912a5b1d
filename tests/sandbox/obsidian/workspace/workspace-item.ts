import type * as Api from 'obsidian-api';
import { Events } from '../events';
import type { WorkspaceLeaf } from './leaf';
import type { Workspace } from './workspace';

let lastId = 0;

/** An id as the layout file has them. */
export function newItemId(): string {
	lastId += 1;
	return lastId.toString(16).padStart(16, '0');
}

/** A part of the layout: a leaf, or something that holds parts. */
export abstract class WorkspaceItem extends Events implements Omit<Api.WorkspaceItem, keyof Api.Events | 'parent' | 'getRoot' | 'getContainer'> {
	abstract parent: WorkspaceParent;
	abstract readonly containerEl: HTMLElement;
	id = newItemId();

	constructor(readonly workspace: Workspace) {
		super();
	}

	/** The outermost part: the main area, a sidebar, or a window. */
	getRoot(): WorkspaceItem {
		const isOutermost = Object.is(this.parent, this) || this instanceof WorkspaceContainer || this instanceof WorkspaceSidedock;
		return isOutermost ? this : this.parent.getRoot();
	}

	/** The window's part that holds this one; sidebars belong to the main window. */
	getContainer(): WorkspaceContainer {
		const root = this.getRoot();
		return root instanceof WorkspaceContainer ? root : this.workspace.rootSplit;
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

	/** Takes a part out; a holder left empty goes too. */
	removeChild(child: WorkspaceItem): void {
		const at = this.children.indexOf(child);
		if (at < 0) return;
		this.children.splice(at, 1);
		child.containerEl.remove();
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
}

/** The outermost split of a window. */
export abstract class WorkspaceContainer extends WorkspaceSplit {
	abstract win: Window;
	abstract doc: Document;
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

/** A window besides the main one. The sandbox opens none. */
export abstract class WorkspaceWindow extends WorkspaceContainer {}

/** What holds the other windows; always empty here. */
export class WorkspaceFloating extends WorkspaceParent {
	parent: WorkspaceParent = this;
	readonly containerEl = createDiv();
}

/** A sidebar. */
export class WorkspaceSidedock extends WorkspaceSplit implements Omit<Api.WorkspaceSidedock, keyof Api.Events | 'parent' | 'getRoot' | 'getContainer'> {
	collapsed = false;

	constructor(workspace: Workspace, readonly side: Api.Side) {
		super(workspace, 'horizontal');
		this.containerEl.addClasses(['mod-sidedock', `mod-${side}-split`]);
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
		this.workspace.onLayoutChange();
	}

	protected override vanishesWhenEmpty(): boolean {
		return false;
	}
}

/** What stands in for a sidebar on a phone: it slides over the main area. */
export class WorkspaceMobileDrawer extends WorkspaceSidedock {
	constructor(workspace: Workspace, side: Api.Side) {
		super(workspace, side);
		this.containerEl.className = `workspace-drawer workspace-split mod-horizontal mod-${side}`;
	}
}
