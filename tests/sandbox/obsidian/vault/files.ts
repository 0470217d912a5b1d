import type * as Api from 'obsidian-api';
import type { Vault } from './vault';
import { fileExtension, fileName } from './paths';

/** A file or folder of the vault: one object for as long as it exists, through every rename. */
export abstract class TAbstractFile implements Api.TAbstractFile {
	vault: Vault;
	/** From the vault's root, without a leading slash; the root itself is `/`. */
	path = '';
	name = '';
	/** Null for the root, and for what has been deleted. */
	parent: TFolder | null = null;
	deleted = false;

	constructor(vault: Vault, path: string) {
		this.vault = vault;
		this.setPath(path);
	}

	/** Called by the vault only. */
	setPath(path: string): void {
		this.path = path;
		this.name = path === '/' ? '' : fileName(path);
	}
}

/** A file of the vault. */
export class TFile extends TAbstractFile implements Api.TFile {
	/** Times in milliseconds since the epoch, size in bytes. */
	stat: Api.FileStats = { ctime: 0, mtime: 0, size: 0 };
	declare basename: string;
	declare extension: string;

	override setPath(path: string): void {
		super.setPath(path);
		this.extension = fileExtension(this.name);
		this.basename = this.extension ? this.name.slice(0, -this.extension.length - 1) : this.name;
	}
}

/** A folder of the vault. */
export class TFolder extends TAbstractFile implements Api.TFolder {
	children: TAbstractFile[] = [];

	isRoot(): boolean {
		return this.path === '/';
	}
}
