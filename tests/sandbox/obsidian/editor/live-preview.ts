import { syntaxTree } from '@codemirror/language';
import { type EditorState, type Extension, type Line, type Range } from '@codemirror/state';
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { editorLivePreviewField, mouseHeld } from './editor-fields';
import { tokenClassNodeProp } from './line-language';
import { previewBlocks } from './live-preview-field';
import { touched } from './live-preview-touch';
import { CheckboxWidget, LanguageWidget } from './live-preview-widgets';
import { EmbedWidget } from './preview-widgets';
import { findTask } from './task-toggle';

interface Token {
	readonly from: number;
	readonly to: number;
	readonly names: ReadonlySet<string>;
}

const hide = Decoration.replace({});
const underline = Decoration.mark({ tagName: 'a', class: 'cm-underline', attributes: { href: '#', draggable: 'true', tabindex: '-1' } });
const bulletMark = Decoration.mark({ class: 'list-bullet' });

function lineTokens(state: EditorState, line: Line): Token[] {
	const tokens: Token[] = [];
	syntaxTree(state).iterate({
		from: line.from, to: line.to,
		enter: node => {
			const classes = node.type.prop(tokenClassNodeProp);
			if (classes !== undefined && node.from >= line.from && node.to <= line.to) tokens.push({ from: node.from, to: node.to, names: new Set(classes.split(' ')) });
		},
	});
	return tokens;
}

function decorateList(state: EditorState, line: Line, tokens: readonly Token[]): Range<Decoration>[] {
	const bullet = tokens.find(token => token.names.has('formatting-list'));
	if (bullet === undefined) return [];
	const indent = tokens.find(token => token.names.has('hmd-list-indent'));
	// The theme indents by the list's depth; spaces and tabs of different widths would not line up.
	const ranges = indent === undefined ? [] : [hide.range(indent.from, indent.to)];
	const box = tokens.find(token => token.names.has('formatting-task'));
	if (box !== undefined) return [...ranges, ...decorateTask(state, line, bullet, box)];
	if (!bullet.names.has('formatting-list-ul') || touched(state, bullet.from, bullet.from + 1)) return ranges;
	return [...ranges, bulletMark.range(bullet.from, bullet.from + 1)];
}

function decorateTask(state: EditorState, line: Line, bullet: Token, box: Token): Range<Decoration>[] {
	if (touched(state, bullet.from, box.to - 1)) return [];
	const widget = new CheckboxWidget(findTask(line.text)?.status ?? ' ');
	return [hide.range(bullet.from, box.from), Decoration.replace({ widget }).range(box.from, Math.min(box.to + 1, line.to))];
}

/** `[[a|b]]` reads as its text; `![[a]]` amid text is drawn. */
function decorateLinks(state: EditorState, tokens: readonly Token[]): Range<Decoration>[] {
	return tokens.flatMap((start, i) => {
		if (!start.names.has('formatting-link-start') || start.names.has('footref')) return [];
		const length = tokens.slice(i).findIndex(token => token.names.has('formatting-link-end'));
		const end = tokens[i + length];
		if (length < 0 || end === undefined || touched(state, start.from, end.to)) return [];
		const inner = tokens.slice(i + 1, i + length);
		if (start.names.has('formatting-embed')) return state.field(previewBlocks).shown ? [drawInline(state, start, inner, end)] : [];
		return [hide.range(start.from, start.to), ...inner.map(readLinkPart), hide.range(end.from, end.to)];
	});
}

function readLinkPart({ from, to, names }: Token): Range<Decoration> {
	return (names.has('link-has-alias') || names.has('link-alias-pipe') ? hide : underline).range(from, to);
}

function drawInline(state: EditorState, start: Token, inner: readonly Token[], end: Token): Range<Decoration> {
	const target = inner[0] ?? start;
	const block = { kind: 'embed', from: start.from, to: end.to, source: state.sliceDoc(start.from, end.to), detail: state.sliceDoc(target.from, target.to) } as const;
	return Decoration.replace({ widget: new EmbedWidget(block, 0) }).range(start.from, end.to);
}

/** `[text](url)` reads as its text. */
function decorateMarkdownLinks(state: EditorState, tokens: readonly Token[]): Range<Decoration>[] {
	return tokens.flatMap((open, i) => {
		const [text, close, urlStart, url, urlEnd] = tokens.slice(i + 1);
		const isLink = open.names.has('formatting-link') && open.names.has('link') && urlStart?.names.has('formatting-link-string') === true;
		if (!isLink || text === undefined || close === undefined) return [];
		const end = urlEnd?.names.has('formatting-link-string') === true ? urlEnd : url?.names.has('formatting-link-string') === true ? url : urlStart;
		if (touched(state, open.from, end.to)) return [];
		return [hide.range(open.from, open.to), underline.range(text.from, text.to), hide.range(close.from, end.to)];
	});
}

function decorateUrls(tokens: readonly Token[]): Range<Decoration>[] {
	return tokens.filter(({ names }) => names.has('url') && !names.has('string') && !names.has('comment')).map(({ from, to }) => underline.range(from, to));
}

const PAIRED = ['formatting-strong', 'formatting-em', 'formatting-strikethrough', 'formatting-highlight', 'formatting-code'];

/** Marks that stand around a text: both hide unless the selection touches what they enclose. */
function decoratePairs(state: EditorState, tokens: readonly Token[]): Range<Decoration>[] {
	return PAIRED.flatMap(name => {
		const marks = tokens.filter(token => token.names.has(name));
		return marks.flatMap((mark, i) => {
			const other = marks[i % 2 === 0 ? i + 1 : i - 1];
			if (other === undefined || touched(state, Math.min(mark.from, other.from), Math.max(mark.to, other.to))) return [];
			return [hide.range(mark.from, mark.to)];
		});
	});
}

const OF_LINE = ['formatting-header', 'formatting-quote'];

/** Marks that belong to the whole line, and the backslash before an escaped one. */
function decorateMarks(state: EditorState, line: Line, tokens: readonly Token[]): Range<Decoration>[] {
	return tokens.flatMap(({ from, to, names }) => {
		const ofLine = OF_LINE.some(name => names.has(name)) && !names.has('hmd-callout') && !touched(state, line.from, line.to);
		const backslash = names.has('hmd-escape-backslash') && !touched(state, from, to + 1);
		return ofLine || backslash ? [hide.range(from, to)] : [];
	});
}

/** The fences of a code block hide until the selection is in the block; its language stays. */
function decorateFence(state: EditorState, line: Line, tokens: readonly Token[]): Range<Decoration>[] {
	const fence = tokens.find(token => token.names.has('formatting-code-block'));
	const block = fence === undefined ? undefined : state.field(previewBlocks).blocks.find(one => one.kind === 'code' && one.from <= line.from && one.to >= line.to);
	if (fence === undefined || block === undefined || touched(state, block.from, block.to)) return [];
	const flair = block.from === line.from && block.detail !== '';
	return [hide.range(fence.from, fence.to), ...flair ? [Decoration.widget({ widget: new LanguageWidget(block.detail), side: 1 }).range(fence.to)] : []];
}

function decorateLine(state: EditorState, line: Line): Range<Decoration>[] {
	const tokens = lineTokens(state, line);
	return [
		...decorateList(state, line, tokens), ...decorateLinks(state, tokens), ...decorateMarkdownLinks(state, tokens),
		...decorateUrls(tokens), ...decoratePairs(state, tokens), ...decorateMarks(state, line, tokens), ...decorateFence(state, line, tokens),
	];
}

function decorate(view: EditorView): DecorationSet {
	const { state } = view;
	if (state.field(editorLivePreviewField, false) !== true) return Decoration.none;
	const ranges: Range<Decoration>[] = [];
	for (const { from, to } of view.visibleRanges) {
		for (let pos = from; pos <= to;) {
			const line = state.doc.lineAt(pos);
			ranges.push(...decorateLine(state, line));
			pos = line.to + 1;
		}
	}
	return Decoration.set(ranges, true);
}

function needsRedraw(update: ViewUpdate): boolean {
	const { state, startState } = update;
	const changed = (field: typeof editorLivePreviewField): boolean => startState.field(field, false) !== state.field(field, false);
	// While the mouse is held nothing may move under it.
	const selected = update.selectionSet && state.field(mouseHeld, false) !== true;
	return update.docChanged || update.viewportChanged || selected || syntaxTree(startState) !== syntaxTree(state) || changed(editorLivePreviewField) || changed(mouseHeld)
		|| state.field(previewBlocks).shown !== startState.field(previewBlocks).shown;
}

const inlinePreview = ViewPlugin.fromClass(class {
	decorations: DecorationSet;

	constructor(view: EditorView) {
		this.decorations = decorate(view);
	}

	update(update: ViewUpdate): void {
		if (needsRedraw(update)) this.decorations = decorate(update.view);
	}
}, { decorations: plugin => plugin.decorations });

/** Hidden markers, checkboxes, bullets, links as they read, and blocks that are drawn; the source shows where the selection is. */
export const livePreview: Extension = [previewBlocks, inlinePreview];
