import type { WorkspaceLeaf } from './leaf';
import type { WorkspaceMobileDrawer } from './workspace-drawer';
import { WorkspaceEvents } from './workspace-events';
import type { WorkspaceFloating, WorkspaceParent, WorkspaceRoot, WorkspaceSidedock } from './workspace-item';

/** The parts of the layout, and how leaves are found in them. */
export abstract class WorkspaceTree extends WorkspaceEvents {
	abstract readonly leftSplit: WorkspaceSidedock | WorkspaceMobileDrawer;
	abstract readonly rightSplit: WorkspaceSidedock | WorkspaceMobileDrawer;
	abstract readonly rootSplit: WorkspaceRoot;
	abstract readonly floatingSplit: WorkspaceFloating;

	getLeafById(id: string): WorkspaceLeaf | null {
		return this.allLeaves().find(leaf => leaf.id === id) ?? null;
	}

	getGroupLeaves(group: string): WorkspaceLeaf[] {
		return this.allLeaves().filter(leaf => leaf.group === group);
	}

	/** Of one part of the layout, else of the main area and the windows. */
	getMostRecentLeaf(root?: WorkspaceParent): WorkspaceLeaf | null {
		return mostRecent((root === undefined ? [this.rootSplit, this.floatingSplit] : [root]).flatMap(leavesIn));
	}

	/** Of all that stand in one window. */
	getMostRecentLeafIn(win: Window): WorkspaceLeaf | null {
		return mostRecent(this.allLeaves().filter(leaf => leaf.getContainer().win === win));
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

	isInSidebar(leaf: WorkspaceLeaf): boolean {
		return this.sides().some(side => side === leaf.getRoot());
	}

	/** Whether a leaf is part of the layout. */
	holdsLeaf(leaf: WorkspaceLeaf): boolean {
		return this.allLeaves().includes(leaf);
	}

	/** All leaves, in the order of the parts. */
	allLeaves(): WorkspaceLeaf[] {
		return this.parts().flatMap(leavesIn);
	}

	protected parts(): WorkspaceParent[] {
		return [this.rootSplit, this.floatingSplit, this.leftSplit, this.rightSplit];
	}

	protected sides(): (WorkspaceSidedock | WorkspaceMobileDrawer)[] {
		return [this.leftSplit, this.rightSplit];
	}
}

function leavesIn(part: WorkspaceParent): WorkspaceLeaf[] {
	const leaves: WorkspaceLeaf[] = [];
	part.iterateLeaves(leaf => { leaves.push(leaf); });
	return leaves;
}

function mostRecent(leaves: readonly WorkspaceLeaf[]): WorkspaceLeaf | null {
	return leaves.reduce<WorkspaceLeaf | null>((best, leaf) => best === null || leaf.activeTime > best.activeTime ? leaf : best, null);
}
