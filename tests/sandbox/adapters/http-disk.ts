import type * as Api from 'obsidian-api';
import { missing, type Disk } from '../obsidian/vault/disk';
import { fileName, isInside, parentPath } from '../obsidian/vault/paths';
import type { ServedChange, ServedTree } from '../server/vault-protocol';

const root: Api.Stat = { type: 'folder', ctime: 0, mtime: 0, size: 0 };

/**
 * The server's vault: the tree is known from the start and kept by the server's answers and
 * events, files are fetched when read.
 */
export class HttpDisk implements Disk {
	readonly trash?: (path: string) => Promise<boolean>;
	private readonly entries = new Map<string, Api.Stat>();
	/** When the server looked at each path for what is known of it, also of what is gone. */
	private readonly revisions = new Map<string, number>();
	private readonly watchers = new Set<(path: string) => void>();

	constructor(private readonly base: string, tree: ServedTree) {
		this.learn({ path: '/', ...tree });
		if (!tree.hasTrash) return;
		this.trash = async (path) => {
			await this.change('POST', 'trash', { path }, path);
			return true;
		};
	}

	/** Asks the server for its tree. @param base its address without a trailing slash; empty for the page's own */
	static async connect(base: string): Promise<{ disk: HttpDisk; name: string }> {
		const tree = await fetchTree(base);
		return { disk: new HttpDisk(base, tree), name: tree.name };
	}

	async stat(path: string): Promise<Api.Stat | null> {
		return path === '/' ? root : this.entries.get(path) ?? null;
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
		if (!await this.stat(parentPath(path))) throw missing('open', path);
		const query = options.mtime === undefined ? { path } : { path, mtime: String(options.mtime) };
		await this.change('PUT', 'file', query, path, new Uint8Array(data));
	}

	async mkdir(path: string): Promise<void> {
		await this.change('POST', 'mkdir', { path }, path);
		for (let folder = path; folder !== '/'; folder = parentPath(folder)) {
			if (!this.entries.has(folder)) this.entries.set(folder, root);
		}
	}

	async remove(path: string): Promise<void> {
		if (!this.entries.has(path)) throw missing('rm', path);
		await this.change('DELETE', 'file', { path }, path);
	}

	async rename(from: string, to: string): Promise<void> {
		if (!this.entries.has(from)) throw missing('rename', from);
		const { revision } = await this.change('POST', 'rename', { from, to }, from);
		this.learn({ path: from, revision, entries: [] });
		this.announce(from);
	}

	/** What is changed through this disk itself is told at once: the server's own word may take its time. */
	watch(onChange: (path: string) => void): () => void {
		this.watchers.add(onChange);
		const events = new EventSource(this.url('events', {}));
		// What changed before the stream was open, or while it was broken, nobody told us.
		events.onopen = () => void this.catchUp(onChange);
		events.onmessage = (message: MessageEvent<string>) => {
			const change = JSON.parse(message.data) as ServedChange;
			this.learn(change);
			onChange(change.path);
		};
		return () => {
			this.watchers.delete(onChange);
			events.close();
		};
	}

	private async catchUp(onChange: (path: string) => void): Promise<void> {
		const before = new Map(this.entries);
		try {
			this.learn({ path: '/', ...await fetchTree(this.base) });
		} catch {
			// The server went away again; the next stream that opens brings us up to date.
		}
		for (const path of new Set([...before.keys(), ...this.entries.keys()])) {
			if (!isSame(before.get(path), this.entries.get(path))) onChange(path);
		}
	}

	private async change(method: string, action: string, query: Record<string, string>, path: string, body?: BodyInit): Promise<ServedChange> {
		const response = await fetch(this.url(action, query), body === undefined ? { method } : { method, body });
		await requireOk(response, 'open', path);
		const change = await response.json() as ServedChange;
		this.learn(change);
		this.announce(change.path);
		return change;
	}

	/** Takes over what the server saw, path by path, except where something later is known. */
	private learn({ path, revision, entries }: ServedChange): void {
		const isNews = (known: string): boolean => (this.revisions.get(known) ?? 0) <= revision;
		const present = new Set(entries.map((entry) => entry.path));
		for (const known of this.within(path)) if (!present.has(known) && isNews(known)) this.set(known, null, revision);
		for (const { path: found, ...stat } of entries) if (isNews(found)) this.set(found, stat, revision);
	}

	/** What is known at a path and below it. Of a file, which is what changes, nothing can be below. */
	private within(path: string): readonly string[] {
		if (this.entries.get(path)?.type === 'file') return [path];
		return [...this.entries.keys()].filter((known) => known === path || isInside(known, path));
	}

	private announce(path: string): void {
		for (const watcher of this.watchers) watcher(path);
	}

	private set(path: string, stat: Api.Stat | null, revision: number): void {
		this.revisions.set(path, revision);
		if (stat) this.entries.set(path, stat);
		else this.entries.delete(path);
	}

	private url(action: string, query: Record<string, string>): string {
		const search = new URLSearchParams(query).toString();
		return `${this.base}/vault/${action}${search ? `?${search}` : ''}`;
	}
}

async function fetchTree(base: string): Promise<ServedTree> {
	const response = await fetch(`${base}/vault/tree`);
	if (!response.ok) throw new Error(`The vault cannot be read: ${await response.text()}`);
	return response.json() as Promise<ServedTree>;
}

function isSame(one: Api.Stat | undefined, other: Api.Stat | undefined): boolean {
	return one?.type === other?.type && one?.mtime === other?.mtime && one?.size === other?.size;
}

async function requireOk(response: Response, call: string, path: string): Promise<void> {
	if (response.status === 404) throw missing(call, path);
	if (!response.ok) throw new Error(await response.text());
}
