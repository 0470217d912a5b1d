import type * as Api from 'obsidian-api';
import type { App } from '../obsidian/app';
import { Platform } from '../obsidian/platform';
import type { WorkspaceLeaf } from '../obsidian/workspace/leaf';

/** The app's own commands for tabs, splits and windows, under the app's ids, with its hotkeys. */
export function addLayoutCommands(app: App): void {
	const { commands, workspace } = app;
	const add = (id: string, name: string, run: (leaf: WorkspaceLeaf) => unknown, hotkeys: Api.Hotkey[] = [], isPossible: (leaf: WorkspaceLeaf) => boolean = () => true): void => {
		const checkCallback = (checking: boolean): boolean => {
			const leaf = workspace.activeLeaf;
			if (leaf === null || !isPossible(leaf)) return false;
			if (!checking) run(leaf);
			return true;
		};
		commands.addCommand({ id, name, checkCallback, hotkeys });
	};
	const inMain = (leaf: WorkspaceLeaf): boolean => !workspace.isInSidebar(leaf);
	const showNext = (leaf: WorkspaceLeaf, by: number): void => {
		const next = leaf.parent.selectNext(by);
		if (next !== null) workspace.setActiveLeaf(next, { focus: true });
	};
	commands.addCommand({ id: 'workspace:new-tab', name: 'New tab', callback: () => workspace.getLeaf('tab'), hotkeys: [{ modifiers: ['Mod'], key: 'T' }] });
	add('workspace:close', 'Close current tab', leaf => { leaf.detach(); }, [{ modifiers: ['Mod'], key: 'W' }]);
	add('workspace:close-others', 'Close all other tabs', leaf => { for (const other of leaf.parent.leaves.filter(one => one !== leaf && !one.pinned)) other.detach(); }, [], inMain);
	add('workspace:toggle-pin', 'Toggle pin', leaf => { leaf.togglePinned(); });
	add('workspace:next-tab', 'Go to next tab', leaf => { showNext(leaf, 1); }, [{ modifiers: ['Ctrl'], key: 'Tab' }]);
	add('workspace:previous-tab', 'Go to previous tab', leaf => { showNext(leaf, -1); }, [{ modifiers: ['Ctrl', 'Shift'], key: 'Tab' }]);
	add('workspace:split-vertical', 'Split right', leaf => workspace.duplicateLeaf(leaf, 'vertical'), [], inMain);
	add('workspace:split-horizontal', 'Split down', leaf => workspace.duplicateLeaf(leaf, 'horizontal'), [], inMain);
	add('app:go-back', 'Navigate back', leaf => leaf.history.back(), [{ modifiers: ['Mod', 'Alt'], key: 'ArrowLeft' }]);
	add('app:go-forward', 'Navigate forward', leaf => leaf.history.forward(), [{ modifiers: ['Mod', 'Alt'], key: 'ArrowRight' }]);
	if (!Platform.isDesktopApp) return;
	add('workspace:move-to-new-window', 'Move current tab to new window', leaf => workspace.moveLeafToPopout(leaf));
	add('workspace:open-in-new-window', 'Open current tab in new window', leaf => workspace.duplicateLeaf(leaf, 'window'));
}
