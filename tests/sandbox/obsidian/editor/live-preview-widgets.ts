import { type EditorView, WidgetType } from '@codemirror/view';
import { taskChange } from './task-toggle';

/** The checkbox of a task. A click changes the line as the app does: `[?]` becomes `[ ]`. */
export class CheckboxWidget extends WidgetType {
	constructor(private readonly status: string) {
		super();
	}

	override eq(other: CheckboxWidget): boolean {
		return other.status === this.status;
	}

	override toDOM(view: EditorView): HTMLElement {
		const label = createEl('label', { cls: 'task-list-label', attr: { contenteditable: 'false' } });
		const input = label.createEl('input', { cls: 'task-list-item-checkbox', type: 'checkbox', attr: { 'data-task': this.status } });
		input.checked = this.status !== ' ';
		// A plugin may prevent the click from any element above, and handle it itself: then there is no change.
		input.addEventListener('change', () => { toggleAt(view, view.posAtDOM(label)); });
		return label;
	}

	override ignoreEvent(): boolean {
		return true;
	}
}

/** The name of a code block's language, at the right of its first line. */
export class LanguageWidget extends WidgetType {
	constructor(private readonly language: string) {
		super();
	}

	override eq(other: LanguageWidget): boolean {
		return other.language === this.language;
	}

	override toDOM(): HTMLElement {
		return createSpan({ cls: 'code-block-flair', text: this.language, attr: { contenteditable: 'false' } });
	}
}

function toggleAt(view: EditorView, pos: number): void {
	const line = view.state.doc.lineAt(pos);
	const change = taskChange(line.text);
	if (change === null) return;
	view.dispatch({ changes: { from: line.from + change.from, to: line.from + change.to, insert: change.insert }, userEvent: 'input' });
}
