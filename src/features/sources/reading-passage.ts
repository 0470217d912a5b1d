import { MarkdownView, type App, type MarkdownPostProcessor } from 'obsidian';
import type { MarkedPassage, PlacedPassage } from '../../obsidian/marked-passage';
import { PASSAGE_CLASS } from '../passage-class';

/** Marks the block that holds the passage which was gone to, in a note as it is read. */
export function readingPassage(marked: MarkedPassage): MarkdownPostProcessor {
	return (el, context) => {
		const { current } = marked;
		const section = current?.path === context.sourcePath ? context.getSectionInfo(el) : null;
		if (!current || !section || section.lineEnd < current.from.line || current.to.line < section.lineStart) return;
		el.addClass(PASSAGE_CLASS);
	};
}

/** Has notes that are being read drawn anew whenever another passage is marked, until the function that it answers is called. */
export function followPassage(app: App, marked: MarkedPassage): () => void {
	let shown: PlacedPassage | null = null;
	return marked.subscribe(() => {
		const paths = new Set([shown?.path, marked.current?.path]);
		shown = marked.current;
		app.workspace.iterateAllLeaves(({ view }) => {
			// A block: a truthy answer would end the round.
			if (view instanceof MarkdownView && view.getMode() === 'preview' && paths.has(view.file?.path)) view.previewMode.rerender(true);
		});
	});
}
