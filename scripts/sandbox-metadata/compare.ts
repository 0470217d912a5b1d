import { TFile } from '../../tests/sandbox/obsidian/vault/files';
import { getAllTags, parseFrontMatterTags } from '../../tests/sandbox/obsidian/metadata/frontmatter';
import { getLinkpath, LinkpathResolver } from '../../tests/sandbox/obsidian/metadata/linkpath';
import { parseMetadata } from '../../tests/sandbox/obsidian/metadata/metadata-parser';
import { MemoryAdapter } from '../../tests/sandbox/obsidian/vault/adapter';
import { Vault } from '../../tests/sandbox/obsidian/vault/vault';
import { findDifferences, type Difference } from './difference';
import type { Dump } from './dump';

/** The files of the vault that dumps were taken from, as far as they tell of them. */
export class DumpVault {
	private readonly files = new Map<string, TFile>();
	private readonly resolver = new LinkpathResolver();

	/** Takes the dumped notes, and the files that their links mean. */
	constructor(dumps: readonly Dump[]) {
		const vault = new Vault(new MemoryAdapter());
		const targets = dumps.flatMap(({ resolveLinkToPath = {} }) => Object.values(resolveLinkToPath).filter((target) => typeof target === 'string'));
		for (const path of [...dumps.map(({ filePath }) => filePath), ...targets]) if (!this.files.has(path)) this.add(new TFile(vault, path));
	}

	/** The path of the file that a link means, as the sandbox resolves it. */
	resolve(link: string, source: string): string | null {
		return this.resolver.resolve(getLinkpath(link), source, this.files.get(source) ?? null)?.path ?? null;
	}

	private add(file: TFile): void {
		this.files.set(file.path, file);
		this.resolver.add(file);
	}
}

/** Where what the sandbox makes of a dump's note differs from what the app made of it. */
export function compareDump(dump: Dump, vault: DumpVault): Difference[] {
	const cachedMetadata = parseMetadata(dump.fileContents);
	const made: Record<string, unknown> = {
		cachedMetadata,
		getAllTags: getAllTags(cachedMetadata),
		parseFrontMatterTags: parseFrontMatterTags(cachedMetadata.frontmatter),
		resolveLinkToPath: resolveAll(Object.keys(dump.resolveLinkToPath ?? {}), dump.filePath, vault),
	};
	const said = Object.entries(made).filter(([key]) => dump[key as keyof Dump] !== undefined);
	return said.flatMap(([key, value]) => findDifferences(dump[key as keyof Dump], value, [key]));
}

function resolveAll(links: readonly string[], source: string, vault: DumpVault): Record<string, string | null> {
	return Object.fromEntries(links.map((link) => [link, vault.resolve(link, source)]));
}
