import type * as Api from 'obsidian-api';
import type { Disk } from './disk';
import { isHidden, isInside, joinPath, parentPath } from './paths';

/** A change of the vault's tree; a folder's contents are reported one by one. */
export type TreeChange =
	| { readonly type: 'created' | 'modified'; readonly path: string; readonly stat: Api.Stat }
	| { readonly type: 'removed'; readonly path: string }
	| { readonly type: 'renamed'; readonly path: string; readonly oldPath: string };

/**
 * What is known of the disk. It compares that with what the disk says and reports the
 * difference: a file is modified when its `mtime` or size changed, and only then.
 */
export class TreeIndex {
	private readonly known = new Map<string, Api.Stat>();
	private scanned = false;

	constructor(private readonly disk: Disk, private readonly report: (change: TreeChange) => void) {}

	/** Reports all that is not hidden, folders before what they hold. */
	async scan(): Promise<void> {
		this.scanned = true;
		await this.addChildren('/');
	}

	/** Brings one path up to date, with its parents and, for a folder, its contents. Does nothing before `scan`. */
	async reconcile(path: string): Promise<void> {
		if (!this.scanned || path === '/') return;
		const stat = await this.disk.stat(path);
		const before = this.known.get(path);
		if (!stat || (before && before.type !== stat.type)) this.forget(path);
		if (!stat || !await this.addMissingParent(path)) return;
		if (!this.known.has(path)) await this.add(path, stat);
		else if (stat.type === 'folder') await this.reconcileChildren(path);
		else this.update(path, stat);
	}

	/** Records that a file or folder was moved, and reports it for each file inside as well. */
	async move(from: string, to: string): Promise<void> {
		if (!this.scanned) return;
		if (isHidden(from)) await this.reconcile(to);
		else if (isHidden(to)) this.forget(from);
		else await this.moveKnown(from, to);
	}

	private async moveKnown(from: string, to: string): Promise<void> {
		for (const oldPath of [from, ...this.inside(from)]) {
			const path = to + oldPath.slice(from.length);
			const stat = this.known.get(oldPath);
			if (!stat) continue;
			this.known.delete(oldPath);
			this.known.set(path, stat);
			this.report({ type: 'renamed', path, oldPath });
		}
		await this.reconcile(to);
	}

	/** A disk may tell of what is in a folder before it tells of the folder. Returns whether it is there (still). */
	private async addMissingParent(path: string): Promise<boolean> {
		const parent = parentPath(path);
		if (!this.isKnownFolder(parent)) await this.reconcile(parent);
		return this.isKnownFolder(parent);
	}

	private isKnownFolder(path: string): boolean {
		return path === '/' || this.known.get(path)?.type === 'folder';
	}

	private async add(path: string, stat: Api.Stat): Promise<void> {
		this.known.set(path, stat);
		this.report({ type: 'created', path, stat });
		if (stat.type === 'folder') await this.addChildren(path);
	}

	private async addChildren(folder: string): Promise<void> {
		for (const path of await this.visibleChildren(folder)) {
			const stat = await this.disk.stat(path);
			if (stat && !this.known.has(path)) await this.add(path, stat);
		}
	}

	private async reconcileChildren(folder: string): Promise<void> {
		const present = await this.visibleChildren(folder);
		const gone = [...this.known.keys()].filter((path) => parentPath(path) === folder && !present.includes(path));
		for (const path of [...gone, ...present]) await this.reconcile(path);
	}

	private update(path: string, stat: Api.Stat): void {
		const before = this.known.get(path);
		if (before?.mtime === stat.mtime && before.size === stat.size) return;
		this.known.set(path, stat);
		this.report({ type: 'modified', path, stat });
	}

	private forget(path: string): void {
		// Inner folders are listed after the folder that holds them, so backwards is children first.
		for (const gone of [path, ...this.inside(path)].reverse()) {
			if (this.known.delete(gone)) this.report({ type: 'removed', path: gone });
		}
	}

	private inside(folder: string): string[] {
		return [...this.known.keys()].filter((path) => isInside(path, folder)).sort();
	}

	private async visibleChildren(folder: string): Promise<string[]> {
		const names = await this.disk.list(folder);
		return names.filter((name) => !name.startsWith('.')).sort().map((name) => joinPath(folder, name));
	}
}
