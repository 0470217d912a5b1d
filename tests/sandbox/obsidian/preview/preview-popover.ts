import type { App } from '../app';
import { Keymap } from '../interface/keymap';
import { parseLinktext } from '../metadata/linkpath';
import type { EmbedComponent } from './embed-registry';
import { HoverPopover } from './hover-popover';

/** What a preview is of. */
export interface PreviewedLink {
	readonly linktext: string;
	readonly sourcePath: string;
	/** `scroll`: the line to show first. */
	readonly state: Readonly<Record<string, unknown>>;
}

type Parent = HoverPopover['parent'];

/** The card that shows the note behind a link, as reading mode shows it. */
export class PreviewPopover extends HoverPopover {
	private readonly embed: EmbedComponent | null;

	constructor(private readonly app: App, private readonly link: PreviewedLink, parent: Parent, targetEl: HTMLElement | null, waitTime: number) {
		super(parent, targetEl, waitTime);
		this.embed = this.createEmbed();
	}

	/** Runs when the card shows; nothing is rendered for one that never does. */
	override onload(): void {
		if (this.embed === null) this.showMissing();
		else this.addChild(this.embed).loadFile();
		this.registerDomEvent(this.hoverEl.doc, 'keydown', event => { this.onKey(event); }, true);
		const observer = new ResizeObserver(() => { this.position(); });
		observer.observe(this.hoverEl);
		this.register(() => { observer.disconnect(); });
	}

	private createEmbed(): EmbedComponent | null {
		const { linktext, sourcePath, state } = this.link;
		const { path, subpath } = parseLinktext(linktext);
		const file = this.app.metadataCache.getFirstLinkpathDest(path, sourcePath);
		const create = file === null ? null : this.app.embedRegistry.getEmbedCreator(file);
		if (file === null || create === null) return null;
		return create({ app: this.app, containerEl: this.hoverEl.createDiv(), linktext, sourcePath, depth: 0, showInline: false, state }, file, subpath);
	}

	private showMissing(): void {
		const { linktext, sourcePath } = this.link;
		const el = this.hoverEl.createDiv({ cls: 'pane-empty', text: `"${linktext}" is not created yet. Click to create.` });
		el.addEventListener('click', event => {
			this.hide();
			void this.app.workspace.openLinkText(linktext, sourcePath, Keymap.isModEvent(event));
		});
	}

	/** Esc closes the innermost card. */
	private onKey(event: KeyboardEvent): void {
		if (event.key !== 'Escape' || this.hasOpenChild()) return;
		event.preventDefault();
		event.stopPropagation();
		this.hide();
	}
}
