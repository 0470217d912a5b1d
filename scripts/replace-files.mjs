import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { inProject } from './project.mjs';

/**
 * Lets `write` fill an empty folder, then moves each of its files to where it belongs. Who reads
 * there meanwhile, another command of this clone for instance, never sees half a file.
 *
 * @param {string} folder Where the files belong, absolute; made where it does not exist.
 * @param {(draft: string) => Promise<void>} write
 */
export async function replaceFiles(folder, write) {
	await mkdir(folder, { recursive: true });
	await mkdir(inProject('build'), { recursive: true });
	const draft = await mkdtemp(inProject('build', 'draft-'));
	try {
		await write(draft);
		for (const file of await readdir(draft)) await rename(join(draft, file), join(folder, file));
	} finally {
		await rm(draft, { recursive: true });
	}
}
