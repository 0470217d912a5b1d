import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { indentUnit } from '@codemirror/language';
import { openSearchPanel, search, searchKeymap } from '@codemirror/search';
import { Compartment, EditorSelection, EditorState, type Extension, Prec, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, drawSelection, EditorView, keymap, type ViewUpdate } from '@codemirror/view';
import type { App } from '../app';
import { Editor } from './editor';
import { editorEditorField, editorInfoField, editorLivePreviewField, livePreviewState, setEditorView, setLivePreview } from './editor-fields';
import { EditorLinks } from './editor-links';
import { getFrontMatterInfo } from '../metadata/frontmatter';
import type { HoverPopover } from '../preview/hover-popover';
import { activeLine, lineHighlighter } from './line-highlighter';
import { livePreview } from './live-preview';
import { hiddenBlocks, redrawBlocks, showBlocks } from './live-preview-field';
import { continueList } from './list-continuation';
import { markdownFolding } from './markdown-folding';
import { markdownLanguage } from './markdown-language';
import type { MarkdownView } from './markdown-view';
import { Menu } from '../interface/menu';
import { frontmatterProperties } from './live-preview-properties';
import { postProcessorChanges } from '../preview/post-processors';
import { diffTexts } from './text-diff';
import type { TFile } from '../vault/files';

const flashLine = StateEffect.define<number | null>();

const flashField = StateField.define<DecorationSet>({
	create: () => Decoration.none,
	update: (shown, transaction) => transaction.effects.reduce((known, effect) => {
		if (!effect.is(flashLine)) return known;
		return effect.value === null ? Decoration.none : Decoration.set([Decoration.line({ class: 'is-flashing' }).range(effect.value)]);
	}, shown.map(transaction.changes)),
	provide: field => EditorView.decorations.from(field),
});

/** Marks a transaction that shows what the disk has, so that it is not saved back. */
const fromDisk = StateEffect.define<null>();

/** The editor of a Markdown view, in source or Live Preview. */
export class MarkdownSourceView {
	readonly containerEl: HTMLElement;
	readonly editor: Editor;
	readonly cm: EditorView;
	hoverPopover: HoverPopover | null = null;
	private readonly plugins = new Compartment();
	private readonly titleEl: HTMLElement;
	private shown = true;

	constructor(private readonly view: MarkdownView, parentEl: HTMLElement, private readonly onChange: () => void) {
		this.containerEl = parentEl.createDiv('markdown-source-view cm-s-obsidian mod-cm6 is-readable-line-width is-live-preview');
		this.cm = new EditorView({ parent: this.containerEl, state: this.createState('') });
		this.cm.dispatch({ effects: setEditorView.of(this.cm) });
		this.editor = new Editor(this.cm, this);
		this.titleEl = createDiv({ cls: 'inline-title', attr: { contenteditable: 'false' } });
		this.wrapContent();
		this.listen();
		this.containerEl.onWindowMigrated(win => { this.cm.setRoot(win.document); });
	}

	get app(): App {
		return this.view.app;
	}

	get file(): TFile | null {
		return this.view.file;
	}

	/** True in source mode, false in Live Preview. */
	get sourceMode(): boolean {
		return !this.isLivePreview();
	}

	get(): string {
		return this.cm.state.doc.toString();
	}

	getSelection(): string {
		return this.editor.getSelection();
	}

	/** With `clear` a new document without history; else one transaction of the lines that differ, or none. */
	set(data: string, clear: boolean): void {
		const text = data.replace(/\r\n?/g, '\n');
		if (clear) {
			const live = this.isLivePreview();
			this.cm.setState(this.createState(text));
			this.cm.dispatch({ effects: [setEditorView.of(this.cm), setLivePreview.of(live)] });
			return;
		}
		const changes = diffTexts(this.get(), text);
		if (changes.length > 0) this.cm.dispatch({ changes, effects: fromDisk.of(null), userEvent: 'set' });
	}

	clear(): void {
		this.set('', true);
	}

	/** The line at the top of what shows. */
	getScroll(): number {
		return this.cm.state.doc.lineAt(this.cm.lineBlockAtHeight(this.cm.scrollDOM.getBoundingClientRect().top - this.cm.documentTop).from).number - 1;
	}

	applyScroll(scroll: number): void {
		if (scroll <= 0) {
			this.cm.scrollDOM.scrollTop = 0;
			return;
		}
		this.cm.dispatch({ effects: EditorView.scrollIntoView(this.editor.posToOffset({ line: scroll, ch: 0 }), { y: 'start' }) });
	}

	/** Puts the cursor at a line and scrolls to it. */
	showLine(line: number, flash: boolean): void {
		const from = this.editor.posToOffset({ line, ch: 0 });
		const { to } = this.cm.state.doc.lineAt(from);
		const effects: StateEffect<unknown>[] = [EditorView.scrollIntoView(from, { y: 'center' })];
		if (flash) effects.push(flashLine.of(from));
		this.cm.dispatch({ selection: EditorSelection.cursor(to), effects });
		if (flash) window.setTimeout(() => { this.cm.dispatch({ effects: flashLine.of(null) }); }, 1200);
	}

	show(): void {
		this.setShown(true);
	}

	hide(): void {
		this.setShown(false);
	}

	isLivePreview(): boolean {
		return this.cm.state.field(editorLivePreviewField);
	}

	setLivePreview(live: boolean): void {
		this.containerEl.toggleClass('is-live-preview', live);
		if (live !== this.isLivePreview()) this.cm.dispatch({ effects: setLivePreview.of(live) });
	}

	setTitle(title: string): void {
		this.titleEl.setText(title);
	}

	updateOptions(): void {
		this.cm.dispatch({ effects: this.plugins.reconfigure(this.pluginExtensions()) });
	}

	openSearch(): void {
		openSearchPanel(this.cm);
	}

	destroy(): void {
		this.cm.destroy();
	}

	private pluginExtensions(): Extension {
		return [...this.view.app.workspace.editorExtensions];
	}

	private setShown(shown: boolean): void {
		this.shown = shown;
		this.containerEl.toggle(shown);
		this.cm.dispatch({ effects: showBlocks.of(shown) });
	}

	private createState(doc: string): EditorState {
		return EditorState.create({
			doc,
			selection: { anchor: Math.min(getFrontMatterInfo(doc).contentStart, doc.length) },
			extensions: [
				editorInfoField.init(() => this.view),
				editorEditorField.init(() => this.cm),
				editorLivePreviewField,
				livePreviewState,
				this.plugins.of(this.pluginExtensions()),
				history(), drawSelection(), closeBrackets(), search({ top: true }), EditorState.allowMultipleSelections.of(true),
				EditorView.lineWrapping, indentUnit.of('\t'), EditorState.tabSize.of(4),
				// Of two marks at one place the first here is the inner element: a link's text in the link's token.
				markdownLanguage, this.shown ? [] : hiddenBlocks, livePreview, lineHighlighter, activeLine, frontmatterProperties, markdownFolding, flashField,
				Prec.low(keymap.of([{ key: 'Enter', run: continueList }, ...closeBracketsKeymap, ...historyKeymap, ...searchKeymap, indentWithTab, ...defaultKeymap.filter(({ key }) => key !== 'Mod-Enter')])),
				EditorView.contentAttributes.of({ spellcheck: 'false', 'aria-label': 'Note' }),
				EditorView.updateListener.of(update => { this.onUpdate(update); }),
			],
		});
	}

	private onUpdate(update: ViewUpdate): void {
		const { workspace } = this.view.app;
		if (update.docChanged) {
			const loaded = update.transactions.every(transaction => !transaction.docChanged || transaction.effects.some(effect => effect.is(fromDisk)));
			workspace.trigger('editor-change', this.editor, this.view);
			if (!loaded) this.onChange();
		}
		if (update.selectionSet) workspace.trigger('editor-selection-change', this.editor, this.view);
		if (update.focusChanged && !update.view.hasFocus) workspace.editorSuggest.close();
		else if (update.docChanged || update.selectionSet) workspace.editorSuggest.onEditorUpdate(this.editor, this.view.file, isTyping(update));
	}

	/** The app scrolls the title with the text; the `cm-sizer` that holds both is its own. */
	private wrapContent(): void {
		const sizer = createDiv('cm-sizer');
		const contentContainer = sizer.createDiv('cm-contentContainer');
		this.cm.scrollDOM.prepend(sizer);
		sizer.prepend(this.titleEl);
		contentContainer.append(this.cm.contentDOM);
	}

	private listen(): void {
		new EditorLinks(this.cm, this.view);
		this.cm.dom.addEventListener('contextmenu', event => { this.showMenu(event); });
		this.cm.scrollDOM.addEventListener('scroll', () => { this.view.app.workspace.editorSuggest.close(); });
		for (const [type, name] of [['paste', 'editor-paste'], ['drop', 'editor-drop']] as const) {
			// Before the editor's own handler, which leaves alone what a plugin has handled.
			this.cm.dom.addEventListener(type, event => { this.view.app.workspace.trigger(name, event, this.editor, this.view); }, true);
		}
		const changes = postProcessorChanges.on('change', () => { this.cm.dispatch({ effects: redrawBlocks.of(null) }); });
		this.view.registerEvent(changes);
	}

	private showMenu(event: MouseEvent): void {
		const pos = this.cm.posAtCoords({ x: event.clientX, y: event.clientY });
		const { main } = this.cm.state.selection;
		if (pos !== null && (pos < main.from || pos > main.to)) this.cm.dispatch({ selection: { anchor: pos } });
		const menu = Menu.forEvent(event);
		menu.addItem(item => item.setSection('clipboard').setTitle('Cut').setIcon('scissors').onClick(() => this.cm.contentDOM.ownerDocument.execCommand('cut')));
		menu.addItem(item => item.setSection('clipboard').setTitle('Copy').setIcon('copy').onClick(() => this.cm.contentDOM.ownerDocument.execCommand('copy')));
		menu.addItem(item => item.setSection('selection').setTitle('Select all').setIcon('text-select').onClick(() => { this.cm.dispatch({ selection: { anchor: 0, head: this.cm.state.doc.length } }); }));
		this.view.app.workspace.trigger('editor-menu', menu, this.editor, this.view);
	}
}

/** Whether a person typed or deleted; what is pasted, dropped or written by a program does not count. */
export function isTyping(update: ViewUpdate): boolean {
	return update.transactions.some(transaction => transaction.docChanged && (transaction.isUserEvent('input.type') || transaction.isUserEvent('delete')));
}
