import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type * as Api from 'obsidian-api';
import { isMissing } from '../obsidian/vault/disk';
import type { PluginSource } from '../obsidian/plugins/plugin-loader';

/** Reads built plugins from their folders, in the order given. @throws where one has no `manifest.json` or `main.js` */
export function readPeers(folders: readonly string[]): Promise<PluginSource[]> {
	return Promise.all(folders.map(readPeer));
}

async function readPeer(folder: string): Promise<PluginSource> {
	const read = (name: string): Promise<string> => readFile(join(folder, name), 'utf8');
	const [manifest, main, styles] = await Promise.all([read('manifest.json'), read('main.js'), read('styles.css').catch(noStyles)]);
	return { manifest: JSON.parse(manifest) as Api.PluginManifest, main, styles };
}

function noStyles(error: unknown): null {
	if (isMissing(error)) return null;
	throw error;
}
