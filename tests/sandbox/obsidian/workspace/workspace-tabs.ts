import type * as Api from 'obsidian-api';
import { setIcon } from '../interface/icons';
import type { WorkspaceLeaf } from './leaf';
import { WorkspaceParent } from './workspace-item';
import type { Workspace } from './workspace';

/** Leaves that share one place; one of them shows. */
export abstract class LeafGroup extends WorkspaceParent {
	parent: WorkspaceParent = this;
	currentTab = 0;
	protected readonly headersEl = createDiv({ cls: 'workspace-tab-header-container-inner', attr: { role: 'tablist' } });
	protected readonly tabsEl = createDiv('workspace-tab-container');

	/** The leaf that shows. */
	get currentLeaf(): WorkspaceLeaf | null {
		return (this.children[this.currentTab] as WorkspaceLeaf | undefined) ?? null;
	}

	get leaves(): WorkspaceLeaf[] {
		return this.children as WorkspaceLeaf[];
	}

	/** Shows a leaf of this group; a view that was deferred is built now. */
	selectTab(leaf: WorkspaceLeaf): void {
		const index = this.children.indexOf(leaf);
		if (index < 0) return;
		this.currentTab = index;
		this.showCurrent();
		this.workspace.onLayoutChange();
	}

	/** Shows the tab that is so many places further, around the end. */
	selectNext(by: number): WorkspaceLeaf | null {
		const next = this.leaves[(this.currentTab + by + this.children.length) % this.children.length] ?? null;
		if (next !== null) this.selectTab(next);
		return next;
	}

	/** Called when the tab of a leaf got another title. */
	updateTitle(): void {
		if (this.containerEl.isConnected) this.getContainer().updateTitle();
	}

	protected override childrenEl(): HTMLElement {
		return this.tabsEl;
	}

	protected override childrenChanged(): void {
		this.currentTab = Math.max(0, Math.min(this.currentTab, this.children.length - 1));
		this.headersEl.replaceChildren(...this.leaves.map(leaf => leaf.tabHeaderEl));
		this.showCurrent();
	}

	private showCurrent(): void {
		this.leaves.forEach((leaf, i) => { leaf.setShown(i === this.currentTab); });
		this.updateTitle();
	}
}

/** A group of tabs in the main area, in a sidebar, or in a window. */
export class WorkspaceTabs extends LeafGroup implements Omit<Api.WorkspaceTabs, keyof Api.Events | 'parent' | 'getRoot' | 'getContainer'> {
	readonly containerEl: HTMLElement;

	constructor(workspace: Workspace) {
		super(workspace);
		this.containerEl = createDiv('workspace-tabs');
		const bar = this.containerEl.createDiv('workspace-tab-header-container');
		bar.append(this.headersEl);
		const newTabEl = bar.createDiv('workspace-tab-header-new-tab').createSpan({ cls: 'clickable-icon', attr: { 'aria-label': 'New tab', role: 'button' } });
		setIcon(newTabEl, 'plus');
		newTabEl.addEventListener('click', () => { this.openNewTab(); });
		bar.createDiv('workspace-tab-header-spacer');
		this.containerEl.append(this.tabsEl);
	}

	private openNewTab(): void {
		const leaf = this.workspace.createLeafInTabs(this);
		this.workspace.setActiveLeaf(leaf, { focus: true });
	}
}
