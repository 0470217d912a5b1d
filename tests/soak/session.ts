import type { App as ApiApp } from 'obsidian';
import { IndexStore } from '../../src/core/index-store';
import { joinConventions, type Settings } from '../../src/core/settings';
import { ActionRunner } from '../../src/obsidian/action-runner';
import { IndexedDbStore } from '../../src/obsidian/indexed-db-store';
import type { Outcome } from '../../src/obsidian/outcome';
import { VaultFeed } from '../../src/obsidian/vault-feed';
import { VaultWriter } from '../../src/obsidian/vault-writer';
import { App, type LocalStorage } from '../sandbox/obsidian/app';
import { MetadataCache } from '../sandbox/obsidian/metadata/metadata-cache';
import type { Pace } from '../sandbox/obsidian/pace';
import { FileAdapter } from '../sandbox/obsidian/vault/adapter';
import type { Disk } from '../sandbox/obsidian/vault/disk';
import { FileManager } from '../sandbox/obsidian/vault/file-manager';
import { Vault } from '../sandbox/obsidian/vault/vault';

/** What outlasts a session on the device. */
export interface Device {
	readonly disk: Disk;
	readonly storage: Map<string, string>;
	readonly pace: Pace;
	/** Milliseconds since the epoch. */
	readonly now: () => number;
	/** Is told of every problem that the plugin reports beside its outcomes. */
	readonly trouble: (message: string) => void;
}

/** The app with the plugin's parts at work, from its start to its end or its crash. */
export class Session {
	readonly app: App;
	readonly store: IndexStore;
	readonly runner: ActionRunner;
	readonly #feed: VaultFeed;

	constructor(device: Device) {
		const { pace, trouble } = device;
		const vault = new Vault(new FileAdapter(device.disk, { name: 'Soak', pace }));
		const metadataCache = new MetadataCache(vault, pace);
		this.app = new App({ vault, metadataCache, fileManager: new FileManager(vault, metadataCache), modules: {}, storage: storageWhileAlive(device.storage, vault) });
		const app = this.app as unknown as ApiApp;
		this.store = new IndexStore((error) => { trouble(String(error)); });
		this.#feed = new VaultFeed(app, this.store, (path, error) => { if (!isInjected(error)) trouble(`${path} could not be read: ${String(error)}`); });
		this.runner = new ActionRunner({
			store: this.store,
			writer: new VaultWriter(app),
			journalStore: new IndexedDbStore(app),
			now: device.now,
			prepare: () => Promise.resolve(),
			changeMarks: () => Promise.reject(new Error('not expected')),
			reportError: (error) => { trouble(error instanceof Error ? String(error.stack) : String(error)); },
			reportProblem: trouble,
		});
	}

	/** Starts the app, then the plugin. @returns what the plugin finished of an earlier session. */
	async start(): Promise<readonly Outcome[]> {
		document.body.append(this.app.workspace.containerEl);
		await this.app.start({ prepareLayout: async () => { this.app.workspace.getLeaf('tab'); await Promise.resolve(); } });
		this.#feed.load();
		this.#feed.start();
		this.app.vault.on('rename', (file, oldPath) => { this.runner.renameNote(oldPath, file.path); });
		return this.runner.start();
	}

	/** Changes the plugin's settings. */
	choose(change: Partial<Settings>): void {
		const settings = { ...this.store.snapshot.settings, ...change };
		this.store.update({ settings, conventions: joinConventions(settings, null) });
	}

	/** Ends without a word, as a crash does. */
	abandon(): void {
		this.#feed.unload();
		this.app.vault.close();
		this.app.workspace.containerEl.remove();
		document.body.replaceChildren();
	}
}

/** Whether an error is one that the soak made. */
function isInjected(error: unknown): boolean {
	return error instanceof Error && error.message.startsWith('EIO');
}

function storageWhileAlive(storage: Map<string, string>, vault: Vault): LocalStorage {
	return {
		getItem: (key) => storage.get(key) ?? null,
		setItem: (key, value) => { if (!vault.adapter.faults.isCrashed) storage.set(key, value); },
		removeItem: (key) => { if (!vault.adapter.faults.isCrashed) storage.delete(key); },
	};
}
