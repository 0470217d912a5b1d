import type * as Api from 'obsidian-api';
import type { App } from '../app';
import type { Component } from '../component';
import type { TFile } from '../vault/files';
import { fillBlock } from './block-elements';
import { fillEmbeds, markUnresolved } from './embeds';
import type { HoverPopover } from './hover-popover';
import { renderBlocks } from './markdown-html';
import { MarkdownRenderChild } from './markdown-render-child';
import { type MarkdownPostProcessorContext, runPostProcessors } from './post-processors';
import { frontmatterOf, newDocId } from './preview-renderer';

/** Renders Markdown into an element. */
export abstract class MarkdownRenderer extends MarkdownRenderChild implements Omit<Api.MarkdownRenderer, keyof Api.Component | 'app' | 'file' | 'hoverPopover'> {
	/** Set once by the window, for the older call that names no app. */
	static defaultApp: App | null = null;
	hoverPopover: HoverPopover | null = null;

	constructor(readonly app: App, containerEl: HTMLElement) {
		super(containerEl);
	}

	abstract get file(): TFile | null;

	static async renderMarkdown(markdown: string, el: HTMLElement, sourcePath: string, component: Component): Promise<void> {
		if (MarkdownRenderer.defaultApp === null) throw new Error('No app is running.');
		await MarkdownRenderer.render(MarkdownRenderer.defaultApp, markdown, el, sourcePath, component);
	}

	/** No preview stands around it: no `data-line`, no section info, one call of each processor, for the whole element. */
	static async render(app: App, markdown: string, el: HTMLElement, sourcePath: string, component: Component): Promise<void> {
		for (const block of renderBlocks(markdown, false)) fillBlock(el, block.html);
		markUnresolved(app, el, sourcePath);
		fillEmbeds(app, el, sourcePath, component, 0);
		const ctx: MarkdownPostProcessorContext = {
			docId: newDocId(),
			sourcePath,
			frontmatter: frontmatterOf(markdown),
			addChild: child => { component.addChild(child); },
			getSectionInfo: () => null,
		};
		await runPostProcessors(el, ctx);
	}
}
