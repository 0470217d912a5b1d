import { Menu } from '../interface/menu';
import { Platform } from '../platform';
import type { WorkspaceLeaf } from './leaf';

/** Shows what can be done with a tab: the app's entries, its view's, and those of plugins (`leaf-menu`; `file-menu` from the views of files). */
export function showTabMenu(leaf: WorkspaceLeaf, event: MouseEvent): void {
	const menu = new Menu();
	addClosing(menu, leaf);
	addPlaces(menu, leaf);
	leaf.view.onPaneMenu(menu, 'tab-header');
	leaf.workspace.trigger('leaf-menu', menu, leaf);
	menu.showAtMouseEvent(event);
}

/** Entries that put a leaf elsewhere; for its tab, and for the menu of its view. */
export function addPlaces(menu: Menu, leaf: WorkspaceLeaf): void {
	const { workspace } = leaf;
	const add = (title: string, icon: string, run: () => unknown): void => {
		menu.addItem(item => item.setSection('pane').setTitle(title).setIcon(icon).onClick(run));
	};
	add(leaf.pinned ? 'Unpin' : 'Pin', leaf.pinned ? 'pin-off' : 'pin', () => { leaf.togglePinned(); });
	if (leaf.group !== '') add('Unlink tab', 'unlink', () => { leaf.setGroup(''); });
	if (workspace.isInSidebar(leaf)) return;
	add('Split right', 'separator-vertical', () => workspace.duplicateLeaf(leaf, 'vertical'));
	add('Split down', 'separator-horizontal', () => workspace.duplicateLeaf(leaf, 'horizontal'));
	if (!Platform.isDesktopApp) return;
	add('Move to new window', 'picture-in-picture-2', () => workspace.moveLeafToPopout(leaf));
	add('Open in new window', 'maximize', () => workspace.duplicateLeaf(leaf, 'window'));
}

function addClosing(menu: Menu, leaf: WorkspaceLeaf): void {
	const add = (title: string, leaves: () => readonly WorkspaceLeaf[]): void => {
		menu.addItem(item => item.setSection('close').setTitle(title).setIcon('x').onClick(() => { for (const one of leaves()) one.detach(); }));
	};
	const others = (): WorkspaceLeaf[] => leaf.parent.leaves.filter(one => one !== leaf && !one.pinned);
	add('Close', () => [leaf]);
	if (others().length > 0) add('Close others', others);
	if (others().length > 0) add('Close all', () => [leaf, ...others()]);
}
