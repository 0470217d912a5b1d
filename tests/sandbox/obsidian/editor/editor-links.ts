import type { EditorView } from '@codemirror/view';
import type { App } from '../app';
import { Keymap } from '../interface/keymap';
import { Menu } from '../interface/menu';
import { parseLinktext } from '../metadata/linkpath';
import { type ClickableToken, clickableTokenAt } from './clickable-token';
import type { MarkdownFileInfo } from './markdown-file-info';

const SOURCE_LINKS = '.cm-hmd-internal-link, .cm-link, .cm-url, .cm-footref';
const RENDERED_LINKS = 'a.internal-link';

/**
 * Clicks and hovering on links in an editor: those of its text, and `a.internal-link` in
 * whatever widget stands in it, a plugin's too.
 */
export class EditorLinks {
	private readonly app: App;

	constructor(private readonly cm: EditorView, private readonly info: MarkdownFileInfo) {
		this.app = info.app;
		// Before the editor hears it, which would set the cursor into the link, and so replace what is clicked.
		cm.dom.addEventListener('mousedown', event => { if (event.button === 0 && this.followsSource(event)) event.preventDefault(); }, { capture: true });
		cm.dom.addEventListener('click', event => { this.onClick(event); });
		cm.dom.addEventListener('auxclick', event => { if (event.button === 1) this.onClick(event); });
		cm.dom.addEventListener('mouseover', event => { this.onHover(event); });
		cm.dom.addEventListener('contextmenu', event => { this.onContextMenu(event); });
	}

	private onClick(event: MouseEvent): void {
		if (event.defaultPrevented) return;
		const rendered = this.renderedLink(event);
		if (rendered !== null) this.open(event, { type: 'internal-link', text: rendered.getAttr('data-href') ?? '' }, this.pathOf(rendered));
		else if (this.followsSource(event)) this.openSource(event);
	}

	private openSource(event: MouseEvent): void {
		const token = this.tokenAt(event);
		if (token !== null) this.open(event, token, this.path);
	}

	private open(event: MouseEvent, { type, text }: Pick<ClickableToken, 'type' | 'text'>, sourcePath: string): void {
		event.preventDefault();
		if (type === 'internal-link') void this.app.workspace.openLinkText(text, sourcePath, Keymap.isModEvent(event));
		else if (type === 'external-link') window.open(text, '_blank', 'noopener');
	}

	private onHover(event: MouseEvent): void {
		const rendered = this.renderedLink(event);
		const target = rendered ?? this.sourceLink(event);
		if (target === null || target.contains(event.relatedTarget as Node | null)) return;
		const token = rendered === null ? this.tokenAt(event) : null;
		const linktext = rendered?.getAttr('data-href') ?? (token?.type === 'internal-link' ? token.text : null);
		if (linktext === null) return;
		const sourcePath = rendered === null ? this.path : this.pathOf(rendered);
		this.app.workspace.trigger('hover-link', { event, source: 'editor', hoverParent: this.info, targetEl: target, linktext, sourcePath });
	}

	private onContextMenu(event: MouseEvent): void {
		const rendered = this.renderedLink(event);
		if (rendered !== null) this.app.workspace.handleLinkContextMenu(Menu.forEvent(event), rendered.getAttr('data-href') ?? '', this.pathOf(rendered));
	}

	/** A plain click follows a link as it reads in Live Preview; where its source shows, Mod is needed. */
	private followsSource(event: MouseEvent): boolean {
		const target = event.target as HTMLElement;
		return this.sourceLink(event) !== null && (event.button === 1 || target.closest('.cm-underline') !== null || Keymap.isModEvent(event) !== false);
	}

	/** What stands in a widget is not the editor's text. */
	private sourceLink(event: MouseEvent): HTMLElement | null {
		const target = event.target as HTMLElement;
		return target.closest('[contenteditable="false"]') === null ? target.closest<HTMLElement>(SOURCE_LINKS) : null;
	}

	private renderedLink(event: MouseEvent): HTMLElement | null {
		return (event.target as HTMLElement).closest<HTMLElement>(RENDERED_LINKS);
	}

	private tokenAt(event: MouseEvent): ClickableToken | null {
		return clickableTokenAt(this.cm.state, this.cm.posAtDOM(event.target as HTMLElement));
	}

	private get path(): string {
		return this.info.file?.path ?? '';
	}

	/** A link in an embed is one of the embedded note. */
	private pathOf(el: HTMLElement): string {
		const embedded = el.closest<HTMLElement>('.internal-embed')?.getAttr('src');
		if (embedded === undefined || embedded === null) return this.path;
		return this.app.metadataCache.getFirstLinkpathDest(parseLinktext(embedded).path, this.path)?.path ?? this.path;
	}
}
