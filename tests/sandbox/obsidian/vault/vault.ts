import type * as Api from 'obsidian-api';
import type { FileAdapter, AdapterChange } from './adapter';
import { Events, type EventRef } from '../events';
import { TAbstractFile, TFile, TFolder } from './files';
import { isMarkdown, joinPath, normalizePath, parentPath } from './paths';
import { VaultConfig } from './vault-config';

/**
 * The vault's tree of files and folders over an adapter. The tree follows the adapter's
 * changes, whoever made them, so an event has always fired by the time the call that
 * caused it resolves.
 */
export class Vault extends Events implements Api.Vault {
	configDir = '.obsidian';
	readonly config: VaultConfig;
	private readonly fileMap = new Map<string, TAbstractFile>();
	private readonly root: TFolder;
	private readonly texts = new WeakMap<TFile, { mtime: number; size: number; text: string }>();

	constructor(readonly adapter: FileAdapter) {
		super();
		this.root = new TFolder(this, '/');
		this.fileMap.set('/', this.root);
		this.config = new VaultConfig(adapter, `${this.configDir}/app.json`);
	}

	override on(name: 'create' | 'modify' | 'delete', callback: (file: TAbstractFile) => unknown, ctx?: unknown): EventRef;
	override on(name: 'rename', callback: (file: TAbstractFile, oldPath: string) => unknown, ctx?: unknown): EventRef;
	override on(name: 'raw', callback: (path: string) => unknown, ctx?: unknown): EventRef;
	override on(name: 'config-changed', callback: (key: string) => unknown, ctx?: unknown): EventRef;
	override on(name: string, callback: (...data: never[]) => unknown, ctx?: unknown): EventRef {
		return super.on(name, callback as (...data: unknown[]) => unknown, ctx);
	}

	/** Scans the disk, fires `create` for each folder and file, and follows changes from then on. */
	async load(): Promise<void> {
		await this.config.load();
		await this.adapter.start((change) => { this.apply(change); });
	}

	/** Stops following changes. */
	close(): void {
		this.adapter.stop();
	}

	getName(): string {
		return this.adapter.getName();
	}

	getConfig(key: string): unknown {
		return this.config.get(key);
	}

	/** Sets an option of the app for this vault and fires `config-changed`. */
	setConfig(key: string, value: unknown): void {
		this.config.set(key, value);
		this.trigger('config-changed', key);
	}

	getFileByPath(path: string): TFile | null {
		const file = this.fileMap.get(path);
		return file instanceof TFile ? file : null;
	}

	getFolderByPath(path: string): TFolder | null {
		const folder = this.fileMap.get(path);
		return folder instanceof TFolder ? folder : null;
	}

	getAbstractFileByPath(path: string): TAbstractFile | null {
		return this.fileMap.get(path) ?? null;
	}

	getAbstractFileByPathInsensitive(path: string): TAbstractFile | null {
		const lower = path.toLowerCase();
		return this.getAbstractFileByPath(path) ?? [...this.fileMap.values()].find((file) => file.path.toLowerCase() === lower) ?? null;
	}

	getRoot(): TFolder {
		return this.root;
	}

	getAllLoadedFiles(): TAbstractFile[] {
		return [...this.fileMap.values()];
	}

	getAllFolders(includeRoot = false): TFolder[] {
		return this.getAllLoadedFiles().filter((file) => file instanceof TFolder).filter((folder) => includeRoot || !folder.isRoot());
	}

	getFiles(): TFile[] {
		return this.getAllLoadedFiles().filter((file) => file instanceof TFile);
	}

	getMarkdownFiles(): TFile[] {
		return this.getFiles().filter(isMarkdown);
	}

	static recurseChildren(root: TFolder, cb: (file: TAbstractFile) => unknown): void {
		cb(root);
		for (const child of root.children) {
			if (child instanceof TFolder) Vault.recurseChildren(child, cb);
			else cb(child);
		}
	}

	/** A path that nothing has yet: the one asked for, or with ` 1`, ` 2` ... before the extension. */
	getAvailablePath(path: string, extension: string): string {
		const suffix = extension ? `.${extension}` : '';
		for (let number = 0; ; number++) {
			const candidate = `${path}${number > 0 ? ` ${number}` : ''}${suffix}`;
			if (!this.getAbstractFileByPathInsensitive(candidate)) return candidate;
		}
	}

	/**
	 * A free path in the attachment folder, which it creates. In the app, but not in its public types.
	 * @param source the note that will hold the attachment
	 */
	async getAvailablePathForAttachments(name: string, extension: string, source: { readonly path: string } | null): Promise<string> {
		const folder = this.attachmentFolder(source?.path ?? '');
		if (folder !== '/' && !this.getFolderByPath(folder)) await this.createFolder(folder);
		return this.getAvailablePath(joinPath(folder, name), extension);
	}

	exists(path: string, sensitive?: boolean): Promise<boolean> {
		return this.adapter.exists(path, sensitive);
	}

	/** @throws `File already exists.`; ENOENT where the folder is missing. */
	async create(path: string, data: string, options?: Api.DataWriteOptions): Promise<TFile> {
		await this.requireFree(path, 'File already exists.');
		await this.adapter.write(path, data, options);
		return this.requireFile(path);
	}

	/** @throws `File already exists.`; ENOENT where the folder is missing. */
	async createBinary(path: string, data: ArrayBuffer, options?: Api.DataWriteOptions): Promise<TFile> {
		await this.requireFree(path, 'File already exists.');
		await this.adapter.writeBinary(path, data, options);
		return this.requireFile(path);
	}

	/** Creates the folders above it as well. @throws `Folder already exists.` */
	async createFolder(path: string): Promise<TFolder> {
		await this.requireFree(path, 'Folder already exists.');
		await this.adapter.mkdir(path);
		const folder = this.getFolderByPath(path);
		if (!folder) throw new Error(`The folder ${path} is not part of the vault.`);
		return folder;
	}

	read(file: Api.TFile): Promise<string> {
		return this.adapter.read(file.path);
	}

	/** The text as last read while the file's `stat` stays the same; what another program wrote shows once the vault has noticed it. */
	async cachedRead(file: Api.TFile): Promise<string> {
		const own = this.getFileByPath(file.path);
		const cached = own && this.texts.get(own);
		const { mtime, size } = file.stat;
		if (cached?.mtime === mtime && cached.size === size) return cached.text;
		const text = await this.adapter.read(file.path);
		if (own?.stat.mtime === mtime && own.stat.size === size) this.texts.set(own, { mtime, size, text });
		return text;
	}

	readBinary(file: Api.TFile): Promise<ArrayBuffer> {
		return this.adapter.readBinary(file.path);
	}

	getResourcePath(file: Api.TFile): string {
		return this.adapter.getResourcePath(file.path);
	}

	/** @throws EISDIR for a folder without `force`, as on the desktop. */
	delete(file: Api.TAbstractFile, force = false): Promise<void> {
		return this.getFolderByPath(file.path) ? this.adapter.rmdir(file.path, force) : this.adapter.remove(file.path);
	}

	async trash(file: Api.TAbstractFile, system: boolean): Promise<void> {
		if (system && await this.adapter.trashSystem(file.path)) return;
		await this.adapter.trashLocal(file.path);
	}

	/** Updates no links. @throws `Destination file already exists!` */
	rename(file: Api.TAbstractFile, newPath: string): Promise<void> {
		return this.adapter.rename(file.path, newPath);
	}

	modify(file: Api.TFile, data: string, options?: Api.DataWriteOptions): Promise<void> {
		return this.adapter.write(file.path, data, options);
	}

	modifyBinary(file: Api.TFile, data: ArrayBuffer, options?: Api.DataWriteOptions): Promise<void> {
		return this.adapter.writeBinary(file.path, data, options);
	}

	append(file: Api.TFile, data: string, options?: Api.DataWriteOptions): Promise<void> {
		return this.adapter.append(file.path, data, options);
	}

	appendBinary(file: Api.TFile, data: ArrayBuffer, options?: Api.DataWriteOptions): Promise<void> {
		return this.adapter.appendBinary(file.path, data, options);
	}

	/** Reads the disk, whatever an editor holds. One at a time with every other write. A throwing `fn` writes nothing. */
	process(file: Api.TFile, fn: (data: string) => string, options?: Api.DataWriteOptions): Promise<string> {
		return this.adapter.process(file.path, fn, options);
	}

	async copy<T extends Api.TAbstractFile>(file: T, newPath: string): Promise<T> {
		await this.adapter.copy(file.path, newPath);
		// A copy is of the same kind as what it was made from.
		return this.getAbstractFileByPath(newPath) as Api.TAbstractFile as T;
	}

	private apply(change: AdapterChange): void {
		switch (change.type) {
			case 'raw': this.trigger('raw', change.path); break;
			case 'created': this.addFile(change.path, change.stat); break;
			case 'modified': this.updateFile(change.path, change.stat); break;
			case 'removed': this.removeFile(change.path); break;
			case 'renamed': this.moveFile(change.oldPath, change.path); break;
		}
	}

	private addFile(path: string, stat: Api.Stat): void {
		const file = stat.type === 'folder' ? new TFolder(this, path) : new TFile(this, path);
		if (file instanceof TFile) file.stat = fileStats(stat);
		this.attach(file);
		this.trigger('create', file);
	}

	private updateFile(path: string, stat: Api.Stat): void {
		const file = this.getFileByPath(path);
		if (!file) return;
		file.stat = fileStats(stat);
		this.trigger('modify', file);
	}

	private removeFile(path: string): void {
		const file = this.fileMap.get(path);
		if (!file) return;
		this.detach(file);
		file.deleted = true;
		this.trigger('delete', file);
	}

	private moveFile(oldPath: string, path: string): void {
		const file = this.fileMap.get(oldPath);
		if (!file) return;
		this.detach(file);
		file.setPath(path);
		this.attach(file);
		this.trigger('rename', file, oldPath);
	}

	private attach(file: TAbstractFile): void {
		this.fileMap.set(file.path, file);
		file.parent = this.getFolderByPath(parentPath(file.path)) ?? this.root;
		file.parent.children.push(file);
	}

	private detach(file: TAbstractFile): void {
		this.fileMap.delete(file.path);
		const siblings = file.parent?.children ?? [];
		const index = siblings.indexOf(file);
		if (index >= 0) siblings.splice(index, 1);
		file.parent = null;
	}

	/** `/`, a folder's path, or one that starts with `./` and counts from the note's folder. */
	private attachmentFolder(sourcePath: string): string {
		const setting = String(this.getConfig('attachmentFolderPath'));
		if (!setting.startsWith('./')) return normalizePath(setting);
		const below = setting.slice('./'.length);
		return below === '' ? parentPath(sourcePath) : joinPath(parentPath(sourcePath), below);
	}

	private async requireFree(path: string, message: string): Promise<void> {
		if (await this.adapter.exists(path)) throw new Error(message);
	}

	private requireFile(path: string): TFile {
		const file = this.getFileByPath(path);
		if (!file) throw new Error(`The file ${path} is not part of the vault.`);
		return file;
	}
}

function fileStats({ ctime, mtime, size }: Api.Stat): Api.FileStats {
	return { ctime, mtime, size };
}
