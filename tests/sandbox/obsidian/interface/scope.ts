import type * as Api from 'obsidian-api';
import { isSameKey, writtenModifiers } from './modifiers';

interface Handler extends Api.KeymapEventHandler {
	scope: Scope;
	func: Api.KeymapEventListener;
}

/** A set of key handlers with a parent to which it passes what it does not handle. */
export class Scope implements Api.Scope {
	/** Named as in the app: plugins empty it. */
	readonly keys: Handler[] = [];
	private tabFocusContainer: HTMLElement | null = null;

	constructor(private readonly parent?: Scope) {}

	register(modifiers: Api.Modifier[] | null, key: string | null, func: Api.KeymapEventListener): Api.KeymapEventHandler {
		const handler: Handler = { scope: this, modifiers: modifiers === null ? null : writtenModifiers(modifiers), key, func };
		this.keys.push(handler);
		return handler;
	}

	unregister(handler: Api.KeymapEventHandler): void {
		const at = this.keys.indexOf(handler as Handler);
		if (at >= 0) this.keys.splice(at, 1);
	}

	/** Keeps Tab inside an element while this scope is on top. */
	setTabFocusContainer(el: HTMLElement): void {
		this.tabFocusContainer = el;
	}

	/**
	 * Runs the first handler that matches and gives its result; a handler that answers
	 * nothing ends the search too, and leaves the browser's default alone.
	 */
	handleKey(event: KeyboardEvent, context: Api.KeymapContext): unknown {
		for (const handler of this.keys) {
			if (handler.modifiers !== null && handler.modifiers !== context.modifiers) continue;
			if (handler.key !== null && !isSameKey(handler.key, context)) continue;
			const answer: unknown = handler.func(event, context);
			// One that hears every key, as the hotkeys do, does not end the search for those it leaves alone.
			if (handler.key !== null || answer !== undefined) return answer;
		}
		if (this.tabFocusContainer !== null && event.key === 'Tab') return keepFocusInside(this.tabFocusContainer, event.shiftKey);
		return this.parent?.handleKey(event, context);
	}
}

const FOCUSABLE = 'button, input, textarea, select, a[href], [tabindex]:not([tabindex="-1"])';

function keepFocusInside(container: HTMLElement, backwards: boolean): false | undefined {
	const stops = Array.from(container.querySelectorAll<HTMLElement>(FOCUSABLE)).filter(el => el.offsetParent !== null && !el.hasAttribute('disabled'));
	const first = stops[0];
	const last = stops[stops.length - 1];
	const current = container.ownerDocument.activeElement;
	if (first === undefined || last === undefined) return false;
	if (current !== (backwards ? first : last) && container.contains(current)) return undefined;
	(backwards ? last : first).focus();
	return false;
}
