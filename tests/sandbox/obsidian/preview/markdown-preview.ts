import type * as Api from 'obsidian-api';
import type { MarkdownView } from '../editor/markdown-view';
import type { TFile } from '../vault/files';
import { MarkdownRenderer } from './markdown-renderer';
import { postProcessorChanges } from './post-processors';
import { delegatePreviewEvents } from './preview-events';
import { frontmatterOf, PreviewRenderer } from './preview-renderer';
import type { PreviewSection } from './preview-section';
import { renderProperties } from './properties';
import { textWithToggledTask } from './task-writes';

type RendererMembers = keyof Api.Component | 'app' | 'file' | 'hoverPopover';

const VIEW_CLASSES = 'markdown-preview-view markdown-rendered node-insert-event is-readable-line-width allow-fold-headings allow-fold-lists show-indentation-guide show-properties';

/** The reading mode of a note: blocks rendered when they come into sight, and kept while they stay what they are. */
export class MarkdownPreviewView extends MarkdownRenderer implements Omit<Api.MarkdownPreviewView, RendererMembers> {
	/** Exists at run time and is not typed. */
	readonly renderer: PreviewRenderer;
	private readonly scrollEl: HTMLElement;
	private readonly pusherEl = createDiv('markdown-preview-pusher');
	private readonly headEl = createDiv('mod-header mod-ui');

	constructor(private readonly view: MarkdownView, parentEl: HTMLElement) {
		super(view.app, parentEl.createDiv('markdown-reading-view'));
		this.scrollEl = this.containerEl.createDiv({ cls: VIEW_CLASSES, attr: { tabindex: -1 } });
		const sizerEl = this.scrollEl.createDiv('markdown-preview-sizer markdown-preview-section');
		const sourcePath = (): string => this.file?.path ?? '';
		this.renderer = new PreviewRenderer({ app: this.app, owner: this, sizerEl, scrollEl: this.scrollEl, sourcePath, tellsSections: true, depth: 0 });
		delegatePreviewEvents(this.scrollEl, {
			app: this.app, renderer: this.renderer, hoverParent: this, hoverSource: 'preview', sourcePath,
			toggleTask: line => { this.toggleTask(line); },
		});
	}

	override onload(): void {
		this.registerEvent(postProcessorChanges.on('change', () => { this.rerender(true); }));
		this.register(() => { this.renderer.disconnect(); });
	}

	get file(): TFile | null {
		return this.view.file;
	}

	get(): string {
		return this.renderer.text;
	}

	/** Shows a text; blocks that render the same keep their elements. */
	set(data: string, clear: boolean): void {
		const text = data.replace(/\r\n?/g, '\n');
		if (clear) this.renderer.dropAll();
		this.renderHead(text);
		this.renderer.set(text, [this.pusherEl, this.headEl]);
	}

	clear(): void {
		this.renderer.dropAll();
		this.set('', true);
	}

	/** With `full` every block is made anew, and every processor sees it again. */
	rerender(full = false): void {
		this.set(this.renderer.text, full);
	}

	/** The line at the top of what shows. */
	getScroll(): number {
		const top = this.scrollEl.getBoundingClientRect().top;
		return this.renderer.sections.find(({ shownEl }) => shownEl.getBoundingClientRect().bottom > top + 1)?.lineStart ?? 0;
	}

	show(): void {
		this.containerEl.show();
	}

	hide(): void {
		this.containerEl.hide();
	}

	applyScroll(scroll: number): void {
		const first = this.renderer.sections[0]?.lineStart ?? 0;
		if (scroll <= first) this.scrollEl.scrollTop = 0;
		else this.renderer.reveal(Math.floor(scroll))?.shownEl.scrollIntoView({ block: 'start' });
	}

	/** Scrolls to a line, and lights its block up for a moment. */
	showLine(line: number, flash: boolean): void {
		const section = this.renderer.reveal(line);
		if (section === null) return;
		const target = lineElement(section, line) ?? section.shownEl;
		if (section === this.renderer.sections[0]) this.scrollEl.scrollTop = 0;
		else target.scrollIntoView({ block: 'center' });
		if (flash) flashElement(target);
	}

	private renderHead(text: string): void {
		this.headEl.empty();
		if (this.file !== null) this.headEl.createDiv({ cls: 'inline-title', text: this.file.basename, attr: { dir: 'auto' } });
		renderProperties(this.headEl, frontmatterOf(text));
	}

	private toggleTask(line: number): void {
		const text = textWithToggledTask(this.renderer.text, line);
		if (text !== null) this.view.changeFromPreview(text);
	}
}

function lineElement(section: PreviewSection, line: number): HTMLElement | null {
	return section.el.querySelector<HTMLElement>(`li[data-line="${line - section.lineStart}"]`);
}

function flashElement(el: HTMLElement): void {
	el.addClass('is-flashing');
	window.setTimeout(() => { el.removeClass('is-flashing'); }, 1200);
}
