import type * as Api from 'obsidian-api';
import { isEventRef } from './events';

/**
 * Something with a life: `load` runs `onload` and loads the children, `unload` unloads
 * the children, runs the registered clean-ups last first, and then `onunload`.
 */
export class Component implements Omit<Api.Component, 'load' | 'onload'> {
	// Named as in the app: a plugin's own class may use any other name.
	_loaded = false;
	readonly _children: Component[] = [];
	readonly _events: (() => unknown)[] = [];

	/**
	 * Loads once. Returns the promise of an asynchronous `onload`, children included,
	 * for the caller that must wait for it; rejects or throws what `onload` throws.
	 */
	load(): void | Promise<void> {
		if (this._loaded) return;
		this._loaded = true;
		const pending: unknown = this.onload();
		if (pending instanceof Promise) return pending.then(() => this.#loadChildren());
		this.#loadChildren();
	}

	onload(): void | Promise<void> {}

	unload(): void {
		if (!this._loaded) return;
		this._loaded = false;
		for (let child = this._children.pop(); child; child = this._children.pop()) child.unload();
		for (let cleanup = this._events.pop(); cleanup; cleanup = this._events.pop()) cleanup();
		this.onunload();
	}

	onunload(): void {}

	addChild<T extends Api.Component>(component: T): T {
		if (!(component instanceof Component)) throw new TypeError('A child must be a Component.');
		this._children.push(component);
		if (this._loaded) void component.load();
		return component;
	}

	removeChild<T extends Api.Component>(component: T): T {
		const index = this._children.findIndex((child) => child === (component as Api.Component));
		if (index < 0) return component;
		this._children.splice(index, 1);
		component.unload();
		return component;
	}

	register(cb: () => unknown): void {
		this._events.push(cb);
	}

	registerEvent(eventRef: Api.EventRef): void {
		if (isEventRef(eventRef)) this.register(() => { eventRef.e.offref(eventRef); });
	}

	registerDomEvent<K extends keyof WindowEventMap>(el: Window, type: K, callback: (this: HTMLElement, ev: WindowEventMap[K]) => unknown, options?: boolean | AddEventListenerOptions): void;
	registerDomEvent<K extends keyof DocumentEventMap>(el: Document, type: K, callback: (this: HTMLElement, ev: DocumentEventMap[K]) => unknown, options?: boolean | AddEventListenerOptions): void;
	registerDomEvent<K extends keyof HTMLElementEventMap>(el: HTMLElement, type: K, callback: (this: HTMLElement, ev: HTMLElementEventMap[K]) => unknown, options?: boolean | AddEventListenerOptions): void;
	registerDomEvent(el: EventTarget, type: string, callback: (this: HTMLElement, ev: never) => unknown, options?: boolean | AddEventListenerOptions): void {
		const listener = callback as EventListener;
		el.addEventListener(type, listener, options);
		this.register(() => { el.removeEventListener(type, listener, options); });
	}

	registerInterval(id: number): number {
		this.register(() => { globalThis.clearInterval(id); });
		return id;
	}

	#loadChildren(): void {
		for (const child of [...this._children]) void child.load();
	}
}
