import type * as Api from 'obsidian-api';
import { hashContent } from '../vault/content-hash';
import { isMissing } from '../vault/disk';
import { Events, type EventRef } from '../events';
import { TFile } from '../vault/files';
import { getAllTags } from './frontmatter';
import { LinkGraph } from './link-graph';
import { linkpathTo, LinkpathResolver, type LinkFormat } from './linkpath';
import { parseMetadata } from './metadata-parser';
import type { Pace } from '../pace';
import { fileName, isMarkdown } from '../vault/paths';
import { deepFreeze } from '../record';
import { decodeText } from '../vault/text-encoding';
import type { Vault } from '../vault/vault';

interface FileState {
	readonly mtime: number;
	readonly size: number;
	readonly hash: string;
}

/**
 * The metadata of the vault's notes, brought up to date behind its changes. One queue
 * reads and parses note by note and fires `changed`; another resolves links and fires
 * `resolve` per note, and `resolved` when both are empty. Metadata belongs to a content:
 * notes of the same text share one frozen object.
 */
export class MetadataCache extends Events implements Api.MetadataCache {
	private readonly files = new Map<string, FileState>();
	private readonly metadata = new Map<string, Api.CachedMetadata>();
	private readonly resolver = new LinkpathResolver();
	private readonly graph = new LinkGraph((linkpath, source) => this.getFirstLinkpathDest(linkpath, source));
	private readonly work: TFile[] = [];
	private readonly unlinked = new Set<TFile>();
	private working = false;
	private linking = false;
	private announced = true;
	private firstPass = true;

	constructor(private readonly vault: Vault, private readonly pace: Pace) {
		super();
		this.followNames();
	}

	get resolvedLinks(): Record<string, Record<string, number>> {
		return this.graph.resolved;
	}

	get unresolvedLinks(): Record<string, Record<string, number>> {
		return this.graph.unresolved;
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

	/** Fills the cache with all notes and fires nothing, as if an earlier session had left it. Call before `initialize`. */
	async warm(): Promise<void> {
		for (const file of this.vault.getMarkdownFiles()) {
			const bytes = await this.vault.readBinary(file);
			const hash = await hashContent(bytes);
			this.files.set(file.path, { mtime: file.stat.mtime, size: file.stat.size, hash });
			if (!this.metadata.has(hash)) this.store(hash, decodeText(new Uint8Array(bytes)));
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
		return this.resolver.resolve(linkpath, sourcePath, this.vault.getFileByPath(sourcePath));
	}

	getFileCache(file: Api.TFile): Api.CachedMetadata | null {
		return this.getCache(file.path);
	}

	/** Null for what is no note, and for a note between the reading of its text and the end of its parse. */
	getCache(path: string): Api.CachedMetadata | null {
		const state = this.files.get(path);
		return state ? this.metadata.get(state.hash) ?? null : null;
	}

	/** Paths of the notes that have been read. */
	getCachedFiles(): string[] {
		return [...this.files.keys()];
	}

	/** How often each tag occurs in the vault. */
	getTags(): Record<string, number> {
		const counts: Record<string, number> = {};
		for (const path of this.files.keys()) {
			for (const tag of getAllTags(this.getCache(path)) ?? []) counts[tag] = (counts[tag] ?? 0) + 1;
		}
		return counts;
	}

	/** In the vault's link format; by default the bare name where it is unique, the path where not. */
	fileToLinktext(file: Api.TFile, sourcePath: string, omitMdExtension = true): string {
		const format = this.vault.getConfig('newLinkFormat') as LinkFormat;
		return linkpathTo(file, sourcePath, format, this.resolver.count(file.name) <= 1, omitMdExtension);
	}

	private followNames(): void {
		this.vault.on('create', (file) => { if (file instanceof TFile) this.resolver.add(file); });
		this.vault.on('delete', (file) => { if (file instanceof TFile) this.resolver.remove(file); });
		this.vault.on('rename', (file, oldPath) => {
			if (!(file instanceof TFile)) return;
			this.resolver.remove(file, fileName(oldPath));
			this.resolver.add(file);
		});
	}

	private onCreate(file: TFile): void {
		this.enqueue(file);
		this.requeueLinksTo(file.path);
	}

	private onDelete(file: TFile): void {
		const previous = this.getFileCache(file);
		this.files.delete(file.path);
		this.graph.remove(file.path);
		this.requeueLinksTo(file.path);
		// The vault's own listeners hear of it before the cache's do.
		queueMicrotask(() => { this.trigger('deleted', file, previous); });
	}

	private onRename(file: TFile, oldPath: string): void {
		const state = this.files.get(oldPath);
		this.files.delete(oldPath);
		this.graph.move(oldPath, file.path);
		if (!isMarkdown(file)) this.graph.remove(file.path);
		else if (state) this.files.set(file.path, state);
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
		const known = this.files.get(file.path);
		if (known?.mtime === mtime && known.size === size && this.metadata.has(known.hash)) {
			this.queueLinks(file);
			return;
		}
		const bytes = await this.readUnlessGone(file);
		if (!bytes) return;
		const hash = await hashContent(bytes);
		if (file.deleted) return;
		this.files.set(file.path, { mtime, size, hash });
		await this.publish(file, hash, decodeText(new Uint8Array(bytes)));
	}

	private async publish(file: TFile, hash: string, text: string): Promise<void> {
		if (!this.metadata.has(hash)) await this.pace.step();
		const cache = this.metadata.get(hash) ?? this.store(hash, text);
		if (file.deleted) return;
		this.queueLinks(file);
		this.trigger('changed', file, text, cache);
	}

	private store(hash: string, text: string): Api.CachedMetadata {
		const cache = deepFreeze(parseMetadata(text));
		this.metadata.set(hash, cache);
		return cache;
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
		for (const source of this.graph.sourcesNaming(path)) {
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
		this.graph.set(file.path, cache);
		this.trigger('resolve', file);
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
