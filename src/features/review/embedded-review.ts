import { MarkdownRenderChild, Platform, type HoverParent, type MarkdownPostProcessorContext } from 'obsidian';
import { h, render } from 'preact';
import { parseEmbed } from '../../core/embed-spec';
import { EvidencePopover } from './evidence-popover';
import { Review } from './review';
import { ReviewController, type ReviewFrame, type ReviewParts } from './review-controller';

/** What an embedded review works with beside what the review itself does. */
export interface EmbedParts extends Omit<ReviewParts, 'now'> {
	/** Opens the review in the sidebar. @param filter what its filter is to say */
	readonly openReview: (filter: string) => void;
}

/** Draws what a block of code with the language `ratify` asks for: a part of the review, with the same rows and keys. */
export function embeddedReview(parts: EmbedParts): (source: string, el: HTMLElement, context: MarkdownPostProcessorContext) => void {
	return (source, el, context) => context.addChild(new EmbeddedReview(el, { ...parseEmbed(source), here: context.sourcePath, open: parts.openReview }, parts));
}

class EmbeddedReview extends MarkdownRenderChild {
	readonly #hovering: HoverParent = { hoverPopover: null };

	constructor(el: HTMLElement, private readonly frame: ReviewFrame, private readonly parts: EmbedParts) {
		super(el);
	}

	override onload(): void {
		const { app, evidence } = this.parts;
		const controller: ReviewController = new ReviewController({ now: () => Date.now(), ...this.parts }, {
			comeBack: () => this.containerEl.querySelector<HTMLElement>('.ratify-row.is-focused')?.focus(),
			preview: (task, el) => {
				if (!Platform.isMobile) new EvidencePopover(this.#hovering, el, { evidence, task, on: controller });
			},
		}, this.frame);
		this.containerEl.addClass('ratify-embed');
		render(h(Review, { app, controller, frame: this.frame, now: () => Date.now() }), this.containerEl);
	}

	override onunload(): void {
		render(null, this.containerEl);
	}
}
