import type * as Api from 'obsidian-api';
import { Component } from '../component';
import { placePopover } from './popover-place';

/** How far a popover has come. */
export enum PopoverState {
	Showing,
	Shown,
	Hiding,
	Hidden,
}

interface Parent {
	hoverPopover: HoverPopover | null;
}

const DEFAULT_WAIT = 300;

/** Those that show or wait. */
const living = new Set<HoverPopover>();

/**
 * A card beside what the mouse rests on. It shows after a wait and is loaded only then;
 * leaving while it waits cancels it, leaving later hides it after the same wait unless
 * the mouse comes back, into the card, or into a card of something in the card.
 */
export class HoverPopover extends Component implements Omit<Api.HoverPopover, keyof Api.Component | 'state'> {
	readonly hoverEl: HTMLElement;
	state = PopoverState.Showing;
	/** Whether the mouse is on the target, and on the card. */
	onTarget = true;
	onHover = false;
	private timer: number;

	constructor(readonly parent: Parent, readonly targetEl: HTMLElement | null, readonly waitTime = DEFAULT_WAIT, readonly staticPos: Api.Point | null = null) {
		super();
		this.hoverEl = createDiv('popover hover-popover');
		targetEl?.addEventListener('mouseover', this.#enterTarget);
		targetEl?.addEventListener('mouseout', this.#leaveTarget);
		this.hoverEl.addEventListener('mouseover', this.#enterCard);
		this.hoverEl.addEventListener('mouseout', this.#leaveCard);
		living.add(this);
		this.timer = window.setTimeout(() => { this.show(); }, waitTime);
	}

	/** Exists at run time and is not typed. */
	hide(): void {
		if (this.state === PopoverState.Hidden) return;
		window.clearTimeout(this.timer);
		this.state = PopoverState.Hidden;
		this.targetEl?.removeEventListener('mouseover', this.#enterTarget);
		this.targetEl?.removeEventListener('mouseout', this.#leaveTarget);
		this.hoverEl.remove();
		living.delete(this);
		if (this.parent.hoverPopover === this) this.parent.hoverPopover = null;
		this.unload();
		// A card that stayed for this one alone leaves after it.
		for (const other of living) if (this.targetEl !== null && other.hoverEl.contains(this.targetEl)) other.transition();
	}

	/** Beside the target, inside the window; it is measured now. */
	position(): void {
		placePopover(this.hoverEl, this.targetEl, this.staticPos);
	}

	/** Follows where the mouse is. Exists at run time and is not typed. */
	transition(): void {
		if (this.shouldShow()) {
			if (this.state !== PopoverState.Hiding) return;
			this.state = PopoverState.Shown;
			window.clearTimeout(this.timer);
		} else if (this.state === PopoverState.Showing) {
			this.hide();
		} else if (this.state === PopoverState.Shown) {
			this.state = PopoverState.Hiding;
			this.timer = window.setTimeout(() => { this.#endHiding(); }, this.waitTime);
		}
	}

	/** Whether a card of something in this card shows or waits. */
	hasOpenChild(): boolean {
		return [...living].some(other => other !== this && other.targetEl !== null && this.hoverEl.contains(other.targetEl) && other.shouldShow());
	}

	private shouldShow(): boolean {
		return this.onTarget || this.onHover || this.hasOpenChild();
	}

	#endHiding(): void {
		if (this.shouldShow()) this.transition();
		else this.hide();
	}

	private show(): void {
		const doc = this.targetEl?.doc ?? activeDocument;
		if (this.targetEl !== null && !doc.body.contains(this.targetEl)) {
			this.hide();
			return;
		}
		this.state = PopoverState.Shown;
		doc.body.appendChild(this.hoverEl);
		this.position();
		this.parent.hoverPopover?.hide();
		this.parent.hoverPopover = this;
		void this.load();
	}

	readonly #enterTarget = (): void => { this.#moved({ onTarget: true }); };
	readonly #enterCard = (): void => { this.#moved({ onHover: true }); };

	readonly #leaveTarget = (event: MouseEvent): void => {
		if (this.targetEl?.contains(event.relatedTarget as Node | null) !== true) this.#moved({ onTarget: false });
	};

	readonly #leaveCard = (event: MouseEvent): void => {
		if (!this.hoverEl.contains(event.relatedTarget as Node | null)) this.#moved({ onHover: false });
	};

	#moved(where: { onTarget: boolean } | { onHover: boolean }): void {
		Object.assign(this, where);
		this.transition();
	}
}
