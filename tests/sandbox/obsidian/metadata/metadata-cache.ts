import type * as Api from 'obsidian-api';
import { hashContent } from '../vault/content-hash';
import { isMissing } from '../vault/disk';
import { Events, type EventRef } from '../events';
import { TFile } from '../vault/files';
import { getAllTags } from './frontmatter';
import { isIgnoredBy } from './ignore-filter';
import { parseMetadata } from './metadata-parser';
import { MetadataRecords, type FileState, type MetadataStore } from './metadata-records';
import type { Pace } from '../pace';
import { isMarkdown } from '../vault/paths';
import { decodeText } from '../vault/text-encoding';
import type { Vault } from '../vault/vault';
import { VaultLinks } from './vault-links';

/** What a cache may be given. */
export interface MetadataCacheOptions {
	/** Parses a note's text; by default at once, on this thread. */
	readonly parse?: (text: string) => Api.CachedMetadata | Promise<Api.CachedMetadata>;
	/** Where records outlast the app; by default nowhere. */
	readonly store?: MetadataStore | null;
}

/**
 * The metadata of the vault's notes, brought up to date behind its changes. One queue
 * reads and parses note by note and fires `changed`; another resolves links and fires
 * `resolve` per note, and `resolved` when both are empty. Metadata belongs to a content:
 * notes of the same text share one frozen object.
 */
export class MetadataCache extends Events implements Api.MetadataCache {
	private readonly records: MetadataRecords;
	private readonly parse: NonNullable<MetadataCacheOptions['parse']>;
	private readonly links: VaultLinks;
	private readonly work: TFile[] = [];
	private readonly unlinked = new Set<TFile>();
	private working = false;
	private linking = false;
	private announced = true;
	private firstPass = true;

	constructor(private readonly vault: Vault, private readonly pace: Pace, { parse = parseMetadata, store = null }: MetadataCacheOptions = {}) {
		super();
		this.parse = parse;
		this.records = new MetadataRecords(store);
		this.links = new VaultLinks(vault);
	}

	get resolvedLinks(): Record<string, Record<string, number>> {
		return this.links.graph.resolved;
	}

	get unresolvedLinks(): Record<string, Record<string, number>> {
		return this.links.graph.unresolved;
	}

	override on(name: 'changed', callback: (file: TFile, data: string, cache: Api.CachedMetadata) => unknown, ctx?: unknown): EventRef;
	override on(name: 'deleted', callback: (file: TFile, prevCache: Api.CachedMetadata | null) => unknown, ctx?: unknown): EventRef;
	override on(name: 'resolve', callback: (file: TFile) => unknown, ctx?: unknown): EventRef;
	override on(name: 'resolved' | 'initialized', callback: () => unknown, ctx?: unknown): EventRef;
	override on(name: string, callback: (...data: never[]) => unknown, ctx?: unknown): EventRef {
		return super.on(name, callback as (...data: unknown[]) => unknown, ctx);
	}

	/** Whether nothing is left to read, parse or resolve. */
	get idle(): boolean {
		return !this.working && !this.linking && this.announced;
	}

	/** By path: when a note was read, and the hash of its content. */
	get fileCache(): Record<string, FileState> {
		return this.records.fileCache;
	}

	/** By the hash of a content: its metadata. */
	get metadataCache(): Record<string, Api.CachedMetadata> {
		return this.records.metadataCache;
	}

	/** Takes over what an earlier start of the app has stored, and fires nothing. Call on a loaded vault, before `initialize`. */
	restore(): Promise<void> {
		return this.records.restore((path) => this.vault.getFileByPath(path) !== null);
	}

	/** Fills the cache with all notes and fires nothing, as if an earlier session had left it. Call before `initialize`. */
	async warm(): Promise<void> {
		for (const file of this.vault.getMarkdownFiles()) {
			const bytes = await this.vault.readBinary(file);
			const hash = await hashContent(bytes);
			this.records.setState(file.path, { mtime: file.stat.mtime, size: file.stat.size, hash });
			if (!this.records.ofContent(hash)) this.records.setMetadata(hash, await this.parse(decodeText(new Uint8Array(bytes))));
		}
	}

	/** Starts the work on every note of the loaded vault, and follows its changes from now on. */
	initialize(): void {
		this.announced = false;
		this.vault.on('create', (file) => { if (file instanceof TFile) this.onCreate(file); });
		this.vault.on('modify', (file) => { if (file instanceof TFile) this.enqueue(file); });
		this.vault.on('delete', (file) => { if (file instanceof TFile) this.onDelete(file); });
		this.vault.on('rename', (file, oldPath) => { if (file instanceof TFile) this.onRename(file, oldPath); });
		this.work.push(...this.vault.getMarkdownFiles());
		void this.runWork();
	}

	getFirstLinkpathDest(linkpath: string, sourcePath: string): TFile | null {
		return this.links.find(linkpath, sourcePath);
	}

	getFileCache(file: Api.TFile): Api.CachedMetadata | null {
		return this.getCache(file.path);
	}

	/** Null for what is no note, and for a note between the reading of its text and the end of its parse. */
	getCache(path: string): Api.CachedMetadata | null {
		return this.records.ofFile(path);
	}

	/** Paths of the notes that have been read. */
	getCachedFiles(): string[] {
		return this.records.paths;
	}

	/** Whether the vault's option "Excluded files" names a path. Such files are cached like all others. */
	isUserIgnored(path: string): boolean {
		const filters: unknown = this.vault.getConfig('userIgnoreFilters');
		return Array.isArray(filters) && filters.some((filter: unknown) => isIgnoredBy(path, filter));
	}

	/** The metadata of a text that is no note's. */
	async computeMetadataAsync(bytes: ArrayBuffer): Promise<Api.CachedMetadata> {
		return this.parse(decodeText(new Uint8Array(bytes)));
	}

	/** Has a note looked at in its turn, as after a change; resolves when no note waits any more. */
	async computeFileMetadataAsync(file: TFile): Promise<void> {
		this.enqueue(file);
		await this.onceIdle();
	}

	/** Calls back once no note waits to be parsed or resolved: at once where none does. */
	onCleanCache(callback: () => unknown): void {
		if (this.idle) callback();
		else void this.onceIdle().then(callback);
	}

	/** The links that lead to a file, by the path of the note that they are in. */
	getBacklinksForFile(file: Api.TFile): { data: Map<string, Api.Reference[]> } {
		return { data: this.links.backlinks(file, (path) => this.getCache(path)) };
	}

	/** How often each tag occurs in the vault. */
	getTags(): Record<string, number> {
		const counts: Record<string, number> = {};
		for (const path of this.records.paths) {
			for (const tag of getAllTags(this.getCache(path)) ?? []) counts[tag] = (counts[tag] ?? 0) + 1;
		}
		return counts;
	}

	/** In the vault's link format; by default the bare name where it is unique, the path where not. */
	fileToLinktext(file: Api.TFile, sourcePath: string, omitMdExtension = true): string {
		return this.links.linktextTo(file, sourcePath, omitMdExtension);
	}

	private onCreate(file: TFile): void {
		this.enqueue(file);
		this.requeueLinksTo(file.path);
	}

	private onDelete(file: TFile): void {
		const previous = this.getFileCache(file);
		this.records.forget(file.path);
		this.links.graph.remove(file.path);
		this.requeueLinksTo(file.path);
		// The vault's own listeners hear of it before the cache's do.
		queueMicrotask(() => { this.trigger('deleted', file, previous); });
	}

	private onRename(file: TFile, oldPath: string): void {
		const state = this.records.state(oldPath);
		this.records.forget(oldPath);
		this.links.graph.move(oldPath, file.path);
		if (!isMarkdown(file)) this.links.graph.remove(file.path);
		else if (state) this.records.setState(file.path, state);
		else this.enqueue(file);
		this.requeueLinksTo(oldPath);
		this.requeueLinksTo(file.path);
		if (isMarkdown(file)) this.queueLinks(file);
	}

	private enqueue(file: TFile): void {
		if (!isMarkdown(file)) return;
		this.work.push(file);
		if (!this.working) void this.runWork();
	}

	private async runWork(): Promise<void> {
		this.working = true;
		for (let file = this.work.shift(); file; file = this.work.shift()) {
			await this.pace.step();
			if (!file.deleted) await this.update(file);
		}
		this.working = false;
		await this.announceWhenDone();
	}

	private async update(file: TFile): Promise<void> {
		const { mtime, size } = file.stat;
		const known = this.records.state(file.path);
		if (known?.mtime === mtime && known.size === size && this.records.ofContent(known.hash)) {
			this.queueLinks(file);
			return;
		}
		const bytes = await this.readUnlessGone(file);
		if (!bytes) return;
		const hash = await hashContent(bytes);
		if (file.deleted) return;
		this.records.setState(file.path, { mtime, size, hash });
		await this.publish(file, hash, decodeText(new Uint8Array(bytes)));
	}

	private async publish(file: TFile, hash: string, text: string): Promise<void> {
		const cache = this.records.ofContent(hash) ?? await this.parseContent(hash, text);
		if (file.deleted) return;
		this.queueLinks(file);
		this.trigger('changed', file, text, cache);
	}

	/** Null is what `getFileCache` answers meanwhile. */
	private async parseContent(hash: string, text: string): Promise<Api.CachedMetadata> {
		await this.pace.step();
		return this.records.setMetadata(hash, await this.parse(text));
	}

	private async readUnlessGone(file: TFile): Promise<ArrayBuffer | null> {
		try {
			return await this.vault.readBinary(file);
		} catch (error) {
			if (!isMissing(error)) console.error(error);
			return null;
		}
	}

	private requeueLinksTo(path: string): void {
		for (const source of this.links.graph.sourcesNaming(path)) {
			const file = this.vault.getFileByPath(source);
			if (file) this.queueLinks(file);
		}
	}

	private queueLinks(file: TFile): void {
		this.announced = false;
		this.unlinked.add(file);
		if (!this.linking) void this.runLinks();
	}

	private async runLinks(): Promise<void> {
		this.linking = true;
		for (const file of this.unlinked) {
			await this.pace.step();
			this.unlinked.delete(file);
			if (!file.deleted && isMarkdown(file)) this.resolveLinks(file);
		}
		this.linking = false;
		await this.announceWhenDone();
	}

	private resolveLinks(file: TFile): void {
		const cache = this.getFileCache(file);
		if (!cache) return;
		this.links.graph.set(file.path, cache);
		this.trigger('resolve', file);
	}

	private async onceIdle(): Promise<void> {
		while (!this.idle) await this.pace.step();
	}

	private async announceWhenDone(): Promise<void> {
		await this.pace.step();
		if (this.working || this.linking || this.announced) return;
		this.announced = true;
		if (this.firstPass) this.trigger('initialized');
		this.firstPass = false;
		this.trigger('resolved');
	}
}
