import { Modal, type App } from 'obsidian';
import { nameDialog } from '../heard-prompt';
import { drawCard, type CardParts } from './person-popover';

/** A person's card for the keyboard and for touch, which have nothing to hover with. */
export class PersonModal extends Modal {
	#stop: () => void = () => undefined;

	constructor(app: App, private readonly parts: CardParts) {
		super(app);
		this.modalEl.addClass('ratify-card-modal');
		nameDialog(this.modalEl, parts.name);
	}

	override onOpen(): void {
		const on = { ...this.parts.on };
		// What leads elsewhere closes the card first.
		const parts = { ...this.parts, on: { ...on, open: this.#closing(on.open), review: this.#closing(on.review), create: this.#closing(on.create), sameAs: this.#closing(on.sameAs) } };
		this.#stop = drawCard(this.contentEl, parts).follow();
		(this.contentEl.querySelector<HTMLElement>('.mod-cta') ?? this.contentEl.querySelector<HTMLElement>('button'))?.focus();
	}

	override onClose(): void {
		this.#stop();
	}

	#closing<T extends readonly unknown[]>(act: (...args: T) => void): (...args: T) => void {
		return (...args) => {
			this.close();
			act(...args);
		};
	}
}
