import type * as Api from 'obsidian-api';
import type { App } from '../app';
import { isRecord } from '../record';
import { heldModifiers, isSameKey, virtualKey, writtenModifiers } from './modifiers';
import { Platform } from '../platform';

const KEY_SIGNS: Record<string, string> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', Enter: 'Enter', Escape: 'Esc', ' ': 'Space' };

/** A hotkey as people read it: `Ctrl Shift P`. */
export function printHotkey(hotkey: Api.Hotkey): string {
	const mod = Platform.isMacOS ? '⌘' : 'Ctrl';
	const names = hotkey.modifiers.map(one => one === 'Mod' ? mod : one);
	const key = KEY_SIGNS[hotkey.key] ?? (hotkey.key.length === 1 ? hotkey.key.toUpperCase() : hotkey.key);
	return [...names, key].join(' ');
}

/** Which keys run which command: the user's `hotkeys.json`, else the command's own. */
export class HotkeyManager {
	readonly customKeys: Record<string, Api.Hotkey[]> = {};

	constructor(private readonly app: App) {}

	/** Reads the user's choices; a missing or broken file leaves none. */
	async load(): Promise<void> {
		const path = `${this.app.vault.configDir}/hotkeys.json`;
		if (!await this.app.vault.adapter.exists(path)) return;
		try {
			const saved: unknown = JSON.parse(await this.app.vault.adapter.read(path));
			if (!isRecord(saved)) return;
			for (const [id, hotkeys] of Object.entries(saved)) if (Array.isArray(hotkeys)) this.customKeys[id] = hotkeys as Api.Hotkey[];
		} catch {
			return;
		}
	}

	/** Writes the user's choices. */
	async save(): Promise<void> {
		const { adapter, configDir } = this.app.vault;
		await adapter.mkdir(configDir);
		await adapter.write(`${configDir}/hotkeys.json`, JSON.stringify(this.customKeys, undefined, 2));
	}

	getHotkeys(id: string): Api.Hotkey[] | undefined {
		return this.customKeys[id];
	}

	getDefaultHotkeys(id: string): Api.Hotkey[] | undefined {
		return this.app.commands.findCommand(id)?.hotkeys;
	}

	setHotkeys(id: string, hotkeys: Api.Hotkey[]): void {
		this.customKeys[id] = hotkeys;
	}

	removeHotkeys(id: string): void {
		delete this.customKeys[id];
	}

	printHotkeyForCommand(id: string): string {
		const first = this.hotkeysOf(id)[0];
		return first === undefined ? '' : printHotkey(first);
	}

	/**
	 * Runs the command that a key press names; false keeps the key from doing anything else. A
	 * command that cannot run now leaves the key to others; one that is held down runs once,
	 * unless it may be repeated.
	 */
	onTrigger(event: KeyboardEvent): false | undefined {
		const held = heldModifiers(event);
		const pressed = { key: event.key, vkey: virtualKey(event) };
		for (const [id, command] of Object.entries(this.app.commands.commands)) {
			const hit = this.hotkeysOf(id).some(one => writtenModifiers(one.modifiers) === held && isSameKey(one.key, pressed));
			if (!hit) continue;
			if (event.repeat && command.repeatable !== true) return false;
			if (this.app.commands.executeCommandById(id, event)) return false;
		}
		return undefined;
	}

	private hotkeysOf(id: string): Api.Hotkey[] {
		return this.customKeys[id] ?? this.getDefaultHotkeys(id) ?? [];
	}
}
