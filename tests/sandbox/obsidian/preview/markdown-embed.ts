import type { App } from '../app';
import { EmbedEditMode } from '../editor/embedded-editor';
import { setIcon } from '../interface/icons';
import { resolveSubpath } from '../metadata/subpath';
import type { TFile } from '../vault/files';
import type { EmbedComponent, EmbedContext } from './embed-registry';
import type { HoverPopover } from './hover-popover';
import type { Block } from './markdown-html';
import { MarkdownRenderChild } from './markdown-render-child';
import { delegatePreviewEvents } from './preview-events';
import { PreviewRenderer } from './preview-renderer';
import { writeToggledTask } from './task-writes';

/** Lines that show: all, those of a place in the note, or none where it has no such place. */
type Range = { readonly from: number; readonly to: number } | 'all' | 'none';

/**
 * A note, or a part of one, inside another or in a preview. It follows the note's changes.
 * Plugins make one without a note, to reach the app's editor through it.
 */
export class MarkdownEmbed extends MarkdownRenderChild implements EmbedComponent {
	/** Set by plugins before `showEditor`. */
	editable = false;
	editMode: EmbedEditMode | null = null;
	hoverPopover: HoverPopover | null = null;
	private readonly app: App;
	private readonly scrollEl: HTMLElement;
	private readonly sizerEl: HTMLElement;
	private readonly renderer: PreviewRenderer;
	private readonly missingEl = createDiv('markdown-embed-missing');
	private shown = false;

	constructor(private readonly context: EmbedContext, readonly file: TFile | null, private readonly subpath: string) {
		super(context.containerEl);
		this.app = context.app;
		this.scrollEl = this.build();
		this.sizerEl = this.scrollEl.createDiv('markdown-preview-sizer markdown-preview-section');
		this.renderer = new PreviewRenderer({
			app: this.app, owner: this, sizerEl: this.sizerEl, scrollEl: context.showInline ? null : this.scrollEl,
			sourcePath: () => this.path, tellsSections: false, depth: context.depth + 1,
		});
		delegatePreviewEvents(this.scrollEl, {
			app: this.app, renderer: this.renderer, hoverParent: this, hoverSource: 'preview', sourcePath: () => this.path,
			toggleTask: line => this.file === null ? undefined : writeToggledTask(this.app.vault, this.file, this.renderer.text, line),
		});
	}

	override onload(): void {
		this.registerEvent(this.app.metadataCache.on('changed', file => { if (file === this.file) this.loadFile(); }));
		this.register(() => { this.renderer.disconnect(); });
	}

	loadFile(): void {
		if (this.file === null) return;
		void this.app.vault.cachedRead(this.file).then(text => { this.show(text.replace(/\r\n?/g, '\n')); }, console.error);
	}

	/** Not in the public types, and used by plugins. */
	showEditor(): void {
		const { app, containerEl } = this.context;
		if (this.editable) this.editMode ??= this.addChild(new EmbedEditMode(app, containerEl, { app, file: this.file, hoverPopover: null }));
	}

	override onunload(): void {
		this.editMode = null;
	}

	private get path(): string {
		return this.file?.path ?? '';
	}

	private build(): HTMLElement {
		const { containerEl, showInline } = this.context;
		containerEl.addClasses(['markdown-embed', ...(showInline ? ['inline-embed'] : []), 'is-loaded']);
		if (showInline) containerEl.createDiv({ cls: 'markdown-embed-title', text: this.file?.basename ?? '' });
		const scrollEl = containerEl.createDiv('markdown-embed-content').createDiv('markdown-preview-view markdown-rendered node-insert-event allow-fold-headings allow-fold-lists show-indentation-guide');
		const link = containerEl.createDiv({ cls: 'markdown-embed-link', attr: { 'aria-label': 'Open link' } });
		setIcon(link, 'maximize-2');
		link.addEventListener('click', event => {
			event.stopPropagation();
			void this.app.workspace.openLinkText(this.context.linktext, this.context.sourcePath, false);
		});
		return scrollEl;
	}

	private show(text: string): void {
		const range = this.range();
		this.renderer.set(text, this.headEls(range), block => isInside(block, range));
		const { scroll } = this.context.state;
		if (!this.shown && typeof scroll === 'number') this.renderer.reveal(scroll)?.shownEl.scrollIntoView();
		this.shown = true;
	}

	private headEls(range: Range): HTMLElement[] {
		if (range === 'none') {
			this.missingEl.setText(`Unable to find "${this.subpath}" in ${this.file?.basename ?? ''}.`);
			return [this.missingEl];
		}
		return range === 'all' && !this.context.showInline ? [createDiv({ cls: 'inline-title', text: this.file?.basename ?? '' })] : [];
	}

	private range(): Range {
		if (this.subpath === '') return 'all';
		const cache = this.file === null ? null : this.app.metadataCache.getFileCache(this.file);
		const found = cache === null ? null : resolveSubpath(cache, this.subpath);
		if (found === null) return 'none';
		const to = found.type === 'heading' ? (found.end?.line ?? Infinity) - 1 : found.end?.line ?? Infinity;
		return { from: found.start.line, to };
	}
}

/** A list item is shown with its list: blocks of the root are the smallest part. */
function isInside(block: Block, range: Range): boolean {
	if (range === 'all' || range === 'none') return range === 'all';
	return block.lineEnd >= range.from && block.lineStart <= range.to && block.tag !== 'section';
}
