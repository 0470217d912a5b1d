import type { App } from '../app';
import { setIcon } from '../interface/icons';
import { Keymap } from '../interface/keymap';
import { sanitizeHTMLToDom } from '../preview/sanitize-html';
import { StringValue } from './value';

/** A tag, with its `#`. */
export class TagValue extends StringValue {
	static override type = 'Tag';

	constructor(value: string) {
		super(value.startsWith('#') ? value : `#${value}`);
	}

	override renderTo(el: HTMLElement): void {
		el.createEl('a', { cls: 'tag', href: this.data, text: this.data });
	}
}

/** An address of the web. */
export class UrlValue extends StringValue {
	static override type = 'Url';

	override renderTo(el: HTMLElement): void {
		el.createEl('a', { cls: 'external-link', href: this.data, text: this.data, attr: { target: '_blank', rel: 'noopener nofollow' } });
	}
}

/** Markup; what could run is taken out before it shows. */
export class HTMLValue extends StringValue {
	static override type = 'HTML';

	override renderTo(el: HTMLElement): void {
		el.append(sanitizeHTMLToDom(this.data));
	}
}

/** An icon's name. */
export class IconValue extends StringValue {
	static override type = 'Icon';

	override renderTo(el: HTMLElement): void {
		setIcon(el.createSpan('bases-icon'), this.data);
	}
}

/** The address of a picture. */
export class ImageValue extends StringValue {
	static override type = 'Image';

	override renderTo(el: HTMLElement): void {
		el.createEl('img', { attr: { src: this.data, alt: '' } });
	}
}

/** A link to a note, as its wikilink. */
export class LinkValue extends StringValue {
	static override type = 'Link';
	private app: App | null = null;
	private sourcePath = '';

	/** Reads `[[Note|Shown]]`; null for any other text. */
	static parseFromString(app: App, input: string, sourcePath: string): LinkValue | null {
		if (!/^\[\[[^[\]]+\]\]$/.test(input.trim())) return null;
		const link = new LinkValue(input.trim());
		link.app = app;
		link.sourcePath = sourcePath;
		return link;
	}

	override renderTo(el: HTMLElement): void {
		const [target = '', shown = target] = this.data.slice(2, -2).split('|');
		const linkEl = el.createEl('a', { cls: 'internal-link', href: target, text: shown, attr: { 'data-href': target } });
		linkEl.addEventListener('click', event => {
			event.preventDefault();
			void this.app?.workspace.openLinkText(target, this.sourcePath, Keymap.isModEvent(event));
		});
	}
}
