import { MarkdownRenderChild, type MarkdownPostProcessor, type MarkdownPostProcessorContext } from 'obsidian';
import { confirmAction } from '../../core/actions';
import type { SnapshotSource } from '../../core/index-store';
import type { Proposal } from '../../core/proposal';
import { lettersOf, shownLetters } from '../../core/visible-text';
import { drawLineButtons, labelOf, type LineLabel } from '../line-buttons';
import type { LineDecider } from '../line-decider';

/** What the buttons in a note that is read work with. */
export interface ReadingParts {
	readonly store: SnapshotSource;
	readonly lines: LineDecider;
}

/** Sets buttons behind each proposal of a note as it is read, in callouts, embeds and previews, too; a click on its box confirms it. */
export function readingProposals(parts: ReadingParts): MarkdownPostProcessor {
	return (el, context) => {
		const items = [...el.querySelectorAll<HTMLElement>('li.task-list-item')];
		if (items.length === 0) return;
		const known = proposalsOf(el, context, parts);
		for (const item of items) {
			const proposal = known(item);
			if (proposal) context.addChild(new LineChild(item, proposal, parts));
		}
	};
}

/** What tells the proposal that an item shows; null where it shows none, or it is not certain which. */
function proposalsOf(el: HTMLElement, context: MarkdownPostProcessorContext, { store, lines }: ReadingParts): (item: HTMLElement) => Proposal | null {
	const info = context.getSectionInfo(el);
	const all = info ? lines.read(context.sourcePath, info.text) : (store.snapshot.notes.get(context.sourcePath)?.proposals ?? []);
	return (item) => {
		const at = item.dataset['line'];
		if (info && at !== undefined) return all.find(({ line }) => line === info.lineStart + Number(at)) ?? null;
		// In embeds, callouts and previews nobody says where an item stands.
		const shown = lettersOf(ownText(item));
		const alike = shown === '' ? [] : all.filter(({ raw }) => shownLetters(raw) === shown);
		return alike.length === 1 ? (alike[0] ?? null) : null;
	};
}

/** The text of an item without that of the items below it. */
function ownText(item: HTMLElement): string {
	return [...item.childNodes].map((node) => (node.instanceOf(HTMLElement) && node.matches('ul, ol') ? '' : (node.textContent ?? ''))).join('');
}

/** The buttons of one item, and what a click on its box does, for as long as the item is shown. */
class LineChild extends MarkdownRenderChild {
	readonly #el = createSpan();
	#label: LineLabel | null = null;

	constructor(item: HTMLElement, private readonly proposal: Proposal, private readonly parts: ReadingParts) {
		super(item);
	}

	override onload(): void {
		this.#place();
		this.#draw();
		this.register(this.parts.store.subscribe(() => this.#draw()));
		const box = this.containerEl.querySelector<HTMLInputElement>('input.task-list-item-checkbox');
		if (box?.closest('li') === this.containerEl) this.registerDomEvent(box, 'click', (event) => this.#confirm(event), { capture: true });
	}

	override onunload(): void {
		this.#el.remove();
	}

	/** Behind the item's own words. */
	#place(): void {
		const paragraph = [...this.containerEl.children].find((child) => child.matches('p'));
		const below = [...this.containerEl.children].find((child) => child.matches('ul, ol'));
		if (paragraph) paragraph.append(this.#el);
		else this.containerEl.insertBefore(this.#el, below ?? null);
	}

	#draw(): void {
		const { store, lines } = this.parts;
		const label = labelOf(store.snapshot, this.proposal);
		if (this.#label?.owner === label.owner && this.#label.duplicates === label.duplicates) return;
		this.#label = label;
		this.#el.empty();
		drawLineButtons(this.#el, label, { lines, find: () => this.proposal, isInTabOrder: true });
	}

	/** Before the app, which would only change the box. */
	#confirm(event: MouseEvent): void {
		if (!this.parts.store.snapshot.settings.confirmByBox) return;
		event.preventDefault();
		event.stopImmediatePropagation();
		void this.parts.lines.decide(confirmAction, [this.proposal]);
	}
}
