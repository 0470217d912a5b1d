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
	/** Counts up with each change that is heard of, so that a slow read can't overwrite a newer one. */
	readonly #versions = new Map<string, number>();
	/** Old paths by new ones, of notes that were moved and not read yet at their new place. */
	readonly #moved = new Map<string, string>();
	/** Notes that the app has not parsed yet, or that could not be read. */
	readonly #unparsed = new Set<string>();
	#reading = 0;
	#gathering: number | null = null;
	#looking: number | null = null;
	/** Whether any note was read since the last look at those not yet parsed. */
	#advanced = true;
	#scanning = false;
	#started = false;
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
		this.#started = true;
		this.rescan();
	}

	/** Reads all notes again, for when the rules by which they are read have changed. Before `start` there is nothing to do. */
	rescan(): void {
		if (!this.#started) return;
		this.#scanning = true;
		for (const file of this.app.vault.getMarkdownFiles()) this.#waiting.set(file.path, this.#waiting.get(file.path) ?? null);
		this.#pump();
	}

	#enqueue(file: TFile, parsed: Parsed | null): void {
		if (file.extension !== 'md') return;
		this.#outdate(file.path);
		this.#waiting.set(file.path, parsed);
		this.#pump();
	}

	/** A note stays listed at its old place until it was read at its new one, so that it never seems gone. */
	#rename(file: TAbstractFile, oldPath: string): void {
		const listedAt = this.#moved.get(oldPath) ?? oldPath;
		this.#forget(oldPath);
		if (!(file instanceof TFile) || file.extension !== 'md') {
			this.#drop(listedAt);
			return;
		}
		this.#moved.set(file.path, listedAt);
		// The app moves its metadata after this event, so the note is read on a later turn.
		window.setTimeout(() => this.#enqueue(file, null), 0);
	}

	#remove(path: string): void {
		this.#leaveFormerPlace(path);
		this.#forget(path);
		this.#drop(path);
	}

	#forget(path: string): void {
		this.#outdate(path);
		this.#moved.delete(path);
		this.#waiting.delete(path);
		this.#unparsed.delete(path);
		this.#read.delete(path);
	}

	#drop(path: string): void {
		this.#removed.add(path);
		this.#gather();
	}

	#outdate(path: string): void {
		this.#versions.set(path, this.#version(path) + 1);
	}

	#version(path: string): number {
		return this.#versions.get(path) ?? 0;
	}

	#pump(): void {
		while (!this.#stopped && this.#reading < MOST_READS && this.#waiting.size > 0) {
			const [path, parsed] = this.#waiting.entries().next().value as [string, Parsed | null];
			this.#waiting.delete(path);
			this.#reading++;
			void this.#readNote(path, parsed)
				.catch((error: unknown) => this.#report(path, error))
				.finally(() => {
					this.#reading--;
					this.#pump();
				});
		}
		if (this.#isIdle) this.#gather();
	}

	/** A note that is gone is no error: the app will tell of its removal. One that could not be read is tried again. */
	async #report(path: string, error: unknown): Promise<void> {
		if (!(await this.app.vault.adapter.exists(path)) || this.#stopped) return;
		this.reportError(path, error);
		this.#expect(path);
	}

	get #isIdle(): boolean {
		return this.#reading === 0 && this.#waiting.size === 0;
	}

	async #readNote(path: string, parsed: Parsed | null): Promise<void> {
		const file = this.app.vault.getFileByPath(path);
		if (!file) return;
		const version = this.#version(path);
		const known = parsed ?? (await this.#fetch(file));
		if (!known || this.#stopped || this.#version(path) !== version) return;
		this.#unparsed.delete(path);
		this.#advanced = true;
		const { conventions: { statuses }, settings } = this.store.snapshot;
		this.#read.set(path, readIndexedNote(toNote(file, known.text, known.cache), statuses, settings));
		this.#removed.delete(path);
		this.#leaveFormerPlace(path);
		if (!this.#scanning) this.#gather();
	}

	/** Text and metadata as they stand; null where the app has not parsed the note yet. */
	async #fetch(file: TFile): Promise<Parsed | null> {
		const cache = this.app.metadataCache.getFileCache(file);
		if (!cache) {
			this.#expect(file.path);
			return null;
		}
		return { text: needsText(cache) ? await this.app.vault.cachedRead(file) : '', cache };
	}

	#expect(path: string): void {
		this.#unparsed.add(path);
		this.#looking ??= window.setTimeout(() => this.#lookAgain(), FIRST_LOOK_MS);
	}

	/** Takes up what has been parsed meanwhile; where nothing moves any more, leaves the rest to the app's own event. */
	#lookAgain(): void {
		if (this.#looking !== null) window.clearTimeout(this.#looking);
		this.#looking = null;
		for (const path of this.#unparsed) {
			if (this.app.metadataCache.getCache(path)) this.#waiting.set(path, this.#waiting.get(path) ?? null);
		}
		if (!this.#advanced) this.#giveUp();
		this.#advanced = false;
		if (this.#unparsed.size > 0) this.#looking = window.setTimeout(() => this.#lookAgain(), NEXT_LOOK_MS);
		this.#pump();
	}

	#giveUp(): void {
		for (const path of this.#unparsed) this.#leaveFormerPlace(path);
		this.#unparsed.clear();
		this.#gather();
	}

	/** Drops the note that was listed where this one was before, unless another is there by now. */
	#leaveFormerPlace(path: string): void {
		const listedAt = this.#moved.get(path);
		this.#moved.delete(path);
		if (listedAt !== undefined && !this.app.vault.getFileByPath(listedAt)) this.#removed.add(listedAt);
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
