import { basename, resolve } from 'node:path';
import { FileSystemAdapter, type AdapterOptions } from '../obsidian/vault/adapter';
import { NodeDisk, type Polling } from './node-disk';
import { OverlayDisk } from './overlay-disk';

/** How a folder is used. */
export interface NodeAdapterOptions extends AdapterOptions {
	/** Write to the folder. Without it, changes stay in memory and the folder as it is. */
	readonly write?: boolean;
	/** Notice what other programs change. */
	readonly watch?: boolean | Polling;
}

/** An adapter over a real folder. */
export class NodeAdapter extends FileSystemAdapter {
	constructor(folder: string, options: NodeAdapterOptions = {}) {
		const disk = new NodeDisk(folder, { watch: options.watch ?? false });
		super(options.write ? disk : new OverlayDisk(disk), resolve(folder), { name: basename(resolve(folder)), ...options });
	}
}
