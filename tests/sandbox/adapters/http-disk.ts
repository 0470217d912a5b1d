import type * as Api from 'obsidian-api';
import { missing, type Disk } from '../obsidian/vault/disk';
import { fileName, isInside, parentPath } from '../obsidian/vault/paths';
import type { ServedChange, ServedEntry, ServedTree } from '../server/vault-protocol';

/** The server's vault: the tree is known from the start and kept by its events, files are fetched when read. */
export class HttpDisk implements Disk {
	private readonly entries = new Map<string, Api.Stat>();

	constructor(private readonly base: string, tree: ServedTree) {
		this.put(tree.entries);
	}

	async stat(path: string): Promise<Api.Stat | null> {
		if (path === '/') return { type: 'folder', ctime: 0, mtime: 0, size: 0 };
		return this.entries.get(path) ?? null;
	}

	async list(path: string): Promise<string[]> {
		if ((await this.stat(path))?.type !== 'folder') throw missing('scandir', path);
		return [...this.entries.keys()].filter((child) => parentPath(child) === path).map(fileName);
	}

	async read(path: string): Promise<Uint8Array> {
		// Asking the server for what the tree lacks would put an error into the page's console.
		if (!this.entries.has(path)) throw missing('open', path);
		const response = await fetch(this.url('file', { path }));
		await requireOk(response, 'open', path);
		return new Uint8Array(await response.arrayBuffer());
	}

	async write(path: string, data: Uint8Array, options: Api.DataWriteOptions = {}): Promise<void> {
		const query = options.mtime === undefined ? { path } : { path, mtime: String(options.mtime) };
		await this.change('PUT', 'file', query, path, new Uint8Array(data));
	}

	async mkdir(path: string): Promise<void> {
		await this.change('POST', 'mkdir', { path }, path);
		for (let folder = path; folder !== '/'; folder = parentPath(folder)) {
			if (!this.entries.has(folder)) this.entries.set(folder, { type: 'folder', ctime: 0, mtime: 0, size: 0 });
		}
	}

	async remove(path: string): Promise<void> {
		await this.change('DELETE', 'file', { path }, path);
	}

	async rename(from: string, to: string): Promise<void> {
		await this.change('POST', 'rename', { from, to }, from);
		this.replace({ path: from, entries: [] });
	}

	watch(onChange: (path: string) => void): () => void {
		const events = new EventSource(this.url('events', {}));
		events.onmessage = (message: MessageEvent<string>) => {
			const change = JSON.parse(message.data) as ServedChange;
			this.replace(change);
			onChange(change.path);
		};
		return () => { events.close(); };
	}

	private async change(method: string, action: string, query: Record<string, string>, path: string, body?: BodyInit): Promise<void> {
		const response = await fetch(this.url(action, query), body === undefined ? { method } : { method, body });
		await requireOk(response, 'open', path);
		this.replace(await response.json() as ServedChange);
	}

	private replace({ path, entries }: ServedChange): void {
		for (const known of [...this.entries.keys()]) if (known === path || isInside(known, path)) this.entries.delete(known);
		this.put(entries);
	}

	private put(entries: readonly ServedEntry[]): void {
		for (const { path, ...stat } of entries) this.entries.set(path, stat);
	}

	private url(action: string, query: Record<string, string>): string {
		const search = new URLSearchParams(query).toString();
		return `${this.base}/vault/${action}${search ? `?${search}` : ''}`;
	}
}

async function requireOk(response: Response, call: string, path: string): Promise<void> {
	if (response.status === 404) throw missing(call, path);
	if (!response.ok) throw new Error(await response.text());
}
