import type * as Api from 'obsidian-api';
import type { Disk, DiskOperation } from './disk';
import type { Crash, DiskCall, Faults } from './faults';
import type { Pace } from '../pace';

/** A disk whose operations take their time, and go wrong where a test wants it. */
export class FaultDisk implements Disk {
	readonly watch?: (onChange: (path: string) => void) => () => void;
	readonly trash?: (path: string) => Promise<boolean>;

	constructor(private readonly disk: Disk, private readonly faults: Faults, private readonly pace: Pace) {
		const watch = disk.watch?.bind(disk);
		const trash = disk.trash?.bind(disk);
		if (watch) this.watch = (onChange) => watch((path) => { if (!faults.isCrashed) onChange(path); });
		if (trash) this.trash = (path) => this.run('remove', [path], () => trash(path));
	}

	stat(path: string): Promise<Api.Stat | null> {
		return this.run('stat', [path], () => this.disk.stat(path));
	}

	list(path: string): Promise<string[]> {
		return this.run('list', [path], () => this.disk.list(path));
	}

	read(path: string): Promise<Uint8Array> {
		return this.run('read', [path], () => this.disk.read(path));
	}

	write(path: string, data: Uint8Array, options?: Api.DataWriteOptions): Promise<void> {
		const tear = (): Promise<void> => this.disk.write(path, data.slice(0, Math.floor(data.length / 2)));
		return this.run('write', [path], () => this.disk.write(path, data, options), tear);
	}

	mkdir(path: string): Promise<void> {
		return this.run('mkdir', [path], () => this.disk.mkdir(path));
	}

	remove(path: string): Promise<void> {
		return this.run('remove', [path], () => this.disk.remove(path));
	}

	rename(from: string, to: string): Promise<void> {
		return this.run('rename', [from, to], () => this.disk.rename(from, to));
	}

	private async run<T>(operation: DiskOperation, paths: DiskCall['paths'], perform: () => Promise<T>, tear?: () => Promise<void>): Promise<T> {
		const call = { operation, paths };
		await this.pace.step();
		await this.faults.strike(call);
		const crash = this.faults.beginCrash(call);
		if (crash) return this.die(crash, perform, tear);
		try {
			return await perform();
		} finally {
			await this.pace.step();
			await this.faults.whileAlive();
		}
	}

	/** Does as much of the operation as reaches the disk; whoever asked for it never hears of it. */
	private async die(crash: Crash, perform: () => Promise<unknown>, tear: () => Promise<void> = () => Promise.resolve()): Promise<never> {
		if (crash.moment === 'torn') await tear();
		if (crash.moment === 'after') await perform();
		return this.faults.endCrash(crash);
	}
}
