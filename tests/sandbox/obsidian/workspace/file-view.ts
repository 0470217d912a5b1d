import type * as Api from 'obsidian-api';
import { debounce } from '../debounce';
import type { TFile } from '../vault/files';
import type { WorkspaceLeaf } from './leaf';
import type { Menu } from '../interface/menu';
import { Notice } from '../interface/notice';
import { RenameModal } from './rename-modal';
import { mergeTexts } from '../editor/text-merge';
import { ItemView } from './view';

type ViewMembers = keyof Api.ItemView;

/** How long the first change in an editor waits for its save; later changes do not put it off. */
const SAVE_DELAY = 2000;

/** A view of a file. */
export abstract class FileView extends ItemView implements Omit<Api.FileView, ViewMembers> {
	allowNoFile = false;
	file: TFile | null = null;
	override navigation = true;

	override onload(): void {
		void super.onload();
		this.registerEvent(this.app.vault.on('rename', file => { if (file === this.file) void this.onRename(this.file).then(() => { this.updateHeader(); }); }));
		this.registerEvent(this.app.vault.on('delete', file => { if (file === this.file && !this.allowNoFile) this.leaf.detach(); }));
	}

	getDisplayText(): string {
		return this.file?.basename ?? 'No file';
	}

	override getState(): Record<string, unknown> {
		return { ...super.getState(), ...(this.file === null ? {} : { file: this.file.path }) };
	}

	override async setState(state: unknown, result: Api.ViewStateResult): Promise<void> {
		const path = typeof state === 'object' && state !== null && 'file' in state ? state.file : undefined;
		const file = typeof path === 'string' ? this.app.vault.getFileByPath(path) : null;
		if (file !== null && file !== this.file) {
			await this.loadFile(file);
			result.history = true;
		}
		await super.setState(state, result);
	}

	override onPaneMenu(menu: Menu, source: string): void {
		super.onPaneMenu(menu, source);
		const { file } = this;
		if (file === null) return;
		menu.addItem(item => item.setSection('action').setTitle('Rename...').setIcon('edit-3').onClick(() => { new RenameModal(this.app, file).open(); }));
		this.app.workspace.trigger('file-menu', menu, file, source, this.leaf);
	}

	async onLoadFile(_file: TFile): Promise<void> {}

	async onUnloadFile(_file: TFile): Promise<void> {}

	async onRename(_file: TFile): Promise<void> {}

	canAcceptExtension(_extension: string): boolean {
		return false;
	}

	protected override async onClose(): Promise<void> {
		if (this.file !== null) await this.onUnloadFile(this.file);
		await super.onClose();
	}

	private async loadFile(file: TFile): Promise<void> {
		if (this.file !== null) await this.onUnloadFile(this.file);
		this.file = file;
		await this.onLoadFile(file);
		this.updateHeader();
		this.app.workspace.onFileOpened(file, this.leaf);
	}
}

/** A view in which a file can be edited. */
export abstract class EditableFileView extends FileView implements Omit<Api.EditableFileView, ViewMembers | keyof Api.FileView> {}

/**
 * A view of a text file. What is typed is saved two seconds after the first change. A
 * change from outside replaces the text of a clean view, and is merged into a dirty one.
 */
export abstract class TextFileView extends EditableFileView implements Omit<Api.TextFileView, ViewMembers | keyof Api.FileView> {
	data = '';
	readonly requestSave: (() => void) & { cancel(): unknown; run(): unknown };
	/** Whether the buffer has something that the disk does not. */
	dirty = false;
	private lastSavedData = '';

	constructor(leaf: WorkspaceLeaf) {
		super(leaf);
		const requested = debounce(() => this.save(), SAVE_DELAY);
		this.requestSave = Object.assign(() => {
			this.dirty = true;
			requested();
		}, { cancel: () => requested.cancel(), run: () => requested.run() });
		this.app.saves.add(this);
		this.register(() => { this.app.saves.delete(this); });
	}

	abstract getViewData(): string;
	abstract setViewData(data: string, clear: boolean): void;
	abstract clear(): void;

	override onload(): void {
		void super.onload();
		this.registerEvent(this.app.vault.on('modify', file => { if (this.file !== null && file === this.file) void this.onModify(this.file); }));
	}

	override async onLoadFile(file: TFile): Promise<void> {
		const text = await this.app.vault.read(file);
		this.data = text;
		this.lastSavedData = toEditorText(text);
		this.dirty = false;
		this.setViewData(text, true);
	}

	override async onUnloadFile(_file: TFile): Promise<void> {
		await this.save(true);
	}

	/** Writes the buffer where it differs from what was last saved. */
	async save(clear = false): Promise<void> {
		this.requestSave.cancel();
		const file = this.file;
		if (file !== null && this.dirty && !file.deleted) {
			this.data = this.getViewData();
			this.lastSavedData = this.data;
			this.dirty = false;
			await this.app.vault.modify(file, this.data);
		}
		if (clear) {
			this.clear();
			this.data = '';
		}
	}

	/** The user changed the buffer. */
	protected onInternalDataChange(): void {
		this.data = this.getViewData();
		this.dirty = true;
		this.requestSave();
	}

	private async onModify(file: TFile): Promise<void> {
		const text = toEditorText(await this.app.vault.read(file));
		if (file !== this.file || text === this.lastSavedData) return;
		const base = this.lastSavedData;
		this.lastSavedData = text;
		if (!this.dirty) {
			this.data = text;
			this.setViewData(text, false);
			return;
		}
		this.data = mergeTexts(base, text, this.getViewData());
		this.setViewData(this.data, false);
		this.dirty = this.data !== text;
		new Notice(`"${file.basename}" has been modified externally, merging changes automatically.`);
	}
}

/** The editor works with `\n` only. */
function toEditorText(text: string): string {
	return text.replace(/\r\n?/g, '\n');
}
