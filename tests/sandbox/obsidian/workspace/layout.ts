import { Platform } from '../platform';
import { isRecord } from '../record';
import type { WorkspaceLeaf } from './leaf';
import type { Workspace } from './workspace';
import { WorkspaceMobileDrawer } from './workspace-drawer';
import { type WorkspaceItem, WorkspaceParent, WorkspaceSidedock, WorkspaceSplit } from './workspace-item';
import { LeafGroup, WorkspaceTabs } from './workspace-tabs';
import { WorkspaceWindow } from './workspace-window';

type Saved = Record<string, unknown>;

/** The layout as `workspace.json` has it. */
export function readLayout(workspace: Workspace): Saved {
	const { floatingSplit } = workspace;
	return {
		main: readItem(workspace.rootSplit),
		left: readItem(workspace.leftSplit),
		right: readItem(workspace.rightSplit),
		...(floatingSplit.children.length === 0 ? {} : { floating: { id: floatingSplit.id, type: 'floating', children: floatingSplit.children.map(readItem) } }),
		active: workspace.activeLeaf?.id ?? null,
		lastOpenFiles: workspace.getLastOpenFiles(),
	};
}

function readItem(item: WorkspaceItem): Saved {
	if (!(item instanceof WorkspaceParent)) return readLeaf(item as WorkspaceLeaf);
	const children = item.children.map(readItem);
	if (item instanceof LeafGroup) {
		const type = item instanceof WorkspaceMobileDrawer ? 'mobile-drawer' : 'tabs';
		return { id: item.id, type, children, ...(item.currentTab > 0 ? { currentTab: item.currentTab } : {}) };
	}
	const direction = item instanceof WorkspaceSplit ? item.direction : 'vertical';
	if (item instanceof WorkspaceWindow) return { id: item.id, type: 'window', children, direction, ...item.getBounds(), zoom: 0 };
	const split = { id: item.id, type: 'split', children, direction };
	return item instanceof WorkspaceSidedock ? { ...split, ...(item.width === null ? {} : { width: item.width }), ...(item.collapsed ? { collapsed: true } : {}) } : split;
}

function readLeaf(leaf: WorkspaceLeaf): Saved {
	const { pinned, ...state } = leaf.getViewState();
	return {
		id: leaf.id,
		type: 'leaf',
		...(pinned === true ? { pinned } : {}),
		...(leaf.group === '' ? {} : { group: leaf.group }),
		state: { ...state, icon: leaf.getIcon(), title: leaf.getDisplayText() },
	};
}

/** Puts a saved layout in place of the present one. Its views are deferred; unknown parts are skipped. */
export async function restoreLayout(workspace: Workspace, layout: unknown): Promise<void> {
	if (!isRecord(layout)) return;
	const parts = [[workspace.rootSplit, layout['main']], [workspace.leftSplit, layout['left']], [workspace.rightSplit, layout['right']]] as const;
	for (const [part, saved] of parts) if (isRecord(saved)) restorePart(workspace, part, saved);
	restoreWindows(workspace, layout['floating']);
	const active = typeof layout['active'] === 'string' ? workspace.getLeafById(layout['active']) : null;
	const leaf = active ?? workspace.getMostRecentLeaf();
	if (workspace.layoutReady) for (const one of workspace.allLeaves()) if (one.isVisible()) await one.loadIfDeferred();
	if (leaf !== null) workspace.setActiveLeaf(leaf);
}

function restorePart(workspace: Workspace, part: WorkspaceParent, saved: Saved): void {
	part.iterateLeaves(leaf => { leaf.detach(); });
	for (const child of [...part.children]) part.removeChild(child);
	if (part instanceof LeafGroup) restoreLeaves(workspace, part, saved);
	else restoreChildren(workspace, part, saved);
	if (part instanceof WorkspaceSidedock && typeof saved['width'] === 'number') part.setWidth(saved['width']);
	if (part instanceof WorkspaceSidedock && saved['collapsed'] === true) part.collapse();
}

/** A phone opens no windows. */
function restoreWindows(workspace: Workspace, saved: unknown): void {
	if (!isRecord(saved)) return;
	for (const window of [...workspace.floatingSplit.children]) (window as WorkspaceWindow).close();
	if (!Platform.isDesktopApp) return;
	for (const child of childrenOf(saved)) {
		const [x, y, width, height] = ['x', 'y', 'width', 'height'].map(name => child[name]);
		const place = typeof x === 'number' && typeof y === 'number' ? { x, y } : {};
		const size = typeof width === 'number' && typeof height === 'number' ? { size: { width, height } } : {};
		restoreChildren(workspace, workspace.openWindow({ ...place, ...size }), child);
	}
}

function childrenOf(saved: Saved): Saved[] {
	return Array.isArray(saved['children']) ? saved['children'].filter(isRecord) : [];
}

function restoreChildren(workspace: Workspace, parent: WorkspaceParent, saved: Saved): void {
	for (const child of childrenOf(saved)) {
		if (child['type'] === 'tabs') {
			const tabs = new WorkspaceTabs(workspace);
			parent.insertChild(-1, tabs);
			restoreLeaves(workspace, tabs, child);
		} else if (child['type'] === 'split') {
			const split = new WorkspaceSplit(workspace, child['direction'] === 'horizontal' ? 'horizontal' : 'vertical');
			parent.insertChild(-1, split);
			restoreChildren(workspace, split, child);
		}
	}
}

/** A sidebar's saved tabs fill a drawer, too. */
function restoreLeaves(workspace: Workspace, group: LeafGroup, saved: Saved): void {
	for (const child of childrenOf(saved)) {
		if (child['type'] === 'leaf') restoreLeaf(workspace, group, child);
		else restoreLeaves(workspace, group, child);
	}
	const current = group.leaves[typeof saved['currentTab'] === 'number' ? saved['currentTab'] : 0];
	if (current !== undefined) group.selectTab(current);
}

function restoreLeaf(workspace: Workspace, group: LeafGroup, saved: Saved): void {
	const state = saved['state'];
	if (!isRecord(state) || typeof state['type'] !== 'string') return;
	const leaf = workspace.createLeafInTabs(group);
	if (typeof saved['id'] === 'string') leaf.id = saved['id'];
	const viewState = { type: state['type'], state: isRecord(state['state']) ? state['state'] : {} };
	leaf.defer(viewState, typeof state['title'] === 'string' ? state['title'] : state['type'], typeof state['icon'] === 'string' ? state['icon'] : 'file');
	leaf.setPinned(saved['pinned'] === true);
	if (typeof saved['group'] === 'string') leaf.setGroup(saved['group']);
}
