import type { TFile, TFolder } from './obsidian/vault/files';
import type { Vault } from './obsidian/vault/vault';

/** The file at a path. @throws where there is none, which is a mistake of the test */
export function fileAt(vault: Vault, path: string): TFile {
	const file = vault.getFileByPath(path);
	if (!file) throw new Error(`There is no file ${path}.`);
	return file;
}

/** The folder at a path. @throws where there is none, which is a mistake of the test */
export function folderAt(vault: Vault, path: string): TFolder {
	const folder = vault.getFolderByPath(path);
	if (!folder) throw new Error(`There is no folder ${path}.`);
	return folder;
}
