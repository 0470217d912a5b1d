import { setIcon } from '../interface/icons';
import type { WorkspaceLeaf } from './leaf';
import { showTabMenu } from './tab-menu';

/** The tab of a leaf: icon, title, what the leaf is linked or pinned by, and the button that closes it. */
export class TabHeader {
	readonly el = createDiv({ cls: 'workspace-tab-header tappable', attr: { role: 'tab', draggable: true } });
	private readonly iconEl: HTMLElement;
	private readonly titleEl: HTMLElement;
	private readonly statusEl: HTMLElement;

	constructor(private readonly leaf: WorkspaceLeaf) {
		const inner = this.el.createDiv('workspace-tab-header-inner');
		this.iconEl = inner.createDiv('workspace-tab-header-inner-icon');
		this.titleEl = inner.createDiv('workspace-tab-header-inner-title');
		this.statusEl = inner.createDiv('workspace-tab-header-status-container');
		const closeEl = inner.createDiv({ cls: 'workspace-tab-header-inner-close-button', attr: { 'aria-label': 'Close' } });
		setIcon(closeEl, 'x');
		this.listen(closeEl);
	}

	/** Writes what the leaf's view says of itself. */
	update(): void {
		const title = this.leaf.getDisplayText();
		setIcon(this.iconEl, this.leaf.getIcon());
		this.titleEl.setText(title);
		this.el.setAttrs({ 'aria-label': title, 'data-type': this.leaf.view.getViewType() });
	}

	setShown(shown: boolean): void {
		this.el.toggleClass('is-active', shown);
		this.el.setAttr('aria-selected', String(shown));
	}

	/** Shows the signs of a link and of a pin; a click takes either away. */
	updateStatus(): void {
		const { leaf } = this;
		this.statusEl.empty();
		this.el.toggleClass('is-pinned', leaf.pinned);
		if (leaf.group !== '') this.addSign('link', 'Linked', () => { leaf.setGroup(''); });
		if (leaf.pinned) this.addSign('pin', 'Pinned', () => { leaf.setPinned(false); });
	}

	private addSign(icon: string, label: string, click: () => void): void {
		const el = this.statusEl.createDiv({ cls: `workspace-tab-header-status-icon mod-${label.toLowerCase()}`, attr: { 'aria-label': label } });
		setIcon(el, icon);
		el.addEventListener('click', click);
	}

	private listen(closeEl: HTMLElement): void {
		const { leaf } = this;
		this.el.addEventListener('mousedown', event => {
			if (event.button === 0 && !closeEl.contains(event.target as Node)) leaf.workspace.setActiveLeaf(leaf, { focus: true });
		});
		this.el.addEventListener('auxclick', event => { if (event.button === 1) leaf.detach(); });
		closeEl.addEventListener('click', () => { leaf.detach(); });
		this.el.addEventListener('contextmenu', event => { showTabMenu(leaf, event); });
	}
}
