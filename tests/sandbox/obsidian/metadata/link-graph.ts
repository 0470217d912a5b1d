import type * as Api from 'obsidian-api';
import type { TFile } from '../vault/files';
import { getLinkpath, linkKey } from './linkpath';

type LinkCounts = Record<string, Record<string, number>>;

/** Which note links to which file how often, and to which names without a file. */
export class LinkGraph {
	readonly resolved: LinkCounts = {};
	readonly unresolved: LinkCounts = {};
	private readonly sources = new Map<string, Set<string>>();
	private readonly keys = new Map<string, Set<string>>();

	constructor(private readonly find: (linkpath: string, source: string) => TFile | null) {}

	/** Records a note's links: in its body, embedded, and in its properties. */
	set(source: string, cache: Api.CachedMetadata): void {
		const resolved: Record<string, number> = {};
		const unresolved: Record<string, number> = {};
		const keys = new Set<string>();
		for (const { link } of allReferences(cache)) {
			const linkpath = getLinkpath(link);
			const target = this.find(linkpath, source);
			keys.add(linkKey(linkpath));
			if (target) resolved[target.path] = (resolved[target.path] ?? 0) + 1;
			else countUnresolved(unresolved, linkpath);
		}
		this.resolved[source] = resolved;
		this.unresolved[source] = unresolved;
		this.setKeys(source, keys);
	}

	remove(source: string): void {
		delete this.resolved[source];
		delete this.unresolved[source];
		this.setKeys(source, new Set());
	}

	/** Takes a note's links along to its new path; links *to* it keep the old one until they are set again. */
	move(from: string, to: string): void {
		const resolved = this.resolved[from];
		const unresolved = this.unresolved[from];
		const keys = this.keys.get(from) ?? new Set();
		this.remove(from);
		if (resolved) this.resolved[to] = resolved;
		if (unresolved) this.unresolved[to] = unresolved;
		this.setKeys(to, keys);
	}

	/** The notes with a link that names the file at a path, whether or not it resolves to that file. */
	sourcesNaming(path: string): string[] {
		return [...(this.sources.get(linkKey(path)) ?? [])];
	}

	private setKeys(source: string, keys: Set<string>): void {
		for (const key of this.keys.get(source) ?? []) this.sources.get(key)?.delete(source);
		this.keys.set(source, keys);
		for (const key of keys) {
			const sources = this.sources.get(key);
			if (sources) sources.add(source);
			else this.sources.set(key, new Set([source]));
		}
	}
}

/** Every link of a note: in the body, embedded, in the properties. */
export function allReferences(cache: Api.CachedMetadata): Api.Reference[] {
	return [...(cache.links ?? []), ...(cache.embeds ?? []), ...(cache.frontmatterLinks ?? [])];
}

function countUnresolved(counts: Record<string, number>, linkpath: string): void {
	const name = linkpath.replace(/\.md$/i, '');
	counts[name] = (counts[name] ?? 0) + 1;
}
