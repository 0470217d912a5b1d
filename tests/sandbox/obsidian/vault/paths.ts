/** The path as the vault writes it: no doubled, leading or trailing slash, plain spaces for no-break ones, NFC. An empty path is `/`. */
export function normalizePath(path: string): string {
	const plain = path.replace(/[\u00A0\u202F]/g, ' ').replace(/[\\/]+/g, '/').replace(/^\/+|\/+$/g, '');
	return (plain || '/').normalize('NFC');
}

/** The part after the last slash. */
export function fileName(path: string): string {
	return path.slice(path.lastIndexOf('/') + 1);
}

/** The extension of a file's name in lower case, without the dot; empty where there is none. */
export function fileExtension(name: string): string {
	const dot = name.lastIndexOf('.');
	return dot > 0 ? name.slice(dot + 1).toLowerCase() : '';
}

/** The path of the folder that holds a path; `/` at the top. */
export function parentPath(path: string): string {
	const slash = path.lastIndexOf('/');
	return slash > 0 ? path.slice(0, slash) : '/';
}

/** A path inside a folder, `/` being the root. */
export function joinPath(folder: string, name: string): string {
	return folder === '/' || folder === '' ? name : `${folder}/${name}`;
}

/** Whether some part of the path starts with a dot, which keeps it out of the vault's tree. */
export function isHidden(path: string): boolean {
	return path.split('/').some((part) => part.startsWith('.'));
}

/** Whether a path lies inside a folder, at any depth. */
export function isInside(path: string, folder: string): boolean {
	return folder === '/' ? path !== '/' : path.startsWith(`${folder}/`);
}

/** Whether a file is a note. */
export function isMarkdown(file: { readonly extension: string }): boolean {
	return file.extension === 'md';
}
