import type * as Api from 'obsidian-api';
import { setIcon } from '../interface/icons';
import type { Workspace } from './workspace';
import { LeafGroup } from './workspace-tabs';

/** What a phone or tablet has for a sidebar: it slides over the main area, and holds its leaves without tabs between. */
export class WorkspaceMobileDrawer extends LeafGroup implements Omit<Api.WorkspaceMobileDrawer, keyof Api.Events | 'parent' | 'getRoot' | 'getContainer'> {
	readonly containerEl: HTMLElement;
	collapsed = false;
	private readonly titleEl: HTMLElement;

	constructor(workspace: Workspace, readonly side: Api.Side) {
		super(workspace);
		this.containerEl = createDiv(`workspace-drawer mod-${side}`);
		const inner = this.containerEl.createDiv('workspace-drawer-inner');
		const header = inner.createDiv('workspace-drawer-header');
		this.titleEl = header.createDiv('workspace-drawer-header-name-text');
		const closeEl = header.createEl('button', { cls: 'clickable-icon workspace-drawer-header-icon', attr: { 'aria-label': 'Close' } });
		setIcon(closeEl, 'x');
		closeEl.addEventListener('click', () => { this.collapse(); });
		this.tabsEl.addClass('workspace-drawer-active-tab-container');
		this.headersEl.addClass('workspace-drawer-tab-options');
		inner.append(this.tabsEl, this.headersEl);
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

	protected override vanishesWhenEmpty(): boolean {
		return false;
	}

	override updateTitle(): void {
		this.titleEl.setText(this.currentLeaf?.getDisplayText() ?? '');
	}

	private setCollapsed(collapsed: boolean): void {
		if (this.collapsed === collapsed) return;
		this.collapsed = collapsed;
		this.containerEl.toggleClass('is-collapsed', collapsed);
		this.workspace.onSideToggled(this);
	}
}
