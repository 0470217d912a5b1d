import { setIcon } from '../interface/icons';
import { renderControlRow } from './control-row';
import { Setting } from './setting';
import { SettingGroup } from './setting-group';
import { renderList } from './setting-list';
import { evaluateFlag } from './setting-predicates';
import { makeButton } from './setting-row-button';
import type { SettingDefinition, SettingDefinitionGroup, SettingDefinitionItem, SettingDefinitionList, SettingDefinitionPage, SettingGroupItem, SettingPage, SettingTab } from './setting-tab';

/** An open page: the rows that it shows, and the plugin's own page where it draws itself. */
interface OpenPage {
	readonly name: string;
	readonly inner: DefinitionView;
	readonly custom: SettingPage | undefined;
}

function isPage(item: SettingDefinitionItem): item is SettingDefinitionPage {
	return 'type' in item && item.type === 'page';
}

function isGroup(item: SettingDefinitionItem): item is SettingDefinitionGroup | SettingDefinitionList {
	return 'type' in item && (item.type === 'group' || item.type === 'list');
}

function isList(group: SettingDefinitionGroup | SettingDefinitionList): group is SettingDefinitionList {
	return group.type === 'list';
}

/** Draws a tab from its definitions, and keeps what depends on predicates up to date. */
export class DefinitionView {
	private readonly checks: (() => void)[] = [];
	private readonly cleanups: (() => void)[] = [];
	private items: readonly SettingDefinitionItem[] = [];
	private page: OpenPage | null = null;

	/** @param queries what is typed into the search fields of groups, by heading; kept from one drawing to the next */
	constructor(private readonly tab: SettingTab, private readonly containerEl: HTMLElement, private readonly queries: Map<string, string>) {}

	render(items: readonly SettingDefinitionItem[]): void {
		this.items = items;
		this.renderInto(this.containerEl, items);
		this.refresh();
	}

	/** Shows, hides, enables and disables rows by their predicates; draws nothing anew. */
	refresh(): void {
		for (const check of this.checks) check();
		this.page?.inner.refresh();
	}

	/** Names of the pages that are open, the outermost first. */
	openPages(): string[] {
		return this.page === null ? [] : [this.page.name, ...this.page.inner.openPages()];
	}

	/** Opens pages by their names, each inside the one before; ends at a name that is not there. */
	openPath([name, ...rest]: readonly string[]): void {
		const items = this.items.flatMap(item => isGroup(item) ? item.items ?? [] : [item]);
		const page = items.filter(item => isPage(item)).find(item => item.name === name);
		if (page !== undefined) this.openPage(page).inner.openPath(rest);
	}

	destroy(): void {
		this.endPage();
		for (const cleanup of this.cleanups) cleanup();
		this.checks.length = 0;
		this.cleanups.length = 0;
	}

	/** Rows outside a group share one without a heading. */
	private renderInto(el: HTMLElement, items: readonly SettingDefinitionItem[]): void {
		let loose: SettingGroupItem[] = [];
		const endLoose = (): void => {
			if (loose.length > 0) this.renderGroup(el, { type: 'group', items: loose });
			loose = [];
		};
		for (const item of items) {
			if (!isGroup(item)) {
				loose.push(item);
				continue;
			}
			endLoose();
			this.renderGroup(el, item);
		}
		endLoose();
	}

	private renderGroup(el: HTMLElement, definition: SettingDefinitionGroup | SettingDefinitionList): void {
		const group = new SettingGroup(el);
		if (definition.heading !== undefined) group.setHeading(definition.heading);
		if (definition.cls !== undefined) group.addClass(...definition.cls.split(' '));
		for (const button of definition.extraButtons ?? []) group.addExtraButton(button);
		const items = definition.items ?? [];
		const rows = items.map((item, i) => this.renderItem(group, item, i));
		if (isList(definition)) renderList(group, definition, rows);
		if (definition.search !== undefined) this.addSearch(group, definition.heading ?? '', definition.search, items, rows);
		this.checks.push(() => {
			const some = rows.length === 0 || rows.some(row => !row.settingEl.hasClass('is-hidden'));
			// An open page has hidden it, which a late look at what is visible must not undo.
			group.groupEl.toggle(this.page === null && some && evaluateFlag(definition.visible, true));
		});
	}

	private renderItem(group: SettingGroup, item: SettingGroupItem, index: number): Setting {
		const setting = new Setting(group.listEl).setName(item.name);
		if (item.desc !== undefined) setting.setDesc(typeof item.desc === 'string' ? item.desc : item.desc.cloneNode(true) as DocumentFragment);
		this.checks.push(() => { setting.settingEl.toggleClass('is-hidden', !evaluateFlag(item.visible, true)); });
		if (isPage(item)) this.renderPageRow(setting, item);
		else this.renderDefinition(group, setting, item, index);
		return setting;
	}

	private renderDefinition(group: SettingGroup, setting: Setting, item: SettingDefinition, index: number): void {
		if (item.control !== undefined) {
			const { control } = item;
			renderControlRow(this.tab, setting, control, () => { this.tab.refreshDomState(); });
			this.checks.push(() => { setting.setDisabled(evaluateFlag(control.disabled, false)); });
		} else if (item.action !== undefined) {
			this.renderAction(setting, item.action, item.disabled, index);
		} else if (item.render !== undefined) {
			const cleanup = item.render(setting, group);
			if (cleanup !== undefined) this.cleanups.push(cleanup);
		}
	}

	private renderAction(setting: Setting, action: (el: HTMLElement, index: number) => void, disabled: boolean | (() => boolean) | undefined, index: number): void {
		makeButton(setting.settingEl, () => { if (!evaluateFlag(disabled, false)) action(setting.settingEl, index); });
		setIcon(setting.controlEl.createSpan('setting-item-chevron'), 'chevron-right');
		this.checks.push(() => { setting.setDisabled(evaluateFlag(disabled, false)); });
	}

	private renderPageRow(setting: Setting, item: SettingDefinitionPage): void {
		setting.addDisplayValue(component => {
			this.checks.push(() => {
				component.setValue((typeof item.displayValue === 'function' ? item.displayValue() : item.displayValue) ?? null);
				component.setStatus((typeof item.status === 'function' ? item.status() : item.status) ?? null);
			});
		});
		setIcon(setting.controlEl.createSpan('setting-item-chevron'), 'chevron-right');
		makeButton(setting.settingEl, () => { this.openPage(item); });
	}

	/** A page takes the tab's place until the user goes back. */
	private openPage(item: SettingDefinitionPage): OpenPage {
		const hidden = Array.from(this.containerEl.children) as HTMLElement[];
		for (const el of hidden) el.hide();
		const custom = item.page?.();
		const pageEl = custom?.rootEl ?? createDiv('setting-page');
		this.containerEl.appendChild(pageEl);
		const titlebarEl = custom?.titlebarEl ?? pageEl.createDiv('setting-page-titlebar');
		const inner = new DefinitionView(this.tab, pageEl, this.queries);
		this.page = { name: item.name, inner, custom };
		fillTitlebar(titlebarEl, custom === undefined || custom.title === '' ? item.name : custom.title, () => {
			this.endPage();
			pageEl.remove();
			for (const el of hidden) el.show();
			this.refresh();
		});
		custom?.display();
		inner.render(item.items ?? []);
		return this.page;
	}

	private endPage(): void {
		this.page?.inner.destroy();
		this.page?.custom?.hide();
		this.page = null;
	}

	/** Rows that are not searchable, and pages, always show. */
	private addSearch(group: SettingGroup, key: string, search: NonNullable<SettingDefinitionGroup['search']>, items: readonly SettingGroupItem[], rows: readonly Setting[]): void {
		const filter = (query: string): void => {
			this.queries.set(key, query);
			items.forEach((item, i) => {
				const shows = query === '' || isPage(item) || !evaluateFlag(item.searchable, true) || search.match(item, query);
				rows[i]?.settingEl.toggleClass('mod-filtered', !shows);
			});
		};
		const query = this.queries.get(key) ?? '';
		group.addSearch(component => { component.setPlaceholder(search.placeholder ?? 'Search...').setValue(query).onChange(filter); });
		filter(query);
	}
}

function fillTitlebar(titlebarEl: HTMLElement, title: string, goBack: () => void): void {
	titlebarEl.empty();
	const backEl = titlebarEl.createEl('button', { cls: 'clickable-icon', attr: { 'aria-label': 'Back' } });
	setIcon(backEl, 'arrow-left');
	titlebarEl.createDiv({ cls: 'setting-page-title', text: title });
	backEl.addEventListener('click', goBack);
	backEl.focus();
}
