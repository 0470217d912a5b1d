import type * as Api from 'obsidian-api';

const DEFAULT_DURATION = 5000;

function containerIn(doc: Document): HTMLElement {
	return doc.body.querySelector<HTMLElement>(':scope > .notice-container') ?? doc.body.createDiv('notice-container');
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
		if (duration > 0) this.timer = window.setTimeout(() => { this.hide(); }, duration);
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
		if (container?.childElementCount === 0) container.remove();
	}
}
