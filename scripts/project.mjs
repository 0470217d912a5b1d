import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this clone, absolute. */
export const projectRoot = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * The absolute path of something in this clone.
 *
 * @param {string[]} parts Path segments below the project's folder.
 */
export function inProject(...parts) {
	return join(projectRoot, ...parts);
}

/** The folder the user called from: npm changes into the project before it runs a script. */
export function callerFolder() {
	return process.env.INIT_CWD ?? process.cwd();
}

/**
 * The absolute path of what the user typed, relative to where they typed it.
 *
 * @param {string} path
 */
export function fromCaller(path) {
	return resolve(callerFolder(), path);
}
