import type * as Api from 'obsidian-api';
import type { PluginSource } from '../obsidian/plugins/plugin-loader';

/** The plugin under development that the server offers; null where it offers none. Give it to `PluginLoader.provide`. */
export async function fetchPlugin(base = ''): Promise<PluginSource | null> {
	const [manifest, main, styles] = await Promise.all(['manifest.json', 'main.js', 'styles.css'].map((name) => fetchText(`${base}/plugin/${name}`)));
	if (typeof manifest !== 'string' || typeof main !== 'string') return null;
	return { manifest: JSON.parse(manifest) as Api.PluginManifest, main, styles: styles ?? null };
}

/** The other plugins that the server offers, to be run beside it. */
export async function fetchPeers(base = ''): Promise<PluginSource[]> {
	return await (await fetch(`${base}/peers`)).json() as PluginSource[];
}

async function fetchText(url: string): Promise<string | null> {
	const response = await fetch(url);
	return response.ok ? response.text() : null;
}
