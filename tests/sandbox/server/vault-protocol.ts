import type * as Api from 'obsidian-api';

/** A file or folder of the served vault. */
export interface ServedEntry extends Api.Stat {
	readonly path: string;
}

/** What `/vault/tree` answers. */
export interface ServedTree {
	/** The vault folder's name. */
	readonly name: string;
	/** Whether the server writes; without that, changes are the page's own. */
	readonly writable: boolean;
	readonly entries: readonly ServedEntry[];
}

/** One message of `/vault/events`: what is at a path now, the path itself first; nothing where it is gone. */
export interface ServedChange {
	readonly path: string;
	readonly entries: readonly ServedEntry[];
}
