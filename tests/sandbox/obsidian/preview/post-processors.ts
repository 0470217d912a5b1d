import type * as Api from 'obsidian-api';
import { Events } from '../events';
import type { MarkdownRenderChild } from './markdown-renderer';

/** What a post processor is told about the block it gets. */
export interface MarkdownPostProcessorContext extends Omit<Api.MarkdownPostProcessorContext, 'addChild'> {
	addChild(child: MarkdownRenderChild): void;
}

/** Changes a rendered block. Those with a lower `sortOrder` run first. */
export interface MarkdownPostProcessor {
	(el: HTMLElement, ctx: MarkdownPostProcessorContext): Promise<unknown> | void;
	sortOrder?: number;
	/** The language of the code blocks that it renders, where it does just that. */
	language?: string;
}

/** Renders a code block of one language. */
export type CodeBlockHandler = (source: string, el: HTMLElement, ctx: MarkdownPostProcessorContext) => Promise<unknown> | void;

const processors: MarkdownPostProcessor[] = [];

/** Fires `change` when a processor comes or goes; open previews render again. */
export const postProcessorChanges = new Events();

/** The registry of post processors, as plugins reach it without a plugin object. */
export class MarkdownPreviewRenderer implements Api.MarkdownPreviewRenderer {
	static registerPostProcessor(postProcessor: MarkdownPostProcessor, sortOrder?: number): void {
		if (sortOrder !== undefined) postProcessor.sortOrder = sortOrder;
		processors.push(postProcessor);
		processors.sort((a, b) => (a.sortOrder ?? 0) - (b.sortOrder ?? 0));
		postProcessorChanges.trigger('change');
	}

	static unregisterPostProcessor(postProcessor: MarkdownPostProcessor): void {
		const at = processors.indexOf(postProcessor);
		if (at < 0) return;
		processors.splice(at, 1);
		postProcessorChanges.trigger('change');
	}

	static createCodeBlockPostProcessor(language: string, handler: CodeBlockHandler): MarkdownPostProcessor {
		const processor: MarkdownPostProcessor = async (el, ctx) => {
			for (const code of el.findAll(`pre > code.language-${CSS.escape(language)}`)) {
				const pre = code.parentElement as HTMLElement;
				const block = createDiv(`block-language-${language}`);
				pre.replaceWith(block);
				await handler((code.textContent ?? '').replace(/\n$/, ''), block, ctx);
			}
		};
		return Object.assign(processor, { language });
	}
}

/** Whether a plugin renders code blocks of a language. */
export function hasCodeBlockProcessor(language: string): boolean {
	return processors.some(processor => processor.language === language);
}

/** Runs every processor in order; one that fails is reported and the others run. */
export async function runPostProcessors(el: HTMLElement, ctx: MarkdownPostProcessorContext): Promise<void> {
	for (const processor of [...processors]) {
		try {
			await processor(el, ctx);
		} catch (error) {
			console.error(error);
		}
	}
}
