import { EditorSelection, type EditorState, type TransactionSpec } from '@codemirror/state';
import { findTask, toggledStatus } from './task-toggle';

/** Marks that the app's formatting commands put around a text. */
export const FORMATTING = { bold: '**', italic: '*', strikethrough: '~~', highlight: '==', code: '`', comment: '%%' } as const;

export type Formatting = keyof typeof FORMATTING;

/** Puts marks around each selection, or takes those away that stand there. */
export function toggleFormatting(state: EditorState, formatting: Formatting): TransactionSpec {
	const mark = FORMATTING[formatting];
	return state.changeByRange(range => {
		const { from, to } = range.empty ? state.wordAt(range.head) ?? range : range;
		const marked = state.sliceDoc(from - mark.length, from) === mark && state.sliceDoc(to, to + mark.length) === mark;
		if (marked) return { changes: [{ from: from - mark.length, to: from }, { from: to, to: to + mark.length }], range: EditorSelection.range(range.anchor - mark.length, range.head - mark.length) };
		return { changes: [{ from, insert: mark }, { from: to, insert: mark }], range: EditorSelection.range(range.anchor + mark.length, range.head + mark.length) };
	});
}

/** A text becomes an item, an item a task, a task changes its status. */
function toggledLine(text: string): string {
	const task = findTask(text);
	if (task !== null) return text.slice(0, task.at) + toggledStatus(task.status) + text.slice(task.at + task.status.length);
	const item = /^([\s>]*(?:[-*+]|\d+[.)])\s+)(.*)$/.exec(text);
	if (item !== null) return `${item[1] ?? ''}[ ] ${item[2] ?? ''}`;
	const [, indent = '', rest = ''] = /^([\s>]*)(.*)$/.exec(text) ?? [];
	return `${indent}- [ ] ${rest}`;
}

/** Toggles the checkbox of each line that the selection touches. */
export function toggleChecklist(state: EditorState): TransactionSpec {
	const numbers = new Set<number>();
	for (const { from, to } of state.selection.ranges) {
		for (let number = state.doc.lineAt(from).number; number <= state.doc.lineAt(to).number; number++) numbers.add(number);
	}
	const changes = [...numbers].map(number => {
		const line = state.doc.line(number);
		const after = toggledLine(line.text);
		let same = 0;
		while (same < line.text.length && line.text.slice(-1 - same) === after.slice(-1 - same)) same++;
		return { from: line.from, to: line.to - same, insert: after.slice(0, after.length - same) };
	});
	return { changes, userEvent: 'input' };
}
