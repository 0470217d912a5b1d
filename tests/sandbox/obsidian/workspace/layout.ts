import { isRecord } from '../record';
import type { WorkspaceLeaf } from './leaf';
import type { Workspace } from './workspace';
import { type WorkspaceItem, WorkspaceParent, WorkspaceSidedock, WorkspaceSplit } from './workspace-item';
import { WorkspaceTabs } from './workspace-tabs';

/** The layout as `workspace.json` has it. */
export function readLayout(workspace: Workspace): Record<string, unknown> {
	return {
		main: readItem(workspace.rootSplit),
		left: readItem(workspace.leftSplit),
		right: readItem(workspace.rightSplit),
		active: workspace.activeLeaf?.id ?? null,
		lastOpenFiles: workspace.getLastOpenFiles(),
	};
}

function readItem(item: WorkspaceItem): Record<string, unknown> {
	if (!(item instanceof WorkspaceParent)) return readLeaf(item as WorkspaceLeaf);
	const children = item.children.map(readItem);
	if (item instanceof WorkspaceTabs) return { id: item.id, type: 'tabs', children, ...(item.currentTab > 0 ? { currentTab: item.currentTab } : {}) };
	const split = { id: item.id, type: 'split', children, direction: item instanceof WorkspaceSplit ? item.direction : 'vertical' };
	return item instanceof WorkspaceSidedock && item.collapsed ? { ...split, collapsed: true } : split;
}

function readLeaf(leaf: WorkspaceLeaf): Record<string, unknown> {
	return { id: leaf.id, type: 'leaf', state: { ...leaf.getViewState(), icon: leaf.getIcon(), title: leaf.getDisplayText() } };
}

/** Puts a saved layout in place of the present one. Its views are deferred; unknown parts are skipped. */
export async function restoreLayout(workspace: Workspace, layout: unknown): Promise<void> {
	if (!isRecord(layout)) return;
	const parts = [[workspace.rootSplit, layout['main']], [workspace.leftSplit, layout['left']], [workspace.rightSplit, layout['right']]] as const;
	for (const [part, saved] of parts) {
		if (!isRecord(saved)) continue;
		for (const child of [...part.children]) part.removeChild(child);
		restoreChildren(workspace, part, saved);
		if (part instanceof WorkspaceSidedock && saved['collapsed'] === true) part.collapse();
	}
	const active = typeof layout['active'] === 'string' ? workspace.getLeafById(layout['active']) : null;
	const leaf = active ?? workspace.getMostRecentLeaf();
	if (workspace.layoutReady) for (const one of workspace.allLeaves()) if (one.isVisible()) await one.loadIfDeferred();
	if (leaf !== null) workspace.setActiveLeaf(leaf);
}

function restoreChildren(workspace: Workspace, parent: WorkspaceParent, saved: Record<string, unknown>): void {
	const children: unknown[] = Array.isArray(saved['children']) ? saved['children'] : [];
	for (const child of children) {
		if (!isRecord(child)) continue;
		if (child['type'] === 'tabs') restoreTabs(workspace, parent, child);
		else if (child['type'] === 'split') restoreSplit(workspace, parent, child);
	}
}

function restoreSplit(workspace: Workspace, parent: WorkspaceParent, saved: Record<string, unknown>): void {
	const split = new WorkspaceSplit(workspace, saved['direction'] === 'horizontal' ? 'horizontal' : 'vertical');
	parent.insertChild(-1, split);
	restoreChildren(workspace, split, saved);
}

function restoreTabs(workspace: Workspace, parent: WorkspaceParent, saved: Record<string, unknown>): void {
	const tabs = workspace.createTabs();
	parent.insertChild(-1, tabs);
	const children: unknown[] = Array.isArray(saved['children']) ? saved['children'] : [];
	for (const child of children) if (isRecord(child)) restoreLeaf(workspace, tabs, child);
	const current = tabs.children[typeof saved['currentTab'] === 'number' ? saved['currentTab'] : 0];
	if (current !== undefined) tabs.selectTab(current as WorkspaceLeaf);
}

function restoreLeaf(workspace: Workspace, tabs: WorkspaceTabs, saved: Record<string, unknown>): void {
	const state = saved['state'];
	if (!isRecord(state) || typeof state['type'] !== 'string') return;
	const leaf = workspace.createLeafInTabs(tabs);
	if (typeof saved['id'] === 'string') leaf.id = saved['id'];
	const viewState = { type: state['type'], state: isRecord(state['state']) ? state['state'] : {}, pinned: state['pinned'] === true };
	leaf.defer(viewState, typeof state['title'] === 'string' ? state['title'] : state['type'], typeof state['icon'] === 'string' ? state['icon'] : 'file');
}
