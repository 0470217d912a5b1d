import { statSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from './command.mjs';
import { fromCaller, inProject } from './project.mjs';

/**
 * The folder that Ratify has in a vault, which need not exist yet.
 *
 * @param {string[]} words What the user typed besides options: the vault.
 * @param {string | undefined} configDir The vault's configuration folder, where it is not `.obsidian`.
 * @param {string} usage What to say where the words are wrong.
 * @throws {UsageError} Where that is no vault.
 */
export function pluginFolder(words, configDir = '.obsidian', usage) {
	const [vault] = words;
	if (vault === undefined || words.length > 1) throw new UsageError(usage);
	const path = fromCaller(vault);
	if (!isFolder(path)) throw new UsageError(`There is no folder ${path}.`);
	if (!isFolder(join(path, configDir))) throw new UsageError(`${path} is no vault: it has no folder ${configDir}. Open it in Obsidian once, or name its configuration folder with --config-dir.`);
	return join(path, configDir, 'plugins', 'ratify');
}

/**
 * Copies files of the plugin; leaves all else in the folder, such as its settings, alone.
 *
 * @param {string} folder Made where it does not exist.
 * @param {string[]} files Their names, in the project's folder.
 */
export async function copyInto(folder, files) {
	await mkdir(folder, { recursive: true });
	await Promise.all(files.map((file) => copyFile(inProject(file), join(folder, file))));
}

/** @param {string} path */
function isFolder(path) {
	return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
