import { FileAdapter, type AdapterOptions } from '../obsidian/vault/adapter';
import { HttpDisk } from './http-disk';

/**
 * An adapter over the vault that a server offers. What other programs change in the folder
 * is noticed.
 * @param base the server's address without a trailing slash; empty for the page's own
 */
export async function connectHttpAdapter(base = '', options: AdapterOptions = {}): Promise<FileAdapter> {
	const { disk, name } = await HttpDisk.connect(base);
	return new FileAdapter(disk, { name, ...options });
}
