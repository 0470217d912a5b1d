import type * as Api from 'obsidian-api';
import { WorkspaceLeaf } from './leaf';
import type { Workspace } from './workspace';
import type { WorkspaceMobileDrawer } from './workspace-drawer';
import { type WorkspaceParent, type WorkspaceSidedock, WorkspaceSplit } from './workspace-item';
import { LeafGroup, WorkspaceTabs } from './workspace-tabs';

/** Where new leaves come to stand. What it makes is shown, not yet active. */
export class LeafPlacement {
	constructor(private readonly workspace: Workspace) {}

	/** At the end of a group. */
	inGroup(group: LeafGroup): WorkspaceLeaf {
		const leaf = new WorkspaceLeaf(this.workspace);
		group.insertChild(-1, leaf);
		group.selectTab(leaf);
		return leaf;
	}

	/** In a new group of its own; negative indexes count from the end. */
	inNewGroup(parent: WorkspaceParent, index: number): WorkspaceLeaf {
		const tabs = new WorkspaceTabs(this.workspace);
		parent.insertChild(index, tabs);
		return this.inGroup(tabs);
	}

	/** Beside another leaf. A drawer can't be split: there it is one more of its leaves. */
	beside(leaf: WorkspaceLeaf, direction: Api.SplitDirection, before: boolean): WorkspaceLeaf {
		if (!(leaf.parent instanceof WorkspaceTabs)) return this.inGroup(leaf.parent);
		const holder = leaf.parent.parent;
		const at = holder.children.indexOf(leaf.parent);
		if (holder instanceof WorkspaceSplit && holder.direction === direction) return this.inNewGroup(holder, before ? at : at + 1);
		const split = new WorkspaceSplit(this.workspace, direction);
		holder.replaceChild(leaf.parent, split);
		split.insertChild(0, leaf.parent);
		return this.inNewGroup(split, before ? 0 : 1);
	}

	/** Beside the most recent leaf of the main area and the windows. */
	inRecentGroup(): WorkspaceLeaf {
		const { rootSplit } = this.workspace;
		const group = this.workspace.getMostRecentLeaf()?.parent ?? rootSplit.children.find(item => item instanceof LeafGroup);
		return group instanceof LeafGroup ? this.inGroup(group) : this.inNewGroup(rootSplit, 0);
	}

	inSide(side: WorkspaceSidedock | WorkspaceMobileDrawer, split: boolean): WorkspaceLeaf {
		if (side instanceof LeafGroup) return this.inGroup(side);
		const first = side.children.find(item => item instanceof WorkspaceTabs);
		return first === undefined || split ? this.inNewGroup(side, -1) : this.inGroup(first);
	}
}
