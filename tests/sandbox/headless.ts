import type { Polling } from './adapters/node-disk';
import { MemoryAdapter, type FileAdapter } from './obsidian/vault/adapter';
import { Events } from './obsidian/events';
import { FileManager } from './obsidian/vault/file-manager';
import type { Faults } from './obsidian/vault/faults';
import type { FileTexts, MemoryDisk } from './obsidian/vault/memory-disk';
import { MetadataCache } from './obsidian/metadata/metadata-cache';
import { fixedPace, seededPace, type Pace } from './obsidian/pace';
import { Vault } from './obsidian/vault/vault';

/** How a vault is opened. */
export interface OpenOptions {
	/** Write to the folder; without it a folder's files are read, and changes stay in memory. */
	readonly write?: boolean;
	/** Notice what other programs change in the folder. */
	readonly watch?: boolean | Polling;
	/** Random delays of every asynchronous step, the same for the same seed. */
	readonly seed?: number;
	/** Milliseconds of each step: the fixed delay, or the longest one where there is a seed. */
	readonly delays?: number;
	/** Start with all metadata cached, as after an earlier session: nothing fires `changed`. */
	readonly warm?: boolean;
	/** Called before the vault is scanned, as a plugin's `onload` is. */
	readonly beforeLoad?: (app: HeadlessApp) => void | Promise<void>;
}

/** The part of the workspace that exists without a window. */
export class HeadlessWorkspace extends Events {
	layoutReady = false;
	private readonly callbacks: (() => unknown)[] = [];

	/** Calls back at once where the layout is ready. */
	onLayoutReady(callback: () => unknown): void {
		if (this.layoutReady) callback();
		else this.callbacks.push(callback);
	}

	/** Called by the app, once the vault is loaded. */
	setLayoutReady(): void {
		this.layoutReady = true;
		for (const callback of this.callbacks.splice(0)) callback();
		this.trigger('layout-ready');
	}

	getLeavesOfType(): never[] {
		return [];
	}

	getActiveViewOfType(): null {
		return null;
	}

	getActiveFile(): null {
		return null;
	}

	iterateAllLeaves(): void {}
}

/** An app without a window: enough for a plugin's index and writes over a folder or files in memory. */
export class HeadlessApp {
	readonly vault: Vault;
	readonly metadataCache: MetadataCache;
	readonly fileManager: FileManager;
	readonly workspace = new HeadlessWorkspace();

	constructor(readonly adapter: FileAdapter, private readonly pace: Pace) {
		this.vault = new Vault(adapter);
		this.metadataCache = new MetadataCache(this.vault, pace);
		this.fileManager = new FileManager(this.vault, this.metadataCache);
	}

	/** What goes wrong with the disk. After a crash close the app and open another over the same folder or files. */
	get faults(): Faults {
		return this.adapter.faults;
	}

	/** Resolves when no write, no reading of an outside change noticed so far and no metadata work is left. */
	async settle(): Promise<void> {
		do await this.pace.step();
		while (!this.adapter.idle || !this.metadataCache.idle);
	}

	/** Stops following the disk. */
	close(): void {
		this.vault.close();
	}
}

/** A headless app over files in memory; `outside` is where another program writes. */
export class MemoryApp extends HeadlessApp {
	constructor(override readonly adapter: MemoryAdapter, pace: Pace) {
		super(adapter, pace);
	}

	get outside(): MemoryAdapter['outside'] {
		return this.adapter.outside;
	}
}

/**
 * Opens a folder, or files in memory (an earlier app's `outside` too), in the app's order: the vault is scanned, the
 * metadata queue starts, the layout is ready. The queue still runs when this resolves;
 * `settle` waits for it. Code of plugins finds a `window` with timers.
 */
export async function openVault(from: { readonly files: FileTexts | MemoryDisk }, options?: OpenOptions): Promise<MemoryApp>;
export async function openVault(from: string, options?: OpenOptions): Promise<HeadlessApp>;
export async function openVault(from: string | { readonly files: FileTexts | MemoryDisk }, options: OpenOptions = {}): Promise<HeadlessApp> {
	provideWindow();
	const pace = options.seed === undefined ? fixedPace(options.delays) : seededPace(options.seed, options.delays);
	const app = typeof from === 'string'
		? new HeadlessApp(await openFolder(from, options, pace), pace)
		: new MemoryApp(new MemoryAdapter(from.files, { pace }), pace);
	await options.beforeLoad?.(app);
	await app.vault.load();
	if (options.warm) await app.metadataCache.warm();
	app.metadataCache.initialize();
	app.workspace.setLayoutReady();
	return app;
}

async function openFolder(folder: string, options: OpenOptions, pace: Pace): Promise<FileAdapter> {
	// Loaded only here, so that this module can be bundled for a browser.
	const { NodeAdapter } = await import('./adapters/node-adapter');
	return new NodeAdapter(folder, { pace, write: options.write ?? false, watch: options.watch ?? false });
}

function provideWindow(): void {
	if (!('window' in globalThis)) Object.defineProperty(globalThis, 'window', { value: globalThis, configurable: true, writable: true });
}
