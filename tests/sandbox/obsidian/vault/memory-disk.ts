import type * as Api from 'obsidian-api';
import { DiskError, missing, type Disk } from './disk';
import { fileName, isInside, parentPath } from './paths';

interface Entry {
	readonly type: 'file' | 'folder';
	readonly data: Uint8Array;
	readonly ctime: number;
	readonly mtime: number;
}

/** Text or bytes of files, by path; folders follow from the paths. */
export type FileTexts = Readonly<Record<string, string | Uint8Array>>;

const noBytes = new Uint8Array();

/** A disk in memory. Each write of a file gets a later `mtime` than the one before it. */
export class MemoryDisk implements Disk {
	private readonly entries = new Map<string, Entry>();
	private readonly names = new Map<string, Set<string>>();
	private readonly watchers = new Set<(path: string) => void>();

	/** @param mtime of all files given, in milliseconds; the present time if left out. */
	constructor(files: FileTexts = {}, mtime = Date.now()) {
		for (const [path, content] of Object.entries(files)) {
			this.makeFolders(parentPath(path), mtime);
			this.put(path, { type: 'file', data: bytesOf(content), ctime: mtime, mtime });
		}
	}

	async stat(path: string): Promise<Api.Stat | null> {
		const entry = this.entries.get(path);
		if (path === '/') return { type: 'folder', ctime: 0, mtime: 0, size: 0 };
		return entry ? { type: entry.type, ctime: entry.ctime, mtime: entry.mtime, size: entry.data.length } : null;
	}

	async list(path: string): Promise<string[]> {
		this.requireFolder('scandir', path, path);
		return [...(this.names.get(path) ?? [])];
	}

	async read(path: string): Promise<Uint8Array> {
		const entry = this.entries.get(path);
		if (!entry) throw missing('open', path);
		if (entry.type === 'folder') throw new DiskError('EISDIR', 'illegal operation on a directory', 'read', path);
		return entry.data.slice();
	}

	async write(path: string, data: Uint8Array, options: Api.DataWriteOptions = {}): Promise<void> {
		const before = this.entries.get(path);
		if (before?.type === 'folder' || path === '/') throw new DiskError('EISDIR', 'illegal operation on a directory', 'open', path);
		this.requireFolder('open', parentPath(path), path);
		const mtime = options.mtime ?? Math.max(Date.now(), (before?.mtime ?? 0) + 1);
		this.put(path, { type: 'file', data: data.slice(), ctime: options.ctime ?? before?.ctime ?? mtime, mtime });
		this.announce(path);
	}

	async mkdir(path: string): Promise<void> {
		this.makeFolders(path, Date.now());
		this.announce(path);
	}

	async remove(path: string): Promise<void> {
		if (!this.entries.has(path)) throw missing('rm', path);
		for (const [gone] of this.tree(path)) this.drop(gone);
		this.announce(path);
	}

	async rename(from: string, to: string): Promise<void> {
		if (!this.entries.has(from)) throw missing('rename', from);
		this.requireFolder('rename', parentPath(to), from);
		const moved = this.tree(from);
		for (const [path] of moved) this.drop(path);
		for (const [path, entry] of moved) this.put(to + path.slice(from.length), entry);
		this.announce(from);
		this.announce(to);
	}

	watch(onChange: (path: string) => void): () => void {
		this.watchers.add(onChange);
		return () => this.watchers.delete(onChange);
	}

	async trash(path: string): Promise<boolean> {
		await this.remove(path);
		return true;
	}

	private put(path: string, entry: Entry): void {
		this.entries.set(path, entry);
		const folder = parentPath(path);
		const names = this.names.get(folder);
		if (names) names.add(fileName(path));
		else this.names.set(folder, new Set([fileName(path)]));
	}

	private drop(path: string): void {
		this.entries.delete(path);
		this.names.get(parentPath(path))?.delete(fileName(path));
	}

	private tree(top: string): [string, Entry][] {
		return [...this.entries].filter(([path]) => path === top || isInside(path, top));
	}

	private makeFolders(path: string, time: number): void {
		if (path === '/') return;
		if (this.entries.get(path)?.type === 'file') throw new DiskError('EEXIST', 'file already exists', 'mkdir', path);
		this.makeFolders(parentPath(path), time);
		if (!this.entries.has(path)) this.put(path, { type: 'folder', data: noBytes, ctime: time, mtime: time });
	}

	private requireFolder(call: string, folder: string, path: string): void {
		if (folder !== '/' && this.entries.get(folder)?.type !== 'folder') throw missing(call, path);
	}

	private announce(path: string): void {
		for (const watcher of this.watchers) watcher(path);
	}
}

function bytesOf(content: string | Uint8Array): Uint8Array {
	return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}
