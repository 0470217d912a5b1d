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

const setMouseHeld = StateEffect.define<boolean>();

/** Whether the mouse is held down in an editor. */
export const mouseHeld = StateField.define<boolean>({
	create: () => false,
	update: (held, transaction) => transaction.effects.reduce((known, effect) => effect.is(setMouseHeld) ? effect.value : known, held),
});

/** Knows whether the mouse is held down in Live Preview, when layout should not shift. */
export const livePreviewState = ViewPlugin.fromClass(class implements Api.LivePreviewStateType {
	mousedown = false;
	private readonly release = (): void => { this.hold(false); };

	constructor(private readonly view: EditorView) {
		view.dom.ownerDocument.addEventListener('mouseup', this.release);
		view.dom.ownerDocument.addEventListener('dragend', this.release);
	}

	hold(held: boolean): void {
		if (held === this.mousedown) return;
		this.mousedown = held;
		this.view.dispatch({ effects: setMouseHeld.of(held) });
	}

	destroy(): void {
		this.view.dom.ownerDocument.removeEventListener('mouseup', this.release);
		this.view.dom.ownerDocument.removeEventListener('dragend', this.release);
	}
}, {
	provide: () => mouseHeld,
	eventHandlers: { mousedown() { this.hold(true); } },
});
