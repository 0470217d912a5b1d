import { Component, TFile, type App, type CachedMetadata, type TAbstractFile } from 'obsidian';
import { readIndexedNote, type IndexedNote } from '../core/indexed-note';
import type { IndexStore } from '../core/index-store';
import { needsText, toNote } from './note-reader';

/** How many notes are read at once. */
const MOST_READS = 4;
/** Milliseconds for which changes are gathered before the store, and so the user, sees them. */
const GATHER_MS = 50;
/** Milliseconds until notes whose metadata was missing are looked at again: soon after a rename, then at leisure. */
const FIRST_LOOK_MS = 100;
const NEXT_LOOK_MS = 1000;

/** Text and metadata that belong together, as the app's `changed` event hands them over. */
interface Parsed {
	readonly text: string;
	readonly cache: CachedMetadata;
}

/**
 * Keeps the store in step with the vault: reads every note once, then each that changes.
 * Call `start` when the workspace's layout is ready; it needs no earlier event, so it is
 * complete also where the plugin is switched on late. The only caller of `store.update`
 * for notes.
 */
export class VaultFeed extends Component {
	/** Notes to be read: with what the event brought, or null to fetch it. */
	readonly #waiting = new Map<string, Parsed | null>();
	readonly #removed = new Set<string>();
	readonly #read = new Map<string, IndexedNote>();
	/** Notes that the app has not parsed yet. */
	readonly #unparsed = new Set<string>();
	#reading = 0;
	#gathering: number | null = null;
	#looking: number | null = null;
	/** Whether any note was read since the last look at those not yet parsed. */
	#advanced = true;
	#scanning = false;
	#stopped = false;

	/** @param reportError is told of a note that could not be read. */
	constructor(
		private readonly app: App,
		private readonly store: IndexStore,
		private readonly reportError: (path: string, error: unknown) => void,
	) {
		super();
	}

	override onunload(): void {
		this.#stopped = true;
		for (const timer of [this.#gathering, this.#looking]) if (timer !== null) window.clearTimeout(timer);
	}

	/** Listens to the vault, then reads it whole. */
	start(): void {
		const { vault, metadataCache } = this.app;
		this.registerEvent(metadataCache.on('changed', (file, text, cache) => this.#enqueue(file, { text, cache })));
		this.registerEvent(vault.on('rename', (file, oldPath) => this.#rename(file, oldPath)));
		this.registerEvent(vault.on('delete', (file) => this.#remove(file.path)));
		this.registerEvent(metadataCache.on('resolved', () => this.#lookAgain()));
		this.rescan();
	}

	/** Reads all notes again, for when the rules by which they are read have changed. */
	rescan(): void {
		this.#scanning = true;
		for (const file of this.app.vault.getMarkdownFiles()) this.#waiting.set(file.path, this.#waiting.get(file.path) ?? null);
		this.#pump();
	}

	#enqueue(file: TFile, parsed: Parsed | null): void {
		if (file.extension !== 'md') return;
		this.#waiting.set(file.path, parsed);
		this.#pump();
	}

	#rename(file: TAbstractFile, oldPath: string): void {
		this.#remove(oldPath);
		// The app moves its metadata after this event, so the note is read on a later turn.
		if (file instanceof TFile) window.setTimeout(() => this.#enqueue(file, null), 0);
	}

	#remove(path: string): void {
		this.#waiting.delete(path);
		this.#unparsed.delete(path);
		this.#read.delete(path);
		this.#removed.add(path);
		this.#gather();
	}

	#pump(): void {
		while (!this.#stopped && this.#reading < MOST_READS && this.#waiting.size > 0) {
			const [path, parsed] = this.#waiting.entries().next().value as [string, Parsed | null];
			this.#waiting.delete(path);
			this.#reading++;
			void this.#readNote(path, parsed)
				.catch((error: unknown) => this.reportError(path, error))
				.finally(() => {
					this.#reading--;
					this.#pump();
				});
		}
		if (this.#isIdle) this.#gather();
	}

	get #isIdle(): boolean {
		return this.#reading === 0 && this.#waiting.size === 0;
	}

	async #readNote(path: string, parsed: Parsed | null): Promise<void> {
		const file = this.app.vault.getFileByPath(path);
		if (!file) return;
		const known = parsed ?? (await this.#fetch(file));
		// A newer version, a new name or the note's removal may have come in while this one was read.
		if (!known || this.#stopped || this.#waiting.has(path) || this.app.vault.getFileByPath(path) !== file) return;
		this.#unparsed.delete(path);
		this.#advanced = true;
		this.#read.set(path, readIndexedNote(toNote(file, known.text, known.cache), this.store.snapshot.conventions.statuses));
		this.#removed.delete(path);
		if (!this.#scanning) this.#gather();
	}

	/** Text and metadata as they stand; null where the app has not parsed the note yet. */
	async #fetch(file: TFile): Promise<Parsed | null> {
		const cache = this.app.metadataCache.getFileCache(file);
		if (!cache) {
			this.#unparsed.add(file.path);
			this.#looking ??= window.setTimeout(() => this.#lookAgain(), FIRST_LOOK_MS);
			return null;
		}
		return { text: needsText(cache) ? await this.app.vault.cachedRead(file) : '', cache };
	}

	/** Takes up what has been parsed meanwhile; where nothing moves any more, leaves the rest to the app's own event. */
	#lookAgain(): void {
		if (this.#looking !== null) window.clearTimeout(this.#looking);
		this.#looking = null;
		for (const path of this.#unparsed) {
			if (this.app.metadataCache.getCache(path)) this.#waiting.set(path, this.#waiting.get(path) ?? null);
		}
		if (!this.#advanced) this.#unparsed.clear();
		this.#advanced = false;
		if (this.#unparsed.size > 0) this.#looking = window.setTimeout(() => this.#lookAgain(), NEXT_LOOK_MS);
		this.#pump();
	}

	#gather(): void {
		if (this.#stopped) return;
		this.#gathering ??= window.setTimeout(() => this.#flush(), GATHER_MS);
	}

	#flush(): void {
		this.#gathering = null;
		if (this.#scanning && !this.#isIdle) return;
		const notes = [...this.#read.values()];
		const removed = [...this.#removed];
		this.#read.clear();
		this.#removed.clear();
		this.#scanning = false;
		this.store.update({ notes, removed, complete: this.store.snapshot.complete || (this.#isIdle && this.#unparsed.size === 0) });
	}
}
