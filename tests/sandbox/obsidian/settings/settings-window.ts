import type { App } from '../app';
import type { Realm } from '../interface/dom';
import { setIcon } from '../interface/icons';
import { Platform } from '../platform';
import { Scope } from '../interface/scope';
import type { SettingTab } from './setting-tab';
import { makeButton } from './setting-row-button';
import { type FoundSetting, searchSettings } from './setting-search';
import { SearchComponent } from './text-components';

/**
 * The settings: `app.setting`. They open in a document of their own, as in the app,
 * where settings are another window: elements there are not `instanceof` this window's
 * classes, and `containerEl.doc` is not `document`. Before 1.13, on a phone, and where the
 * vault's option `settingsInMainWindow` says so, they are a dialog in the main window.
 */
export class SettingsWindow {
	readonly settingTabs: SettingTab[] = [];
	readonly pluginTabs: SettingTab[] = [];
	activeTab: SettingTab | null = null;
	lastTabId = 'appearance';
	/** The frame around the other document; connected while the settings are open. */
	readonly containerEl = createDiv('settings-window-overlay');
	/** The dialog, where the settings are one. */
	modalEl = createDiv('modal');
	private readonly scope = new Scope();
	private realm: Realm | null = null;
	private contentEl: HTMLElement | null = null;
	private navEl: HTMLElement | null = null;
	private readonly navItems = new Map<string, HTMLElement>();

	constructor(private readonly app: App) {
		this.scope.register([], 'Escape', () => {
			this.close();
			return false;
		});
		this.scope.register(['Mod'], ',', () => false);
	}

	addSettingTab(tab: SettingTab): void {
		(this.settingTabs.includes(tab) ? [] : this.pluginTabs).push(tab);
		if (this.app.supportsDefinitions) tab.update();
		this.renderNav();
	}

	removeSettingTab(tab: SettingTab): void {
		if (this.activeTab === tab) this.closeActiveTab();
		for (const tabs of [this.pluginTabs, this.settingTabs]) tabs.remove(tab);
		this.renderNav();
	}

	open(): void {
		if (this.realm !== null) return;
		this.realm = this.opensInWindow() ? this.openFrame() : this.openDialog();
		this.app.keymap.pushScope(this.scope);
		this.app.windows.activate(this.realm);
		this.renderShell(this.realm === window ? this.modalEl : this.realm.document.body);
		this.openLastTab();
	}

	close(): void {
		if (this.realm === null) return;
		this.closeActiveTab();
		this.app.keymap.popScope(this.scope);
		if (this.realm !== window) this.app.windows.close(this.realm);
		this.realm = null;
		this.navItems.clear();
		this.containerEl.empty();
		this.containerEl.remove();
		this.app.workspace.activeLeaf?.view.focus();
	}

	/** Opens a tab; null, and nothing happens, where there is none of that id. */
	openTabById(id: string): SettingTab | null {
		const tab = this.allTabs().find(one => one.id === id) ?? null;
		if (tab !== null) this.openTab(tab);
		return tab;
	}

	/** Not in the public types, and used by plugins: draws the list of tabs anew. */
	updatePluginSection(): void {
		this.renderNav();
	}

	openTab(tab: SettingTab): void {
		if (this.realm === null) this.open();
		this.closeActiveTab();
		this.activeTab = tab;
		this.lastTabId = tab.id;
		this.contentEl?.replaceChildren(tab.containerEl);
		tab.show();
		for (const [id, el] of this.navItems) el.toggleClass('is-active', id === tab.id);
	}

	closeActiveTab(): void {
		this.activeTab?.leave();
		this.activeTab = null;
	}

	/** The other document while it is open. */
	get document(): Document | null {
		return this.realm?.document ?? null;
	}

	/** Not in the public types, and used by plugins: what holds the tab that shows. */
	get tabContentContainer(): HTMLElement | null {
		return this.contentEl;
	}

	private openLastTab(): void {
		if (this.openTabById(this.lastTabId) !== null) return;
		const [first] = this.allTabs();
		if (first !== undefined) this.openTab(first);
	}

	private opensInWindow(): boolean {
		return this.app.supportsDefinitions && !Platform.isMobile && this.app.vault.getConfig('settingsInMainWindow') !== true;
	}

	/** The dialog of the main window. */
	private openDialog(): Realm {
		document.body.appendChild(this.containerEl);
		const containerEl = this.containerEl.createDiv('modal-container mod-dim');
		containerEl.createDiv('modal-bg').addEventListener('click', () => { this.close(); });
		this.modalEl = containerEl.createDiv({ cls: 'modal', attr: { role: 'dialog', 'aria-label': 'Settings', tabindex: -1 } });
		const closeEl = this.modalEl.createDiv({ cls: 'modal-close-button clickable-icon', attr: { 'aria-label': 'Close', role: 'button', tabindex: 0 } });
		setIcon(closeEl, 'x');
		closeEl.addEventListener('click', () => { this.close(); });
		return window;
	}

	private allTabs(): SettingTab[] {
		return [...this.settingTabs, ...this.pluginTabs];
	}

	private openFrame(): Realm {
		document.body.appendChild(this.containerEl);
		const frame = this.containerEl.createDiv({ cls: 'settings-window', attr: { role: 'dialog', 'aria-label': 'Settings' } });
		const bar = frame.createDiv('settings-window-titlebar');
		bar.createDiv({ cls: 'settings-window-title', text: 'Settings' });
		const closeEl = bar.createEl('button', { cls: 'clickable-icon', attr: { 'aria-label': 'Close settings' } });
		setIcon(closeEl, 'x');
		closeEl.addEventListener('click', () => { this.close(); });
		this.containerEl.onclick = event => { if (event.target === this.containerEl) this.close(); };
		const iframe = frame.createEl('iframe', { cls: 'settings-window-frame', attr: { title: 'Settings' } });
		return this.app.windows.open(iframe, 'is-settings-window');
	}

	private renderShell(body: HTMLElement): void {
		const container = settingsEl(body).createDiv('vertical-tabs-container');
		const header = container.createDiv('vertical-tab-header');
		const search = new SearchComponent(header.createDiv('setting-search'));
		search.setPlaceholder('Search settings...').onChange(query => { this.onSearch(query); });
		this.navEl = header.createDiv('vertical-tab-header-groups');
		this.contentEl = container.createDiv('vertical-tab-content-container');
		this.renderNav();
	}

	private renderNav(): void {
		if (this.realm === null || this.navEl === null) return;
		this.navEl.empty();
		this.navItems.clear();
		for (const [title, tabs] of [['Options', this.settingTabs], ['Community plugins', this.pluginTabs]] as const) {
			if (tabs.length === 0) continue;
			const group = this.navEl.createDiv('vertical-tab-header-group');
			group.createDiv({ cls: 'vertical-tab-header-group-title', text: title });
			const items = group.createDiv('vertical-tab-header-group-items');
			for (const tab of tabs) this.renderNavItem(items, tab);
		}
	}

	private renderNavItem(parent: HTMLElement, tab: SettingTab): void {
		const item = parent.createDiv({ cls: 'vertical-tab-nav-item tappable', attr: { role: 'tab', tabindex: 0 } });
		setIcon(item.createDiv('vertical-tab-nav-item-icon'), tab.icon === '' ? 'settings' : tab.icon);
		item.createDiv({ cls: 'vertical-tab-nav-item-title', text: tab.name });
		item.toggleClass('is-active', tab === this.activeTab);
		item.addEventListener('click', () => { this.openTab(tab); });
		item.addEventListener('keydown', event => { if (event.key === 'Enter') this.openTab(tab); });
		this.navItems.set(tab.id, item);
	}

	private onSearch(query: string): void {
		if (query.trim() === '') {
			this.openLastTab();
			return;
		}
		this.closeActiveTab();
		this.contentEl?.empty();
		const resultsEl = this.contentEl?.createDiv('vertical-tab-content setting-search-results');
		const found = searchSettings(this.allTabs(), query);
		if (found.length === 0) resultsEl?.createDiv({ cls: 'setting-list-empty', text: 'No settings found.' });
		for (const one of found) {
			const { tab, name, desc, pages } = one;
			const row = resultsEl?.createDiv('setting-item');
			const info = row?.createDiv('setting-item-info');
			info?.createDiv({ cls: 'setting-item-name', text: name });
			info?.createDiv({ cls: 'setting-item-description', text: [[tab.name, ...pages].join(' › '), desc].filter(text => text !== '').join(': ') });
			if (row !== undefined) makeButton(row, () => { this.revealRow(one); });
		}
	}

	private revealRow({ tab, pages, name }: FoundSetting): void {
		this.openTab(tab);
		tab.openPages(pages);
		const row = tab.containerEl.findAll('.setting-item').find(el => el.querySelector('.setting-item-name')?.textContent === name);
		row?.scrollIntoView({ block: 'center' });
		row?.addClass('is-flashing');
	}
}

/** The element that has the classes by which themes know the settings: the dialog itself, or one in the other window. */
function settingsEl(parent: HTMLElement): HTMLElement {
	if (!parent.hasClass('modal')) return parent.createDiv('mod-settings mod-sidebar-layout');
	parent.addClass('mod-settings', 'mod-sidebar-layout');
	return parent;
}
