import type * as Api from 'obsidian-api';
import { Component } from '../component';

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

/**
 * A card beside what the mouse rests on. It shows after a wait and is loaded only then;
 * leaving while it waits cancels it, leaving later hides it after the same wait unless
 * the mouse comes back or into the card.
 */
export class HoverPopover extends Component implements Omit<Api.HoverPopover, keyof Api.Component | 'state'> {
	readonly hoverEl: HTMLElement;
	state = PopoverState.Showing;
	private timer: number;

	constructor(private readonly parent: Parent, private readonly targetEl: HTMLElement | null, private readonly waitTime = DEFAULT_WAIT, private readonly staticPos: Api.Point | null = null) {
		super();
		this.hoverEl = createDiv('popover hover-popover');
		targetEl?.addEventListener('mouseover', this.enter);
		targetEl?.addEventListener('mouseout', this.leave);
		this.hoverEl.addEventListener('mouseover', this.enter);
		this.hoverEl.addEventListener('mouseout', this.leave);
		this.timer = window.setTimeout(() => { this.show(); }, waitTime);
	}

	/** Exists at run time and is not typed. */
	hide(): void {
		window.clearTimeout(this.timer);
		const wasShown = this.state === PopoverState.Shown || this.state === PopoverState.Hiding;
		this.state = PopoverState.Hidden;
		this.targetEl?.removeEventListener('mouseover', this.enter);
		this.targetEl?.removeEventListener('mouseout', this.leave);
		this.hoverEl.remove();
		if (this.parent.hoverPopover === this) this.parent.hoverPopover = null;
		if (wasShown) this.unload();
	}

	private show(): void {
		const doc = this.targetEl?.doc ?? activeDocument;
		if (this.targetEl !== null && !doc.body.contains(this.targetEl)) {
			this.hide();
			return;
		}
		this.state = PopoverState.Shown;
		doc.body.appendChild(this.hoverEl);
		this.parent.hoverPopover?.hide();
		this.parent.hoverPopover = this;
		void this.load();
		this.position();
	}

	/** Beside the target, inside the window. It is measured now; content that grows later is not followed. */
	position(): void {
		const rect = this.targetEl?.getBoundingClientRect();
		const at = this.staticPos ?? { x: rect?.left ?? 0, y: rect?.bottom ?? 0 };
		const box = this.hoverEl.getBoundingClientRect();
		const { innerHeight, innerWidth } = this.hoverEl.win;
		const below = at.y + 4 + box.height <= innerHeight;
		this.hoverEl.setCssProps({
			left: `${Math.max(8, Math.min(at.x, innerWidth - box.width - 8))}px`,
			top: `${below ? at.y + 4 : Math.max(8, (rect?.top ?? at.y) - box.height - 4)}px`,
		});
	}

	private readonly enter = (): void => {
		if (this.state !== PopoverState.Hiding) return;
		this.state = PopoverState.Shown;
		window.clearTimeout(this.timer);
	};

	private readonly leave = (event: MouseEvent): void => {
		const to = event.relatedTarget as Node | null;
		if (this.targetEl?.contains(to) === true || this.hoverEl.contains(to)) return;
		if (this.state === PopoverState.Showing) {
			this.hide();
		} else if (this.state === PopoverState.Shown) {
			this.state = PopoverState.Hiding;
			this.timer = window.setTimeout(() => { this.hide(); }, this.waitTime);
		}
	};
}
