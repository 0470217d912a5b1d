import type * as Api from 'obsidian-api';
import type { Realm } from '../interface/dom';
import { setIcon } from '../interface/icons';
import { followPointer } from '../interface/pointer-drag';
import type { WorkspaceLeaf } from './leaf';
import type { Workspace } from './workspace';
import { WorkspaceContainer } from './workspace-item';

const DEFAULT_SIZE = { width: 720, height: 560 };

/** Places new windows so that each shows below the one before. */
let cascade = 0;

/**
 * A window besides the main one. It is a document of another realm, in a frame that
 * floats over the main window: nodes that are made there are not `instanceof` this
 * window's classes.
 */
export class WorkspaceWindow extends WorkspaceContainer implements Omit<Api.WorkspaceWindow, keyof Api.Events | 'parent' | 'getRoot' | 'getContainer'> {
	readonly win: Realm;
	readonly doc: Document;
	private readonly frameEl: HTMLElement;
	private readonly titleEl: HTMLElement;

	constructor(workspace: Workspace, data: Api.WorkspaceWindowInitData = {}) {
		super(workspace, 'vertical');
		this.containerEl.addClass('mod-root');
		this.frameEl = document.body.createDiv({ cls: 'popout-window', attr: { role: 'dialog' } });
		const bar = this.frameEl.createDiv('popout-window-titlebar');
		this.titleEl = bar.createDiv('popout-window-title');
		this.addCloseButton(bar);
		this.place(data);
		const iframe = this.frameEl.createEl('iframe', { cls: 'popout-window-frame' });
		this.win = workspace.app.windows.open(iframe, 'is-popout-window');
		this.doc = this.win.document;
		this.doc.body.createDiv('app-container').createDiv('horizontal-main-container').createDiv('workspace').append(this.containerEl);
		this.win.addEventListener('resize', () => { workspace.requestResize(); });
		this.win.addEventListener('focus', () => { this.bringToFront(); });
		this.dragBy(bar);
	}

	/** Where the window is, as the layout file has it; pixels. */
	getBounds(): { x: number; y: number; width: number; height: number } {
		const { left, top, width, height } = this.frameEl.getBoundingClientRect();
		return { x: left, y: top, width, height };
	}

	override updateTitle(): void {
		const leaf = this.workspace.getMostRecentLeaf(this);
		const title = (leaf?.parent.currentLeaf ?? leaf)?.getDisplayText() ?? '';
		this.titleEl.setText(title);
		this.doc.title = title;
		this.frameEl.setAttr('aria-label', title);
	}

	/** Closes its leaves, and with the last of them itself. */
	close(): void {
		const leaves: WorkspaceLeaf[] = [];
		this.iterateLeaves(leaf => { leaves.push(leaf); });
		for (const leaf of leaves) leaf.detach();
	}

	/** A frame that is put elsewhere in the document loads anew, so it rises by a class. */
	bringToFront(): void {
		for (const el of document.body.findAll('.popout-window')) el.toggleClass('mod-front', el === this.frameEl);
	}

	/** Its last leaf is gone. The document lives until the views that were in it have closed. */
	override onRemoved(): void {
		this.frameEl.hide();
		this.workspace.trigger('window-close', this, this.win);
		this.workspace.app.windows.close(this.win);
		void this.workspace.whenViewsClosed().then(() => { this.frameEl.remove(); });
	}

	private addCloseButton(bar: HTMLElement): void {
		const closeEl = bar.createEl('button', { cls: 'clickable-icon', attr: { 'aria-label': 'Close window' } });
		setIcon(closeEl, 'x');
		closeEl.addEventListener('click', () => { this.close(); });
	}

	private place({ x, y, size = DEFAULT_SIZE }: Api.WorkspaceWindowInitData): void {
		const width = Math.min(size.width, window.innerWidth);
		const height = Math.min(size.height, window.innerHeight);
		cascade = (cascade + 1) % 6;
		const left = x ?? (window.innerWidth - width) / 2 + cascade * 24;
		const top = y ?? (window.innerHeight - height) / 3 + cascade * 24;
		this.moveTo(left, top);
		this.frameEl.setCssStyles({ width: `${width}px`, height: `${height}px` });
	}

	private moveTo(left: number, top: number): void {
		const { width } = this.frameEl.getBoundingClientRect();
		this.frameEl.setCssStyles({
			left: `${Math.max(80 - width, Math.min(left, window.innerWidth - 80))}px`,
			top: `${Math.max(0, Math.min(top, window.innerHeight - 40))}px`,
		});
	}

	private dragBy(bar: HTMLElement): void {
		bar.addEventListener('mousedown', event => {
			event.preventDefault();
			this.win.focus();
		});
		followPointer(bar, () => {
			const { x, y } = this.getBounds();
			this.bringToFront();
			return (dx, dy) => { this.moveTo(x + dx, y + dy); };
		});
	}
}
