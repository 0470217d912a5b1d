import type * as Api from 'obsidian-api';
import { DiskError, isMissing, missing, type Disk, type DiskOperation } from './disk';
import { FaultDisk } from './fault-disk';
import { Faults } from './faults';
import { MemoryDisk, type FileTexts } from './memory-disk';
import { fixedPace, type Pace } from '../pace';
import { fileName, isHidden, joinPath, parentPath } from './paths';
import { SerialQueue } from './serial-queue';
import { decodeText, encodeText, toArrayBuffer } from './text-encoding';
import { TreeIndex, type TreeChange } from './tree-index';

/** What the vault hears of: changes of its tree, and `raw` for each path that the disk's watcher names, hidden ones too. */
export type AdapterChange = TreeChange | { readonly type: 'raw'; readonly path: string };

/** How an adapter presents its disk. */
export interface AdapterOptions {
	/** The vault's name. */
	readonly name?: string;
	readonly pace?: Pace;
}

/**
 * The app's file access over a disk. Writes go one at a time; each one's change has been
 * reported before its promise resolves. Changes that other programs make are noticed
 * through the disk's watcher and reported just so.
 */
export class FileAdapter implements Api.DataAdapter {
	/** What goes wrong with the disk. For tests. */
	readonly faults = new Faults();
	private readonly disk: FaultDisk;
	private readonly queue = new SerialQueue();
	private readonly index: TreeIndex;
	private readonly name: string;
	private readonly pace: Pace;
	private report: (change: AdapterChange) => void = () => undefined;
	private stopWatching: () => void = () => undefined;

	constructor(disk: Disk, options: AdapterOptions = {}) {
		this.name = options.name ?? 'Sandbox';
		this.pace = options.pace ?? fixedPace();
		this.disk = new FaultDisk(disk, this.faults, this.pace);
		this.index = new TreeIndex(this.disk, (change) => { this.report(change); });
	}

	/** Reports everything outside hidden folders as created, then every change until `stop`. */
	async start(report: (change: AdapterChange) => void): Promise<void> {
		this.report = report;
		await this.queue.run(() => this.index.scan());
		this.stopWatching = this.disk.watch?.((path) => { void this.notice(path); }) ?? this.stopWatching;
	}

	/** Ends the watching; nothing is reported any more. */
	stop(): void {
		this.stopWatching();
		this.report = () => undefined;
	}

	/** Whether no write and no reconciliation is under way. */
	get idle(): boolean {
		return this.queue.idle;
	}

	/**
	 * Runs the hook before the next such operation on a path, once; what it throws is the
	 * failure. A hook in a write must use the disk below, not this adapter, whose writes
	 * wait for it. For tests.
	 */
	intercept(operation: DiskOperation, path: string, hook: () => void | Promise<void>): void {
		this.faults.intercept({ operation, path }, hook);
	}

	/** Makes the next such operation on a path fail, once. For tests. */
	fail(operation: DiskOperation, path: string, error: Error): void {
		this.intercept(operation, path, () => { throw error; });
	}

	getName(): string {
		return this.name;
	}

	/** Whether the disk has it; `sensitive` also compares the case where the disk itself does not. */
	async exists(normalizedPath: string, sensitive = false): Promise<boolean> {
		if (!await this.disk.stat(normalizedPath)) return false;
		if (!sensitive || normalizedPath === '/') return true;
		return (await this.disk.list(parentPath(normalizedPath))).includes(fileName(normalizedPath));
	}

	stat(normalizedPath: string): Promise<Api.Stat | null> {
		return this.disk.stat(normalizedPath);
	}

	async list(normalizedPath: string): Promise<Api.ListedFiles> {
		const listed: Api.ListedFiles = { files: [], folders: [] };
		for (const name of (await this.disk.list(normalizedPath)).sort()) {
			const path = joinPath(normalizedPath, name);
			const stat = await this.disk.stat(path);
			if (stat) (stat.type === 'folder' ? listed.folders : listed.files).push(path);
		}
		return listed;
	}

	async read(normalizedPath: string): Promise<string> {
		return decodeText(await this.disk.read(normalizedPath));
	}

	async readBinary(normalizedPath: string): Promise<ArrayBuffer> {
		return toArrayBuffer(await this.disk.read(normalizedPath));
	}

	write(normalizedPath: string, data: string, options?: Api.DataWriteOptions): Promise<void> {
		return this.change(() => this.put(normalizedPath, encodeText(data), options));
	}

	writeBinary(normalizedPath: string, data: ArrayBuffer, options?: Api.DataWriteOptions): Promise<void> {
		return this.change(() => this.put(normalizedPath, new Uint8Array(data), options));
	}

	async append(normalizedPath: string, data: string, options?: Api.DataWriteOptions): Promise<void> {
		await this.appendBytes(normalizedPath, encodeText(data), options);
	}

	async appendBinary(normalizedPath: string, data: ArrayBuffer, options?: Api.DataWriteOptions): Promise<void> {
		await this.appendBytes(normalizedPath, new Uint8Array(data), options);
	}

	process(normalizedPath: string, fn: (data: string) => string, options?: Api.DataWriteOptions): Promise<string> {
		return this.change(async () => {
			const before = decodeText(await this.disk.read(normalizedPath));
			const after = fn(before);
			await this.pace.step();
			await this.put(normalizedPath, encodeText(after), options);
			return after;
		});
	}

	getResourcePath(normalizedPath: string): string {
		return `app://sandbox/${encodeURI(normalizedPath)}`;
	}

	mkdir(normalizedPath: string): Promise<void> {
		return this.change(async () => {
			await this.disk.mkdir(normalizedPath);
			await this.reconcile(normalizedPath);
		});
	}

	trashSystem(normalizedPath: string): Promise<boolean> {
		return this.change(async () => {
			const gone = await this.disk.trash?.(normalizedPath) ?? false;
			if (gone) await this.reconcile(normalizedPath);
			return gone;
		});
	}

	trashLocal(normalizedPath: string): Promise<void> {
		return this.change(async () => {
			await this.disk.mkdir('.trash');
			await this.disk.rename(normalizedPath, await this.freeTrashPath(fileName(normalizedPath)));
			await this.reconcile(normalizedPath);
		});
	}

	rmdir(normalizedPath: string, recursive: boolean): Promise<void> {
		return this.change(async () => {
			if (!recursive) throw new DiskError('ERR_FS_EISDIR', 'Path is a directory: rm returned EISDIR (is a directory)', 'rm', normalizedPath);
			await this.disk.remove(normalizedPath);
			await this.reconcile(normalizedPath);
		});
	}

	remove(normalizedPath: string): Promise<void> {
		return this.change(async () => {
			await this.disk.remove(normalizedPath);
			await this.reconcile(normalizedPath);
		});
	}

	rename(normalizedPath: string, normalizedNewPath: string): Promise<void> {
		return this.change(async () => {
			if (normalizedPath === normalizedNewPath) return;
			await this.requireFree(normalizedPath, normalizedNewPath);
			await this.disk.rename(normalizedPath, normalizedNewPath);
			await this.index.move(normalizedPath, normalizedNewPath);
		});
	}

	copy(normalizedPath: string, normalizedNewPath: string): Promise<void> {
		return this.change(async () => {
			await this.requireFree(normalizedPath, normalizedNewPath);
			await this.copyTree(normalizedPath, normalizedNewPath);
			await this.reconcile(normalizedNewPath);
		});
	}

	private change<T>(task: () => Promise<T>): Promise<T> {
		return this.queue.run(async () => {
			await this.pace.step();
			return task();
		});
	}

	private appendBytes(path: string, data: Uint8Array, options?: Api.DataWriteOptions): Promise<void> {
		return this.change(async () => {
			const before = await this.readOrEmpty(path);
			const whole = new Uint8Array(before.length + data.length);
			whole.set(before);
			whole.set(data, before.length);
			await this.put(path, whole, options);
		});
	}

	private async readOrEmpty(path: string): Promise<Uint8Array> {
		return await this.disk.stat(path) ? this.disk.read(path) : new Uint8Array();
	}

	private async put(path: string, data: Uint8Array, options?: Api.DataWriteOptions): Promise<void> {
		await this.disk.write(path, data, options);
		await this.reconcile(path);
	}

	private async copyTree(from: string, to: string): Promise<void> {
		const stat = await this.disk.stat(from);
		if (!stat) throw missing('copyfile', from);
		if (stat.type === 'file') {
			await this.disk.write(to, await this.disk.read(from));
			return;
		}
		await this.disk.mkdir(to);
		for (const name of await this.disk.list(from)) await this.copyTree(joinPath(from, name), joinPath(to, name));
	}

	/** A rename that changes only the case is one, even where the file system cannot tell the two paths apart. */
	private async requireFree(from: string, to: string): Promise<void> {
		if (from.toLowerCase() !== to.toLowerCase() && await this.exists(to)) throw new Error('Destination file already exists!');
		if (parentPath(to) !== '/' && !await this.disk.stat(parentPath(to))) throw missing('rename', from);
	}

	private async freeTrashPath(name: string): Promise<string> {
		const dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length;
		let path = `.trash/${name}`;
		for (let number = 2; await this.disk.stat(path); number++) path = `.trash/${name.slice(0, dot)} ${number}${name.slice(dot)}`;
		return path;
	}

	private notice(path: string): Promise<void> {
		return this.change(async () => {
			this.report({ type: 'raw', path });
			await this.reconcile(path);
		}).catch((error: unknown) => {
			if (!isMissing(error)) console.error(error);
		});
	}

	private async reconcile(path: string): Promise<void> {
		if (!isHidden(path)) await this.index.reconcile(path);
	}
}

/** The desktop app's adapter class; only a vault in a real folder has one. */
export class FileSystemAdapter extends FileAdapter {
	constructor(disk: Disk, private readonly basePath: string, options?: AdapterOptions) {
		super(disk, options);
	}

	/** The vault's folder on this machine. */
	getBasePath(): string {
		return this.basePath;
	}

	getFullPath(normalizedPath: string): string {
		return normalizedPath === '/' ? this.basePath : `${this.basePath}/${normalizedPath}`;
	}
}

/** An adapter over files in memory. `outside` is the disk itself, where another program writes. */
export class MemoryAdapter extends FileAdapter {
	readonly outside: MemoryDisk;

	constructor(files: FileTexts | MemoryDisk = {}, options?: AdapterOptions) {
		const disk = files instanceof MemoryDisk ? files : new MemoryDisk(files);
		super(disk, options);
		this.outside = disk;
	}
}
