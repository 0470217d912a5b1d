import { syntaxTree } from '@codemirror/language';
import { type Extension, type Range } from '@codemirror/state';
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { lineClassNodeProp, tokenClassNodeProp } from './line-language';
import { findTask } from './task-toggle';

/** The app writes a task's status on its line, in both modes. */
function lineDecoration(view: EditorView, from: number, classes: string): Range<Decoration> {
	const task = classes.includes('HyperMD-task-line') ? findTask(view.state.doc.lineAt(from).text) : null;
	return Decoration.line({ class: classes, attributes: task === null ? {} : { 'data-task': task.status } }).range(from);
}

function tokenDecoration(from: number, to: number, classes: string): Range<Decoration> {
	return Decoration.mark({ class: classes.split(' ').map(name => `cm-${name}`).join(' ') }).range(from, to);
}

function highlight(view: EditorView): DecorationSet {
	const ranges: Range<Decoration>[] = [];
	for (const { from, to } of view.visibleRanges) {
		syntaxTree(view.state).iterate({
			from, to,
			enter: node => {
				const lineClasses = node.type.prop(lineClassNodeProp);
				const tokenClasses = node.type.prop(tokenClassNodeProp);
				if (lineClasses !== undefined) ranges.push(lineDecoration(view, node.from, lineClasses));
				else if (tokenClasses !== undefined) ranges.push(tokenDecoration(node.from, node.to, tokenClasses));
			},
		});
	}
	return Decoration.set(ranges, true);
}

/** Draws the tree's classes: a line's as they are, a token's with `cm-` before each. */
export const lineHighlighter: Extension = ViewPlugin.fromClass(class {
	decorations: DecorationSet;

	constructor(view: EditorView) {
		this.decorations = highlight(view);
	}

	update(update: ViewUpdate): void {
		const parsed = syntaxTree(update.startState) !== syntaxTree(update.state);
		if (update.docChanged || update.viewportChanged || parsed) this.decorations = highlight(update.view);
	}
}, { decorations: plugin => plugin.decorations });

const active = Decoration.line({ class: 'cm-active' });

function markActive(view: EditorView): DecorationSet {
	return Decoration.set(active.range(view.state.doc.lineAt(view.state.selection.main.head).from));
}

/** Marks the line of the cursor. */
export const activeLine: Extension = ViewPlugin.fromClass(class {
	decorations: DecorationSet;

	constructor(view: EditorView) {
		this.decorations = markActive(view);
	}

	update(update: ViewUpdate): void {
		if (update.docChanged || update.selectionSet) this.decorations = markActive(update.view);
	}
}, { decorations: plugin => plugin.decorations });
