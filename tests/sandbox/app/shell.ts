import type { App } from '../obsidian/app';
import { MarkdownView } from '../obsidian/editor/markdown-view';
import { setIcon } from '../obsidian/interface/icons';
import { Platform } from '../obsidian/platform';
import { CONSOLE_VIEW, ConsoleView } from './console-view';
import { FileExplorerView } from './file-explorer';
import { addMobileNavbar } from './mobile-navbar';
import { OutlineView } from './outline';

function toggleButton(parent: HTMLElement, side: 'left' | 'right', run: () => void): void {
	const el = parent.createDiv(`sidebar-toggle-button mod-${side}`).createEl('button', { cls: 'clickable-icon', attr: { 'aria-label': `Toggle ${side} sidebar` } });
	setIcon(el, `panel-${side}`);
	el.addEventListener('click', run);
}

function vaultProfile(app: App): HTMLElement {
	const el = createDiv('workspace-sidedock-vault-profile');
	const name = el.createDiv('workspace-drawer-vault-switcher');
	setIcon(name.createDiv('workspace-drawer-vault-switcher-icon'), 'chevrons-up-down');
	name.createDiv({ cls: 'workspace-drawer-vault-name', text: app.vault.getName() });
	const settings = el.createDiv('workspace-drawer-vault-actions').createEl('button', { cls: 'clickable-icon', attr: { 'aria-label': 'Settings' } });
	setIcon(settings, 'settings');
	settings.addEventListener('click', () => { app.setting.open(); });
	return el;
}

function noteText(app: App): string | undefined {
	const view = app.workspace.getMostRecentLeaf()?.view;
	return view instanceof MarkdownView && view.file !== null ? view.getViewData() : undefined;
}

function addWordCount(app: App, statusBarEl: HTMLElement): void {
	const words = statusBarEl.createDiv('status-bar-item plugin-word-count').createSpan('status-bar-item-segment');
	const characters = statusBarEl.createDiv('status-bar-item plugin-word-count').createSpan('status-bar-item-segment');
	const count = (): void => {
		const text = noteText(app);
		words.parentElement?.toggle(text !== undefined);
		characters.parentElement?.toggle(text !== undefined);
		words.setText(`${text?.match(/[\p{L}\p{N}'’-]+/gu)?.length ?? 0} words`);
		characters.setText(`${text?.length ?? 0} characters`);
	};
	for (const name of ['active-leaf-change', 'file-open', 'editor-change'] as const) app.workspace.on(name, count);
	count();
}

function addBackdrop(app: App): void {
	const backdrop = app.workspace.containerEl.createDiv('workspace-drawer-backdrop');
	backdrop.addEventListener('click', () => {
		app.workspace.leftSplit.collapse();
		app.workspace.rightSplit.collapse();
	});
}

/** Builds the window around the workspace: ribbon actions, sidebars' buttons, status bar. */
export function buildShell(app: App, body: HTMLElement): void {
	const { workspace } = app;
	const container = body.createDiv('app-container');
	const main = container.createDiv('horizontal-main-container');
	main.append(workspace.containerEl);
	if (app.statusBarEl !== null) {
		container.append(app.statusBarEl);
		addWordCount(app, app.statusBarEl);
	}
	workspace.leftRibbon.addAction('file-search', 'Open quick switcher', () => app.commands.executeCommandById('switcher:open'));
	workspace.leftRibbon.addAction('square-terminal', 'Open command palette', () => app.commands.executeCommandById('command-palette:open'));
	if (!Platform.isMobile) workspace.leftRibbon.addAction('terminal', 'Open console', () => app.commands.executeCommandById('sandbox:open-console'));
	toggleButton(Platform.isMobile ? workspace.containerEl : workspace.leftRibbon.containerEl, 'left', () => { workspace.leftSplit.toggle(); });
	toggleButton(workspace.containerEl, 'right', () => { workspace.rightSplit.toggle(); });
	workspace.leftSplit.containerEl.append(vaultProfile(app));
	if (Platform.isMobile) addBackdrop(app);
	if (Platform.isPhone) addMobileNavbar(app, container);
	app.viewRegistry.registerView('file-explorer', leaf => new FileExplorerView(leaf));
	app.viewRegistry.registerView('outline', leaf => new OutlineView(leaf));
	app.viewRegistry.registerView(CONSOLE_VIEW, leaf => new ConsoleView(leaf));
}

/** The layout of a vault that has none saved: files at the left, the outline in a closed right sidebar, an empty tab. */
export async function buildDefaultLayout(app: App): Promise<void> {
	const { workspace } = app;
	if (workspace.getMostRecentLeaf() === null) workspace.getLeaf('tab');
	if (workspace.getLeavesOfType('file-explorer').length === 0) await workspace.getLeftLeaf(false)?.setViewState({ type: 'file-explorer' });
	if (workspace.rightSplit.children.length > 0) return;
	await workspace.getRightLeaf(false)?.setViewState({ type: 'outline' });
	workspace.rightSplit.collapse();
}
