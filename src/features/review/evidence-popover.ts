import { HoverPopover, type HoverParent } from 'obsidian';
import { h, render } from 'preact';
import type { EvidenceSource, SourcedTask } from '../../obsidian/evidence-keeper';
import { EvidenceView, type EvidenceEvents } from '../evidence-view';

/** What a popover shows. */
export interface EvidencePopoverParts {
	readonly evidence: EvidenceSource;
	readonly task: SourcedTask;
	readonly on: EvidenceEvents;
}

/** The words in the source that support a task, beside the mark of its source, with the app's own rules for when it shows and hides. */
export class EvidencePopover extends HoverPopover {
	constructor(parent: HoverParent, el: HTMLElement, private readonly parts: EvidencePopoverParts) {
		super(parent, el);
		this.hoverEl.addClass('ratify-evidence-popover');
		// Drawn before it shows, since it is placed by its size.
		this.#draw();
	}

	override onload(): void {
		this.register(this.parts.evidence.subscribe(() => this.#draw()));
		this.register(() => render(null, this.hoverEl));
		this.#draw();
	}

	#draw(): void {
		const { evidence, task, on } = this.parts;
		const known = evidence.evidenceOf(task);
		if (known) render(h(EvidenceView, { evidence: known, on }), this.hoverEl);
	}
}
