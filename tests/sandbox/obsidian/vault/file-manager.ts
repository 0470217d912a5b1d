import type * as Api from 'obsidian-api';
import { TFolder, type TAbstractFile, type TFile } from './files';
import { getFrontMatterInfo, parseYaml, stringifyYaml } from '../metadata/frontmatter';
import { encodeLinkDestination, findStaleLinks, readLinkTargets, rewriteLinks } from './link-updates';
import type { MetadataCache } from '../metadata/metadata-cache';
import { fileExtension, joinPath, parentPath } from './paths';
import { isRecord } from '../record';
import type { Vault } from './vault';

/** Changes of files that keep the vault in order: links, frontmatter, trash. */
export class FileManager implements Api.FileManager {
	/** Asked before links are rewritten where the vault does not always do so. */
	confirmLinkUpdate: (notes: number) => Promise<boolean> = async () => true;
	/** Asked by `promptForDeletion`. */
	confirmDeletion: (file: Api.TAbstractFile) => Promise<boolean> = async () => true;

	constructor(private readonly vault: Vault, private readonly metadataCache: MetadataCache) {}

	getNewFileParent(sourcePath: string, newFilePath?: string): TFolder {
		void newFilePath;
		const location = this.vault.getConfig('newFileLocation');
		if (location === 'current') return this.folderOrRoot(parentPath(sourcePath));
		return this.folderOrRoot(location === 'folder' ? String(this.vault.getConfig('newFileFolderPath')) : '/');
	}

	/** Creates an empty note of a free name in a folder. */
	createNewMarkdownFile(folder: Api.TFolder, name = 'Untitled', content = ''): Promise<TFile> {
		return this.vault.create(this.vault.getAvailablePath(joinPath(folder.path, name), 'md'), content);
	}

	/** Renames, then rewrites each link that would otherwise mean something else: every other note is written once, after the rename. */
	async renameFile(file: Api.TAbstractFile, newPath: string): Promise<void> {
		const before = readLinkTargets(this.vault, this.metadataCache);
		await this.vault.rename(file, newPath);
		const updates = before
			.map((links) => ({ source: links.source, stale: findStaleLinks(links, this.metadataCache) }))
			.filter(({ stale }) => stale.size > 0);
		if (updates.length === 0 || !await this.mayUpdateLinks(updates.length)) return;
		for (const { source, stale } of updates) await this.vault.process(source, (text) => rewriteLinks(text, stale, this.metadataCache.getFileCache(source)));
	}

	/** Asks, and deletes on a yes. */
	async promptForDeletion(file: Api.TAbstractFile): Promise<boolean> {
		const confirmed = await this.confirmDeletion(file);
		if (confirmed) await this.trashFile(file);
		return confirmed;
	}

	async trashFile(file: Api.TAbstractFile): Promise<void> {
		const option = this.vault.getConfig('trashOption');
		if (option === 'none') await this.vault.delete(file, true);
		else await this.vault.trash(file, option === 'system');
	}

	/** A link in the vault's style and format, never an embed. @param subpath begins with `#` */
	generateMarkdownLink(file: Api.TFile, sourcePath: string, subpath = '', alias = ''): string {
		if (this.vault.getConfig('useMarkdownLinks') === true) {
			const path = file.path === sourcePath && subpath ? '' : this.metadataCache.fileToLinktext(file, sourcePath, false);
			return `[${alias || file.basename}](${encodeLinkDestination(path + subpath)})`;
		}
		const path = file.path === sourcePath && subpath ? '' : this.metadataCache.fileToLinktext(file, sourcePath);
		return alias && alias !== path + subpath ? `[[${path}${subpath}|${alias}]]` : `[[${path}${subpath}]]`;
	}

	/**
	 * Prints the whole frontmatter anew: comments go, quotes change, lists become block lists.
	 * @throws YAMLParseError, and whatever the callback throws; then nothing is written
	 */
	async processFrontMatter(file: Api.TFile, fn: (frontmatter: Record<string, unknown>) => void, options?: Api.DataWriteOptions): Promise<void> {
		await this.vault.process(file, (text) => {
			const info = getFrontMatterInfo(text);
			const parsed = info.exists ? parseYaml(info.frontmatter) : null;
			const values = isRecord(parsed) ? parsed : {};
			fn(values);
			return printFrontmatter(values) + text.slice(info.contentStart);
		}, options);
	}

	/** A free path in the attachment folder, which it creates. */
	getAvailablePathForAttachment(filename: string, sourcePath = ''): Promise<string> {
		const extension = fileExtension(filename);
		const name = extension ? filename.slice(0, -extension.length - 1) : filename;
		return this.vault.getAvailablePathForAttachments(name, extension, { path: sourcePath });
	}

	private folderOrRoot(path: string): TFolder {
		const folder: TAbstractFile | null = this.vault.getAbstractFileByPath(path);
		return folder instanceof TFolder ? folder : this.vault.getRoot();
	}

	private async mayUpdateLinks(notes: number): Promise<boolean> {
		return this.vault.getConfig('alwaysUpdateLinks') === true || this.confirmLinkUpdate(notes);
	}
}

function printFrontmatter(values: Record<string, unknown>): string {
	return Object.keys(values).length > 0 ? `---\n${stringifyYaml(values)}---\n` : '';
}
