import type * as Api from 'obsidian-api';
import type { App } from '../app';
import type { Plugin } from '../plugins/plugin';
import { isRecord } from '../record';
import type { Setting } from './setting';
import { DefinitionView } from './setting-definitions';
import type { SettingGroup } from './setting-group';

/** A row whose content the plugin draws itself. */
export interface SettingDefinitionRender extends Omit<Api.SettingDefinitionRender, 'render'> {
	render: (setting: Setting, group: SettingGroup) => void | (() => void);
}

/** Any row that is not a page. */
export type SettingDefinition<K extends string = string> = Api.SettingDefinitionControl<K> | SettingDefinitionRender | Api.SettingDefinitionAction | Api.SettingDefinitionEmpty;

/** A row that opens a page of more rows. */
export interface SettingDefinitionPage<K extends string = string> extends Omit<Api.SettingDefinitionPage<K>, 'items' | 'page'> {
	items?: SettingDefinitionItem<K>[];
	page?: () => SettingPage;
}

/** What may stand in a group. */
export type SettingGroupItem<K extends string = string> = SettingDefinition<K> | SettingDefinitionPage<K>;

/** Rows in one card. */
export interface SettingDefinitionGroup<K extends string = string> extends Omit<Api.SettingDefinitionGroup<K>, 'items' | 'search'> {
	items?: SettingGroupItem<K>[];
	search?: { placeholder?: string; match: (def: SettingDefinition, query: string) => boolean };
}

/** Rows that the user adds, removes and reorders. */
export interface SettingDefinitionList<K extends string = string> extends SettingDefinitionGroup<K>, Pick<Api.SettingDefinitionList<K>, 'emptyState' | 'onReorder' | 'onDelete' | 'addItem'> {
	type: 'list';
}

/** What a tab is made of. */
export type SettingDefinitionItem<K extends string = string> = SettingDefinition<K> | SettingDefinitionGroup<K> | SettingDefinitionList<K> | SettingDefinitionPage<K>;

type TabMembers = 'app' | 'settingItems' | 'getSettingDefinitions';

/** A tab of the settings window. */
export abstract class SettingTab implements Omit<Api.SettingTab, TabMembers> {
	icon = '';
	id = '';
	name = '';
	containerEl: HTMLElement;
	settingItems: SettingDefinitionItem[] = [];
	#view: DefinitionView | null = null;
	readonly #groupQueries = new Map<string, string>();

	constructor(readonly app: App) {
		this.containerEl = createDiv('vertical-tab-content');
	}

	getSettingDefinitions(): SettingDefinitionItem[] {
		return [];
	}

	/** Reads the definitions again; a tab that shows is built anew, with the pages that were open. */
	update(): void {
		if (this.#view === null) {
			this.settingItems = this.getSettingDefinitions();
			return;
		}
		const pages = this.#view.openPages();
		const { scrollTop } = this.containerEl;
		this.show();
		(this.#view as DefinitionView | null)?.openPath(pages);
		this.containerEl.scrollTop = scrollTop;
	}

	getControlValue(key: string): unknown {
		return this.app.vault.getConfig(key);
	}

	setControlValue(key: string, value: unknown): void | Promise<void> {
		this.app.vault.setConfig(key, value);
	}

	/** Called by the window: opens pages of the tab that shows, each inside the one before. */
	openPages(names: readonly string[]): void {
		this.#view?.openPath(names);
	}

	refreshDomState(): void {
		this.#view?.refresh();
	}

	display(): void {}

	hide(): void {}

	/** Called by the window: from definitions where there are any, else by `display()`. */
	show(): void {
		this.#endView();
		this.settingItems = this.hasDefinitions() ? this.getSettingDefinitions() : [];
		if (this.settingItems.length === 0) {
			this.display();
			return;
		}
		this.#view = new DefinitionView(this, this.containerEl, this.#groupQueries);
		this.#view.render(this.settingItems);
	}

	/** Called by the window when another tab shows or the window closes. */
	leave(): void {
		this.#endView();
		this.#groupQueries.clear();
		this.hide();
		this.containerEl.detach();
	}

	/** Whether definitions are asked for at all; the app's own tabs are drawn from theirs in every version. */
	protected hasDefinitions(): boolean {
		return true;
	}

	#endView(): void {
		this.#view?.destroy();
		this.#view = null;
		this.containerEl.empty();
	}
}

/** A plugin's tab. Values are read from and saved with `plugin.settings`, unless the plugin overrides both methods. */
export abstract class PluginSettingTab extends SettingTab implements Omit<Api.PluginSettingTab, TabMembers> {
	constructor(app: App, readonly plugin: Plugin) {
		super(app);
		this.id = plugin.manifest.id;
		this.name = plugin.manifest.name;
	}

	protected override hasDefinitions(): boolean {
		return this.app.supportsDefinitions;
	}

	override getControlValue(key: string): unknown {
		return isRecord(this.plugin.settings) ? this.plugin.settings[key] : undefined;
	}

	override async setControlValue(key: string, value: unknown): Promise<void> {
		if (!isRecord(this.plugin.settings)) this.plugin.settings = {};
		(this.plugin.settings as Record<string, unknown>)[key] = value;
		await this.plugin.saveData(this.plugin.settings);
	}
}

/** A page that a plugin draws itself. */
export abstract class SettingPage implements Api.SettingPage {
	rootEl: HTMLElement;
	titlebarEl: HTMLElement;
	containerEl: HTMLElement;
	title = '';

	constructor() {
		this.rootEl = createDiv('setting-page');
		this.titlebarEl = this.rootEl.createDiv('setting-page-titlebar');
		this.containerEl = this.rootEl.createDiv('setting-page-content');
	}

	abstract display(): void;

	hide(): void {
		this.containerEl.empty();
	}
}
