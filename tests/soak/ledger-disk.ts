import type * as Api from 'obsidian-api';
import type { Disk } from '../sandbox/obsidian/vault/disk';
import type { MemoryDisk } from '../sandbox/obsidian/vault/memory-disk';
import { isHidden } from '../sandbox/obsidian/vault/paths';
import { decodeText } from '../sandbox/obsidian/vault/text-encoding';

/** Hears of all that the app does to notes, right after it was done. */
export interface DiskWitness {
	wrote(path: string, text: string, mtime: number): void;
	removed(path: string): void;
	renamed(from: string, to: string): void;
}

/** The app's way to the disk, before a witness. What other programs do goes past it. */
export class LedgerDisk implements Disk {
	constructor(private readonly disk: MemoryDisk, private readonly witness: DiskWitness) {}

	stat(path: string): Promise<Api.Stat | null> {
		return this.disk.stat(path);
	}

	list(path: string): Promise<string[]> {
		return this.disk.list(path);
	}

	read(path: string): Promise<Uint8Array> {
		return this.disk.read(path);
	}

	async write(path: string, data: Uint8Array, options?: Api.DataWriteOptions): Promise<void> {
		const written = this.disk.write(path, data, options);
		// The disk in memory is written by now; nothing may come between that and the witness.
		if (!isHidden(path)) this.witness.wrote(path, decodeText(data), await this.#mtime(path));
		await written;
	}

	async mkdir(path: string): Promise<void> {
		await this.disk.mkdir(path);
	}

	async remove(path: string): Promise<void> {
		await this.disk.remove(path);
		if (!isHidden(path)) this.witness.removed(path);
	}

	async rename(from: string, to: string): Promise<void> {
		await this.disk.rename(from, to);
		if (isHidden(to)) this.witness.removed(from);
		else this.witness.renamed(from, to);
	}

	watch(onChange: (path: string) => void): () => void {
		return this.disk.watch(onChange);
	}

	async #mtime(path: string): Promise<number> {
		return (await this.disk.stat(path))?.mtime ?? 0;
	}
}
