import { behaviour } from './behaviour';

/** Leaves, events of the workspace, deferred views: rows 6 and 15. */
export const workspaceBehaviours = [
	behaviour({
		row: 15,
		says: 'a walk through the leaves ends, in each part of the layout, at a truthy answer',
		naive: [{ file: 'obsidian/workspace/workspace-item.ts', from: 'Boolean(callback(child as WorkspaceLeaf))', to: '(callback(child as WorkspaceLeaf), false)' }],
		observe: (page) => page.evaluate(() => {
			const { workspace } = window.sandbox.app;
			workspace.getLeaf('tab');
			workspace.getLeaf('tab');
			let seen = 0;
			workspace.iterateRootLeaves(() => ++seen);
			return seen;
		}),
		faithful: 1,
		naively: 3,
	}),
];
