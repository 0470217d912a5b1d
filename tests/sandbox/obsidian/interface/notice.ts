import type * as Api from 'obsidian-api';
import { apiVersion } from '../api-version';

const DEFAULT_DURATION = 5000;

function containerIn(doc: Document): HTMLElement {
	return doc.body.querySelector<HTMLElement>(':scope > .notice-container') ?? doc.body.createDiv('notice-container');
}

/** In 1.12.1 the place of the notices stayed invisible once all of them had faded. */
function staysInvisible(): boolean {
	return apiVersion === '1.12.1';
}

/** A message in the corner of the active window. A click takes it away; duration 0 keeps it until then. */
export class Notice implements Api.Notice {
	readonly containerEl: HTMLElement;
	readonly messageEl: HTMLElement;
	private timer = 0;

	constructor(message: string | DocumentFragment, duration = DEFAULT_DURATION) {
		this.containerEl = containerIn(activeDocument).createDiv('notice');
		this.messageEl = this.containerEl.createDiv({ cls: 'notice-message', attr: { role: 'status', 'aria-live': 'polite' } });
		this.setMessage(message);
		this.containerEl.addEventListener('click', () => { this.hide(); });
		if (duration > 0) this.timer = window.setTimeout(() => { this.fade(); }, duration);
	}

	get noticeEl(): HTMLElement {
		return this.messageEl;
	}

	setMessage(message: string | DocumentFragment): this {
		this.messageEl.setText(message);
		return this;
	}

	hide(): void {
		window.clearTimeout(this.timer);
		const container = this.containerEl.parentElement;
		this.containerEl.remove();
		if (container?.childElementCount === 0 && !container.hasClass('is-faded')) container.remove();
	}

	private fade(): void {
		const container = this.containerEl.parentElement;
		if (staysInvisible() && container?.childElementCount === 1) container.addClass('is-faded');
		this.hide();
	}
}
