import type * as Api from 'obsidian-api';
import { Component } from '../component';
import type { TFile } from '../vault/files';
import { Keymap } from '../interface/keymap';
import { type Block, renderBlocks } from './markdown-html';
import { fillBlock, frontmatterOf, MarkdownRenderer, newDocId, resolveLinks } from './markdown-renderer';
import type { MarkdownView } from '../editor/markdown-view';
import { type MarkdownPostProcessorContext, postProcessorChanges, runPostProcessors } from './post-processors';
import { renderProperties } from './properties';
import { toggleTask } from '../editor/task-toggle';

interface Section {
	block: Block;
	readonly el: HTMLElement;
	readonly life: Component;
	rendered: boolean;
}

type RendererMembers = keyof Api.Component | 'app' | 'file' | 'hoverPopover';

/** The reading mode of a note: blocks rendered when they come into sight, and kept while their text stays. */
export class MarkdownPreviewView extends MarkdownRenderer implements Omit<Api.MarkdownPreviewView, RendererMembers> {
	private readonly scrollEl: HTMLElement;
	private readonly sizerEl: HTMLElement;
	private readonly headEl: HTMLElement;
	private sections: Section[] = [];
	private text = '';
	private readonly docId = newDocId();
	private observer: IntersectionObserver | null = null;

	constructor(private readonly view: MarkdownView, parentEl: HTMLElement) {
		super(view.app, parentEl.createDiv('markdown-reading-view'));
		this.scrollEl = this.containerEl.createDiv({ cls: 'markdown-preview-view markdown-rendered node-insert-event is-readable-line-width allow-fold-headings show-indentation-guide', attr: { tabindex: -1 } });
		this.sizerEl = this.scrollEl.createDiv('markdown-preview-sizer markdown-preview-section');
		this.headEl = this.sizerEl.createDiv('markdown-preview-head');
		this.scrollEl.addEventListener('click', event => { this.onClick(event); });
		this.scrollEl.addEventListener('auxclick', event => { this.openLink(event); });
		this.scrollEl.addEventListener('mouseover', event => { this.onMouseOver(event); });
	}

	override onload(): void {
		this.registerEvent(postProcessorChanges.on('change', () => { this.rerender(true); }));
		this.register(() => this.observer?.disconnect());
	}

	get file(): TFile | null {
		return this.view.file;
	}

	get(): string {
		return this.text;
	}

	/** Shows a text; blocks whose source is the same keep their elements. */
	set(data: string, clear: boolean): void {
		this.text = data.replace(/\r\n?/g, '\n');
		if (clear) this.dropAll();
		this.renderSections();
	}

	clear(): void {
		this.text = '';
		this.dropAll();
	}

	rerender(full = false): void {
		if (full) this.dropAll();
		if (this.containerEl.isShown()) this.renderSections();
	}

	/** The line at the top of what shows. */
	getScroll(): number {
		const top = this.scrollEl.getBoundingClientRect().top;
		return this.sections.find(({ el }) => el.getBoundingClientRect().bottom > top + 1)?.block.lineStart ?? 0;
	}

	applyScroll(scroll: number): void {
		if (scroll <= (this.sections[0]?.block.lineStart ?? 0)) this.scrollEl.scrollTop = 0;
		else this.showLine(scroll, false);
	}

	/** Scrolls to a line, and lights its block up for a moment. */
	showLine(line: number, flash: boolean): void {
		const index = this.sections.findLastIndex(({ block }) => block.lineStart <= line);
		const section = this.sections[Math.max(0, index)];
		if (section === undefined) return;
		for (const one of this.sections.slice(0, index + 1)) this.render(one);
		const target = this.lineElement(section, line) ?? section.el;
		target.scrollIntoView({ block: index <= 0 ? 'start' : 'center' });
		if (flash) flashElement(target);
	}

	private lineElement(section: Section, line: number): HTMLElement | null {
		return section.el.querySelector<HTMLElement>(`li[data-line="${line - section.block.lineStart}"]`);
	}

	private renderSections(): void {
		this.renderHead();
		const known = new Map<string, Section[]>();
		for (const section of this.sections) known.set(section.block.source, [...(known.get(section.block.source) ?? []), section]);
		this.sections = renderBlocks(this.text, true).map(block => {
			const kept = known.get(block.source)?.shift();
			if (kept !== undefined) kept.block = block;
			return kept ?? this.createSection(block);
		});
		for (const gone of [...known.values()].flat()) this.drop(gone);
		this.sizerEl.setChildrenInPlace([this.headEl, ...this.sections.map(section => section.el)]);
		this.observe();
	}

	private renderHead(): void {
		this.headEl.empty();
		if (this.file !== null) this.headEl.createDiv({ cls: 'inline-title', text: this.file.basename });
		renderProperties(this.headEl, frontmatterOf(this.text));
	}

	private createSection(block: Block): Section {
		const section: Section = { block, el: createDiv(`el-${block.tag}`), life: this.addChild(new Component()), rendered: false };
		section.el.setCssProps({ 'min-height': `${(block.lineEnd - block.lineStart + 1) * 24}px` });
		return section;
	}

	/** Only what comes near the visible part is rendered, as in the app. */
	private observe(): void {
		this.observer?.disconnect();
		this.observer = new IntersectionObserver(entries => {
			for (const { isIntersecting, target } of entries) {
				const section = isIntersecting ? this.sections.find(({ el }) => el === target) : undefined;
				if (section !== undefined) this.render(section);
			}
		}, { root: this.scrollEl, rootMargin: '400px' });
		for (const section of this.sections) if (!section.rendered) this.observer.observe(section.el);
	}

	private render(section: Section): void {
		if (section.rendered) return;
		section.rendered = true;
		section.el.setCssProps({ 'min-height': '' });
		fillBlock(section.el, section.block.html);
		const sourcePath = this.file?.path ?? '';
		const ctx: MarkdownPostProcessorContext = {
			docId: this.docId,
			sourcePath,
			frontmatter: frontmatterOf(this.text),
			addChild: child => { section.life.addChild(child); },
			getSectionInfo: el => this.sectionInfo(section, el),
		};
		void resolveLinks(this.app, section.el, sourcePath, section.life).then(() => runPostProcessors(section.el, ctx));
	}

	/** Null inside callouts and embeds, as in the app. */
	private sectionInfo(section: Section, el: HTMLElement): Api.MarkdownSectionInformation | null {
		if (!section.el.contains(el) || el.closest('.callout, .internal-embed') !== null) return null;
		return { text: this.text, lineStart: section.block.lineStart, lineEnd: section.block.lineEnd };
	}

	private drop(section: Section): void {
		this.removeChild(section.life);
		section.el.remove();
	}

	private dropAll(): void {
		for (const section of this.sections) this.drop(section);
		this.sections = [];
	}

	private onClick(event: MouseEvent): void {
		const target = event.target as HTMLElement;
		if (target.matches('input.task-list-item-checkbox') && !event.defaultPrevented) this.toggle(event, target);
		else this.openLink(event);
	}

	private openLink(event: MouseEvent): void {
		const link = (event.target as HTMLElement).closest<HTMLElement>('a.internal-link');
		if (link === null || event.defaultPrevented || event.button === 2) return;
		event.preventDefault();
		void this.app.workspace.openLinkText(link.getAttr('data-href') ?? '', this.file?.path ?? '', Keymap.isModEvent(event));
	}

	private toggle(event: MouseEvent, box: HTMLElement): void {
		event.preventDefault();
		const section = this.sections.find(({ el }) => el.contains(box));
		const relative = box.getAttr('data-line');
		if (section === undefined || relative === null) return;
		const lines = this.text.split('\n');
		const at = section.block.lineStart + Number(relative);
		const after = toggleTask(lines[at] ?? '');
		if (after === null) return;
		lines[at] = after;
		this.view.changeFromPreview(lines.join('\n'));
	}

	private onMouseOver(event: MouseEvent): void {
		const link = (event.target as HTMLElement).closest<HTMLElement>('a.internal-link');
		if (link === null || link.contains(event.relatedTarget as Node | null)) return;
		this.app.workspace.trigger('hover-link', { event, source: 'preview', hoverParent: this, targetEl: link, linktext: link.getAttr('data-href') ?? '', sourcePath: this.file?.path ?? '' });
	}
}

function flashElement(el: HTMLElement): void {
	el.addClass('is-flashing');
	window.setTimeout(() => { el.removeClass('is-flashing'); }, 1200);
}
