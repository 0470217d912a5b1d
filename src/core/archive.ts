import { normalize } from './normalize';

/**
 * Whether a note lies in an archive, where nothing is to be decided. @param archives names of
 * folders, at any depth, or whole paths of folders; case does not matter.
 */
export function isArchived(path: string, archives: readonly string[]): boolean {
	const folders = `/${fold(path).split('/').slice(0, -1).join('/')}/`;
	return archives.some((archive) => {
		const name = fold(archive).split('/').filter((part) => part.trim() !== '').join('/');
		if (name === '') return false;
		return name.includes('/') ? folders.startsWith(`/${name}/`) : folders.includes(`/${name}/`);
	});
}

function fold(path: string): string {
	return normalize(path, 'NFC').toLowerCase();
}
