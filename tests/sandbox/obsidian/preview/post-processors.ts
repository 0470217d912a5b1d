import type * as Api from 'obsidian-api';
import { Events } from '../events';
import type { MarkdownRenderChild } from './markdown-render-child';

/** What a post processor is told about the block it gets. */
export interface MarkdownPostProcessorContext extends Omit<Api.MarkdownPostProcessorContext, 'addChild'> {
	addChild(child: MarkdownRenderChild): void;
}

/** Changes a rendered block. Those with a lower `sortOrder` run first. */
export interface MarkdownPostProcessor {
	(el: HTMLElement, ctx: MarkdownPostProcessorContext): Promise<unknown> | void;
	sortOrder?: number;
}

/** Renders a code block of one language. */
export type CodeBlockHandler = (source: string, el: HTMLElement, ctx: MarkdownPostProcessorContext) => Promise<unknown> | void;

const processors: MarkdownPostProcessor[] = [];

/** Fires `change` when a processor comes or goes; open previews render again. */
export const postProcessorChanges = new Events();

/** The registry of post processors, as plugins reach it without a plugin object. */
export class MarkdownPreviewRenderer implements Api.MarkdownPreviewRenderer {
	/** Handlers of code blocks by language. Not typed in the app's API, and read by plugins and by Live Preview. */
	static readonly codeBlockPostProcessors = Object.create(null) as Record<string, CodeBlockHandler>;

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
		return async (el, ctx) => {
			const blocks = el.findAll(`pre > code.language-${CSS.escape(language)}`);
			await Promise.all(blocks.map(code => replaceCodeBlock(code, language, handler, ctx)));
		};
	}

	/** @throws where the language has a handler: the app lets the first one keep it. */
	static registerCodeBlockPostProcessor(language: string, handler: CodeBlockHandler): void {
		if (Object.hasOwn(this.codeBlockPostProcessors, language)) throw new Error(`Code block postprocessor for language ${language} is already registered`);
		this.codeBlockPostProcessors[language] = handler;
		postProcessorChanges.trigger('change');
	}

	static unregisterCodeBlockPostProcessor(language: string): void {
		delete this.codeBlockPostProcessors[language];
		postProcessorChanges.trigger('change');
	}
}

/** Whether a plugin renders code blocks of a language. */
export function hasCodeBlockProcessor(language: string): boolean {
	return Object.hasOwn(MarkdownPreviewRenderer.codeBlockPostProcessors, language);
}

/** Has a plugin render a code block of its language into an element. A failure is reported. */
export async function renderCodeBlock(language: string, source: string, el: HTMLElement, ctx: MarkdownPostProcessorContext): Promise<void> {
	try {
		await MarkdownPreviewRenderer.codeBlockPostProcessors[language]?.(source, el, ctx);
	} catch (error) {
		console.error(error);
	}
}

/** Puts what a handler makes of a code block in the block's place. */
async function replaceCodeBlock(code: HTMLElement, language: string, handler: CodeBlockHandler, ctx: MarkdownPostProcessorContext): Promise<void> {
	const block = createDiv(`block-language-${language}`);
	code.parentElement?.replaceWith(block);
	await handler((code.textContent ?? '').replace(/\n$/, ''), block, ctx);
}

/**
 * Starts every processor, in order and at once: one that is asynchronous does not hold up
 * the next. One that fails is reported. Resolves when all are done.
 */
export async function runPostProcessors(el: HTMLElement, ctx: MarkdownPostProcessorContext): Promise<void> {
	await Promise.all([...processors].map(processor => runOne(processor, el, ctx)));
}

async function runOne(processor: MarkdownPostProcessor, el: HTMLElement, ctx: MarkdownPostProcessorContext): Promise<void> {
	try {
		await processor(el, ctx);
	} catch (error) {
		console.error(error);
	}
}
