import type * as Api from 'obsidian-api';

/** What a disk does. Fault hooks name their operation by these. */
export type DiskOperation = 'stat' | 'list' | 'read' | 'write' | 'mkdir' | 'remove' | 'rename';

/**
 * Where the bytes are: memory, a folder, a server. Paths are normalised, `/` is the
 * root. A missing file or folder rejects with a `DiskError` or the platform's own error
 * of the same `code`; `stat` alone answers null.
 */
export interface Disk {
	stat(path: string): Promise<Api.Stat | null>;
	/** The names inside a folder, in any order. */
	list(path: string): Promise<string[]>;
	read(path: string): Promise<Uint8Array>;
	/** Creates or replaces a file in an existing folder. A pinned `mtime` is kept exactly. */
	write(path: string, data: Uint8Array, options?: Api.DataWriteOptions): Promise<void>;
	/** Creates a folder and whatever is missing above it. */
	mkdir(path: string): Promise<void>;
	/** Removes a file, or a folder with all it holds. */
	remove(path: string): Promise<void>;
	/** Moves a file or a folder; replaces nothing. */
	rename(from: string, to: string): Promise<void>;
	/** Calls back with each path that may have changed, by whomever. Absent where changes cannot be seen. */
	watch?(onChange: (path: string) => void): () => void;
	/** Moves a file or folder out of the vault; false where there is no such place. */
	trash?(path: string): Promise<boolean>;
}

/** A disk's refusal, worded as Node words it. */
export class DiskError extends Error {
	constructor(readonly code: string, reason: string, call: string, readonly path: string) {
		super(`${code}: ${reason}, ${call} '${path}'`);
		this.name = 'Error';
	}
}

/** The error for something that does not exist. */
export function missing(call: string, path: string): DiskError {
	return new DiskError('ENOENT', 'no such file or directory', call, path);
}

/** Whether an error says that a file or folder does not exist. */
export function isMissing(error: unknown): boolean {
	return errorCode(error) === 'ENOENT';
}

/** The `code` of a platform's error. One of another realm is no `Error` of ours, so its class tells nothing. */
export function errorCode(error: unknown): unknown {
	return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
