import type * as Api from 'obsidian-api';
import { setIcon } from './icons';
import type { Menu } from './menu';

/** A line between two parts of a menu. */
export class MenuSeparator implements Api.MenuSeparator {
	readonly dom: HTMLElement;

	constructor() {
		this.dom = createDiv('menu-separator');
	}
}

/** One entry of a menu. */
export class MenuItem implements Api.MenuItem {
	readonly dom: HTMLElement;
	readonly titleEl: HTMLElement;
	readonly iconEl: HTMLElement;
	section = '';
	disabled = false;
	submenu: Menu | null = null;
	private handler: ((event: MouseEvent | KeyboardEvent) => unknown) | null = null;

	constructor(readonly menu: Menu) {
		this.dom = createDiv({ cls: 'menu-item tappable', attr: { role: 'menuitem' } });
		this.iconEl = this.dom.createDiv('menu-item-icon');
		this.titleEl = this.dom.createDiv('menu-item-title');
	}

	setTitle(title: string | DocumentFragment): this {
		this.titleEl.setText(title);
		return this;
	}

	setIcon(icon: string | null): this {
		if (icon === null) this.iconEl.empty();
		else setIcon(this.iconEl, icon);
		return this;
	}

	setChecked(checked: boolean | null): this {
		this.dom.querySelector('.mod-checked')?.remove();
		if (checked === true) setIcon(this.dom.createDiv('menu-item-icon mod-checked'), 'check');
		this.dom.setAttr('aria-checked', checked);
		return this;
	}

	setDisabled(disabled: boolean): this {
		this.disabled = disabled;
		this.dom.toggleClass('is-disabled', disabled);
		return this;
	}

	setWarning(isWarning: boolean): this {
		this.dom.toggleClass('is-warning', isWarning);
		return this;
	}

	setIsLabel(isLabel: boolean): this {
		this.dom.toggleClass('is-label', isLabel);
		return this;
	}

	onClick(callback: (event: MouseEvent | KeyboardEvent) => unknown): this {
		this.handler = callback;
		return this;
	}

	setSection(section: string): this {
		this.section = section;
		return this;
	}

	/** Exists at run time and is not typed: gives the entry a menu of its own. */
	setSubmenu(): Menu {
		this.submenu ??= this.menu.createSubmenu();
		if (this.dom.querySelector('.mod-submenu') === null) setIcon(this.dom.createDiv('menu-item-icon mod-submenu'), 'chevron-right');
		return this.submenu;
	}

	/** Whether a click or Enter does something. */
	isChoosable(): boolean {
		return !this.disabled && !this.dom.hasClass('is-label');
	}

	/** Closes the menu, then runs the handler; an entry with a submenu opens it instead. */
	choose(event: MouseEvent | KeyboardEvent): void {
		if (!this.isChoosable()) return;
		if (this.submenu !== null) {
			this.menu.openSubmenu(this);
			return;
		}
		this.menu.hideAll();
		this.handler?.(event);
	}
}
