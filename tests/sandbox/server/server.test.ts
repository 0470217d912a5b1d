import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectHttpAdapter } from '../adapters/http-adapter';
import { fetchPeers, fetchPlugin } from '../adapters/http-plugin';
import { startServer, type RunningServer } from './server';

let folder = '';
let server: RunningServer | null = null;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
	await mkdir(join(folder, 'vault/.obsidian'), { recursive: true });
	await mkdir(join(folder, 'vault/.git'));
	await mkdir(join(folder, 'plugin'));
	await writeFile(join(folder, 'vault/a.md'), 'text');
	await writeFile(join(folder, 'vault/.obsidian/app.json'), '{}');
	await writeFile(join(folder, 'vault/.git/config'), 'secret');
	await writeFile(join(folder, 'outside.md'), 'secret');
	await writeFile(join(folder, 'plugin/main.js'), 'code');
	await writeFile(join(folder, 'plugin/other.txt'), 'secret');
	await symlink(join(folder, 'outside.md'), join(folder, 'vault/link.md'));
	await symlink(folder, join(folder, 'vault/up'));
});

afterEach(async () => {
	await server?.close();
	server = null;
	await rm(folder, { recursive: true });
});

async function start(write = false): Promise<string> {
	server = await startServer({ vaultDir: join(folder, 'vault'), pluginDir: join(folder, 'plugin'), write });
	return server.url;
}

interface Answer {
	readonly status: number;
	readonly body: string;
}

/** `fetch` would tidy the path and refuse the headers that matter here. */
function send(url: string, path: string, options: { method?: string; headers?: Record<string, string>; body?: string | Buffer } = {}): Promise<Answer> {
	const { hostname, port } = new URL(url);
	return new Promise((resolve, reject) => {
		const sent = request({ hostname, port, path, method: options.method ?? 'GET', headers: options.headers ?? {} }, (response) => {
			const chunks: Buffer[] = [];
			response.on('data', (chunk: Buffer) => chunks.push(chunk));
			response.on('end', () => { resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }); });
		});
		sent.on('error', reject);
		sent.end(options.body);
	});
}

describe('what is served', () => {
	test('the tree holds the notes and the app\'s folder, no other dot folder and nothing behind links out of the vault', async () => {
		const { body } = await send(await start(), '/vault/tree');
		const tree = JSON.parse(body) as { entries: { path: string }[] };
		expect(tree.entries.map(({ path }) => path).sort()).toEqual(['.obsidian', '.obsidian/app.json', 'a.md']);
	});

	test('of the plugin under development its three files alone', async () => {
		const url = await start();
		expect(await send(url, '/plugin/main.js')).toEqual({ status: 200, body: 'code' });
		expect((await send(url, '/plugin/styles.css')).status).toBe(404);
		expect((await send(url, '/plugin/other.txt')).status).toBe(404);
	});

	test('the plugin, to the loader, once its manifest is there', async () => {
		const url = await start();
		expect(await fetchPlugin(url)).toBeNull();
		await writeFile(join(folder, 'plugin/manifest.json'), '{"id":"dev"}');
		expect(await fetchPlugin(url)).toEqual({ manifest: { id: 'dev' }, main: 'code', styles: null });
	});

	test('other plugins beside it, with or without a style sheet', async () => {
		await mkdir(join(folder, 'peer'));
		await writeFile(join(folder, 'peer/manifest.json'), '{"id":"peer"}');
		await writeFile(join(folder, 'peer/main.js'), 'peer code');
		server = await startServer({ vaultDir: join(folder, 'vault'), peerDirs: [join(folder, 'peer')] });
		expect(await fetchPeers(server.url)).toEqual([{ manifest: { id: 'peer' }, main: 'peer code', styles: null }]);
		await writeFile(join(folder, 'peer/styles.css'), '.peer {}');
		expect((await fetchPeers(server.url))[0]?.styles).toBe('.peer {}');
	});

	test('bytes that are no UTF-8 pass unchanged', async () => {
		const bytes = new Uint8Array([0xef, 0xbb, 0xbf, 0x61, 0xff, 0x0d, 0x0a]);
		await writeFile(join(folder, 'vault/a.md'), bytes);
		const adapter = await connectHttpAdapter(await start());
		expect(new Uint8Array(await adapter.readBinary('a.md'))).toEqual(bytes);
	});
});

describe('what is refused', () => {
	test.each([
		'/vault/file?path=../outside.md', '/vault/file?path=..%2Foutside.md', '/vault/file?path=A/../../outside.md',
		'/vault/file?path=/etc/hostname', '/vault/file?path=link.md', '/vault/file?path=up/outside.md', '/vault/file?path=.git/config',
		'/vault/file?path=a.md%00', '/plugin/..%2Foutside.md', '/host/../outside.md', '/vault/file',
	])('%s', async (path) => {
		const { status, body } = await send(await start(), path);
		expect(status).toBeGreaterThanOrEqual(400);
		expect(status).toBeLessThan(500);
		expect(body).not.toContain('secret');
		expect(body).not.toContain(folder);
	});

	test('another host name, a foreign origin, and what another site asks for', async () => {
		const url = await start();
		const { port } = new URL(url);
		for (const headers of [{ Host: 'evil.example' }, { Host: '127.0.0.1:1' }, { Origin: 'http://evil.example' }, { Origin: 'null' }, { 'Sec-Fetch-Site': 'cross-site' }]) {
			expect((await send(url, '/vault/tree', { headers })).status).toBe(403);
		}
		expect((await send(url, '/vault/tree', { headers: { Host: `localhost:${port}`, Origin: `http://localhost:${port}`, 'Sec-Fetch-Site': 'same-origin' } })).status).toBe(200);
	});

	test('every write on the disk, unless writing was asked for: the server keeps what changes in memory', async () => {
		const url = await start();
		const changes = [['POST', '/vault/mkdir?path=A'], ['PUT', '/vault/file?path=A/c.md'], ['PUT', '/vault/file?path=a.md'], ['POST', '/vault/rename?from=a.md&to=b.md'], ['DELETE', '/vault/file?path=b.md'], ['POST', '/vault/trash?path=A/c.md']] as const;
		for (const [method, path] of changes) expect((await send(url, path, { method, ...(method === 'PUT' ? { body: 'x' } : {}) })).status).toBe(200);
		expect(await readdir(join(folder, 'vault'))).toEqual(['.git', '.obsidian', 'a.md', 'link.md', 'up']);
		expect(await readFile(join(folder, 'vault/a.md'), 'utf8')).toBe('text');
	});

	test('the same paths in memory as on the disk', async () => {
		const url = await start();
		for (const path of ['../outside.md', 'link.md', 'up/new.md', '.git/config']) {
			const { status } = await send(url, `/vault/file?path=${path}`, { method: 'PUT', body: 'x' });
			expect([path, status >= 400 && status < 500]).toEqual([path, true]);
		}
	});

	test('writes out of the vault, and bodies past the limit', async () => {
		const url = await start(true);
		expect((await send(url, '/vault/file?path=link.md', { method: 'PUT', body: 'x' })).status).toBe(403);
		expect((await send(url, '/vault/rename?from=a.md&to=../b.md', { method: 'POST' })).status).toBe(403);
		expect((await send(url, '/vault/file?path=a.md', { method: 'PUT', body: Buffer.alloc(32 * 1024 * 1024 + 1) })).status).toBe(413);
		expect(await readFile(join(folder, 'outside.md'), 'utf8')).toBe('secret');
		expect(await readFile(join(folder, 'vault/a.md'), 'utf8')).toBe('text');
	});
});

describe('the page\'s adapter', () => {
	test('finds again what it changed before, though the folder stays as it is', async () => {
		const url = await start();
		const adapter = await connectHttpAdapter(url);
		await adapter.process('a.md', (text) => `${text}!`);
		await adapter.rename('a.md', 'b.md');
		const reopened = await connectHttpAdapter(url);
		expect(await reopened.read('b.md')).toBe('text!');
		expect(await reopened.exists('a.md')).toBe(false);
		expect(await readFile(join(folder, 'vault/a.md'), 'utf8')).toBe('text');
	});

	test('throws things away for good where they are in memory, and not at all where they are on the disk', async () => {
		const inMemory = await connectHttpAdapter(await start());
		expect(await inMemory.trashSystem('a.md')).toBe(true);
		expect(await inMemory.exists('a.md')).toBe(false);
		await server?.close();
		const onDisk = await connectHttpAdapter(await start(true));
		expect(await onDisk.trashSystem('a.md')).toBe(false);
		expect(await onDisk.exists('a.md')).toBe(true);
	});

	test('writes through where it does', async () => {
		const adapter = await connectHttpAdapter(await start(true));
		await adapter.mkdir('A/B');
		await adapter.process('a.md', (text) => `${text}!`);
		await adapter.rename('a.md', 'A/B/b.md');
		await adapter.write('A/c.md', 'c', { mtime: 1700000000000 });
		expect(await readFile(join(folder, 'vault/A/B/b.md'), 'utf8')).toBe('text!');
		expect((await adapter.stat('A/c.md'))?.mtime).toBe(1700000000000);
		await adapter.remove('A/c.md');
		expect((await adapter.list('A')).files).toEqual([]);
	});
});

test('what another program writes is told to the page', async () => {
	const url = await start();
	const response = await fetch(`${url}/vault/events`);
	const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
	await writeFile(join(folder, 'vault/new.md'), 'n');
	let heard = '';
	while (!heard.includes('"path":"new.md"')) heard += (await reader?.read())?.value ?? '';
	expect(heard).toContain('"type":"file"');
	await reader?.cancel();
});
