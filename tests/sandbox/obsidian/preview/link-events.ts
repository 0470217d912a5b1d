import type { App } from '../app';
import type { HoverParent } from '../editor/markdown-file-info';
import { Keymap } from '../interface/keymap';
import { Menu } from '../interface/menu';
import { Notice } from '../interface/notice';

/** What the links of a rendering or an editor act for. */
export interface LinkHost {
	readonly app: App;
	/** What a preview of a link belongs to. */
	readonly hoverParent: HoverParent;
	/** The name of the rendering among the sources of previews. */
	readonly hoverSource: string;
	/** The note that links start from. */
	readonly sourcePath: () => string;
}

const LINKS = 'a.internal-link, a.external-link, a.tag, a.footnote-link, .metadata-link-inner, .internal-embed.mod-empty';

/** The elements whose links the app hears. A plugin's own view is none of them. */
const roots = new WeakSet<Node>();

/** Whether an element is this root's, not that of a rendering inside it. */
export function belongsTo(el: Node, rootEl: Node): boolean {
	let at: Node | null = el;
	while (at !== null && !roots.has(at)) at = at.parentNode;
	return at === rootEl;
}

function linkOf(event: MouseEvent, rootEl: HTMLElement): HTMLElement | null {
	const link = (event.target as Element | null)?.closest<HTMLElement>(LINKS) ?? null;
	return link !== null && belongsTo(link, rootEl) ? link : null;
}

/** Where an internal link leads; null for other links. */
function linktextOf(link: HTMLElement): string | null {
	if (link.hasClass('internal-embed')) return link.getAttr('src');
	return link.hasClass('internal-link') ? link.getAttr('data-href') ?? link.getAttr('href') : null;
}

function follow(event: MouseEvent, link: HTMLElement, { app, sourcePath }: LinkHost, rootEl: HTMLElement): void {
	event.preventDefault();
	const linktext = linktextOf(link);
	const href = link.getAttr('href') ?? '';
	if (linktext !== null) void app.workspace.openLinkText(linktext, sourcePath(), Keymap.isModEvent(event));
	else if (link.hasClass('footnote-link')) rootEl.querySelector(`[id="${CSS.escape(href.slice(1))}"]`)?.scrollIntoView({ block: 'center' });
	else if (/^obsidian:/i.test(href)) void app.protocol.open(href);
	else new Notice(link.hasClass('tag') ? `The sandbox has no search for ${href}.` : `The sandbox does not open ${href}.`);
}

function onClick(event: MouseEvent, rootEl: HTMLElement, host: LinkHost): void {
	const link = linkOf(event, rootEl);
	if (link === null || event.defaultPrevented || event.button > 1) return;
	follow(event, link, host, rootEl);
}

function onContextMenu(event: MouseEvent, rootEl: HTMLElement, { app, sourcePath }: LinkHost): void {
	const link = linkOf(event, rootEl);
	if (link === null || event.defaultPrevented) return;
	const linktext = linktextOf(link);
	const menu = Menu.forEvent(event);
	if (linktext !== null) app.workspace.handleLinkContextMenu(menu, linktext, sourcePath());
	else menu.addItem(item => item.setTitle('Copy URL').setIcon('link').onClick(() => link.win.navigator.clipboard.writeText(link.getAttr('href') ?? '')));
}

/** What is dropped is a link to the same place. */
function onDragStart(event: DragEvent, rootEl: HTMLElement): void {
	const link = linkOf(event, rootEl);
	const linktext = link === null ? null : linktextOf(link);
	if (linktext !== null) event.dataTransfer?.setData('text/plain', `[[${linktext}]]`);
}

function onMouseOver(event: MouseEvent, rootEl: HTMLElement, { app, hoverParent, hoverSource, sourcePath }: LinkHost): void {
	const link = linkOf(event, rootEl);
	if (link === null || link.contains(event.relatedTarget as Node | null)) return;
	const linktext = link.hasClass('internal-link') ? linktextOf(link) : null;
	if (linktext === null) return;
	app.workspace.trigger('hover-link', { event, source: hoverSource, hoverParent, targetEl: link, linktext, sourcePath: sourcePath() });
}

/** Makes the links in an element the app's, also those that plugins put there later. */
export function delegateLinks(rootEl: HTMLElement, host: LinkHost): void {
	const heardEl: HTMLElement = rootEl;
	roots.add(heardEl);
	heardEl.addEventListener('click', event => { onClick(event, heardEl, host); });
	heardEl.addEventListener('auxclick', event => { onClick(event, heardEl, host); });
	heardEl.addEventListener('contextmenu', event => { onContextMenu(event, heardEl, host); });
	heardEl.addEventListener('dragstart', event => { onDragStart(event, heardEl); });
	heardEl.addEventListener('mouseover', event => { onMouseOver(event, heardEl, host); });
}
