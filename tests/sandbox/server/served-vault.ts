import { basename, resolve } from 'node:path';
import type * as Api from 'obsidian-api';
import { NodeDisk } from '../adapters/node-disk';
import { OverlayDisk } from '../adapters/overlay-disk';
import { missing, type Disk } from '../obsidian/vault/disk';
import { joinPath } from '../obsidian/vault/paths';
import { Refusal } from './refusal';
import { resolveInside } from './served-folder';
import type { ServedEntry } from './vault-protocol';

const servedDotFolders = ['.obsidian', '.trash'];

/**
 * The vault folder as requests may see it: nothing outside it, no dot files or folders but
 * the app's own. Unless it may be written, changes stay in this process's memory, where
 * every page that opens the vault finds them.
 */
export class ServedVault {
	readonly name: string;
	private readonly disk: Disk;

	constructor(private readonly folder: string, write: boolean) {
		this.name = basename(resolve(folder));
		const onDisk = new NodeDisk(folder, { watch: true });
		this.disk = write ? onDisk : new OverlayDisk(onDisk);
	}

	/** Whether `trash` can do anything. */
	get hasTrash(): boolean {
		return this.disk.trash !== undefined;
	}

	/** Everything at and below a path; nothing where it does not exist. */
	async entries(path: string): Promise<ServedEntry[]> {
		const entries: ServedEntry[] = [];
		await this.collect(path, entries);
		return entries;
	}

	async read(path: string): Promise<Uint8Array> {
		await this.check(path);
		return this.disk.read(path);
	}

	async write(path: string, data: Uint8Array, options: Api.DataWriteOptions): Promise<void> {
		await this.check(path);
		await this.disk.write(path, data, options);
	}

	async mkdir(path: string): Promise<void> {
		await this.check(path);
		await this.disk.mkdir(path);
	}

	async remove(path: string): Promise<void> {
		await this.check(path);
		await this.disk.remove(path);
	}

	async rename(from: string, to: string): Promise<void> {
		await this.check(from);
		await this.check(to);
		if (from.toLowerCase() !== to.toLowerCase() && await this.disk.stat(to)) throw new Refusal(409, 'Destination file already exists!');
		if (!await this.disk.stat(from)) throw missing('rename', from);
		await this.disk.rename(from, to);
	}

	/** Throws out of the vault; false where there is no such place. */
	async trash(path: string): Promise<boolean> {
		await this.check(path);
		return await this.disk.trash?.(path) ?? false;
	}

	/** Calls back with each served path that may have changed. */
	watch(onChange: (path: string) => void): () => void {
		return this.disk.watch?.((path) => {
			if (isServed(path)) onChange(path);
		}) ?? (() => undefined);
	}

	private async check(path: string): Promise<void> {
		if (!isServed(path)) throw new Refusal(403, 'Not served.');
		await resolveInside(this.folder, path);
	}

	private async collect(path: string, entries: ServedEntry[]): Promise<void> {
		if (path !== '/' && !await this.isAccessible(path)) return;
		const stat = await this.disk.stat(path);
		if (!stat) return;
		if (path !== '/') entries.push({ path, ...stat });
		if (stat.type === 'file') return;
		for (const name of await this.disk.list(path)) await this.collect(joinPath(path, name), entries);
	}

	private async isAccessible(path: string): Promise<boolean> {
		try {
			await this.check(path);
			return true;
		} catch (error) {
			if (error instanceof Refusal) return false;
			throw error;
		}
	}
}

function isServed(path: string): boolean {
	return path.split('/').every((part, depth) => !part.startsWith('.') || (depth === 0 && servedDotFolders.includes(part)));
}
