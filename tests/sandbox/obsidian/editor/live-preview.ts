import { syntaxTree } from '@codemirror/language';
import { type EditorState, type Extension, type Range, RangeSetBuilder } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { editorLivePreviewField } from './editor-fields';
import { BulletWidget, CheckboxWidget, LinkTextWidget } from './live-preview-widgets';
import { findTask } from './task-toggle';

const hide = Decoration.replace({});

/** Whether the selection touches a range; the markers of what it touches are shown. */
function touched(state: EditorState, from: number, to: number): boolean {
	return state.selection.ranges.some(range => range.from <= to && range.to >= from);
}

function parts(name: string): Set<string> {
	return new Set(name.split('_'));
}

interface Token { from: number; to: number; names: Set<string>; text: string }

function lineTokens(state: EditorState, from: number, to: number): Token[] {
	const tokens: Token[] = [];
	syntaxTree(state).iterate({
		from, to,
		enter: node => {
			if (node.from >= from && node.to <= to && node.to > node.from && node.name !== '' && node.node.firstChild === null) {
				tokens.push({ from: node.from, to: node.to, names: parts(node.name), text: state.sliceDoc(node.from, node.to) });
			}
		},
	});
	return tokens;
}

function decorateTask(state: EditorState, line: { from: number; to: number; text: string }, tokens: readonly Token[]): Range<Decoration>[] {
	const bullet = tokens.find(token => token.names.has('formatting-list'));
	const box = tokens.find(token => token.names.has('formatting-task'));
	if (bullet === undefined) return [];
	const indent = hideIndent(line, bullet);
	if (box === undefined) {
		if (!bullet.names.has('formatting-list-ul') || touched(state, bullet.from, bullet.to)) return indent;
		return [...indent, Decoration.replace({ widget: new BulletWidget() }).range(bullet.from, Math.min(bullet.to + 1, line.to))];
	}
	if (touched(state, bullet.from, box.to - 1)) return indent;
	const widget = new CheckboxWidget(findTask(line.text)?.status ?? ' ');
	return [...indent, hide.range(bullet.from, box.from), Decoration.replace({ widget }).range(box.from, Math.min(box.to + 1, line.to))];
}

/** The theme indents by the list's depth; spaces and tabs of different widths would not line up. */
function hideIndent(line: { from: number; text: string }, bullet: Token): Range<Decoration>[] {
	const isIndent = bullet.from > line.from && line.text.slice(0, bullet.from - line.from).trim() === '';
	return isIndent ? [hide.range(line.from, bullet.from)] : [];
}

/** Runs of tokens between a start and an end mark, such as a link. */
function decorateLinks(state: EditorState, tokens: readonly Token[]): Range<Decoration>[] {
	const ranges: Range<Decoration>[] = [];
	tokens.forEach((start, i) => {
		if (!start.names.has('formatting-link-start')) return;
		const end = tokens.slice(i).find(token => token.names.has('formatting-link-end'));
		if (end === undefined || touched(state, start.from, end.to)) return;
		ranges.push(hide.range(start.from, start.to), hide.range(end.from, end.to));
		for (const token of tokens.slice(i + 1)) {
			if (token.from >= end.from) break;
			if (token.names.has('link-has-alias') || token.names.has('link-alias-pipe')) ranges.push(hide.range(token.from, token.to));
			else ranges.push(Decoration.mark({ class: 'cm-underline', attributes: { tabindex: '-1' } }).range(token.from, token.to));
		}
	});
	return ranges;
}

const PAIRED = ['formatting-strong', 'formatting-em', 'formatting-strikethrough', 'formatting-highlight'];

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

function decorateInline(state: EditorState, tokens: readonly Token[]): Range<Decoration>[] {
	return tokens.flatMap(token => {
		const shown = touched(state, token.from, token.to);
		if (token.names.has('inline-code') && !shown && token.text.length > 2) return [hide.range(token.from, token.from + 1), hide.range(token.to - 1, token.to)];
		if (token.names.has('link') && !shown) {
			const found = /^\[([^\]]*)\]\(([^)]*)\)$/.exec(token.text);
			return found === null ? [] : [Decoration.replace({ widget: new LinkTextWidget(found[1] ?? '', found[2] ?? '') }).range(token.from, token.to)];
		}
		return [];
	});
}

function decorateHeading(state: EditorState, line: { from: number; to: number }, tokens: readonly Token[]): Range<Decoration>[] {
	const mark = tokens.find(token => token.names.has('formatting-header'));
	return mark === undefined || touched(state, line.from, line.to) ? [] : [hide.range(mark.from, mark.to + 1)];
}

function decorateRule(state: EditorState, line: { from: number; to: number }, tokens: readonly Token[]): Range<Decoration>[] {
	const rule = tokens.find(token => token.names.has('hr'));
	return rule === undefined || touched(state, line.from, line.to) ? [] : [hide.range(rule.from, rule.to)];
}

/** The app's class names for a line, from its tokens. */
function lineClasses(text: string, tokens: readonly Token[]): { classes: string[]; task: string | null } {
	const has = (name: string): boolean => tokens.some(token => token.names.has(name));
	const list = ['list-1', 'list-2', 'list-3'].find(has);
	const header = tokens.flatMap(token => [...token.names].filter(name => /^header-\d$/.test(name)))[0];
	const task = list !== undefined && has('formatting-task') ? findTask(text)?.status ?? null : null;
	const classes: string[] = [];
	if (header !== undefined) classes.push('HyperMD-header', `HyperMD-${header}`);
	if (list !== undefined) classes.push('HyperMD-list-line', `HyperMD-list-line-${list.slice(-1)}`);
	if (task !== null) classes.push('HyperMD-task-line');
	if (has('quote')) classes.push('HyperMD-quote', 'HyperMD-quote-1');
	if (has('hmd-codeblock')) classes.push('HyperMD-codeblock', 'HyperMD-codeblock-bg');
	if (has('hmd-frontmatter')) classes.push('cm-hmd-frontmatter');
	if (has('hr')) classes.push('hr');
	return { classes, task };
}

function decorateLines(view: EditorView): DecorationSet {
	const builder = new RangeSetBuilder<Decoration>();
	for (const { from, to } of view.visibleRanges) {
		for (let pos = from; pos <= to;) {
			const line = view.state.doc.lineAt(pos);
			const { classes, task } = lineClasses(line.text, lineTokens(view.state, line.from, line.to));
			if (classes.length > 0) builder.add(line.from, line.from, Decoration.line({ class: classes.join(' '), attributes: task === null ? {} : { 'data-task': task } }));
			pos = line.to + 1;
		}
	}
	return builder.finish();
}

function decoratePreview(view: EditorView): DecorationSet {
	const { state } = view;
	if (state.field(editorLivePreviewField, false) !== true) return Decoration.none;
	const ranges: Range<Decoration>[] = [];
	for (const { from, to } of view.visibleRanges) {
		for (let pos = from; pos <= to;) {
			const line = state.doc.lineAt(pos);
			const tokens = lineTokens(state, line.from, line.to);
			ranges.push(...decorateHeading(state, line, tokens), ...decorateTask(state, line, tokens), ...decorateRule(state, line, tokens));
			ranges.push(...decorateLinks(state, tokens), ...decoratePairs(state, tokens), ...decorateInline(state, tokens));
			pos = line.to + 1;
		}
	}
	return Decoration.set(ranges, true);
}

function rebuilt(decorate: (view: EditorView) => DecorationSet): Extension {
	return ViewPlugin.fromClass(class {
		decorations: DecorationSet;

		constructor(view: EditorView) {
			this.decorations = decorate(view);
		}

		update(update: ViewUpdate): void {
			const parsed = syntaxTree(update.startState) !== syntaxTree(update.state);
			const toggled = update.startState.field(editorLivePreviewField, false) !== update.state.field(editorLivePreviewField, false);
			if (update.docChanged || update.viewportChanged || update.selectionSet || parsed || toggled) this.decorations = decorate(update.view);
		}
	}, { decorations: plugin => plugin.decorations });
}

/** Line classes in both modes; in Live Preview also hidden markers, checkboxes, bullets and links as they read. */
export const livePreview: Extension = [rebuilt(decorateLines), rebuilt(decoratePreview)];
