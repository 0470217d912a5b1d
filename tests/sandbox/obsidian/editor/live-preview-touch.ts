import type { EditorState } from '@codemirror/state';

/** Whether the selection touches a range; the source of what it touches shows. */
export function touched(state: EditorState, from: number, to: number): boolean {
	return state.selection.ranges.some(range => range.from <= to && range.to >= from);
}
