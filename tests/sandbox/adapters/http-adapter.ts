import { FileAdapter, type AdapterOptions } from '../obsidian/vault/adapter';
import type { ServedTree } from '../server/vault-protocol';
import { HttpDisk } from './http-disk';
import { OverlayDisk } from './overlay-disk';

/**
 * An adapter over the vault that a server offers. Where the server does not write,
 * changes stay in the page's memory. What other programs change in the folder is
 * noticed either way.
 * @param base the server's address without a trailing slash; empty for the page's own
 */
export async function connectHttpAdapter(base = '', options: AdapterOptions = {}): Promise<FileAdapter> {
	const response = await fetch(`${base}/vault/tree`);
	if (!response.ok) throw new Error(`The vault cannot be read: ${await response.text()}`);
	const tree = await response.json() as ServedTree;
	const disk = new HttpDisk(base, tree);
	return new FileAdapter(tree.writable ? disk : new OverlayDisk(disk), { name: tree.name, ...options });
}
