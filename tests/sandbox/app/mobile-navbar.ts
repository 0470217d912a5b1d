import type { App } from '../obsidian/app';
import { setIcon } from '../obsidian/interface/icons';

/** The bar at the lower edge of a phone: back, forward, find, new tab, and the commands, where no ribbon is. */
export function addMobileNavbar(app: App, parentEl: HTMLElement): void {
	const { commands, workspace } = app;
	const actionsEl = parentEl.createDiv('mobile-navbar').createDiv('mobile-navbar-actions');
	const add = (icon: string, label: string, run: () => unknown): void => {
		const el = actionsEl.createEl('button', { cls: 'clickable-icon mobile-navbar-action', attr: { 'aria-label': label } });
		setIcon(el, icon);
		el.addEventListener('click', run);
	};
	add('arrow-left', 'Navigate back', () => workspace.getMostRecentLeaf()?.history.back());
	add('arrow-right', 'Navigate forward', () => workspace.getMostRecentLeaf()?.history.forward());
	add('search', 'Find', () => commands.executeCommandById('switcher:open'));
	add('plus', 'New tab', () => commands.executeCommandById('workspace:new-tab'));
	add('menu', 'Commands', () => commands.executeCommandById('command-palette:open'));
}
