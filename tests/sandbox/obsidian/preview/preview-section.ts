import { Component } from '../component';
import { fillBlock } from './block-elements';
import type { Block } from './markdown-html';

/** Pixels that a line of a block is taken for before the block is seen. */
const LINE_HEIGHT = 24;

/** A root block of a note in reading mode: a placeholder until it is rendered, then its element. */
export class PreviewSection {
	readonly el: HTMLElement;
	readonly placeholderEl = createDiv('markdown-preview-placeholder');
	/** What was added to it; it ends with the section. */
	readonly life = new Component();
	rendered = false;
	/** Whether a processor asked for the note's properties, so that it must run again when they change. */
	usesFrontMatter = false;
	headingCollapsed = false;

	constructor(public block: Block) {
		this.el = createDiv(`el-${block.tag}`);
		this.placeholderEl.setCssProps({ height: `${(block.lineEnd - block.lineStart + 1) * LINE_HEIGHT}px` });
	}

	get lineStart(): number {
		return this.block.lineStart;
	}

	get lineEnd(): number {
		return this.block.lineEnd;
	}

	get level(): number {
		return this.block.level;
	}

	/** What stands for it in the document. */
	get shownEl(): HTMLElement {
		return this.rendered ? this.el : this.placeholderEl;
	}

	/** Makes the element's content; it is not in the document yet. */
	fill(): void {
		this.rendered = true;
		fillBlock(this.el, this.block.html);
	}

	/** Puts the element where the placeholder is. */
	attach(): void {
		if (this.placeholderEl.parentNode !== null) this.placeholderEl.replaceWith(this.el);
	}

	toggle(shown: boolean): void {
		this.el.toggle(shown);
		this.placeholderEl.toggle(shown);
	}

	remove(): void {
		this.shownEl.remove();
	}
}
