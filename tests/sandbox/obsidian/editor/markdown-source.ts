import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { indentUnit, syntaxHighlighting } from '@codemirror/language';
import { openSearchPanel, search, searchKeymap } from '@codemirror/search';
import { Compartment, EditorSelection, EditorState, type Extension, Prec, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, drawSelection, EditorView, keymap } from '@codemirror/view';
import { Editor } from './editor';
import { editorEditorField, editorInfoField, editorLivePreviewField, livePreviewState, setEditorView, setLivePreview } from './editor-fields';
import { getFrontMatterInfo } from '../metadata/frontmatter';
import { Keymap } from '../interface/keymap';
import { livePreview } from './live-preview';
import { continueList } from './list-continuation';
import { markdownLanguage, tokenClasses } from './markdown-language';
import type { MarkdownView } from './markdown-view';
import { Menu } from '../interface/menu';
import { frontmatterProperties } from './live-preview-properties';
import { diffTexts } from './text-diff';

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
	private readonly cm: EditorView;
	private readonly plugins = new Compartment();
	private readonly titleEl: HTMLElement;

	constructor(private readonly view: MarkdownView, parentEl: HTMLElement, private readonly onChange: () => void) {
		this.containerEl = parentEl.createDiv('markdown-source-view cm-s-obsidian mod-cm6 is-readable-line-width is-live-preview');
		this.cm = new EditorView({ parent: this.containerEl, state: this.createState('') });
		this.cm.dispatch({ effects: setEditorView.of(this.cm) });
		this.editor = new Editor(this.cm);
		this.titleEl = createDiv({ cls: 'inline-title', attr: { contenteditable: 'false' } });
		this.wrapContent();
		this.listen();
		this.containerEl.onWindowMigrated(win => { this.cm.setRoot(win.document); });
	}

	get(): string {
		return this.cm.state.doc.toString();
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
				markdownLanguage, syntaxHighlighting(tokenClasses), livePreview, frontmatterProperties, flashField,
				Prec.low(keymap.of([{ key: 'Enter', run: continueList }, ...closeBracketsKeymap, ...historyKeymap, ...searchKeymap, indentWithTab, ...defaultKeymap.filter(({ key }) => key !== 'Mod-Enter')])),
				EditorView.contentAttributes.of({ spellcheck: 'false', 'aria-label': 'Note' }),
				EditorView.updateListener.of(update => {
					if (!update.docChanged) return;
					const loaded = update.transactions.every(transaction => !transaction.docChanged || transaction.effects.some(effect => effect.is(fromDisk)));
					this.view.app.workspace.trigger('editor-change', this.editor, this.view);
					if (!loaded) this.onChange();
					if (!loaded) this.view.app.workspace.editorSuggest.onEditorChange(this.editor, this.view.file);
				}),
			],
		});
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
		const link = (event: MouseEvent): HTMLElement | null => (event.target as HTMLElement).closest<HTMLElement>('.cm-hmd-internal-link');
		this.cm.dom.addEventListener('mousedown', event => { if (event.button === 0 && this.followsLink(event)) event.preventDefault(); });
		this.cm.dom.addEventListener('click', event => { if (event.button === 0 && this.followsLink(event)) this.openLink(event); });
		this.cm.dom.addEventListener('auxclick', event => { if (event.button === 1 && link(event) !== null) this.openLink(event); });
		this.cm.dom.addEventListener('contextmenu', event => { this.showMenu(event); });
		this.cm.dom.addEventListener('mouseover', event => {
			const target = link(event);
			if (target === null || target.contains(event.relatedTarget as Node | null)) return;
			const linktext = this.linkAt(event);
			if (linktext !== null) this.view.hoverLink(event, target, linktext);
		});
		for (const [type, name] of [['paste', 'editor-paste'], ['drop', 'editor-drop']] as const) {
			this.cm.dom.addEventListener(type, event => { this.view.app.workspace.trigger(name, event, this.editor, this.view); }, true);
		}
	}

	/** A plain click follows a link as it reads in Live Preview; where its source shows, Mod is needed. */
	private followsLink(event: MouseEvent): boolean {
		const target = event.target as HTMLElement;
		const linked = target.closest('.cm-hmd-internal-link, .cm-link') !== null;
		return linked && (target.closest('.cm-underline') !== null || Keymap.isModEvent(event) !== false);
	}

	private linkAt(event: MouseEvent): string | null {
		const pos = this.cm.posAtDOM(event.target as HTMLElement);
		const line = this.cm.state.doc.lineAt(pos);
		for (const found of line.text.matchAll(/\[\[([^\]|]+)(?:\|[^\]]*)?\]\]/g)) {
			const from = line.from + found.index;
			if (pos >= from && pos <= from + found[0].length) return found[1] ?? null;
		}
		return null;
	}

	private openLink(event: MouseEvent): void {
		const linktext = this.linkAt(event);
		if (linktext === null) return;
		event.preventDefault();
		void this.view.app.workspace.openLinkText(linktext, this.view.file?.path ?? '', Keymap.isModEvent(event));
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
