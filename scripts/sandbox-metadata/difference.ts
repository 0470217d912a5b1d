/** Where two values differ. A side that has nothing there is undefined. */
export interface Difference {
	/** Keys and indexes from the outermost value on. */
	readonly path: readonly string[];
	readonly app: unknown;
	readonly sandbox: unknown;
}

/** The innermost places where two values of plain data differ, whatever the order of their keys. */
export function findDifferences(app: unknown, sandbox: unknown, path: readonly string[] = []): Difference[] {
	if (Object.is(app, sandbox)) return [];
	if (!isObject(app) || !isObject(sandbox) || Array.isArray(app) !== Array.isArray(sandbox)) return [{ path, app, sandbox }];
	const keys = new Set([...Object.keys(app), ...Object.keys(sandbox)]);
	return [...keys].flatMap((key) => findDifferences(app[key], sandbox[key], [...path, key]));
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}
