import type * as Api from 'obsidian-api';
import type { App } from '../app';
import { Component } from '../component';
import type { TFile } from '../vault/files';
import { getFrontMatterInfo, parseYaml } from '../metadata/frontmatter';
import type { HoverPopover } from './hover-popover';
import { sanitizeHTMLToDom } from './html';
import { setIcon } from '../interface/icons';
import { getLinkpath } from '../metadata/linkpath';
import { renderBlocks } from './markdown-html';
import { type MarkdownPostProcessorContext, runPostProcessors } from './post-processors';

const CALLOUT_ICONS: Record<string, string> = {
	note: 'pencil', abstract: 'clipboard-list', summary: 'clipboard-list', tldr: 'clipboard-list', info: 'info', todo: 'circle-check', tip: 'flame', hint: 'flame', important: 'flame',
	success: 'check', check: 'check', done: 'check', question: 'circle-help', help: 'circle-help', faq: 'circle-help', warning: 'triangle-alert', caution: 'triangle-alert',
	attention: 'triangle-alert', failure: 'x', fail: 'x', missing: 'x', danger: 'zap', error: 'zap', bug: 'bug', example: 'list', quote: 'quote', cite: 'quote',
};

/** How deep embeds render inside one another. */
const MAX_EMBEDS = 3;

let lastDocId = 0;

/** An id for one rendering of a document. */
export function newDocId(): string {
	lastDocId += 1;
	return lastDocId.toString(16).padStart(8, '0');
}

/** A part of a rendered note with a life of its own; it ends when its element leaves the document. */
export class MarkdownRenderChild extends Component implements Omit<Api.MarkdownRenderChild, keyof Api.Component> {
	constructor(public containerEl: HTMLElement) {
		super();
	}
}

/** The frontmatter as an object; undefined where there is none or it is broken. */
export function frontmatterOf(text: string): unknown {
	const info = getFrontMatterInfo(text);
	if (!info.exists) return undefined;
	try {
		return parseYaml(info.frontmatter);
	} catch {
		return undefined;
	}
}

/** Puts a block's HTML into its element, with icons of callouts and bullets of lists. */
export function fillBlock(el: HTMLElement, html: string): void {
	el.append(sanitizeHTMLToDom(html));
	for (const callout of el.findAll('.callout')) decorateCallout(callout);
	for (const item of el.findAll('ul > li:not(.task-list-item)')) item.prepend(createSpan('list-bullet'));
}

function decorateCallout(el: HTMLElement): void {
	setIcon(el.find('.callout-icon'), CALLOUT_ICONS[el.getAttr('data-callout') ?? ''] ?? 'pencil');
	if (!el.hasClass('is-collapsible')) return;
	const title = el.find('.callout-title');
	setIcon(title.createDiv('callout-fold'), 'chevron-down');
	title.addEventListener('click', () => { el.toggleClass('is-collapsed', !el.hasClass('is-collapsed')); });
}

/** Marks the links that lead nowhere, and fills embeds. */
export async function resolveLinks(app: App, el: HTMLElement, sourcePath: string, component: Component, depth = 0): Promise<void> {
	for (const link of el.findAll('a.internal-link')) {
		const target = app.metadataCache.getFirstLinkpathDest(getLinkpath(link.getAttr('data-href') ?? ''), sourcePath);
		link.toggleClass('is-unresolved', target === null);
	}
	for (const embed of el.findAll('.internal-embed')) {
		const target = app.metadataCache.getFirstLinkpathDest(getLinkpath(embed.getAttr('src') ?? ''), sourcePath);
		if (target !== null && target.extension === 'md' && depth < MAX_EMBEDS) await renderEmbed(app, embed, target, component, depth);
	}
}

async function renderEmbed(app: App, el: HTMLElement, file: TFile, component: Component, depth: number): Promise<void> {
	el.addClasses(['markdown-embed', 'inline-embed', 'is-loaded']);
	el.createDiv({ cls: 'markdown-embed-title', text: file.basename });
	const content = el.createDiv('markdown-embed-content').createDiv('markdown-preview-view markdown-rendered');
	await renderInto(app, await app.vault.cachedRead(file), content, file.path, component, depth + 1);
}

/** Renders a whole text where no preview stands around it: no `data-line`, no section info, one call of each processor. */
async function renderInto(app: App, markdown: string, el: HTMLElement, sourcePath: string, component: Component, depth: number): Promise<void> {
	for (const block of renderBlocks(markdown, false)) fillBlock(el, block.html);
	await resolveLinks(app, el, sourcePath, component, depth);
	const ctx: MarkdownPostProcessorContext = {
		docId: newDocId(),
		sourcePath,
		frontmatter: frontmatterOf(markdown),
		addChild: child => { component.addChild(child); },
		getSectionInfo: () => null,
	};
	await runPostProcessors(el, ctx);
}

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

	static async render(app: App, markdown: string, el: HTMLElement, sourcePath: string, component: Component): Promise<void> {
		await renderInto(app, markdown, el, sourcePath, component, 0);
	}
}
