import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { EditorState, type Extension, Prec } from '@codemirror/state';
import { drawSelection, EditorView, keymap, type ViewUpdate } from '@codemirror/view';
import type { App } from '../app';
import { Component } from '../component';
import { Editor } from './editor';
import { editorEditorField, editorInfoField, editorLivePreviewField, livePreviewState, setEditorView } from './editor-fields';
import { lineHighlighter } from './line-highlighter';
import { continueList } from './list-continuation';
import { livePreview } from './live-preview';
import { isTyping } from './markdown-source';
import type { MarkdownFileInfo } from './markdown-file-info';
import { markdownLanguage } from './markdown-language';

/** What an editor tells of what it edits: a view, or a plugin's object in the place of one. */
export type EditorOwner = Pick<MarkdownFileInfo, 'app' | 'file' | 'hoverPopover' | 'editor'>;

/**
 * A Markdown editor in any element. The app has no public name for it; plugins take the
 * class from the editor of an embed, and inherit from it to edit in views of their own.
 */
export class EmbeddedEditor extends Component {
	readonly editorEl: HTMLElement;
	readonly cm: EditorView;
	readonly editor: Editor;

	constructor(readonly app: App, readonly containerEl: HTMLElement, readonly owner: EditorOwner) {
		super();
		this.editorEl = containerEl.createDiv('markdown-source-view cm-s-obsidian mod-cm6 is-live-preview');
		// Heirs ask for their own fields in `buildLocalExtensions`, so nothing is built before the first text is set.
		this.cm = new EditorView({ parent: this.editorEl });
		this.editor = new Editor(this.cm, this);
	}

	get activeCM(): EditorView {
		return this.cm;
	}

	get(): string {
		return this.cm.state.doc.toString();
	}

	/** A new document, without history. */
	set(data: string): void {
		this.cm.setState(this.#createState(data.replace(/\r\n?/g, '\n')));
		this.cm.dispatch({ effects: setEditorView.of(this.cm) });
	}

	clear(): void {
		this.set('');
	}

	/** What heirs add to: the extensions of this editor alone. */
	buildLocalExtensions(): Extension[] {
		return [
			editorInfoField.init(() => this.owner), editorEditorField.init(() => this.cm), editorLivePreviewField, livePreviewState,
			EditorView.updateListener.of(update => { this.onUpdate(update, update.docChanged); }),
		];
	}

	onUpdate(update: ViewUpdate, _changed: boolean): void {
		const { editorSuggest } = this.app.workspace;
		if (update.focusChanged && !update.view.hasFocus) editorSuggest.close();
		else if (update.docChanged || update.selectionSet) editorSuggest.onEditorUpdate(this.editor, this.owner.file, isTyping(update));
	}

	updateBottomPadding(_height: number): void {}

	destroy(): void {
		this.cm.destroy();
		this.editorEl.remove();
	}

	override onunload(): void {
		this.destroy();
	}

	#createState(doc: string): EditorState {
		return EditorState.create({
			doc,
			extensions: [
				this.buildLocalExtensions(), this.app.workspace.editorExtensions,
				history(), drawSelection(), closeBrackets(), EditorState.allowMultipleSelections.of(true), EditorState.tabSize.of(4), EditorView.lineWrapping,
				markdownLanguage, livePreview, lineHighlighter,
				Prec.low(keymap.of([{ key: 'Enter', run: continueList }, ...closeBracketsKeymap, ...historyKeymap, ...defaultKeymap])),
			],
		});
	}
}

/** The editor of an embed: an heir, so that plugins reach the class above it. */
export class EmbedEditMode extends EmbeddedEditor {}
