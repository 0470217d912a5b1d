import type * as Api from 'obsidian-api';
import { Component } from '../component';
import type { Keymap } from './keymap';
import { MenuItem, MenuSeparator } from './menu-item';
import { Scope } from './scope';

const shared = new WeakMap<Event, Menu>();

/** How far a menu stays from the window's edge, in pixels. */
const MARGIN = 4;

/** Sections that the app orders itself; others follow in the order they came. */
const SECTION_ORDER = ['title', 'correction', 'spellcheck', 'selection', 'close', 'pane', 'open', 'action-primary', 'action', 'info', 'view', 'system', '', 'danger'];

/** A context menu. Fill it before showing it. */
export class Menu extends Component implements Omit<Api.Menu, keyof Api.Component> {
	/** Where menus take the keyboard from; set once by the window. */
	static keymap: Keymap | null = null;
	readonly dom: HTMLElement;
	items: (MenuItem | MenuSeparator)[] = [];
	readonly scope = new Scope();
	private readonly scrollEl: HTMLElement;
	private parentMenu: Menu | null = null;
	private openChild: Menu | null = null;
	private selected = -1;
	private hideCallbacks: (() => unknown)[] = [];
	private stopListening: () => void = () => undefined;
	private parentElement: HTMLElement | null = null;

	constructor() {
		super();
		this.dom = createDiv({ cls: 'menu', attr: { role: 'menu' } });
		this.scrollEl = this.dom.createDiv('menu-scroll');
		this.registerKeys();
	}

	setNoIcon(): this {
		this.dom.addClass('no-icon');
		return this;
	}

	/** The sandbox has no native menus, so this changes nothing. */
	setUseNativeMenu(_useNativeMenu: boolean): this {
		return this;
	}

	addItem(cb: (item: MenuItem) => unknown): this {
		const item = new MenuItem(this);
		this.items.push(item);
		cb(item);
		return this;
	}

	addSeparator(): this {
		this.items.push(new MenuSeparator());
		return this;
	}

	setParentElement(el: HTMLElement): this {
		this.parentElement = el;
		return this;
	}

	showAtMouseEvent(event: MouseEvent): this {
		event.preventDefault();
		return this.showAtPosition({ x: event.clientX, y: event.clientY }, event.win.document);
	}

	showAtPosition(position: Api.MenuPositionDef, doc: Document = activeDocument): this {
		this.hide();
		this.render();
		void this.load();
		doc.body.appendChild(this.dom);
		this.place(position);
		this.parentElement?.addClass('has-active-menu');
		Menu.keymap?.pushScope(this.scope);
		this.listen(doc);
		return this;
	}

	hide(): this {
		if (!this.dom.isConnected) return this;
		this.openChild?.hide();
		this.stopListening();
		Menu.keymap?.popScope(this.scope);
		this.dom.remove();
		this.parentElement?.removeClass('has-active-menu');
		this.unload();
		this.parentMenu?.forgetChild();
		for (const callback of this.hideCallbacks) callback();
		return this;
	}

	close(): void {
		this.hide();
	}

	onHide(callback: () => unknown): void {
		this.hideCallbacks.push(callback);
	}

	onHistoryBack(): void {
		this.hide();
	}

	/** Hides this menu and those it opened from. */
	hideAll(): void {
		if (this.parentMenu !== null) this.parentMenu.hideAll();
		else this.hide();
	}

	/** A menu that opens from an entry of this one. */
	createSubmenu(): Menu {
		const menu = new Menu();
		menu.parentMenu = this;
		return menu;
	}

	/** Shows an entry's own menu beside it. */
	openSubmenu(item: MenuItem): void {
		if (item.submenu === null || item.submenu === this.openChild) return;
		this.openChild?.hide();
		const at = item.dom.getBoundingClientRect();
		const { submenu } = item;
		submenu.showAtPosition({ x: at.right - 2, y: at.top - 6 }, item.dom.doc);
		if (at.right + submenu.dom.offsetWidth > item.dom.win.innerWidth - MARGIN) submenu.place({ x: at.left + 2, y: at.top - 6, left: true });
		this.openChild = submenu;
		item.dom.addClass('has-open-submenu');
	}

	/** One menu for all handlers of an event; it shows when they have run. */
	static forEvent(event: PointerEvent | MouseEvent): Menu {
		const known = shared.get(event);
		if (known !== undefined) return known;
		const menu = new Menu();
		shared.set(event, menu);
		event.preventDefault();
		window.setTimeout(() => menu.showAtMouseEvent(event));
		return menu;
	}

	/** The open submenu has hidden. */
	private forgetChild(): void {
		this.openChild = null;
		for (const item of this.choosable()) item.dom.removeClass('has-open-submenu');
	}

	private choosable(): MenuItem[] {
		return this.ordered().filter((item): item is MenuItem => item instanceof MenuItem && item.isChoosable());
	}

	private ordered(): (MenuItem | MenuSeparator)[] {
		const sections = new Set(this.items.map(item => item instanceof MenuItem ? item.section : ''));
		if (sections.size < 2) return this.items;
		const rank = (name: string): number => (SECTION_ORDER.indexOf(name) + SECTION_ORDER.length + 1) % (SECTION_ORDER.length + 1);
		const names = [...sections].sort((a, b) => rank(a) - rank(b));
		return names.flatMap((name, i) => {
			const items = this.items.filter(item => (item instanceof MenuItem ? item.section : '') === name);
			return i === 0 ? items : [new MenuSeparator(), ...items];
		});
	}

	private render(): void {
		this.scrollEl.empty();
		this.selected = -1;
		for (const item of this.ordered()) this.scrollEl.appendChild(item.dom);
		for (const item of this.choosable()) {
			item.dom.onmousemove = () => {
				this.select(this.choosable().indexOf(item));
				if (item.submenu === null) this.openChild?.hide();
				else this.openSubmenu(item);
			};
			item.dom.onclick = event => { item.choose(event); };
		}
	}

	private place({ x, y, left, width }: Api.MenuPositionDef): void {
		const box = this.dom.getBoundingClientRect();
		const win = this.dom.win;
		const start = left === true ? x - box.width : x;
		if (width !== undefined) this.dom.setCssProps({ width: `${width}px` });
		this.dom.setCssProps({
			left: `${Math.max(MARGIN, Math.min(start, win.innerWidth - box.width - MARGIN))}px`,
			top: `${Math.max(MARGIN, Math.min(y, win.innerHeight - box.height - MARGIN))}px`,
		});
	}

	private listen(doc: Document): void {
		const outside = (event: Event): void => {
			if (!(event.target as Element).matches('.menu, .menu *')) this.hideAll();
		};
		doc.addEventListener('mousedown', outside, true);
		this.stopListening = () => { doc.removeEventListener('mousedown', outside, true); };
	}

	private select(index: number): void {
		const items = this.choosable();
		this.selected = items.length === 0 ? -1 : (index + items.length) % items.length;
		items.forEach((item, i) => { item.dom.toggleClass('selected', i === this.selected); });
	}

	/** By keyboard the submenu's first entry is selected at once. */
	private enterSubmenu(): void {
		const item = this.choosable()[this.selected];
		if (item?.submenu === null || item === undefined) return;
		this.openSubmenu(item);
		item.submenu.select(0);
	}

	private registerKeys(): void {
		const key = (name: string, run: (event: KeyboardEvent) => void): void => {
			this.scope.register([], name, event => {
				run(event);
				return false;
			});
		};
		key('ArrowDown', () => { this.select(this.selected + 1); });
		key('ArrowUp', () => { this.select(this.selected < 0 ? -1 : this.selected - 1); });
		key('ArrowRight', () => { this.enterSubmenu(); });
		key('ArrowLeft', () => { if (this.parentMenu !== null) this.hide(); });
		key('Enter', event => {
			const item = this.choosable()[this.selected];
			if (item?.submenu !== null) this.enterSubmenu();
			else item.choose(event);
		});
		key('Escape', () => { this.hide(); });
	}
}
