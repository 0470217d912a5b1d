import type { App } from 'obsidian';
import { IndexStore, type Snapshot } from '../../src/core/index-store';
import { joinConventions, parseSettings } from '../../src/core/settings';
import { readTasksPlugin } from '../../src/obsidian/tasks-plugin-reader';
import { VaultFeed } from '../../src/obsidian/vault-feed';

/** Fills the plugin's own index from the vault, as the plugin does in the app. */
export async function readSnapshot(app: App): Promise<Snapshot> {
	const store = new IndexStore((error) => console.error(error));
	const { settings } = parseSettings(await readData(app));
	store.update({ settings, conventions: joinConventions(settings, await readTasksPlugin(app)) });
	const feed = new VaultFeed(app, store, (note, error) => console.error(`${note} could not be read:`, error));
	feed.load();
	const complete = new Promise<Snapshot>((resolve) => {
		const stop = store.subscribe((snapshot) => {
			if (!snapshot.complete) return;
			stop();
			resolve(snapshot);
		});
	});
	feed.start();
	const snapshot = await complete;
	feed.unload();
	return snapshot;
}

async function readData(app: App): Promise<unknown> {
	const file = `${app.vault.configDir}/plugins/ratify/data.json`;
	try {
		return JSON.parse(await app.vault.adapter.read(file)) as unknown;
	} catch {
		return null;
	}
}
