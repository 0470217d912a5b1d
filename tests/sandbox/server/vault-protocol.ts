import type * as Api from 'obsidian-api';

/** A file or folder of the served vault. */
export interface ServedEntry extends Api.Stat {
	readonly path: string;
}

/** What `/vault/tree` answers. `revision` as in `ServedChange`. */
export interface ServedTree {
	/** The vault folder's name. */
	readonly name: string;
	/** Whether things can be thrown out of the vault, beside into its own `.trash`. */
	readonly hasTrash: boolean;
	readonly revision: number;
	readonly entries: readonly ServedEntry[];
}

/** One message of `/vault/events`: what is at a path now, the path itself first; nothing where it is gone. */
export interface ServedChange {
	readonly path: string;
	/** Larger for what was looked at later; answers and events overtake one another. */
	readonly revision: number;
	readonly entries: readonly ServedEntry[];
}
