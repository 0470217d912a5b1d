import type * as Api from 'obsidian-api';
import type { TFile } from '../obsidian/vault/files';
import { ItemView } from '../obsidian/workspace/view';

/** The headings of the active note. */
export class OutlineView extends ItemView {
	override icon = 'list';

	getViewType(): string {
		return 'outline';
	}

	getDisplayText(): string {
		return 'Outline';
	}

	override onload(): void {
		void super.onload();
		this.registerEvent(this.app.workspace.on('file-open', () => { this.draw(); }));
		this.registerEvent(this.app.metadataCache.on('changed', file => { if (file === this.app.workspace.getActiveFile()) this.draw(); }));
	}

	protected override onOpen(): Promise<void> {
		this.draw();
		return Promise.resolve();
	}

	private draw(): void {
		this.contentEl.empty();
		const file = this.app.workspace.getActiveFile();
		const headings = file === null ? [] : this.app.metadataCache.getFileCache(file)?.headings ?? [];
		if (file === null || headings.length === 0) {
			this.contentEl.createDiv({ cls: 'pane-empty', text: 'No headings found.' });
			return;
		}
		const list = this.contentEl.createDiv({ cls: 'nav-files-container', attr: { role: 'list' } });
		for (const heading of headings) this.drawHeading(list, file, heading);
	}

	private drawHeading(list: HTMLElement, file: TFile, { heading, level, position }: Api.HeadingCache): void {
		const self = list.createDiv('tree-item').createDiv({ cls: 'tree-item-self is-clickable', attr: { role: 'listitem', tabindex: 0 } });
		self.setCssProps({ 'padding-inline-start': `${8 + (level - 1) * 16}px` });
		self.createDiv({ cls: 'tree-item-inner', text: heading });
		self.addEventListener('click', () => void this.app.workspace.getLeaf().openFile(file, { eState: { line: position.start.line } }));
	}
}
