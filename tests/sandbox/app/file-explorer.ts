import { ConfirmationModal } from '../obsidian/interface/confirmation-modal';
import { TFile, TFolder, type TAbstractFile } from '../obsidian/vault/files';
import { setIcon } from '../obsidian/interface/icons';
import { Keymap } from '../obsidian/interface/keymap';
import type { WorkspaceLeaf } from '../obsidian/workspace/leaf';
import { Menu } from '../obsidian/interface/menu';
import { ItemView } from '../obsidian/workspace/view';

/** The files of the vault as a tree. */
export class FileExplorerView extends ItemView {
	override icon = 'folder-closed';
	private readonly openFolders = new Set<string>();
	private readonly treeEl: HTMLElement;
	private drawQueued = false;

	constructor(leaf: WorkspaceLeaf) {
		super(leaf);
		const buttons = this.contentEl.createDiv('nav-header').createDiv('nav-buttons-container');
		this.addButton(buttons, 'square-pen', 'New note', () => this.app.commands.executeCommandById('file-explorer:new-file'));
		this.addButton(buttons, 'folder-plus', 'New folder', () => this.app.vault.createFolder(this.app.vault.getAvailablePath('Untitled', '')));
		this.addButton(buttons, 'chevrons-up-down', 'Expand or collapse all', () => { this.toggleAll(); });
		this.treeEl = this.contentEl.createDiv({ cls: 'nav-files-container', attr: { role: 'tree' } });
	}

	getViewType(): string {
		return 'file-explorer';
	}

	getDisplayText(): string {
		return 'Files';
	}

	override onload(): void {
		void super.onload();
		const { vault, workspace } = this.app;
		for (const name of ['create', 'delete'] as const) this.registerEvent(vault.on(name, () => { this.queueDraw(); }));
		this.registerEvent(vault.on('rename', () => { this.queueDraw(); }));
		this.registerEvent(workspace.on('file-open', file => {
			for (let folder = file?.parent ?? null; folder !== null; folder = folder.parent) this.openFolders.add(folder.path);
			this.queueDraw();
		}));
	}

	protected override onOpen(): Promise<void> {
		this.draw();
		return Promise.resolve();
	}

	private addButton(parent: HTMLElement, icon: string, label: string, run: () => unknown): void {
		const el = parent.createEl('button', { cls: 'clickable-icon nav-action-button', attr: { 'aria-label': label } });
		setIcon(el, icon);
		el.addEventListener('click', run);
	}

	private queueDraw(): void {
		if (this.drawQueued) return;
		this.drawQueued = true;
		window.setTimeout(() => {
			this.drawQueued = false;
			this.draw();
		});
	}

	private draw(): void {
		this.treeEl.empty();
		this.drawChildren(this.treeEl.createDiv(), this.app.vault.getRoot());
	}

	private drawChildren(parent: HTMLElement, folder: TFolder): void {
		const rank = (file: TAbstractFile): number => file instanceof TFolder ? 0 : 1;
		const children = [...folder.children].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'en', { numeric: true }));
		for (const child of children) {
			if (child instanceof TFolder) this.drawFolder(parent, child);
			else if (child instanceof TFile) this.drawFile(parent, child);
		}
	}

	private drawFolder(parent: HTMLElement, folder: TFolder): void {
		const open = this.openFolders.has(folder.path);
		const item = parent.createDiv(`tree-item nav-folder${open ? '' : ' is-collapsed'}`);
		const self = item.createDiv({ cls: 'tree-item-self nav-folder-title is-clickable mod-collapsible', attr: { 'data-path': folder.path, role: 'treeitem', 'aria-expanded': String(open) } });
		setIcon(self.createDiv(`tree-item-icon collapse-icon${open ? '' : ' is-collapsed'}`), 'chevron-down');
		self.createDiv({ cls: 'tree-item-inner nav-folder-title-content', text: folder.name });
		self.addEventListener('click', () => {
			if (!this.openFolders.delete(folder.path)) this.openFolders.add(folder.path);
			this.draw();
		});
		self.addEventListener('contextmenu', event => { this.showMenu(event, folder); });
		if (open) this.drawChildren(item.createDiv('tree-item-children nav-folder-children'), folder);
	}

	private drawFile(parent: HTMLElement, file: TFile): void {
		const active = this.app.workspace.getActiveFile() === file;
		const self = parent.createDiv('tree-item nav-file').createDiv({
			cls: `tree-item-self nav-file-title tappable is-clickable${active ? ' is-active' : ''}`,
			attr: { 'data-path': file.path, role: 'treeitem', tabindex: 0 },
		});
		self.createDiv({ cls: 'tree-item-inner nav-file-title-content', text: file.extension === 'md' ? file.basename : file.name });
		if (file.extension !== 'md') self.createDiv({ cls: 'nav-file-tag', text: file.extension });
		const open = (event: MouseEvent | KeyboardEvent): void => {
			if (this.app.viewRegistry.isExtensionRegistered(file.extension)) void this.app.workspace.getLeaf(Keymap.isModEvent(event)).openFile(file);
		};
		self.addEventListener('click', open);
		self.addEventListener('auxclick', event => { if (event.button === 1) open(event); });
		self.addEventListener('keydown', event => { if (event.key === 'Enter') open(event); });
		self.addEventListener('contextmenu', event => { this.showMenu(event, file); });
	}

	private showMenu(event: MouseEvent, file: TAbstractFile): void {
		const menu = new Menu();
		if (file instanceof TFile) {
			menu.addItem(item => item.setSection('open').setTitle('Open in new tab').setIcon('file-plus').onClick(() => this.app.workspace.getLeaf('tab').openFile(file)));
		}
		menu.addItem(item => item.setSection('danger').setTitle('Delete').setIcon('trash-2').setWarning(true).onClick(() => { this.confirmDeletion(file); }));
		this.app.workspace.trigger('file-menu', menu, file, 'file-explorer-context-menu');
		menu.showAtMouseEvent(event);
	}

	private confirmDeletion(file: TAbstractFile): void {
		const modal = new ConfirmationModal(this.app).setTitle('Delete file');
		modal.setContent(`Are you sure you want to delete "${file.name}"?`);
		modal.addButton(button => button.setButtonText('Delete').setDestructive().onClick(async () => { await this.app.fileManager.trashFile(file); }));
		modal.addCancelButton();
		modal.open();
	}

	private toggleAll(): void {
		const folders = this.app.vault.getAllFolders();
		if (folders.some(folder => this.openFolders.has(folder.path))) this.openFolders.clear();
		else for (const folder of folders) this.openFolders.add(folder.path);
		this.draw();
	}
}
