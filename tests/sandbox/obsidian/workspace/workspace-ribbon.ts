import type * as Api from 'obsidian-api';
import { setIcon } from '../interface/icons';
import { setTooltip } from '../interface/tooltip';

/** The strip of icons at the window's edge. */
export class WorkspaceRibbon implements Api.WorkspaceRibbon {
	readonly containerEl: HTMLElement;
	private readonly actionsEl: HTMLElement;

	constructor(side: Api.Side) {
		this.containerEl = createDiv(`workspace-ribbon side-dock-ribbon mod-${side}`);
		this.actionsEl = this.containerEl.createDiv('side-dock-actions');
	}

	/** Adds an icon at the end. */
	addAction(icon: string, title: string, callback: (evt: MouseEvent) => unknown): HTMLElement {
		const el = this.actionsEl.createDiv({ cls: 'clickable-icon side-dock-ribbon-action', attr: { role: 'button', tabindex: 0 } });
		setIcon(el, icon);
		setTooltip(el, title, { placement: 'right' });
		el.addEventListener('click', callback);
		return el;
	}
}
