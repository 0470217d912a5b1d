import { realpath } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { isMissing } from '../obsidian/vault/disk';
import { Refusal } from './refusal';

/** The file of a folder that a request's path means. @throws Refusal for a path that leads out of the folder, by `..` or through a link */
export async function resolveInside(folder: string, path: string): Promise<string> {
	const parts = path.split('/');
	const plain = parts.every((part) => part !== '' && part !== '.' && part !== '..' && !/[\\\0]/.test(part));
	if (!plain) throw new Refusal(400, 'Not a path of this folder.');
	const full = join(resolve(folder), ...parts);
	const root = await realpath(folder);
	const real = await realpathOfExisting(full);
	if (real !== root && !real.startsWith(root + sep)) throw new Refusal(403, 'Outside the folder.');
	return full;
}

async function realpathOfExisting(full: string): Promise<string> {
	try {
		return await realpath(full);
	} catch (error) {
		if (!isMissing(error) || dirname(full) === full) throw error;
		return realpathOfExisting(dirname(full));
	}
}
