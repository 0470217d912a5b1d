import type * as Api from 'obsidian-api';
import { setIcon } from '../interface/icons';
import type { WorkspaceLeaf } from './leaf';
import { WorkspaceParent } from './workspace-item';
import type { Workspace } from './workspace';

/** Leaves that share one place; one of them is visible. */
export class WorkspaceTabs extends WorkspaceParent implements Omit<Api.WorkspaceTabs, keyof Api.Events | 'parent' | 'getRoot' | 'getContainer'> {
	parent: WorkspaceParent = this;
	readonly containerEl: HTMLElement;
	currentTab = 0;
	private readonly headersEl: HTMLElement;
	private readonly tabsEl: HTMLElement;

	constructor(workspace: Workspace) {
		super(workspace);
		this.containerEl = createDiv('workspace-tabs');
		const bar = this.containerEl.createDiv('workspace-tab-header-container');
		this.headersEl = bar.createDiv({ cls: 'workspace-tab-header-container-inner', attr: { role: 'tablist' } });
		const newTabEl = bar.createDiv('workspace-tab-header-new-tab').createSpan({ cls: 'clickable-icon', attr: { 'aria-label': 'New tab' } });
		setIcon(newTabEl, 'plus');
		newTabEl.addEventListener('click', () => { this.openNewTab(); });
		bar.createDiv('workspace-tab-header-spacer');
		this.tabsEl = this.containerEl.createDiv('workspace-tab-container');
	}

	/** The visible leaf. */
	get currentLeaf(): WorkspaceLeaf | null {
		return (this.children[this.currentTab] as WorkspaceLeaf | undefined) ?? null;
	}

	/** Shows a leaf of this group; a view that was deferred is built now. */
	selectTab(leaf: WorkspaceLeaf): void {
		const index = this.children.indexOf(leaf);
		if (index < 0) return;
		this.currentTab = index;
		this.showCurrent();
		this.workspace.onLayoutChange();
	}

	protected override childrenEl(): HTMLElement {
		return this.tabsEl;
	}

	protected override childrenChanged(): void {
		const leaves = this.children as WorkspaceLeaf[];
		this.currentTab = Math.max(0, Math.min(this.currentTab, leaves.length - 1));
		this.headersEl.replaceChildren(...leaves.map(leaf => leaf.tabHeaderEl));
		this.showCurrent();
	}

	private showCurrent(): void {
		this.children.forEach((child, i) => { (child as WorkspaceLeaf).setVisible(i === this.currentTab); });
	}

	private openNewTab(): void {
		const leaf = this.workspace.createLeafInTabs(this);
		this.workspace.setActiveLeaf(leaf, { focus: true });
	}
}
