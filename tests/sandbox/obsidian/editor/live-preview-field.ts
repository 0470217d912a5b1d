import { type EditorState, type Range, StateEffect, StateField, type Transaction } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import { hasCodeBlockProcessor } from '../preview/post-processors';
import { editorLivePreviewField, mouseHeld } from './editor-fields';
import { findBlocks, type PreviewBlock } from './live-preview-blocks';
import { touched } from './live-preview-touch';
import { CalloutWidget, CodeBlockWidget, EmbedWidget, RuleWidget, TableWidget } from './preview-widgets';

/** Post processors have changed: what they made is drawn anew. */
export const redrawBlocks = StateEffect.define<null>();

/** Whether the editor shows: one that reading mode hides draws no blocks. */
export const showBlocks = StateEffect.define<boolean>();

interface Drawn {
	readonly shown: boolean;
	readonly blocks: readonly PreviewBlock[];
	/** Counts redraws, so that no old element is kept. */
	readonly version: number;
	readonly decorations: DecorationSet;
}

const WIDGETS = { callout: CalloutWidget, table: TableWidget, code: CodeBlockWidget, rule: RuleWidget, embed: EmbedWidget } as const;

function decorate(state: EditorState, block: PreviewBlock, version: number): Range<Decoration>[] {
	if (block.kind === 'code' && !hasCodeBlockProcessor(block.detail)) return [];
	const widget = new WIDGETS[block.kind](block, version);
	if (!touched(state, block.from, block.to)) return [Decoration.replace({ widget, block: true }).range(block.from, block.to)];
	// An embed stays in sight below its source.
	return block.kind === 'embed' ? [Decoration.widget({ widget, block: true, side: 1 }).range(block.to)] : [];
}

function draw(state: EditorState, { shown, blocks, version }: Omit<Drawn, 'decorations'>): Drawn {
	const live = shown && state.field(editorLivePreviewField, false) === true;
	return { shown, blocks, version, decorations: live ? Decoration.set(blocks.flatMap(block => decorate(state, block, version))) : Decoration.none };
}

function update(drawn: Drawn, transaction: Transaction): Drawn {
	const { state, startState } = transaction;
	const redraw = transaction.effects.some(effect => effect.is(redrawBlocks));
	const shown = transaction.effects.reduce((known, effect) => effect.is(showBlocks) ? effect.value : known, drawn.shown);
	const blocks = transaction.docChanged ? findBlocks(state.doc) : drawn.blocks;
	const toggled = state.field(editorLivePreviewField, false) !== startState.field(editorLivePreviewField, false);
	const released = startState.field(mouseHeld, false) === true && state.field(mouseHeld, false) !== true;
	// While the mouse is held nothing may move under it.
	const selected = transaction.selection !== undefined && state.field(mouseHeld, false) !== true;
	if (!redraw && !transaction.docChanged && !toggled && !released && !selected && shown === drawn.shown) return drawn;
	return draw(state, { shown, blocks, version: drawn.version + (redraw ? 1 : 0) });
}

/** Callouts, tables, embeds, rules and processed code in Live Preview. Line heights change, so this is a field and not a plugin. */
export const previewBlocks = StateField.define<Drawn>({
	create: state => draw(state, { shown: true, blocks: findBlocks(state.doc), version: 0 }),
	update,
	provide: field => EditorView.decorations.from(field, ({ decorations }) => decorations),
});

/** The same in an editor that is hidden at first. */
export const hiddenBlocks = previewBlocks.init(state => draw(state, { shown: false, blocks: findBlocks(state.doc), version: 0 }));
