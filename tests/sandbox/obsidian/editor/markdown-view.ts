import type * as Api from 'obsidian-api';
import { parseLinktext } from '../metadata/linkpath';
import { delegateLinks } from '../preview/link-events';
import type { Editor } from './editor';
import type { TFile } from '../vault/files';
import { TextFileView } from '../workspace/file-view';
import { setIcon } from '../interface/icons';
import type { WorkspaceLeaf } from '../workspace/leaf';
import type { MarkdownFileInfo } from './markdown-file-info';
import { MarkdownPreviewView } from '../preview/markdown-preview';
import { MarkdownSourceView } from './markdown-source';
import { Menu } from '../interface/menu';
import { resolveSubpath } from '../metadata/subpath';
import { setTooltip } from '../interface/tooltip';

type Inherited = keyof Api.FileView | 'data' | 'requestSave' | 'save' | 'editor' | 'previewMode' | 'currentMode' | 'hoverPopover';

/** One of the two ways to show a note. */
interface MarkdownSubView extends Api.MarkdownSubView {
	show(): void;
	hide(): void;
	readonly containerEl: HTMLElement;
	showLine(line: number, flash: boolean): void;
}

/** A note: source, Live Preview, or reading mode. Its text is that of the mode that shows. */
export class MarkdownView extends TextFileView implements Omit<Api.MarkdownView, Inherited>, MarkdownFileInfo {
	readonly editor: Editor;
	readonly editMode: MarkdownSourceView;
	readonly previewMode: MarkdownPreviewView;
	currentMode: MarkdownSubView;
	override icon = 'file';
	private readonly modeButtonEl: HTMLElement;

	constructor(leaf: WorkspaceLeaf) {
		super(leaf);
		this.editMode = new MarkdownSourceView(this, this.contentEl, () => { this.onEditorChange(); });
		this.editor = this.editMode.editor;
		this.previewMode = this.addChild(new MarkdownPreviewView(this, this.contentEl));
		this.currentMode = this.editMode;
		this.previewMode.hide();
		delegateLinks(this.editMode.containerEl, { app: this.app, hoverParent: this, hoverSource: 'editor', sourcePath: () => this.file?.path ?? '' });
		this.modeButtonEl = this.addAction('book-open', 'Current view: editing', () => { this.toggleMode(); });
	}

	override onload(): void {
		void super.onload();
		const live = this.app.vault.getConfig('livePreview') !== false;
		this.editMode.setLivePreview(live);
		this.updateModeButton();
		this.register(() => { this.editMode.destroy(); });
	}

	getViewType(): string {
		return 'markdown';
	}

	getMode(): Api.MarkdownViewModeType {
		return this.currentMode === this.previewMode ? 'preview' : 'source';
	}

	getViewData(): string {
		return this.currentMode.get();
	}

	/** In reading mode the editor keeps an older text until it shows again; only another note gives it a new one. */
	setViewData(data: string, clear: boolean): void {
		this.currentMode.set(data, clear);
		if (clear && this.getMode() === 'preview') this.editMode.set(data, true);
	}

	clear(): void {
		this.editMode.clear();
		this.previewMode.clear();
	}

	showSearch(_replace = false): void {
		this.editMode.openSearch();
	}

	override canAcceptExtension(extension: string): boolean {
		return extension === 'md';
	}

	override getState(): Record<string, unknown> {
		return { ...super.getState(), mode: this.getMode(), source: !this.editMode.isLivePreview() };
	}

	override async setState(state: unknown, result: Api.ViewStateResult): Promise<void> {
		const { mode, source } = state as { mode?: unknown; source?: unknown };
		if (typeof source === 'boolean') this.editMode.setLivePreview(!source);
		// Before the note is loaded: a mode that is left would draw it, too.
		if (mode === 'source' || mode === 'preview') this.setMode(mode);
		await super.setState(state, result);
		this.updateModeButton();
	}

	override getEphemeralState(): Record<string, unknown> {
		const selection = this.editor.listSelections()[0];
		return { scroll: this.currentMode.getScroll(), ...(selection === undefined ? {} : { cursor: { from: selection.anchor, to: selection.head } }) };
	}

	/** `line` and `subpath` scroll there and light the line up; `cursor` selects; `scroll` only scrolls. */
	override setEphemeralState(state: unknown): void {
		super.setEphemeralState(state);
		const { line, subpath, cursor, scroll } = state as { line?: unknown; subpath?: unknown; cursor?: Api.EditorRange; scroll?: unknown };
		const target = typeof line === 'number' ? line : typeof subpath === 'string' ? this.lineOf(subpath) : null;
		if (target !== null) this.currentMode.showLine(target, true);
		else if (typeof scroll === 'number') this.currentMode.applyScroll(scroll);
		if (cursor !== undefined && this.getMode() === 'source') this.editor.setSelection(cursor.from, cursor.to);
	}

	override onPaneMenu(menu: Menu, source: string): void {
		super.onPaneMenu(menu, source);
		menu.addItem(item => item.setTitle(this.getMode() === 'preview' ? 'Editing view' : 'Reading view').setIcon('book-open').setSection('pane').onClick(() => { this.toggleMode(); }));
		menu.addItem(item => item.setTitle('Source mode').setIcon('code-2').setSection('pane').setChecked(!this.editMode.isLivePreview()).onClick(() => { this.toggleSource(); }));
	}

	override focus(): void {
		if (this.getMode() === 'source') this.editor.focus();
		else super.focus();
	}

	override updateHeader(): void {
		super.updateHeader();
		if (this.file === null) return;
		this.titleEl.parentElement?.querySelector('.view-header-title-parent')?.remove();
		const parents = this.file.path.split('/').slice(0, -1);
		const parentEl = createDiv('view-header-title-parent');
		for (const name of parents) {
			parentEl.createSpan({ cls: 'view-header-breadcrumb', text: name });
			parentEl.createSpan({ cls: 'view-header-breadcrumb-separator', text: '/' });
		}
		this.titleEl.before(parentEl);
		this.editMode.setTitle(this.file.basename);
	}

	/** Reading mode and back. */
	toggleMode(): void {
		this.setMode(this.getMode() === 'source' ? 'preview' : 'source');
		this.updateModeButton();
		this.app.workspace.onLayoutChange();
	}

	/** Live Preview and source. */
	toggleSource(): void {
		this.editMode.setLivePreview(!this.editMode.isLivePreview());
		this.app.workspace.onLayoutChange();
	}

	/** Gives the editor the current extensions. */
	updateOptions(): void {
		this.editMode.updateOptions();
	}

	/** A checkbox was clicked in reading mode. */
	changeFromPreview(text: string): void {
		this.previewMode.set(text, false);
		this.onInternalDataChange();
	}

	override async onRename(file: TFile): Promise<void> {
		await super.onRename(file);
		this.editMode.setTitle(file.basename);
	}

	private setMode(mode: Api.MarkdownViewModeType): void {
		if (mode === this.getMode()) return;
		const text = this.getViewData();
		const line = this.currentMode.getScroll();
		this.currentMode.hide();
		this.currentMode = mode === 'preview' ? this.previewMode : this.editMode;
		this.currentMode.show();
		this.currentMode.set(text, false);
		this.currentMode.applyScroll(line);
	}

	private onEditorChange(): void {
		this.onInternalDataChange();
		if (this.file !== null) this.app.workspace.trigger('quick-preview', this.file, this.data);
	}

	private updateModeButton(): void {
		const reading = this.getMode() === 'preview';
		setIcon(this.modeButtonEl, reading ? 'pencil' : 'book-open');
		setTooltip(this.modeButtonEl, reading ? 'Current view: reading' : 'Current view: editing');
	}

	private lineOf(subpath: string): number | null {
		const cache = this.file === null ? null : this.app.metadataCache.getFileCache(this.file);
		return cache === null ? null : resolveSubpath(cache, parseLinktext(subpath).subpath)?.start.line ?? null;
	}
}
