import type * as Api from 'obsidian-api';
import * as commands from '@codemirror/commands';
import { foldAll, toggleFold, unfoldAll } from '@codemirror/language';
import { type ChangeSpec, EditorSelection } from '@codemirror/state';
import { type Command, EditorView } from '@codemirror/view';
import { clickableTokenAt } from './clickable-token';
import { type Formatting, toggleChecklist, toggleFormatting } from './markdown-formatting';

const EXEC: Record<Api.EditorCommandName, Command> = {
	goUp: commands.cursorLineUp, goDown: commands.cursorLineDown, goLeft: commands.cursorCharLeft, goRight: commands.cursorCharRight,
	goStart: commands.cursorDocStart, goEnd: commands.cursorDocEnd, goWordLeft: commands.cursorGroupLeft, goWordRight: commands.cursorGroupRight,
	indentMore: commands.indentMore, indentLess: commands.indentLess, newlineAndIndent: commands.insertNewlineAndIndent,
	swapLineUp: commands.moveLineUp, swapLineDown: commands.moveLineDown, deleteLine: commands.deleteLine,
	toggleFold, foldAll, unfoldAll,
};

/** The app's editor interface over a CodeMirror view. Lines and characters count from 0; positions beyond the text are clipped. */
export class Editor implements Api.Editor {
	/** `editorComponent` is what shows the editor; the app has it, too, and does not say so in its types. */
	constructor(readonly cm: EditorView, readonly editorComponent: object | null = null) {}

	get containerEl(): HTMLElement {
		return this.cm.dom;
	}

	getDoc(): this {
		return this;
	}

	refresh(): void {
		this.cm.requestMeasure();
	}

	getValue(): string {
		return this.cm.state.doc.toString();
	}

	setValue(content: string): void {
		this.cm.dispatch({ changes: { from: 0, to: this.cm.state.doc.length, insert: content } });
	}

	getLine(line: number): string {
		return this.cm.state.doc.line(line + 1).text;
	}

	setLine(n: number, text: string): void {
		const { from, to } = this.cm.state.doc.line(n + 1);
		this.cm.dispatch({ changes: { from, to, insert: text } });
	}

	lineCount(): number {
		return this.cm.state.doc.lines;
	}

	lastLine(): number {
		return this.lineCount() - 1;
	}

	getSelection(): string {
		const { from, to } = this.cm.state.selection.main;
		return this.cm.state.sliceDoc(from, to);
	}

	somethingSelected(): boolean {
		return !this.cm.state.selection.main.empty;
	}

	getRange(from: Api.EditorPosition, to: Api.EditorPosition): string {
		return this.cm.state.sliceDoc(this.posToOffset(from), this.posToOffset(to));
	}

	replaceSelection(replacement: string, origin?: string): void {
		this.cm.dispatch(this.cm.state.replaceSelection(replacement), origin === undefined ? {} : { userEvent: origin });
	}

	replaceRange(replacement: string, from: Api.EditorPosition, to: Api.EditorPosition = from, origin?: string): void {
		this.transaction({ changes: [{ text: replacement, from, to }] }, origin);
	}

	getCursor(side: 'from' | 'to' | 'head' | 'anchor' = 'head'): Api.EditorPosition {
		return this.offsetToPos(this.cm.state.selection.main[side]);
	}

	listSelections(): Api.EditorSelection[] {
		return this.cm.state.selection.ranges.map(range => ({ anchor: this.offsetToPos(range.anchor), head: this.offsetToPos(range.head) }));
	}

	setCursor(pos: Api.EditorPosition | number, ch = 0): void {
		this.setSelection(typeof pos === 'number' ? { line: pos, ch } : pos);
	}

	setSelection(anchor: Api.EditorPosition, head: Api.EditorPosition = anchor): void {
		this.setSelections([{ anchor, head }]);
	}

	setSelections(ranges: Api.EditorSelectionOrCaret[], main = 0): void {
		const found = ranges.map(({ anchor, head }) => EditorSelection.range(this.posToOffset(anchor), this.posToOffset(head ?? anchor)));
		this.cm.dispatch({ selection: EditorSelection.create(found, main), scrollIntoView: true });
	}

	focus(): void {
		this.cm.focus();
	}

	blur(): void {
		this.cm.contentDOM.blur();
	}

	hasFocus(): boolean {
		return this.cm.hasFocus;
	}

	getScrollInfo(): { top: number; left: number } {
		return { top: this.cm.scrollDOM.scrollTop, left: this.cm.scrollDOM.scrollLeft };
	}

	scrollTo(x?: number | null, y?: number | null): void {
		if (x !== undefined && x !== null) this.cm.scrollDOM.scrollLeft = x;
		if (y !== undefined && y !== null) this.cm.scrollDOM.scrollTop = y;
	}

	scrollIntoView(range: Api.EditorRange, center = false): void {
		const target = EditorSelection.range(this.posToOffset(range.from), this.posToOffset(range.to));
		this.cm.dispatch({ effects: EditorView.scrollIntoView(target, { y: center ? 'center' : 'nearest' }) });
	}

	undo(): void {
		commands.undo(this.cm);
	}

	redo(): void {
		commands.redo(this.cm);
	}

	exec(command: Api.EditorCommandName): void {
		EXEC[command](this.cm);
	}

	transaction(tx: Api.EditorTransaction, origin?: string): void {
		const changes: ChangeSpec[] = (tx.changes ?? []).map(({ from, to, text }) => ({ from: this.posToOffset(from), to: this.posToOffset(to ?? from), insert: text }));
		if (tx.replaceSelection !== undefined) for (const { from, to } of this.cm.state.selection.ranges) changes.push({ from, to, insert: tx.replaceSelection });
		const set = this.cm.state.changes(changes);
		const selections = tx.selections ?? (tx.selection === undefined ? undefined : [tx.selection]);
		// Selections of a transaction are given in the text as it is after the changes.
		const after = set.apply(this.cm.state.doc);
		const offset = ({ line, ch }: Api.EditorPosition): number => {
			const found = after.line(Math.min(Math.max(line, 0), after.lines - 1) + 1);
			return Math.min(found.from + Math.max(ch, 0), found.to);
		};
		this.cm.dispatch({
			changes: set,
			...(selections === undefined ? {} : { selection: EditorSelection.create(selections.map(({ from, to }) => EditorSelection.range(offset(from), offset(to ?? from)))) }),
			...(origin === undefined ? {} : { userEvent: origin }),
		});
	}

	wordAt(pos: Api.EditorPosition): Api.EditorRange | null {
		const word = this.cm.state.wordAt(this.posToOffset(pos));
		return word === null ? null : { from: this.offsetToPos(word.from), to: this.offsetToPos(word.to) };
	}

	posToOffset({ line, ch }: Api.EditorPosition): number {
		const { doc } = this.cm.state;
		if (line < 0) return 0;
		if (line >= doc.lines) return doc.length;
		const found = doc.line(line + 1);
		return Math.min(found.from + Math.max(ch, 0), found.to);
	}

	offsetToPos(offset: number): Api.EditorPosition {
		const { doc } = this.cm.state;
		const line = doc.lineAt(Math.min(Math.max(offset, 0), doc.length));
		return { line: line.number - 1, ch: Math.min(Math.max(offset, 0), doc.length) - line.from };
	}

	processLines<T>(read: (line: number, lineText: string) => T | null, write: (line: number, lineText: string, value: T | null) => Api.EditorChange | void, ignoreEmpty = true): void {
		const changes: Api.EditorChange[] = [];
		const values = Array.from({ length: this.lineCount() }, (_, line) => read(line, this.getLine(line)));
		values.forEach((value, line) => {
			const text = this.getLine(line);
			if (ignoreEmpty && text.trim() === '') return;
			const change = write(line, text, value);
			if (change !== undefined) changes.push(change);
		});
		this.transaction({ changes });
	}

	/** Undocumented. What a click at a position follows. */
	getClickableTokenAt(pos: Api.EditorPosition): { type: string; text: string; start: Api.EditorPosition; end: Api.EditorPosition } | null {
		const token = clickableTokenAt(this.cm.state, this.posToOffset(pos));
		return token === null ? null : { type: token.type, text: token.text, start: this.offsetToPos(token.from), end: this.offsetToPos(token.to) };
	}

	/** Undocumented. The position under the mouse, or the nearest. */
	posAtMouse(event: MouseEvent): Api.EditorPosition {
		return this.posAtCoords(event.clientX, event.clientY);
	}

	/** Undocumented. The position at a point of the window, or the nearest. */
	posAtCoords(x: number, y: number): Api.EditorPosition {
		return this.offsetToPos(this.cm.posAtCoords({ x, y }, false));
	}

	/** Undocumented. Where a position is drawn in the window; null where it is not. */
	coordsAtPos(pos: Api.EditorPosition): { left: number; right: number; top: number; bottom: number } | null {
		return this.cm.coordsAtPos(this.posToOffset(pos));
	}

	/** Undocumented. Puts marks around each selection, or takes them away. */
	toggleMarkdownFormatting(formatting: Formatting): void {
		this.cm.dispatch(this.cm.state.update(toggleFormatting(this.cm.state, formatting), { userEvent: 'input' }));
	}

	/** Undocumented. Makes the selected lines tasks, and changes those that are. */
	toggleCheckList(): void {
		this.cm.dispatch(toggleChecklist(this.cm.state));
	}

	/** Undocumented. Puts `[text]()` in place of the selection, with the cursor where the address goes. */
	insertMarkdownLink(): void {
		const { main } = this.cm.state.selection;
		const insert = `[${this.getSelection()}]()`;
		this.cm.dispatch({ changes: { from: main.from, to: main.to, insert }, selection: { anchor: main.from + (main.empty ? 1 : insert.length - 1) }, userEvent: 'input' });
	}
}
