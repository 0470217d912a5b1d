import type * as Api from 'obsidian-api';
import { missing, type Disk } from '../obsidian/vault/disk';
import { MemoryDisk } from '../obsidian/vault/memory-disk';
import { isInside, joinPath, parentPath } from '../obsidian/vault/paths';

/**
 * A disk that reads from another and keeps every change to itself: the other one is
 * never written. What changes below shows through where this disk has not changed it.
 */
export class OverlayDisk implements Disk {
	private readonly changed = new MemoryDisk();
	private readonly hidden = new Set<string>();
	private readonly watchers = new Set<(path: string) => void>();

	constructor(private readonly below: Disk) {}

	async stat(path: string): Promise<Api.Stat | null> {
		return await this.changed.stat(path) ?? (this.isHidden(path) ? null : this.below.stat(path));
	}

	async list(path: string): Promise<string[]> {
		if (!await this.stat(path)) throw missing('scandir', path);
		const own = await this.changed.stat(path) ? await this.changed.list(path) : [];
		const names = await this.listBelow(path);
		return [...new Set([...own, ...names.filter((name) => !this.isHidden(joinPath(path, name)))])];
	}

	async read(path: string): Promise<Uint8Array> {
		if (await this.changed.stat(path)) return this.changed.read(path);
		if (this.isHidden(path)) throw missing('open', path);
		return this.below.read(path);
	}

	async write(path: string, data: Uint8Array, options: Api.DataWriteOptions = {}): Promise<void> {
		const before = await this.stat(path);
		if (!await this.stat(parentPath(path))) throw missing('open', path);
		if (parentPath(path) !== '/') await this.changed.mkdir(parentPath(path));
		const mtime = options.mtime ?? Math.max(Date.now(), (before?.mtime ?? 0) + 1);
		await this.changed.write(path, data, { ctime: options.ctime ?? before?.ctime ?? mtime, mtime });
		this.announce(path);
	}

	async mkdir(path: string): Promise<void> {
		await this.changed.mkdir(path);
		this.announce(path);
	}

	async remove(path: string): Promise<void> {
		if (!await this.stat(path)) throw missing('rm', path);
		if (await this.changed.stat(path)) await this.changed.remove(path);
		this.hidden.add(path);
		this.announce(path);
	}

	async rename(from: string, to: string): Promise<void> {
		if (!await this.stat(from)) throw missing('rename', from);
		if (!await this.stat(parentPath(to))) throw missing('rename', from);
		await this.copyUp(from, to);
		await this.remove(from);
		this.announce(to);
	}

	watch(onChange: (path: string) => void): () => void {
		this.watchers.add(onChange);
		const stop = this.below.watch?.(onChange);
		return () => {
			this.watchers.delete(onChange);
			stop?.();
		};
	}

	async trash(path: string): Promise<boolean> {
		await this.remove(path);
		return true;
	}

	private async copyUp(from: string, to: string): Promise<void> {
		const stat = await this.stat(from);
		if (stat?.type === 'file') {
			await this.write(to, await this.read(from), { ctime: stat.ctime, mtime: stat.mtime });
			return;
		}
		await this.mkdir(to);
		for (const name of await this.list(from)) await this.copyUp(joinPath(from, name), joinPath(to, name));
	}

	private async listBelow(path: string): Promise<string[]> {
		if (this.isHidden(path) || (await this.below.stat(path))?.type !== 'folder') return [];
		return this.below.list(path);
	}

	private isHidden(path: string): boolean {
		return [...this.hidden].some((gone) => path === gone || isInside(path, gone));
	}

	private announce(path: string): void {
		for (const watcher of this.watchers) watcher(path);
	}
}
