import { Notice, type Command, type Editor, type EditorChange } from 'obsidian';
import type { SnapshotSource } from '../../core/index-store';
import { proposeLine } from '../../core/propose';
import { words } from '../../words/words';

/** Makes proposals of the lines that the cursor or the selection is on, as one step of the editor's own undo. */
export function proposeCommand(store: SnapshotSource): Command {
	return {
		id: 'propose-task',
		name: words.commands.propose,
		editorCallback: (editor) => {
			const changes = selectedLines(editor).flatMap((line) => changeAt(editor, line, store));
			if (changes.length > 0) editor.transaction({ changes });
			else new Notice(words.nothingDone.nothingToPropose);
		},
	};
}

function changeAt(editor: Editor, line: number, store: SnapshotSource): EditorChange[] {
	const text = editor.getLine(line);
	const proposed = proposeLine(text, store.snapshot.conventions.statuses);
	return proposed === null ? [] : [{ from: { line, ch: 0 }, to: { line, ch: text.length }, text: proposed }];
}

function selectedLines(editor: Editor): readonly number[] {
	const lines = editor.listSelections().flatMap(({ anchor, head }) => {
		const [first, last] = [Math.min(anchor.line, head.line), Math.max(anchor.line, head.line)];
		return Array.from({ length: last - first + 1 }, (_, at) => first + at);
	});
	return [...new Set(lines)];
}
