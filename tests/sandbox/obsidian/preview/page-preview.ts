import type { App } from '../app';
import { HoverPopover } from './hover-popover';
import { Keymap } from '../interface/keymap';
import { Platform } from '../platform';
import { parseLinktext } from '../metadata/linkpath';
import { MarkdownRenderer } from './markdown-renderer';

/** What `workspace.trigger('hover-link', …)` is given. */
interface HoverLink {
	event: MouseEvent;
	source: string;
	hoverParent: { hoverPopover: HoverPopover | null };
	targetEl: HTMLElement | null;
	linktext: string;
	sourcePath?: string;
}

/** The app's page preview: hovering a link shows its note, with Mod held where its source says so or is unknown. */
export class PagePreview {
	/** Milliseconds that the mouse must rest. */
	waitTime = 300;

	constructor(private readonly app: App) {
		app.workspace.registerHoverLinkSource('preview', { display: 'Reading view', defaultMod: false });
		app.workspace.registerHoverLinkSource('editor', { display: 'Editing view', defaultMod: true });
		app.workspace.on('hover-link', (link: HoverLink) => { this.onHover(link); });
	}

	/** A touch makes mouse events, too; they show nothing. */
	private onHover({ event, source, hoverParent, targetEl, linktext, sourcePath = '' }: HoverLink): void {
		if (Platform.isMobile) return;
		const needsMod = this.app.workspace.hoverLinkSources[source]?.defaultMod ?? true;
		if (needsMod && !Keymap.isModifier(event, 'Mod')) return;
		const file = this.app.metadataCache.getFirstLinkpathDest(parseLinktext(linktext).path, sourcePath);
		const popover = new HoverPopover(hoverParent, targetEl, this.waitTime);
		if (file === null) {
			popover.hoverEl.createDiv({ cls: 'pane-empty', text: `"${linktext}" is not created yet. Click to create.` });
			return;
		}
		const el = popover.hoverEl.createDiv('markdown-embed is-loaded').createDiv('markdown-embed-content').createDiv('markdown-preview-view markdown-rendered');
		el.createDiv({ cls: 'inline-title', text: file.basename });
		void this.app.vault.cachedRead(file).then(text => MarkdownRenderer.render(this.app, text, el, file.path, popover));
	}
}
