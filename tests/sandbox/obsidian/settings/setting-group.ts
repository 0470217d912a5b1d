import type * as Api from 'obsidian-api';
import { ExtraButtonComponent } from './button-components';
import { Setting } from './setting';
import { SearchComponent } from './text-components';

/** Rows that belong together, in one card, under an optional heading. */
export class SettingGroup implements Api.SettingGroup {
	readonly groupEl: HTMLElement;
	readonly listEl: HTMLElement;
	private heading: Setting | null = null;

	constructor(containerEl: HTMLElement) {
		this.groupEl = containerEl.createDiv('setting-group');
		this.listEl = this.groupEl.createDiv('setting-items');
	}

	setHeading(text: string | DocumentFragment): this {
		this.header().setName(text);
		return this;
	}

	addClass(...classes: string[]): this {
		this.groupEl.addClasses(classes);
		return this;
	}

	addSetting(cb: (setting: Setting) => void): this {
		cb(new Setting(this.listEl));
		return this;
	}

	addSearch(cb: (component: SearchComponent) => unknown): this {
		const searchEl = createDiv('setting-group-search');
		this.groupEl.insertBefore(searchEl, this.listEl);
		cb(new SearchComponent(searchEl));
		return this;
	}

	addExtraButton(cb: (component: ExtraButtonComponent) => unknown): this {
		cb(new ExtraButtonComponent(this.header().controlEl));
		return this;
	}

	private header(): Setting {
		if (this.heading === null) {
			this.heading = new Setting(this.groupEl).setHeading();
			this.groupEl.prepend(this.heading.settingEl);
		}
		return this.heading;
	}
}
