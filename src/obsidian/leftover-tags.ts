import type { App, CachedMetadata } from 'obsidian';
import { isArchived } from '../core/archive';
import type { Snapshot } from '../core/index-store';
import { PROPOSED_TAG } from '../core/proposal';
import { isSameTag } from '../core/task-line';
import { isDecidedStatus, readLeftovers, type Leftover } from '../core/tidy';
import { lookThrough, type LookingWatch } from './look-through';
import { toNote } from './note-reader';

/** Paths of the notes that may hold leftover tags. Archives, in which nothing is to be decided, are left out, and templates with them. */
export function notesWithLeftovers({ vault, metadataCache }: App, snapshot: Snapshot): string[] {
	const files = vault.getMarkdownFiles().filter((file) => mayHoldLeftovers(metadataCache.getFileCache(file), snapshot));
	return files.map(({ path }) => path).filter((path) => !isArchived(path, snapshot.settings.archives)).sort();
}

/** Whether a note may hold leftover tags, by what the app knows of it without reading it. */
export function mayHoldLeftovers(cache: CachedMetadata | null, { conventions: { statuses } }: Snapshot): boolean {
	const tagged = new Set(cache?.tags?.flatMap(({ tag, position }) => (isSameTag(tag, PROPOSED_TAG) ? [position.start.line] : [])));
	return tagged.size > 0 && cache?.listItems?.some(({ task, position }) => task !== undefined && isDecidedStatus(task, statuses) && tagged.has(position.start.line)) === true;
}

/** Finds the leftover tags of some notes, in the order of the paths and of their lines. Lets the interface breathe; once stopped answers what it has. */
export async function findLeftovers(app: App, snapshot: Snapshot, paths: readonly string[], watch: LookingWatch): Promise<Leftover[]> {
	return (await lookThrough(paths, (path) => readNote(app, snapshot, path), watch)).flat();
}

async function readNote({ vault, metadataCache }: App, { conventions: { statuses } }: Snapshot, path: string): Promise<Leftover[] | null> {
	const file = vault.getFileByPath(path);
	if (!file) return null;
	const text = await vault.cachedRead(file);
	const cache = metadataCache.getFileCache(file);
	return cache && readLeftovers(toNote(file, text, cache), statuses);
}
