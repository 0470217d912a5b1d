import { type EditorView, WidgetType } from '@codemirror/view';
import { findTask, toggledStatus } from './task-toggle';

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
		input.addEventListener('click', event => {
			if (event.defaultPrevented) return;
			event.preventDefault();
			toggleAt(view, view.posAtDOM(label));
		});
		return label;
	}

	override ignoreEvent(): boolean {
		return true;
	}
}

function toggleAt(view: EditorView, pos: number): void {
	const line = view.state.doc.lineAt(pos);
	const task = findTask(line.text);
	if (task === null) return;
	const from = line.from + task.at;
	view.dispatch({ changes: { from, to: from + task.status.length, insert: toggledStatus(task.status) }, userEvent: 'input' });
}

/** The dot of a list item. */
export class BulletWidget extends WidgetType {
	override eq(): boolean {
		return true;
	}

	override toDOM(): HTMLElement {
		return createSpan({ cls: 'cm-formatting cm-formatting-list cm-formatting-list-ul' }, el => { el.createSpan({ cls: 'list-bullet', text: '-' }); });
	}
}

/** The text of a Markdown link. */
export class LinkTextWidget extends WidgetType {
	constructor(private readonly text: string, private readonly href: string) {
		super();
	}

	override eq(other: LinkTextWidget): boolean {
		return other.text === this.text && other.href === this.href;
	}

	override toDOM(): HTMLElement {
		return createSpan({ cls: 'cm-link' }, el => { el.createSpan({ cls: 'cm-underline', text: this.text, attr: { 'data-href': this.href, tabindex: -1 } }); });
	}
}
