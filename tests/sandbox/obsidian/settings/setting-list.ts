import { setIcon } from '../interface/icons';
import { Platform } from '../platform';
import type { Setting } from './setting';
import type { SettingGroup } from './setting-group';
import { makeButton } from './setting-row-button';
import type { SettingDefinitionList } from './setting-tab';

/** Adds to the rows of a list what the user adds, deletes and reorders them with. */
export function renderList(group: SettingGroup, list: SettingDefinitionList, rows: readonly Setting[]): void {
	group.groupEl.addClass('mod-list');
	rows.forEach((row, i) => { renderListRow(row, i, rows.length, list); });
	if (rows.length === 0 && list.emptyState !== undefined) group.listEl.createDiv('setting-list-empty').append(typeof list.emptyState === 'string' ? list.emptyState : list.emptyState.cloneNode(true));
	if (list.addItem === undefined) return;
	if (Platform.isMobile) addRow(group, list.addItem);
	else addHeaderButton(group, list.addItem);
}

function renderListRow(row: Setting, index: number, count: number, { onDelete, onReorder }: SettingDefinitionList): void {
	if (onReorder !== undefined) makeDraggable(row, index, count, onReorder);
	if (onDelete === undefined) return;
	row.addExtraButton(button => button.setIcon('trash-2').setTooltip('Delete').onClick(() => { onDelete(index); }));
	row.settingEl.setAttr('tabindex', row.settingEl.getAttr('tabindex') ?? 0);
	row.settingEl.addEventListener('keydown', event => {
		if (event.target !== row.settingEl || (event.key !== 'Delete' && event.key !== 'Backspace')) return;
		event.preventDefault();
		onDelete(index);
	});
}

function addHeaderButton(group: SettingGroup, { name, action }: NonNullable<SettingDefinitionList['addItem']>): void {
	group.addExtraButton(button => button.setIcon('plus').setTooltip(name).onClick(() => { action(button.extraSettingsEl); }));
}

function addRow(group: SettingGroup, { name, action }: NonNullable<SettingDefinitionList['addItem']>): void {
	const el = group.listEl.createDiv({ cls: 'setting-item setting-list-add' });
	setIcon(el.createSpan('setting-list-add-icon'), 'plus');
	el.createSpan({ text: name });
	makeButton(el, () => { action(el); });
}

function makeDraggable(row: Setting, index: number, count: number, onReorder: (from: number, to: number) => void): void {
	const handle = createDiv({ cls: 'clickable-icon setting-drag-handle', attr: { 'aria-label': 'Drag to reorder, or press an arrow key', draggable: true, tabindex: 0, role: 'button' } });
	setIcon(handle, 'grip-vertical');
	row.settingEl.prepend(handle);
	handle.addEventListener('dragstart', event => event.dataTransfer?.setData('text/plain', String(index)));
	handle.addEventListener('keydown', event => {
		const to = event.key === 'ArrowUp' ? index - 1 : event.key === 'ArrowDown' ? index + 1 : -1;
		if (to < 0 || to >= count) return;
		event.preventDefault();
		onReorder(index, to);
	});
	row.settingEl.addEventListener('dragover', event => { event.preventDefault(); });
	row.settingEl.addEventListener('drop', event => {
		const from = Number(event.dataTransfer?.getData('text/plain'));
		if (Number.isInteger(from) && from !== index) onReorder(from, index);
	});
}
