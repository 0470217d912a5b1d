import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { isMissing } from '../obsidian/vault/disk';
import { readEarlierSession } from './earlier-session';
import { Refusal } from './refusal';
import { readPeers } from './peers';
import { requireOwnPage } from './request-guard';
import { resolveInside } from './served-folder';
import { ServedVault } from './served-vault';
import { VaultRoutes } from './vault-routes';

/** What is served. */
export interface ServerOptions {
	readonly vaultDir: string;
	/** Let the page write to the vault's folder. Without it the folder stays as it is, and the server keeps what changes in memory. */
	readonly write?: boolean;
	/** Hand the page the metadata that an earlier session of the app would have kept. */
	readonly warm?: boolean;
	/** 0, the default, takes a free one. */
	readonly port?: number;
	/** The folder with the `manifest.json`, `main.js` and `styles.css` of the plugin under development. */
	readonly pluginDir?: string;
	/** Folders of other built plugins, to be run beside it. */
	readonly peerDirs?: readonly string[];
	/** The built page, with an `index.html`. */
	readonly hostDir?: string;
}

/** A server that runs. */
export interface RunningServer {
	/** Without a trailing slash. */
	readonly url: string;
	close(): Promise<void>;
}

const pluginFiles = ['manifest.json', 'main.js', 'styles.css'];

const contentTypes: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.map': 'application/json; charset=utf-8',
};

/** Serves the sandbox's page, a plugin and a vault folder on 127.0.0.1, to this machine's own page only. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
	const served = new ServedVault(options.vaultDir, options.write ?? false);
	const vault = new VaultRoutes(served, options.warm ? await readEarlierSession(served) : null);
	const server = createServer((request, response) => void answer(request, response, (url) => route(url, request, response, vault, options)));
	await listen(server, options.port ?? 0);
	const { port } = server.address() as AddressInfo;
	return { url: `http://127.0.0.1:${port}`, close: () => shutDown(server, vault) };
}

async function answer(request: IncomingMessage, response: ServerResponse, handle: (url: URL) => Promise<void>): Promise<void> {
	response.setHeader('Cache-Control', 'no-store');
	response.setHeader('X-Content-Type-Options', 'nosniff');
	response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
	try {
		const url = new URL(request.url ?? '/', 'http://127.0.0.1');
		requireOwnPage(request, request.socket.localPort ?? 0, url.pathname);
		await handle(url);
	} catch (error) {
		sendError(response, error);
	}
}

async function route(url: URL, request: IncomingMessage, response: ServerResponse, vault: VaultRoutes, options: ServerOptions): Promise<void> {
	const { pathname } = url;
	if (pathname.startsWith('/vault/')) return vault.handle(url, request, response);
	if (request.method !== 'GET') throw new Refusal(405, 'Only GET.');
	if (pathname === '/peers') return sendJson(response, await readPeers(options.peerDirs ?? []));
	if (pathname === '/') return sendFile(response, options.hostDir, 'index.html');
	const [, top, ...rest] = pathname.split('/').map(decodePart);
	const path = rest.join('/');
	if (top === 'host') return sendFile(response, options.hostDir, path);
	if (top === 'plugin' && pluginFiles.includes(path)) return sendFile(response, options.pluginDir, path);
	throw new Refusal(404, 'Not found.');
}

async function sendFile(response: ServerResponse, folder: string | undefined, path: string): Promise<void> {
	if (folder === undefined) throw new Refusal(404, 'Not found.');
	const bytes = await readFile(await resolveInside(folder, path));
	response.setHeader('Content-Type', contentTypes[extname(path)] ?? 'application/octet-stream');
	response.end(bytes);
}

function sendJson(response: ServerResponse, value: unknown): void {
	response.setHeader('Content-Type', 'application/json; charset=utf-8');
	response.end(JSON.stringify(value));
}

function decodePart(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		throw new Refusal(400, 'Not a path.');
	}
}

function sendError(response: ServerResponse, error: unknown): void {
	const status = error instanceof Refusal ? error.status : isMissing(error) ? 404 : 500;
	if (status === 500) console.error(error);
	response.statusCode = status;
	response.setHeader('Content-Type', 'text/plain; charset=utf-8');
	// Only our own sentences go out: other errors name this machine's folders.
	response.end(error instanceof Refusal ? error.message : status === 404 ? 'Not found.' : 'Failed.');
}

function listen(server: Server, port: number): Promise<void> {
	return new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', () => {
			server.off('error', reject);
			resolve();
		});
	});
}

function shutDown(server: Server, vault: VaultRoutes): Promise<void> {
	vault.close();
	return new Promise((resolve) => {
		server.close(() => { resolve(); });
		server.closeAllConnections();
	});
}
