import type { IncomingMessage, ServerResponse } from 'node:http';
import type * as Api from 'obsidian-api';
import type { EarlierSession } from './earlier-session';
import { Refusal } from './refusal';
import type { ServedVault } from './served-vault';
import type { ServedChange, ServedTree } from './vault-protocol';

const bodyLimit = 32 * 1024 * 1024;

/**
 * `/vault/...`: `GET tree`, `GET file?path=`, `GET earlier-session`, `GET events`, and to change something
 * `PUT file?path=&mtime=`, `DELETE file?path=`, `POST trash?path=`, `POST mkdir?path=`,
 * `POST rename?from=&to=`. Those answer with the entries of what they touched.
 */
export class VaultRoutes {
	private readonly listeners = new Set<ServerResponse>();
	private readonly stopWatching: () => void;
	private revision = 0;

	/** @param earlier what the page is told that an earlier session has kept */
	constructor(private readonly vault: ServedVault, private readonly earlier: EarlierSession | null = null) {
		this.stopWatching = vault.watch((path) => void this.announce(path));
	}

	/** Ends the event streams and the watching. */
	close(): void {
		this.stopWatching();
		for (const listener of this.listeners) listener.end();
	}

	async handle(url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
		const action = `${request.method ?? ''} ${url.pathname.slice('/vault/'.length)}`;
		switch (action) {
			case 'GET tree': return this.sendTree(response);
			case 'GET file': return this.sendFile(required(url, 'path'), response);
			case 'GET earlier-session': return sendJson(response, this.earlier);
			case 'GET events': return this.subscribe(response);
		}
		sendJson(response, await this.look(await this.change(action, url, request)));
	}

	private async change(action: string, url: URL, request: IncomingMessage): Promise<string> {
		switch (action) {
			case 'PUT file': return this.put(required(url, 'path'), url, request);
			case 'DELETE file': return this.with(required(url, 'path'), (path) => this.vault.remove(path));
			case 'POST trash': return this.with(required(url, 'path'), (path) => this.vault.trash(path));
			case 'POST mkdir': return this.with(required(url, 'path'), (path) => this.vault.mkdir(path));
			case 'POST rename': return this.with(required(url, 'to'), (to) => this.vault.rename(required(url, 'from'), to));
			default: throw new Refusal(404, 'Not found.');
		}
	}

	private async put(path: string, url: URL, request: IncomingMessage): Promise<string> {
		await this.vault.write(path, await readBody(request), writeOptions(url));
		return path;
	}

	private async with(path: string, run: (path: string) => Promise<unknown>): Promise<string> {
		await run(path);
		return path;
	}

	private async sendTree(response: ServerResponse): Promise<void> {
		const { revision, entries } = await this.look('/');
		sendJson(response, { name: this.vault.name, hasTrash: this.vault.hasTrash, revision, entries } satisfies ServedTree);
	}

	private async sendFile(path: string, response: ServerResponse): Promise<void> {
		const bytes = await this.vault.read(path);
		response.setHeader('Content-Type', 'application/octet-stream');
		response.end(bytes);
	}

	private subscribe(response: ServerResponse): void {
		response.setHeader('Content-Type', 'text/event-stream');
		response.write(': listening\n\n');
		this.listeners.add(response);
		response.on('close', () => this.listeners.delete(response));
	}

	/** What is at a path now. Numbered before it looks: of two looks, the one that began later has seen more. */
	private async look(path: string): Promise<ServedChange> {
		const revision = ++this.revision;
		return { path, revision, entries: await this.vault.entries(path) };
	}

	private async announce(path: string): Promise<void> {
		if (this.listeners.size === 0) return;
		const change = await this.look(path).catch(() => null);
		if (!change) return;
		for (const listener of this.listeners) listener.write(`data: ${JSON.stringify(change)}\n\n`);
	}
}

function required(url: URL, name: string): string {
	const value = url.searchParams.get(name);
	if (value === null) throw new Refusal(400, `The parameter ${name} is missing.`);
	return value;
}

function writeOptions(url: URL): Api.DataWriteOptions {
	const mtime = url.searchParams.get('mtime');
	return mtime === null || !/^\d+$/.test(mtime) ? {} : { mtime: Number(mtime) };
}

async function readBody(request: IncomingMessage): Promise<Uint8Array> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of request as AsyncIterable<Buffer>) {
		size += chunk.length;
		if (size > bodyLimit) throw new Refusal(413, 'Too large.');
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

function sendJson(response: ServerResponse, value: unknown): void {
	response.setHeader('Content-Type', 'application/json; charset=utf-8');
	response.end(JSON.stringify(value));
}
