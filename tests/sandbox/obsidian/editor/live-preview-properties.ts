import { type EditorState, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';
import { editorLivePreviewField } from './editor-fields';
import { getFrontMatterInfo, parseYaml } from '../metadata/frontmatter';
import { renderProperties } from '../preview/properties';

class PropertiesWidget extends WidgetType {
	constructor(private readonly yaml: string, private readonly value: unknown) {
		super();
	}

	override eq(other: PropertiesWidget): boolean {
		return other.yaml === this.yaml;
	}

	override toDOM(): HTMLElement {
		return createDiv({ attr: { contenteditable: 'false' } }, el => { renderProperties(el, this.value); });
	}

	override ignoreEvent(): boolean {
		return true;
	}
}

/** In Live Preview the frontmatter shows as properties; broken YAML shows as it is. */
function decorate(state: EditorState): DecorationSet {
	if (state.field(editorLivePreviewField, false) !== true) return Decoration.none;
	const info = getFrontMatterInfo(state.sliceDoc(0, Math.min(state.doc.length, 20_000)));
	if (!info.exists) return Decoration.none;
	try {
		const widget = new PropertiesWidget(info.frontmatter, parseYaml(info.frontmatter));
		const end = state.doc.lineAt(Math.max(0, info.contentStart - 1)).to;
		return Decoration.set([Decoration.replace({ widget, block: true }).range(0, end)]);
	} catch {
		return Decoration.none;
	}
}

/** Shows the properties of a note in Live Preview. */
export const frontmatterProperties = StateField.define<DecorationSet>({
	create: decorate,
	update: (shown, transaction) => {
		const live = transaction.state.field(editorLivePreviewField, false);
		return transaction.docChanged || live !== transaction.startState.field(editorLivePreviewField, false) ? decorate(transaction.state) : shown;
	},
	provide: field => [EditorView.decorations.from(field), EditorView.atomicRanges.of(view => view.state.field(field))],
});
