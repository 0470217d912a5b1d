/** Whether a path is one that an entry of the option "Excluded files" names: by how it begins, or by an expression between slashes. */
export function isIgnoredBy(path: string, filter: unknown): boolean {
	if (typeof filter !== 'string' || filter === '') return false;
	const expression = /^\/(.+)\/$/.exec(filter)?.[1];
	if (expression === undefined) return path.toLowerCase().startsWith(filter.toLowerCase());
	try {
		return new RegExp(expression, 'i').test(path);
	} catch {
		return false;
	}
}
