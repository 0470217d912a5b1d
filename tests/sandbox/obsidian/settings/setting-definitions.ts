import type * as Api from 'obsidian-api';
import { setIcon } from '../interface/icons';
import { Setting } from './setting';
import { addControl } from './setting-controls';
import { SettingGroup } from './setting-group';
import type { SettingDefinition, SettingDefinitionGroup, SettingDefinitionItem, SettingDefinitionList, SettingDefinitionPage, SettingGroupItem, SettingTab } from './setting-tab';

type Flag = boolean | (() => boolean) | undefined;

/** A predicate that throws is reported and counts as its default. */
function evaluate(flag: Flag, fallback: boolean): boolean {
	if (typeof flag !== 'function') return flag ?? fallback;
	try {
		return flag();
	} catch (error) {
		console.error(error);
		return fallback;
	}
}

function isPage(item: SettingDefinitionItem): item is SettingDefinitionPage {
	return 'type' in item && item.type === 'page';
}

function isGroup(item: SettingDefinitionItem): item is SettingDefinitionGroup | SettingDefinitionList {
	return 'type' in item && (item.type === 'group' || item.type === 'list');
}

function makeButton(el: HTMLElement, run: () => void): void {
	el.addClass('mod-clickable');
	el.setAttrs({ role: 'button', tabindex: 0 });
	el.addEventListener('click', run);
	el.addEventListener('keydown', event => {
		if (event.target !== el || (event.key !== 'Enter' && event.key !== ' ')) return;
		event.preventDefault();
		run();
	});
}

/** Draws a tab from its definitions, and keeps what depends on predicates up to date. */
export class DefinitionView {
	private readonly checks: (() => void)[] = [];
	private readonly cleanups: (() => void)[] = [];
	private page: { hide(): void } | null = null;

	constructor(private readonly tab: SettingTab, private readonly containerEl: HTMLElement) {}

	render(items: readonly SettingDefinitionItem[]): void {
		this.renderInto(this.containerEl, items);
		this.refresh();
	}

	/** Shows, hides, enables and disables rows by their predicates; draws nothing anew. */
	refresh(): void {
		for (const check of this.checks) check();
	}

	destroy(): void {
		this.page?.hide();
		for (const cleanup of this.cleanups) cleanup();
		this.checks.length = 0;
		this.cleanups.length = 0;
	}

	/** Rows outside a group share one without a heading. */
	private renderInto(el: HTMLElement, items: readonly SettingDefinitionItem[]): void {
		let loose: SettingGroup | null = null;
		for (const item of items) {
			if (isGroup(item)) {
				loose = null;
				this.renderGroup(el, item);
			} else {
				loose ??= new SettingGroup(el);
				this.renderItem(loose, item, 0);
			}
		}
	}

	private renderGroup(el: HTMLElement, definition: SettingDefinitionGroup | SettingDefinitionList): void {
		const group = new SettingGroup(el);
		if (definition.heading !== undefined) group.setHeading(definition.heading);
		if (definition.cls !== undefined) group.addClass(definition.cls);
		for (const button of definition.extraButtons ?? []) group.addExtraButton(button);
		const items = definition.items ?? [];
		const rows = items.map((item, i) => this.renderItem(group, item, i));
		if ('emptyState' in definition || 'addItem' in definition || 'onDelete' in definition || 'onReorder' in definition) this.renderList(group, definition, rows);
		if (definition.search !== undefined) this.addSearch(group, definition.search, items, rows);
		this.checks.push(() => {
			const some = rows.length === 0 || rows.some(row => !row.settingEl.hasClass('is-hidden'));
			group.groupEl.toggle(some && evaluate(definition.visible, true));
		});
	}

	private renderItem(group: SettingGroup, item: SettingGroupItem, index: number): Setting {
		const setting = new Setting(group.listEl).setName(item.name);
		if (item.desc !== undefined) setting.setDesc(typeof item.desc === 'string' ? item.desc : item.desc.cloneNode(true) as DocumentFragment);
		this.checks.push(() => { setting.settingEl.toggleClass('is-hidden', !evaluate(item.visible, true)); });
		if (isPage(item)) this.renderPageRow(setting, item);
		else this.renderDefinition(group, setting, item, index);
		return setting;
	}

	private renderDefinition(group: SettingGroup, setting: Setting, item: SettingDefinition, index: number): void {
		if (item.control !== undefined) {
			this.renderControl(setting, item.control);
		} else if (item.action !== undefined) {
			const { action, disabled } = item;
			makeButton(setting.settingEl, () => { if (!evaluate(disabled, false)) action(setting.settingEl, index); });
			setIcon(setting.controlEl.createSpan('setting-item-chevron'), 'chevron-right');
			this.checks.push(() => { setting.setDisabled(evaluate(disabled, false)); });
		} else if (item.render !== undefined) {
			const cleanup = item.render(setting, group);
			if (cleanup !== undefined) this.cleanups.push(cleanup);
		}
	}

	private renderControl(setting: Setting, control: Api.SettingControl): void {
		const value = this.tab.getControlValue(control.key) ?? control.defaultValue;
		const validate = control.validate as ((value: unknown) => string | void | Promise<string | void>) | undefined;
		let turn = 0;
		const check = async (next: unknown): Promise<boolean> => {
			const mine = ++turn;
			const message = await validate?.(next);
			if (mine !== turn) return false;
			setting.setErrorMessage(typeof message === 'string' ? message : null);
			return typeof message !== 'string';
		};
		const change = async (next: unknown): Promise<void> => {
			if (validate !== undefined && !await check(next)) return;
			await this.tab.setControlValue(control.key, next);
			this.refresh();
		};
		addControl(this.tab.app, setting, control, { value, change: next => { void change(next); } });
		if (validate !== undefined) void check(value);
		this.checks.push(() => { setting.setDisabled(evaluate(control.disabled, false)); });
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
	private openPage(item: SettingDefinitionPage): void {
		const hidden = Array.from(this.containerEl.children) as HTMLElement[];
		for (const el of hidden) el.hide();
		const pageEl = this.containerEl.createDiv('setting-page');
		const inner = new DefinitionView(this.tab, pageEl);
		const bar = pageEl.createDiv('setting-page-titlebar');
		const backEl = bar.createEl('button', { cls: 'clickable-icon', attr: { 'aria-label': 'Back' } });
		setIcon(backEl, 'arrow-left');
		bar.createDiv({ cls: 'setting-page-title', text: item.name });
		const custom = item.page?.();
		if (custom !== undefined) {
			pageEl.appendChild(custom.rootEl);
			custom.display();
		}
		inner.render(item.items ?? []);
		this.checks.push(() => { inner.refresh(); });
		this.page = { hide: () => { inner.destroy(); custom?.hide(); } };
		backEl.addEventListener('click', () => {
			this.page?.hide();
			this.page = null;
			pageEl.remove();
			for (const el of hidden) el.show();
			this.refresh();
		});
		backEl.focus();
	}

	private renderList(group: SettingGroup, list: SettingDefinitionList, rows: readonly Setting[]): void {
		group.groupEl.addClass('mod-list');
		rows.forEach((row, i) => {
			const { onDelete, onReorder } = list;
			if (onReorder !== undefined) this.makeDraggable(row, i, rows, onReorder);
			if (onDelete !== undefined) row.addExtraButton(button => button.setIcon('trash-2').setTooltip('Delete').onClick(() => { onDelete(i); }));
		});
		if (rows.length === 0 && list.emptyState !== undefined) group.listEl.createDiv('setting-list-empty').append(list.emptyState);
		if (list.addItem === undefined) return;
		const { name, action } = list.addItem;
		const addEl = group.listEl.createDiv({ cls: 'setting-item setting-list-add' });
		setIcon(addEl.createSpan('setting-list-add-icon'), 'plus');
		addEl.createSpan({ text: name });
		makeButton(addEl, () => { action(addEl); });
	}

	private makeDraggable(row: Setting, index: number, rows: readonly Setting[], onReorder: (from: number, to: number) => void): void {
		const handle = createDiv({ cls: 'clickable-icon setting-drag-handle', attr: { 'aria-label': 'Drag to reorder, or press an arrow key', draggable: true, tabindex: 0, role: 'button' } });
		setIcon(handle, 'grip-vertical');
		row.settingEl.prepend(handle);
		const move = (to: number): void => { if (to >= 0 && to < rows.length && to !== index) onReorder(index, to); };
		handle.addEventListener('dragstart', event => event.dataTransfer?.setData('text/plain', String(index)));
		handle.addEventListener('keydown', event => { if (event.key === 'ArrowUp' || event.key === 'ArrowDown') move(index + (event.key === 'ArrowUp' ? -1 : 1)); });
		row.settingEl.addEventListener('dragover', event => { event.preventDefault(); });
		row.settingEl.addEventListener('drop', event => {
			const from = Number(event.dataTransfer?.getData('text/plain'));
			if (Number.isInteger(from) && from !== index) onReorder(from, index);
		});
	}

	private addSearch(group: SettingGroup, search: NonNullable<SettingDefinitionGroup['search']>, items: readonly SettingGroupItem[], rows: readonly Setting[]): void {
		group.addSearch(component => {
			component.setPlaceholder(search.placeholder ?? 'Search...').onChange(query => {
				items.forEach((item, i) => { rows[i]?.settingEl.toggle(isPage(item) || query === '' || search.match(item, query)); });
			});
		});
	}
}
