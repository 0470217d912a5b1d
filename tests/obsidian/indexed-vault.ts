import type { App } from 'obsidian';
import { IndexStore } from '../../src/core/index-store';
import { selectProposals } from '../../src/core/selectors';
import { ActionRunner } from '../../src/obsidian/action-runner';
import { VaultFeed } from '../../src/obsidian/vault-feed';
import { VaultWriter } from '../../src/obsidian/vault-writer';
import { openVault, type MemoryApp, type OpenOptions } from '../sandbox/headless';

/** A vault in memory with the plugin's own index over it, for integration tests. */
export interface IndexedVault {
	readonly host: MemoryApp;
	readonly app: App;
	readonly store: IndexStore;
	readonly feed: VaultFeed;
	readonly errors: unknown[];
	/** Resolves when the vault is quiet and the index has taken in all that happened. */
	settle(): Promise<void>;
	/** The proposals as `Note.md:line text`. */
	listed(): string[];
	/** Writes a file as another program does. */
	writeOutside(path: string, text: string): Promise<void>;
	/** A file as it stands on disk. */
	read(path: string): Promise<string>;
	close(): void;
}

/** A runner over such a vault, on 22 November 2026. */
export function runnerOver({ app, store, errors }: IndexedVault): ActionRunner {
	return new ActionRunner({
		store,
		writer: new VaultWriter(app),
		now: () => new Date(2026, 10, 22).getTime(),
		prepare: () => Promise.resolve(),
		reportError: (error) => errors.push(error),
	});
}

/** Opens a vault in memory and starts the index as the plugin does, when the layout is ready. */
export async function openIndexed(files: Record<string, string | Uint8Array>, options: OpenOptions = {}): Promise<IndexedVault> {
	const host = await openVault({ files }, options);
	const app = host as unknown as App;
	const errors: unknown[] = [];
	const store = new IndexStore((error) => errors.push(error));
	const feed = new VaultFeed(app, store, (_path, error) => errors.push(error));
	feed.load();
	feed.start();
	const vault: IndexedVault = {
		host,
		app,
		store,
		feed,
		errors,
		settle: async () => {
			await host.settle();
			// The feed gathers changes for a while before it passes them on.
			await new Promise((resolve) => setTimeout(resolve, 150));
			await host.settle();
		},
		listed: () => selectProposals(store.snapshot).map(({ path, line, text }) => `${path}:${line} ${text}`),
		writeOutside: (path, text) => host.outside.write(path, new TextEncoder().encode(text)),
		read: (path) => host.adapter.read(path),
		close: () => {
			feed.unload();
			host.close();
		},
	};
	await vault.settle();
	return vault;
}
