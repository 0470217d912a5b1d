import type { App } from '../app';
import type { Realm } from '../interface/dom';
import { setIcon } from '../interface/icons';
import { Scope } from '../interface/scope';
import type { SettingTab } from './setting-tab';
import { searchSettings } from './setting-search';
import { SearchComponent } from './text-components';

/**
 * The settings: `app.setting`. They open in a document of their own, as in the app,
 * where settings are another window: elements there are not `instanceof` this window's
 * classes, and `containerEl.doc` is not `document`.
 */
export class SettingsWindow {
	readonly settingTabs: SettingTab[] = [];
	readonly pluginTabs: SettingTab[] = [];
	activeTab: SettingTab | null = null;
	lastTabId = 'appearance';
	/** The frame around the other document; connected while the settings are open. */
	readonly containerEl = createDiv('settings-window-overlay');
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
		this.realm = this.openFrame();
		this.app.keymap.pushScope(this.scope);
		this.app.windows.activate(this.realm);
		this.renderShell(this.realm.document.body);
		this.openTabById(this.lastTabId);
	}

	close(): void {
		if (this.realm === null) return;
		this.closeActiveTab();
		this.app.keymap.popScope(this.scope);
		this.app.windows.close(this.realm);
		this.realm = null;
		this.navItems.clear();
		this.containerEl.empty();
		this.containerEl.remove();
		this.app.workspace.activeLeaf?.view.focus();
	}

	openTabById(id: string): SettingTab | null {
		const tab = this.allTabs().find(one => one.id === id) ?? this.allTabs()[0] ?? null;
		if (tab !== null) this.openTab(tab);
		return tab;
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
		const container = body.createDiv('mod-settings mod-sidebar-layout').createDiv('vertical-tabs-container');
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
			this.openTabById(this.lastTabId);
			return;
		}
		this.closeActiveTab();
		this.contentEl?.empty();
		const resultsEl = this.contentEl?.createDiv('vertical-tab-content setting-search-results');
		const found = searchSettings(this.allTabs(), query);
		if (found.length === 0) resultsEl?.createDiv({ cls: 'setting-list-empty', text: 'No settings found.' });
		for (const { tab, name, desc } of found) {
			const row = resultsEl?.createDiv({ cls: 'setting-item mod-clickable', attr: { role: 'button', tabindex: 0 } });
			const info = row?.createDiv('setting-item-info');
			info?.createDiv({ cls: 'setting-item-name', text: name });
			info?.createDiv({ cls: 'setting-item-description', text: desc === '' ? tab.name : `${tab.name}: ${desc}` });
			row?.addEventListener('click', () => { this.revealRow(tab, name); });
		}
	}

	private revealRow(tab: SettingTab, name: string): void {
		this.openTab(tab);
		const row = tab.containerEl.findAll('.setting-item').find(el => el.querySelector('.setting-item-name')?.textContent === name);
		row?.scrollIntoView({ block: 'center' });
		row?.addClass('is-flashing');
	}
}
