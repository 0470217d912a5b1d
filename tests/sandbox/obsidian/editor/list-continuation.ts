import type { EditorView } from '@codemirror/view';

const ITEM = /^(\s*)([-*+]|(\d+)([.)]))\s+(\[.\]\s+)?/u;

/** Enter in a list item starts the next one, a task after a task; in an empty item it ends the list. */
export function continueList(view: EditorView): boolean {
	const { main } = view.state.selection;
	const line = view.state.doc.lineAt(main.head);
	const found = ITEM.exec(line.text);
	if (found === null || !main.empty || main.head < line.from + found[0].length) return false;
	const [whole, indent = '', marker = '', number, delimiter = '', box] = found;
	if (line.text.length === whole.length) {
		view.dispatch({ changes: { from: line.from, to: line.to }, userEvent: 'input' });
		return true;
	}
	const next = number === undefined ? marker : `${Number(number) + 1}${delimiter}`;
	const insert = `\n${indent}${next} ${box === undefined ? '' : '[ ] '}`;
	view.dispatch({ changes: { from: main.head, insert }, selection: { anchor: main.head + insert.length }, scrollIntoView: true, userEvent: 'input' });
	return true;
}
