import type * as Api from 'obsidian-api';
import { TFile } from '../vault/files';
import { fileName } from '../vault/paths';
import type { Vault } from '../vault/vault';
import { allReferences, LinkGraph } from './link-graph';
import { getLinkpath, linkpathTo, LinkpathResolver, type LinkFormat } from './linkpath';

/** What the links of a vault mean: finds the file behind a linkpath, counts which note links where. */
export class VaultLinks {
	readonly graph = new LinkGraph((linkpath, source) => this.find(linkpath, source));
	private readonly resolver = new LinkpathResolver();

	/** Follows the names of the vault's files from now on. */
	constructor(private readonly vault: Vault) {
		vault.on('create', (file) => { if (file instanceof TFile) this.resolver.add(file); });
		vault.on('delete', (file) => { if (file instanceof TFile) this.resolver.remove(file); });
		vault.on('rename', (file, oldPath) => {
			if (!(file instanceof TFile)) return;
			this.resolver.remove(file, fileName(oldPath));
			this.resolver.add(file);
		});
	}

	/** The file that a linkpath means in a note, or null. */
	find(linkpath: string, sourcePath: string): TFile | null {
		return this.resolver.resolve(linkpath, sourcePath, this.vault.getFileByPath(sourcePath));
	}

	/** In the vault's link format; by default the bare name where it is unique, the path where not. */
	linktextTo(file: Api.TFile, sourcePath: string, omitMdExtension: boolean): string {
		const format = this.vault.getConfig('newLinkFormat') as LinkFormat;
		return linkpathTo(file, sourcePath, format, this.resolver.count(file.name) <= 1, omitMdExtension);
	}

	/** The links that lead to a file, by the path of the note that they are in. */
	backlinks(file: Api.TFile, metadataOf: (path: string) => Api.CachedMetadata | null): Map<string, Api.Reference[]> {
		const found = new Map<string, Api.Reference[]>();
		for (const [source, targets] of Object.entries(this.graph.resolved)) {
			if (!(file.path in targets)) continue;
			const links = allReferences(metadataOf(source) ?? {});
			found.set(source, links.filter(({ link }) => this.find(getLinkpath(link), source)?.path === file.path));
		}
		return found;
	}
}
