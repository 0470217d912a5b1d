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
