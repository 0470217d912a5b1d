import type * as Api from 'obsidian-api';
import { StateEffect, StateField } from '@codemirror/state';
import { type EditorView, ViewPlugin } from '@codemirror/view';
import type { MarkdownFileInfo } from './markdown-file-info';

/** Switches an editor between Live Preview and source. */
export const setLivePreview = StateEffect.define<boolean>();

/** Tells a state which view shows it. */
export const setEditorView = StateEffect.define<EditorView>();

/** The note that an editor belongs to. */
export const editorInfoField = StateField.define<MarkdownFileInfo>({
	create: () => { throw new Error('An editor without a note has no info field.'); },
	update: info => info,
});

/** The older name of the same field. */
export const editorViewField = editorInfoField;

/** The view of an editor's state. */
export const editorEditorField = StateField.define<EditorView>({
	create: () => { throw new Error('The editor is not built yet.'); },
	update: (view, transaction) => transaction.effects.reduce((known, effect) => effect.is(setEditorView) ? effect.value : known, view),
});

/** Whether an editor shows Live Preview. */
export const editorLivePreviewField = StateField.define<boolean>({
	create: () => true,
	update: (live, transaction) => transaction.effects.reduce((known, effect) => effect.is(setLivePreview) ? effect.value : known, live),
});

/** Knows whether the mouse is held down in Live Preview, when layout should not shift. */
export const livePreviewState = ViewPlugin.fromClass(class implements Api.LivePreviewStateType {
	mousedown = false;
	private readonly release = (): void => { this.mousedown = false; };

	constructor(private readonly view: EditorView) {
		view.dom.ownerDocument.addEventListener('mouseup', this.release);
	}

	destroy(): void {
		this.view.dom.ownerDocument.removeEventListener('mouseup', this.release);
	}
}, {
	eventHandlers: { mousedown() { this.mousedown = true; } },
});
