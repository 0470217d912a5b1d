import type * as Api from 'obsidian-api';
import { heldModifiers, virtualKey } from './modifiers';
import { Platform } from '../platform';
import type { Scope } from './scope';

/**
 * The stack of scopes that hears the keyboard. The top scope hears a key first; a scope
 * passes what it does not handle to its parent. The active view's scope, where it has one,
 * stands in front of the bottom scope.
 */
export class Keymap implements Pick<Api.Keymap, 'popScope'> {
	private readonly stack: Scope[] = [];
	/** The scope of the active view, asked for at each key. */
	viewScope: () => Scope | null = () => null;

	constructor(private readonly root: Scope) {}

	pushScope(scope: Scope): void {
		this.popScope(scope);
		this.stack.push(scope);
	}

	popScope(scope: Api.Scope): void {
		const at = this.stack.indexOf(scope as Scope);
		if (at >= 0) this.stack.splice(at, 1);
	}

	/** True while a modal, menu or popover has the keyboard. */
	hasPushedScope(): boolean {
		return this.stack.length > 0;
	}

	/** Handles one key press; `return false` from a handler stops it and prevents its default. */
	handle(event: KeyboardEvent): void {
		const scope = this.stack[this.stack.length - 1] ?? this.viewScope() ?? this.root;
		const info = { modifiers: heldModifiers(event), key: event.key, vkey: virtualKey(event) ?? event.key };
		if (scope.handleKey(event, info) !== false) return;
		event.preventDefault();
		event.stopPropagation();
	}

	static isModifier(event: MouseEvent | TouchEvent | KeyboardEvent, modifier: Api.Modifier): boolean {
		switch (modifier) {
			case 'Mod': return Platform.isMacOS ? event.metaKey : event.ctrlKey;
			case 'Ctrl': return event.ctrlKey;
			case 'Meta': return event.metaKey;
			case 'Alt': return event.altKey;
			case 'Shift': return event.shiftKey;
		}
	}

	/** Where a link should open: Mod or middle click a tab, with Alt a split, with Alt+Shift a window. */
	static isModEvent(event?: Api.UserEvent | null): Api.PaneType | boolean {
		if (!event) return false;
		const middle = 'button' in event && event.button === 1;
		if (!middle && !Keymap.isModifier(event, 'Mod')) return false;
		if (!event.altKey) return 'tab';
		return event.shiftKey ? 'window' : 'split';
	}
}
