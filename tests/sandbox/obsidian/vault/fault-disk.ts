import type * as Api from 'obsidian-api';
import type { Disk, DiskOperation } from './disk';

type Hook = () => void | Promise<void>;

/** A disk whose operations a test can hold up or make fail. */
export class FaultDisk implements Disk {
	private readonly hooks = new Map<string, Hook[]>();
	readonly watch?: (onChange: (path: string) => void) => () => void;
	readonly trash?: (path: string) => Promise<boolean>;

	constructor(private readonly disk: Disk) {
		if (disk.watch) this.watch = disk.watch.bind(disk);
		if (disk.trash) this.trash = disk.trash.bind(disk);
	}

	/** Runs the hook before the next such operation on the path, once. What it throws is the operation's failure. */
	intercept(operation: DiskOperation, path: string, hook: Hook): void {
		const key = hookKey(operation, path);
		this.hooks.set(key, [...(this.hooks.get(key) ?? []), hook]);
	}

	async stat(path: string): Promise<Api.Stat | null> {
		await this.runHook('stat', path);
		return this.disk.stat(path);
	}

	async list(path: string): Promise<string[]> {
		await this.runHook('list', path);
		return this.disk.list(path);
	}

	async read(path: string): Promise<Uint8Array> {
		await this.runHook('read', path);
		return this.disk.read(path);
	}

	async write(path: string, data: Uint8Array, options?: Api.DataWriteOptions): Promise<void> {
		await this.runHook('write', path);
		await this.disk.write(path, data, options);
	}

	async mkdir(path: string): Promise<void> {
		await this.runHook('mkdir', path);
		await this.disk.mkdir(path);
	}

	async remove(path: string): Promise<void> {
		await this.runHook('remove', path);
		await this.disk.remove(path);
	}

	async rename(from: string, to: string): Promise<void> {
		await this.runHook('rename', from);
		await this.disk.rename(from, to);
	}

	private async runHook(operation: DiskOperation, path: string): Promise<void> {
		await this.hooks.get(hookKey(operation, path))?.shift()?.();
	}
}

function hookKey(operation: DiskOperation, path: string): string {
	return `${operation} ${path}`;
}
