import { EditorState } from '@codemirror/state';
import { toggleChecklist, toggleFormatting } from './markdown-formatting';

const state = (doc: string, anchor: number, head = anchor): EditorState => EditorState.create({ doc, selection: { anchor, head } });

test('bold goes around the selection, around the word at the cursor, and away again', () => {
	const bold = state('one two', 4, 7);
	const marked = bold.update(toggleFormatting(bold, 'bold')).state;
	expect(marked.doc.toString()).toBe('one **two**');
	expect(marked.update(toggleFormatting(marked, 'bold')).state.doc.toString()).toBe('one two');
	const word = state('one two', 5);
	expect(word.update(toggleFormatting(word, 'italic')).state.doc.toString()).toBe('one *two*');
});

test.each([['text', '- [ ] text'], ['- item', '- [ ] item'], ['- [ ] task', '- [x] task'], ['\t- [?] task', '\t- [ ] task'], ['> 1. a', '> 1. [ ] a'], ['', '- [ ] ']])('toggling the checkbox of %j makes %j', (before, after) => {
	const one = state(before, 0);
	expect(one.update(toggleChecklist(one)).state.doc.toString()).toBe(after);
});

test('a cursor at the end of a line stays there when the line becomes a task', () => {
	const one = state('text', 4);
	expect(one.update(toggleChecklist(one)).state.selection.main.head).toBe(10);
});
