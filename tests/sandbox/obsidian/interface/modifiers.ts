import type * as Api from 'obsidian-api';
import { Platform } from '../platform';

type KeyState = Pick<KeyboardEvent, 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** The modifiers held in an event, in the app's order and joined by commas: `Ctrl,Shift`. */
export function heldModifiers(event: KeyState): string {
	const held: string[] = [];
	if (event.ctrlKey) held.push('Ctrl');
	if (event.metaKey) held.push('Meta');
	if (event.altKey) held.push('Alt');
	if (event.shiftKey) held.push('Shift');
	return held.sort().join(',');
}

/** The same for a written hotkey: `Mod` becomes the platform's key. */
export function writtenModifiers(modifiers: readonly Api.Modifier[]): string {
	return modifiers.map(one => one === 'Mod' ? (Platform.isMacOS ? 'Meta' : 'Ctrl') : one).sort().join(',');
}

/** The key as it is printed on the keyboard, whatever Shift or Alt make of it: `1` for `!`. Null where the device does not say. */
export function virtualKey({ code }: Pick<KeyboardEvent, 'code'>): string | null {
	return /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(code)?.[1] ?? null;
}

/** Whether a written key is the one that was pressed, as it is printed or as it is typed. */
export function isSameKey(written: string, pressed: { key: string | null; vkey: string | null }): boolean {
	return [pressed.key, pressed.vkey].some(key => key !== null && key.toLowerCase() === written.toLowerCase());
}
