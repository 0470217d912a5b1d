import type { App } from '../app';
import { Keymap } from '../interface/keymap';
import { Platform } from '../platform';
import { isRecord } from '../record';
import { type HoverPopover, PopoverState } from './hover-popover';
import { PreviewPopover } from './preview-popover';

/** What `workspace.trigger('hover-link', …)` is given. */
export interface HoverLink {
	readonly event: MouseEvent;
	readonly source: string;
	readonly hoverParent: { hoverPopover: HoverPopover | null };
	readonly targetEl: HTMLElement | null;
	readonly linktext: string;
	readonly sourcePath?: string;
	readonly state?: Readonly<Record<string, unknown>>;
}

/** Whether the browser made a mouse event from a touch. */
function isTouched(event: MouseEvent): boolean {
	const { sourceCapabilities } = event as MouseEvent & { sourceCapabilities?: { firesTouchEvents: boolean } | null };
	return sourceCapabilities?.firesTouchEvents === true;
}

/** The core plugin that shows the note behind a link that the mouse rests on, with Mod held where that is asked for. */
export class PagePreview {
	readonly id = 'page-preview';
	readonly name = 'Page preview';
	/** Milliseconds that the mouse must rest. */
	waitTime = 300;
	/** The user's choice for a source: whether it needs Mod. */
	overrides: Record<string, boolean> = {};
	private stopListening: (() => void) | null = null;

	constructor(private readonly app: App) {
		app.workspace.registerHoverLinkSource('preview', { display: 'Reading view', defaultMod: false });
		app.workspace.registerHoverLinkSource('editor', { display: 'Editing view', defaultMod: true });
	}

	/** Reads the user's choices and starts to listen. */
	async onEnable(): Promise<void> {
		const { workspace } = this.app;
		await this.loadOptions();
		const listener = workspace.on('hover-link', (link: HoverLink) => { this.onHoverLink(link); });
		this.stopListening = () => { workspace.offref(listener); };
	}

	onDisable(): void {
		this.stopListening?.();
		this.stopListening = null;
	}

	/** A missing or broken file has no choices. */
	private async loadOptions(): Promise<void> {
		try {
			const stored: unknown = JSON.parse(await this.app.vault.adapter.read(this.optionsPath()));
			this.overrides = isRecord(stored) ? Object.fromEntries(Object.entries(stored).filter((entry): entry is [string, boolean] => typeof entry[1] === 'boolean')) : {};
		} catch {
			this.overrides = {};
		}
	}

	/** Keeps the user's choice for a source. */
	async setNeedsMod(source: string, needed: boolean): Promise<void> {
		this.overrides[source] = needed;
		await this.app.vault.adapter.mkdir(this.app.vault.configDir);
		await this.app.vault.adapter.write(this.optionsPath(), JSON.stringify(this.overrides, undefined, 2));
	}

	/** The user's choice, else what the source asks for; a source that nobody registered needs Mod. */
	needsMod(source: string): boolean {
		return this.overrides[source] ?? this.app.workspace.hoverLinkSources[source]?.defaultMod ?? true;
	}

	/** Something said that the mouse is on a link. */
	onHoverLink(link: HoverLink): void {
		if (Platform.isMobile || isTouched(link.event)) return;
		if (this.needsMod(link.source) && !Keymap.isModifier(link.event, 'Mod')) this.waitForMod(link);
		else this.open(link);
	}

	/** Starts a preview; one that the same target has already stays. */
	onLinkHover(parent: HoverLink['hoverParent'], targetEl: HTMLElement | null, linktext: string, sourcePath: string, state: HoverLink['state'] = {}): void {
		const shown = parent.hoverPopover;
		if (shown !== null && shown !== undefined && shown.state !== PopoverState.Hidden && targetEl !== null && shown.targetEl === targetEl) {
			shown.onTarget = true;
			shown.transition();
			return;
		}
		new PreviewPopover(this.app, { linktext, sourcePath, state }, parent, targetEl, this.waitTime);
	}

	private open({ hoverParent, targetEl, linktext, sourcePath, state }: HoverLink): void {
		this.onLinkHover(hoverParent, targetEl, linktext, sourcePath ?? '', state);
	}

	/** Mod that is pressed while the mouse is still on the link opens the preview, too. */
	private waitForMod(link: HoverLink): void {
		const { targetEl } = link;
		if (targetEl === null) return;
		const { win } = targetEl;
		const stop = (): void => {
			win.removeEventListener('keydown', pressed, true);
			targetEl.removeEventListener('mouseout', left);
		};
		const pressed = (event: KeyboardEvent): void => {
			if (!Keymap.isModifier(event, 'Mod')) return;
			stop();
			this.open(link);
		};
		const left = (event: MouseEvent): void => { if (!targetEl.contains(event.relatedTarget as Node | null)) stop(); };
		win.addEventListener('keydown', pressed, true);
		targetEl.addEventListener('mouseout', left);
	}

	private optionsPath(): string {
		return `${this.app.vault.configDir}/page-preview.json`;
	}
}
