import type {} from 'obsidian-api';
import { installPrototypes } from './prototypes';

/** A window with its own constructors: the main one, or an iframe's. */
export type Realm = Window & typeof globalThis;

type Attributes = Record<string, string | number | boolean | null>;
type Listener = (this: HTMLElement, event: Event, target: HTMLElement) => unknown;
interface Delegate { type: string; selector: string; listener: Listener; handler: (event: Event) => void }

const delegates = new WeakMap<Node, Delegate[]>();

function classList(cls: string | string[]): string[] {
	return (Array.isArray(cls) ? cls : cls.split(' ')).filter(name => name !== '');
}

function setAttribute(el: Element, name: string, value: string | number | boolean | null): void {
	if (value === null) el.removeAttribute(name);
	else el.setAttribute(name, String(value));
}

function insert(el: Node, parent: Node | undefined, prepend: boolean | undefined): void {
	if (parent === undefined) return;
	parent.insertBefore(el, prepend === true ? parent.firstChild : null);
}

function fill(el: HTMLElement | SVGElement, info: DomElementInfo): void {
	if (info.cls !== undefined) el.classList.add(...classList(info.cls));
	if (info.text !== undefined) el.setText(info.text);
	for (const [name, value] of Object.entries(info.attr ?? {})) setAttribute(el, name, value);
	for (const name of ['title', 'type', 'placeholder', 'href', 'value'] as const) {
		const value = info[name];
		if (value === undefined) continue;
		if (name === 'value' && 'value' in el) el.value = value;
		else el.setAttribute(name, value);
	}
}

function createEl(doc: Document, parent: Node | undefined, tag: string, o?: DomElementInfo | string, done?: (el: HTMLElement) => void): HTMLElement {
	const el = doc.createElement(tag);
	const info = typeof o === 'string' ? { cls: o } : o ?? {};
	fill(el, info);
	done?.(el);
	insert(el, info.parent ?? parent, info.prepend);
	return el;
}

function createSvg(doc: Document, parent: Node | undefined, tag: string, o?: SvgElementInfo | string, done?: (el: SVGElement) => void): SVGElement {
	const el: SVGElement = doc.createElementNS('http://www.w3.org/2000/svg', tag as 'svg');
	const info = typeof o === 'string' ? { cls: o } : o ?? {};
	fill(el, info);
	done?.(el);
	insert(el, info.parent ?? parent, info.prepend);
	return el;
}

function isInstance(value: object, type: { name: string; [Symbol.hasInstance](value: unknown): boolean }, win: Window): boolean {
	if (type[Symbol.hasInstance](value)) return true;
	const local = (win as unknown as Record<string, unknown>)[type.name];
	return typeof local === 'function' && value instanceof local;
}

function addDelegate(el: Node, type: string, selector: string, listener: Listener, options?: boolean | AddEventListenerOptions): void {
	const handler = (event: Event): void => {
		const start = event.target as Element | null;
		const match = start?.closest<HTMLElement>(selector) ?? null;
		if (match !== null && el.contains(match)) listener.call(el as HTMLElement, event, match);
	};
	delegates.set(el, [...(delegates.get(el) ?? []), { type, selector, listener, handler }]);
	el.addEventListener(type, handler, options);
}

function removeDelegate(el: Node, type: string, selector: string, listener: Listener, options?: boolean | AddEventListenerOptions): void {
	const own = delegates.get(el) ?? [];
	const found = own.filter(one => one.type === type && one.selector === selector && one.listener === listener);
	for (const one of found) el.removeEventListener(type, one.handler, options);
	delegates.set(el, own.filter(one => !found.includes(one)));
}

/** Obsidian learns of insertion by an animation, and so does the window: see `.node-insert-event` in the theme. */
function onNodeInserted(el: HTMLElement, listener: () => unknown, once = false): () => void {
	const stop = (): void => el.removeEventListener('animationstart', heard);
	const heard = (event: AnimationEvent): void => {
		if (event.animationName !== 'node-inserted') return;
		if (once) stop();
		listener();
	};
	el.classList.add('node-insert-event');
	el.addEventListener('animationstart', heard);
	return stop;
}

function onWindowMigrated(el: HTMLElement, listener: (win: Window) => unknown): () => void {
	let last = el.win;
	return onNodeInserted(el, () => {
		if (el.win === last) return;
		last = el.win;
		listener(last);
	});
}

const nodeMembers = (win: Realm): Record<string, unknown> => ({
	detach(this: Node) { this.parentNode?.removeChild(this); },
	empty(this: Node) { while (this.lastChild !== null) this.removeChild(this.lastChild); },
	insertAfter(this: Node, node: Node, child: Node | null) { return this.insertBefore(node, child === null ? this.firstChild : child.nextSibling); },
	indexOf(this: Node, other: Node) { return Array.from(this.childNodes).indexOf(other as ChildNode); },
	setChildrenInPlace(this: Node, children: Node[]) {
		for (const child of Array.from(this.childNodes)) if (!children.includes(child)) this.removeChild(child);
		children.forEach((child, i) => { if (this.childNodes[i] !== child) this.insertBefore(child, this.childNodes[i] ?? null); });
	},
	appendText(this: Node, text: string) { this.appendChild(this.doc.createTextNode(text)); },
	instanceOf(this: Node, type: typeof Node) { return isInstance(this, type, win); },
	constructorWin: win,
	createEl(this: Node, tag: string, o?: DomElementInfo | string, done?: (el: HTMLElement) => void) { return createEl(this.doc, this, tag, o, done); },
	createDiv(this: Node, o?: DomElementInfo | string, done?: (el: HTMLElement) => void) { return createEl(this.doc, this, 'div', o, done); },
	createSpan(this: Node, o?: DomElementInfo | string, done?: (el: HTMLElement) => void) { return createEl(this.doc, this, 'span', o, done); },
	createSvg(this: Node, tag: string, o?: SvgElementInfo | string, done?: (el: SVGElement) => void) { return createSvg(this.doc, this, tag, o, done); },
});

const elementMembers: Record<string, unknown> = {
	getText(this: Element) { return this.textContent ?? ''; },
	setText(this: Element, text: string | DocumentFragment) {
		if (typeof text === 'string') this.textContent = text;
		else this.replaceChildren(text);
	},
	addClass(this: Element, ...names: string[]) { this.addClasses(names); },
	addClasses(this: Element, names: string[]) { this.classList.add(...names.flatMap(classList)); },
	removeClass(this: Element, ...names: string[]) { this.removeClasses(names); },
	removeClasses(this: Element, names: string[]) { this.classList.remove(...names.flatMap(classList)); },
	toggleClass(this: Element, names: string | string[], value: boolean) { for (const name of classList(names)) this.classList.toggle(name, value); },
	hasClass(this: Element, name: string) { return this.classList.contains(name); },
	setAttr(this: Element, name: string, value: string | number | boolean | null) { setAttribute(this, name, value); },
	setAttrs(this: Element, attributes: Attributes) { for (const [name, value] of Object.entries(attributes)) setAttribute(this, name, value); },
	getAttr(this: Element, name: string) { return this.getAttribute(name); },
	matchParent(this: Element, selector: string, last?: Element) {
		const found = this.closest(selector);
		return found !== null && last !== undefined && found !== last && found.contains(last) ? null : found;
	},
	getCssPropertyValue(this: Element, property: string, pseudo?: string) { return this.win.getComputedStyle(this, pseudo).getPropertyValue(property).trim(); },
	isActiveElement(this: Element) { return this.doc.activeElement === this; },
	find(this: Element, selector: string) { return this.querySelector(selector); },
	findAll(this: Element, selector: string) { return Array.from(this.querySelectorAll(selector)); },
	findAllSelf(this: Element, selector: string) { return [...(this.matches(selector) ? [this] : []), ...this.querySelectorAll(selector)]; },
};

const styleMembers: Record<string, unknown> = {
	setCssStyles(this: HTMLElement, styles: Partial<CSSStyleDeclaration>) { Object.assign(this.style, styles); },
	setCssProps(this: HTMLElement, props: Record<string, string>) { for (const [name, value] of Object.entries(props)) this.style.setProperty(name, value); },
};

const htmlMembers: Record<string, unknown> = {
	...styleMembers,
	show(this: HTMLElement) { this.style.display = ''; },
	hide(this: HTMLElement) { this.style.display = 'none'; },
	toggle(this: HTMLElement, show: boolean) { if (show) this.show(); else this.hide(); },
	toggleVisibility(this: HTMLElement, visible: boolean) { this.style.visibility = visible ? '' : 'hidden'; },
	isShown(this: HTMLElement) { return this.offsetParent !== null; },
	on(this: HTMLElement, type: string, selector: string, listener: Listener, options?: boolean | AddEventListenerOptions) { addDelegate(this, type, selector, listener, options); },
	off(this: HTMLElement, type: string, selector: string, listener: Listener, options?: boolean | AddEventListenerOptions) { removeDelegate(this, type, selector, listener, options); },
	onClickEvent(this: HTMLElement, listener: (event: MouseEvent) => unknown, options?: boolean | AddEventListenerOptions) {
		this.addEventListener('click', listener, options);
		this.addEventListener('auxclick', listener, options);
	},
	onNodeInserted(this: HTMLElement, listener: () => unknown, once?: boolean) { return onNodeInserted(this, listener, once); },
	onWindowMigrated(this: HTMLElement, listener: (win: Window) => unknown) { return onWindowMigrated(this, listener); },
	trigger(this: HTMLElement, type: string) { this.dispatchEvent(new Event(type, { bubbles: true, cancelable: true })); },
};

function contentSize(el: HTMLElement, axis: 'width' | 'height'): number {
	const style = el.win.getComputedStyle(el);
	const [from, to] = axis === 'width' ? [style.paddingLeft, style.paddingRight] : [style.paddingTop, style.paddingBottom];
	return (axis === 'width' ? el.clientWidth : el.clientHeight) - parseFloat(from) - parseFloat(to);
}

function define(target: object, members: Record<string, unknown>): void {
	for (const [name, value] of Object.entries(members)) Object.defineProperty(target, name, { value, configurable: true, writable: true });
}

function getter<T>(target: object, name: string, get: (this: T) => unknown): void {
	Object.defineProperty(target, name, { get, configurable: true });
}

/** A Document has no owner, so `doc` and `win` of one are the main window's, as in the app. */
function defineGetters(win: Realm, main: Realm): void {
	getter<Node>(win.Node.prototype, 'doc', function () { return this.ownerDocument ?? main.document; });
	getter<Node>(win.Node.prototype, 'win', function () { return this.doc.defaultView ?? main; });
	getter<HTMLElement>(win.HTMLElement.prototype, 'innerWidth', function () { return contentSize(this, 'width'); });
	getter<HTMLElement>(win.HTMLElement.prototype, 'innerHeight', function () { return contentSize(this, 'height'); });
	getter<UIEvent>(win.UIEvent.prototype, 'targetNode', function () { return this.target; });
	getter<UIEvent>(win.UIEvent.prototype, 'win', function () { return this.view ?? main; });
	getter<UIEvent>(win.UIEvent.prototype, 'doc', function () { return (this.view ?? main).document; });
	define(win.UIEvent.prototype, { instanceOf(this: UIEvent, type: typeof UIEvent) { return isInstance(this, type, this.win); } });
}

/** Obsidian's global functions; what they create belongs to the main document. */
function globals(main: Realm): Record<string, unknown> {
	const doc = main.document;
	return {
		createEl: (tag: string, o?: DomElementInfo | string, done?: (el: HTMLElement) => void) => createEl(doc, undefined, tag, o, done),
		createDiv: (o?: DomElementInfo | string, done?: (el: HTMLElement) => void) => createEl(doc, undefined, 'div', o, done),
		createSpan: (o?: DomElementInfo | string, done?: (el: HTMLElement) => void) => createEl(doc, undefined, 'span', o, done),
		createSvg: (tag: string, o?: SvgElementInfo | string, done?: (el: SVGElement) => void) => createSvg(doc, undefined, tag, o, done),
		createFragment(done?: (el: DocumentFragment) => void) {
			const fragment = doc.createDocumentFragment();
			done?.(fragment);
			return fragment;
		},
		fish: (selector: string) => doc.querySelector(selector),
		fishAll: (selector: string) => Array.from(doc.querySelectorAll(selector)),
		isBoolean: (value: unknown) => typeof value === 'boolean',
		ready: (run: () => unknown) => { if (doc.readyState === 'loading') doc.addEventListener('DOMContentLoaded', run); else run(); },
		sleep: (ms: number) => new Promise<void>(resolve => { main.setTimeout(resolve, ms); }),
		nextFrame: () => new Promise<void>(resolve => { main.requestAnimationFrame(() => { resolve(); }); }),
		activeWindow: main,
		activeDocument: doc,
	};
}

/**
 * Gives a window the DOM members and globals that Obsidian plugins rely on.
 * Call it once per realm, before any plugin code sees it. `main` is the window
 * whose document the global `createEl` family uses.
 */
export function installDom(win: Realm, main: Realm = win): void {
	installPrototypes();
	define(win.Node.prototype, nodeMembers(win));
	define(win.Element.prototype, elementMembers);
	define(win.HTMLElement.prototype, htmlMembers);
	define(win.SVGElement.prototype, styleMembers);
	define(win.DocumentFragment.prototype, { find: elementMembers['find'], findAll: elementMembers['findAll'] });
	define(win.Document.prototype, { on: htmlMembers['on'], off: htmlMembers['off'] });
	defineGetters(win, main);
	define(win, globals(main));
}

/** Makes `win` the one that `activeWindow` and `activeDocument` name, in every realm given. */
export function setActiveWindow(win: Realm, realms: readonly Realm[]): void {
	for (const realm of realms) Object.assign(realm, { activeWindow: win, activeDocument: win.document });
}
