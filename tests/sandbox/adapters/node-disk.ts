import { watch, type Stats } from 'node:fs';
import { lstat, mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type * as Api from 'obsidian-api';
import { errorCode, isMissing, type Disk } from '../obsidian/vault/disk';
import { joinPath } from '../obsidian/vault/paths';

/** Watching by looking at the whole folder again and again, as is done anyway where the system tells of no changes. */
export interface Polling {
	/** Milliseconds from one look to the next. */
	readonly every: number;
}

const usualPolling: Polling = { every: 500 };

/** A folder of this machine. Linked folders in it are not followed: they may lead in a circle. */
export class NodeDisk implements Disk {
	readonly watch?: (onChange: (path: string) => void) => () => void;

	constructor(private readonly folder: string, options: { readonly watch: boolean | Polling }) {
		const look = (): Promise<Map<string, string>> => this.snapshot();
		const { watch: how } = options;
		if (typeof how === 'object') this.watch = (onChange) => poll(look, onChange, how);
		else if (how) this.watch = (onChange) => watchFolder(folder, look, onChange);
	}

	async stat(path: string): Promise<Api.Stat | null> {
		try {
			const found = await this.followFileLink(this.full(path));
			if (!found.isFile() && !found.isDirectory()) return null;
			const type = found.isFile() ? 'file' : 'folder';
			return { type, ctime: Math.round(found.birthtimeMs), mtime: Math.round(found.mtimeMs), size: type === 'file' ? found.size : 0 };
		} catch (error) {
			if (isMissing(error) || errorCode(error) === 'ENOTDIR') return null;
			throw error;
		}
	}

	list(path: string): Promise<string[]> {
		return readdir(this.full(path));
	}

	read(path: string): Promise<Uint8Array> {
		return readFile(this.full(path));
	}

	async write(path: string, data: Uint8Array, options: Api.DataWriteOptions = {}): Promise<void> {
		const before = await this.stat(path);
		await writeFile(this.full(path), data);
		const mtime = options.mtime ?? await this.laterThan(path, before);
		if (mtime !== null) await utimes(this.full(path), mtime / 1000, mtime / 1000);
	}

	async mkdir(path: string): Promise<void> {
		await mkdir(this.full(path), { recursive: true });
	}

	remove(path: string): Promise<void> {
		return rm(this.full(path), { recursive: true });
	}

	rename(from: string, to: string): Promise<void> {
		return rename(this.full(from), this.full(to));
	}

	private full(path: string): string {
		return path === '/' ? this.folder : join(this.folder, ...path.split('/'));
	}

	private async followFileLink(full: string): Promise<Stats> {
		const found = await lstat(full);
		if (!found.isSymbolicLink()) return found;
		const target = await stat(full);
		return target.isFile() ? target : found;
	}

	/** Two writes within one tick of the file system's clock would otherwise be one to everybody who compares `mtime`. */
	private async laterThan(path: string, before: Api.Stat | null): Promise<number | null> {
		const after = await this.stat(path);
		return before && after && after.mtime <= before.mtime ? before.mtime + 1 : null;
	}

	private async snapshot(): Promise<Map<string, string>> {
		const states = new Map<string, string>();
		const visit = async (folder: string): Promise<void> => {
			for (const name of await this.list(folder)) {
				const path = joinPath(folder, name);
				const found = await this.stat(path);
				if (found) states.set(path, `${found.type} ${found.mtime} ${found.size}`);
				if (found?.type === 'folder') await visit(path);
			}
		};
		await visit('/');
		return states;
	}
}

type Snapshot = () => Promise<Map<string, string>>;

function watchFolder(folder: string, snapshot: Snapshot, onChange: (path: string) => void): () => void {
	let stopPolling: () => void = () => undefined;
	const fallBack = (): void => { stopPolling = poll(snapshot, onChange, usualPolling); };
	try {
		const watcher = watch(folder, { recursive: true, persistent: false }, (_event, name) => {
			if (name !== null) onChange(name.split(sep).join('/'));
		});
		watcher.on('error', () => {
			watcher.close();
			fallBack();
		});
		return () => {
			watcher.close();
			stopPolling();
		};
	} catch {
		// Some platforms and network folders cannot be watched as a tree.
		fallBack();
		return () => { stopPolling(); };
	}
}

function poll(snapshot: Snapshot, onChange: (path: string) => void, { every }: Polling): () => void {
	let last: Map<string, string> | null = null;
	let stopped = false;
	const look = async (): Promise<void> => {
		const next = await snapshot().catch(() => last);
		if (stopped) return;
		for (const path of last && next ? differing(last, next) : []) onChange(path);
		last = next;
		setTimeout(() => void look(), every).unref();
	};
	void look();
	return () => { stopped = true; };
}

function differing(last: Map<string, string>, next: Map<string, string>): string[] {
	return [...new Set([...last.keys(), ...next.keys()])].filter((path) => last.get(path) !== next.get(path));
}
