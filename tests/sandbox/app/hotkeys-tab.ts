import type * as Api from 'obsidian-api';
import { printHotkey } from '../obsidian/interface/hotkeys';
import type { Command } from '../obsidian/interface/commands';
import { Platform } from '../obsidian/platform';
import { Setting } from '../obsidian/settings/setting';
import { SearchComponent } from '../obsidian/settings/text-components';
import { SettingTab } from '../obsidian/settings/setting-tab';

const MODIFIER_KEYS = new Set(['Control', 'Meta', 'Alt', 'Shift']);

/** Every command with its hotkeys, which can be added, removed and put back. */
export class HotkeysTab extends SettingTab {
	override icon = 'keyboard';
	override id = 'hotkeys';
	override name = 'Hotkeys';
	private query = '';
	private listEl: HTMLElement | null = null;

	override display(): void {
		this.containerEl.empty();
		const search = new SearchComponent(this.containerEl.createDiv('hotkey-search-container'));
		search.setPlaceholder('Filter commands...').setValue(this.query).onChange(query => {
			this.query = query;
			this.drawList();
		});
		this.listEl = this.containerEl.createDiv('hotkey-list-container');
		this.drawList();
	}

	private drawList(): void {
		this.listEl?.empty();
		const words = this.query.toLowerCase().split(/\s+/);
		const commands = Object.values(this.app.commands.commands).filter(({ name }) => words.every(word => name.toLowerCase().includes(word)));
		for (const command of commands.sort((a, b) => a.name.localeCompare(b.name))) this.drawCommand(command);
	}

	private drawCommand({ id, name }: Command): void {
		if (this.listEl === null) return;
		const setting = new Setting(this.listEl).setName(name).setClass('mod-hotkey');
		const { hotkeyManager } = this.app;
		const keys = hotkeyManager.getHotkeys(id) ?? hotkeyManager.getDefaultHotkeys(id) ?? [];
		for (const hotkey of keys) this.drawHotkey(setting, id, keys, hotkey);
		if (hotkeyManager.getHotkeys(id) !== undefined) setting.addExtraButton(button => button.setIcon('rotate-ccw').setTooltip('Restore default').onClick(() => this.change(id, null)));
		setting.addExtraButton(button => button.setIcon('circle-plus').setTooltip('Customize this command').onClick(() => { this.listen(setting, id, keys); }));
	}

	private drawHotkey(setting: Setting, id: string, keys: readonly Api.Hotkey[], hotkey: Api.Hotkey): void {
		const el = setting.controlEl.createSpan({ cls: 'setting-hotkey', text: printHotkey(hotkey) });
		const removeEl = el.createEl('button', { cls: 'clickable-icon setting-hotkey-icon setting-delete-hotkey', attr: { 'aria-label': 'Delete hotkey' } });
		removeEl.setText('×');
		removeEl.addEventListener('click', () => void this.change(id, keys.filter(one => one !== hotkey)));
	}

	/** The next key pressed, with its modifiers, becomes one of the command's. */
	private listen(setting: Setting, id: string, keys: readonly Api.Hotkey[]): void {
		const el = setting.controlEl.createSpan({ cls: 'setting-hotkey mod-active', text: 'Press hotkey...', attr: { tabindex: 0 } });
		const { win } = el;
		const heard = (event: KeyboardEvent): void => {
			event.preventDefault();
			event.stopImmediatePropagation();
			if (MODIFIER_KEYS.has(event.key)) return;
			win.removeEventListener('keydown', heard, true);
			if (event.key === 'Escape') this.drawList();
			else void this.change(id, [...keys, readHotkey(event)]);
		};
		win.addEventListener('keydown', heard, true);
		el.focus();
	}

	private async change(id: string, keys: Api.Hotkey[] | null): Promise<void> {
		const { hotkeyManager } = this.app;
		if (keys === null) hotkeyManager.removeHotkeys(id);
		else hotkeyManager.setHotkeys(id, keys);
		await hotkeyManager.save();
		this.drawList();
	}
}

function readHotkey(event: KeyboardEvent): Api.Hotkey {
	const modifiers: Api.Modifier[] = [];
	if (Platform.isMacOS ? event.metaKey : event.ctrlKey) modifiers.push('Mod');
	if (Platform.isMacOS && event.ctrlKey) modifiers.push('Ctrl');
	if (!Platform.isMacOS && event.metaKey) modifiers.push('Meta');
	if (event.altKey) modifiers.push('Alt');
	if (event.shiftKey) modifiers.push('Shift');
	return { modifiers, key: event.key.length === 1 ? event.key.toUpperCase() : event.key };
}
