import type { EditorState, Extension, Text } from '@codemirror/state';
import { Decoration, EditorView, ViewPlugin, type DecorationSet, type ViewUpdate } from '@codemirror/view';
import { editorInfoField } from 'obsidian';
import type { TextPlace } from '../../core/source-index';
import type { MarkedPassage, PlacedPassage } from '../../obsidian/marked-passage';
import { PASSAGE_CLASS } from '../passage-class';

const MARK = Decoration.mark({ class: PASSAGE_CLASS });

/** Marks the passage that was gone to, in each editor that shows its file, and brings it into view. Typing there, or a click, takes the mark away. */
export function passageMark(marked: MarkedPassage): Extension {
	return ViewPlugin.fromClass(
		class {
			decorations: DecorationSet = Decoration.none;
			#shown: PlacedPassage | null = null;
			readonly #stop: () => void;

			constructor(private readonly view: EditorView) {
				this.#draw(view.state);
				// An editor can't be changed while it is being made.
				if (this.#shown) queueMicrotask(() => this.#reveal());
				this.#stop = marked.subscribe(() => this.#follow());
			}

			update(update: ViewUpdate): void {
				if (this.#shown && isUsersOwn(update)) queueMicrotask(() => marked.clear());
				if (update.docChanged || marked.current !== this.#shown) this.#draw(update.state);
			}

			destroy(): void {
				this.#stop();
			}

			#follow(): void {
				const isHere = marked.current?.path === pathOf(this.view.state);
				if (!isHere && !this.#shown) return;
				this.#draw(this.view.state);
				if (this.#shown) this.#reveal();
				else this.view.dispatch({});
			}

			#draw(state: EditorState): void {
				const { current } = marked;
				const range = current && current.path === pathOf(state) ? rangeIn(state.doc, current) : null;
				this.#shown = range ? current : null;
				this.decorations = range ? Decoration.set(MARK.range(range.from, range.to)) : Decoration.none;
			}

			#reveal(): void {
				const range = this.#shown && rangeIn(this.view.state.doc, this.#shown);
				if (range) this.view.dispatch({ effects: EditorView.scrollIntoView(range.from, { y: 'center' }) });
			}
		},
		{ decorations: ({ decorations }) => decorations },
	);
}

function isUsersOwn({ transactions }: ViewUpdate): boolean {
	return transactions.some((each) => (each.docChanged && (each.isUserEvent('input') || each.isUserEvent('delete'))) || each.isUserEvent('select.pointer'));
}

function pathOf(state: EditorState): string | null {
	return state.field(editorInfoField, false)?.file?.path ?? null;
}

/** Null where the text is shorter by now. */
function rangeIn(doc: Text, { from, to }: PlacedPassage): { readonly from: number; readonly to: number } | null {
	const [start, end] = [offsetOf(doc, from), offsetOf(doc, to)];
	return start === null || end === null || end <= start ? null : { from: start, to: end };
}

function offsetOf(doc: Text, { line, ch }: TextPlace): number | null {
	if (line >= doc.lines) return null;
	const found = doc.line(line + 1);
	return Math.min(found.from + ch, found.to);
}
