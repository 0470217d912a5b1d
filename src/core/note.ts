/** A list item of a note, as the metadata cache lists it. */
export interface ListItem {
	/** Line of the item's marker, from 0. */
	readonly line: number;
	/** The character between the brackets of a task; null where the item is no task. */
	readonly task: string | null;
}

/** A heading of a note. */
export interface Heading {
	/** Line, from 0. */
	readonly line: number;
	readonly level: number;
	/** Source text without the `#` marks. */
	readonly text: string;
}

/**
 * One Markdown note as the vault feed hands it to the pure readers: its text and
 * what the app's metadata cache knows of that very text. Lines count from 0 and end
 * at `\n`; a `\r` before it belongs to the line's ending, not to its text.
 */
export interface Note {
	/** Vault path with forward slashes, such as `People/Ana Ruiz/README.md`. */
	readonly path: string;
	readonly text: string;
	/** Parsed YAML, unchecked: every field may be of any type. Null where there is none. */
	readonly frontmatter: Readonly<Record<string, unknown>> | null;
	readonly headings: readonly Heading[];
	/** Items outside code and comments, in order of their lines. */
	readonly listItems: readonly ListItem[];
	/** Last modification, milliseconds since the epoch. */
	readonly mtime: number;
	/** Bytes. */
	readonly size: number;
}

/** The file's name without folder and extension. */
export function noteName(path: string): string {
	const base = path.slice(path.lastIndexOf('/') + 1);
	const dot = base.lastIndexOf('.');
	return dot > 0 ? base.slice(0, dot) : base;
}
