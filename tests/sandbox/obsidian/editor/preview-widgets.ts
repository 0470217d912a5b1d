import { type EditorView, WidgetType } from '@codemirror/view';
import type { App } from '../app';
import { Component } from '../component';
import type { Realm } from '../interface/dom';
import { setIcon } from '../interface/icons';
import { fillEmbed } from '../preview/embeds';
import { MarkdownRenderer } from '../preview/markdown-renderer';
import { type MarkdownPostProcessorContext, renderCodeBlock } from '../preview/post-processors';
import { frontmatterOf, newDocId } from '../preview/preview-renderer';
import { editorInfoField } from './editor-fields';
import type { PreviewBlock } from './live-preview-blocks';
import { findTask, taskChange } from './task-toggle';

const INTERACTIVE = 'a, button, input, select, textarea, summary, video, audio, .callout-title, .callout-fold';

/** A widget with rendered Markdown in it, which lives as long as its element is drawn. */
abstract class RenderedWidget extends WidgetType {
	private readonly lives = new WeakMap<HTMLElement, Component>();

	protected constructor(readonly block: PreviewBlock, readonly version: number) {
		super();
	}

	override eq(other: RenderedWidget): boolean {
		return other.block.kind === this.block.kind && other.block.source === this.block.source && other.version === this.version;
	}

	override toDOM(view: EditorView): HTMLElement {
		const life = new Component();
		const el = this.draw(view, life);
		el.setAttr('contenteditable', 'false');
		el.addEventListener('click', event => { this.onClick(view, el, event); });
		this.lives.set(el, life);
		void life.load();
		// What is drawn later than at first has another height, which the editor has to learn.
		const observer = new (el.win as Realm).ResizeObserver(() => { view.requestMeasure(); });
		observer.observe(el);
		life.register(() => { observer.disconnect(); });
		return el;
	}

	override ignoreEvent(): boolean {
		return true;
	}

	override destroy(el: HTMLElement): void {
		this.lives.get(el)?.unload();
	}

	protected abstract draw(view: EditorView, life: Component): HTMLElement;

	protected onClick(view: EditorView, el: HTMLElement, event: MouseEvent): void {
		const target = event.target as HTMLElement;
		if (event.defaultPrevented) return;
		if (target.matches('input.task-list-item-checkbox')) toggleInside(view, el, target, event);
		else if (this.opensOnClick && target.closest(INTERACTIVE) === null) this.edit(view, el, target);
	}

	/** Whether a click on what is drawn shows its source. */
	protected get opensOnClick(): boolean {
		return true;
	}

	/** Puts the cursor into the source, which then shows. */
	protected edit(view: EditorView, el: HTMLElement, _target: HTMLElement): void {
		view.dispatch({ selection: { anchor: view.posAtDOM(el) } });
		view.focus();
	}

	protected addEditButton(view: EditorView, el: HTMLElement): void {
		const button = el.createDiv({ cls: 'edit-block-button', attr: { 'aria-label': 'Edit this block' } });
		setIcon(button, 'code-2');
		button.addEventListener('click', event => {
			event.preventDefault();
			this.edit(view, el, el);
		});
	}
}

/**
 * A checkbox in rendered lines of the note: the n-th box is the n-th task of the source. The
 * change is the editor's, saved like typing.
 */
function toggleInside(view: EditorView, el: HTMLElement, box: HTMLElement, event: MouseEvent): void {
	if (box.closest('.internal-embed') !== null) return;
	event.preventDefault();
	const index = el.findAll('input.task-list-item-checkbox').filter(one => one.closest('.internal-embed') === null).indexOf(box);
	const { doc } = view.state;
	for (let number = doc.lineAt(view.posAtDOM(el)).number, seen = 0; number <= doc.lines; number++) {
		const line = doc.line(number);
		if (findTask(line.text) === null || seen++ < index) continue;
		const change = taskChange(line.text);
		if (change !== null) view.dispatch({ changes: { ...change, from: line.from + change.from, to: line.from + change.to }, userEvent: 'input' });
		return;
	}
}

function contextOf(view: EditorView): { app: App; path: string } {
	const info = view.state.field(editorInfoField);
	return { app: info.app, path: info.file?.path ?? '' };
}

function render(view: EditorView, source: string, el: HTMLElement, life: Component): void {
	const { app, path } = contextOf(view);
	void MarkdownRenderer.render(app, source, el, path, life);
}

/** A callout. */
export class CalloutWidget extends RenderedWidget {
	constructor(block: PreviewBlock, version: number) {
		super(block, version);
	}

	protected draw(view: EditorView, life: Component): HTMLElement {
		const el = createDiv('cm-embed-block cm-callout');
		render(view, this.block.source, el.createDiv('markdown-rendered'), life);
		this.addEditButton(view, el);
		return el;
	}
}

/** A table; a click shows the source at the row that was clicked. */
export class TableWidget extends RenderedWidget {
	constructor(block: PreviewBlock, version: number) {
		super(block, version);
	}

	protected draw(view: EditorView, life: Component): HTMLElement {
		const el = createDiv('cm-embed-block cm-table-widget markdown-rendered');
		render(view, this.block.source, el.createDiv('table-wrapper'), life);
		for (const table of el.findAll('table')) table.addClass('table-editor');
		return el;
	}

	protected override edit(view: EditorView, el: HTMLElement, target: HTMLElement): void {
		const first = view.state.doc.lineAt(view.posAtDOM(el)).number;
		const row = el.findAll('tr').indexOf(target.closest('tr') ?? el);
		const line = view.state.doc.line(row <= 0 ? first : Math.min(first + row + 1, view.state.doc.lines));
		view.dispatch({ selection: { anchor: line.to } });
		view.focus();
	}
}

/** What a plugin makes of a code block. Only its button shows the source. */
export class CodeBlockWidget extends RenderedWidget {
	constructor(block: PreviewBlock, version: number) {
		super(block, version);
	}

	protected draw(view: EditorView, life: Component): HTMLElement {
		const language = this.block.detail;
		const el = createDiv(`cm-preview-code-block cm-embed-block markdown-rendered cm-lang-${language}`);
		const content = el.createDiv(`block-language-${language}`);
		this.addEditButton(view, el);
		void renderCodeBlock(language, codeIn(this.block.source), content, this.context(view, el, life));
		return el;
	}

	/** A block keeps its element while text above it changes, so its lines are looked up when they are asked for. */
	private context(view: EditorView, el: HTMLElement, life: Component): MarkdownPostProcessorContext {
		const text = view.state.doc.toString();
		return {
			docId: newDocId(),
			sourcePath: contextOf(view).path,
			frontmatter: frontmatterOf(text),
			addChild: child => { life.addChild(child); },
			getSectionInfo: () => el.isConnected ? linesOf(view, el, this.block.source) : null,
		};
	}

	protected override get opensOnClick(): boolean {
		return false;
	}

	protected override edit(view: EditorView, el: HTMLElement): void {
		view.dispatch({ selection: { anchor: view.state.doc.lineAt(view.posAtDOM(el)).to } });
		view.focus();
	}
}

/** What stands between the fences. */
function codeIn(source: string): string {
	return source.split('\n').slice(1, -1).join('\n');
}

function linesOf(view: EditorView, el: HTMLElement, source: string): { text: string; lineStart: number; lineEnd: number } {
	const { doc } = view.state;
	const start = view.posAtDOM(el);
	return { text: doc.toString(), lineStart: doc.lineAt(start).number - 1, lineEnd: doc.lineAt(Math.min(doc.length, start + source.length)).number - 1 };
}

/** A rule across the page. */
export class RuleWidget extends RenderedWidget {
	constructor(block: PreviewBlock, version: number) {
		super(block, version);
	}

	protected draw(): HTMLElement {
		return createDiv('hr cm-line', el => { el.createEl('hr'); });
	}
}

/** Another note or a picture, drawn in place of `![[…]]`. */
export class EmbedWidget extends RenderedWidget {
	constructor(block: PreviewBlock, version: number) {
		super(block, version);
	}

	protected draw(view: EditorView, life: Component): HTMLElement {
		const { app, path } = contextOf(view);
		const el = createDiv({ cls: 'internal-embed', attr: { src: this.block.detail, alt: this.block.detail, tabindex: '-1' } });
		fillEmbed(app, el, path, life, 0);
		return el;
	}

	protected override get opensOnClick(): boolean {
		return false;
	}
}
