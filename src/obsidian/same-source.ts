import type { App } from 'obsidian';
import type { IndexedNote } from '../core/indexed-note';
import type { Snapshot } from '../core/index-store';
import { resolveSource, selectSources } from '../core/selectors';
import type { SourceResolution } from '../core/sources';

/** The file that a note was made from, where of several that may be it those with the same text are one. Null where it names none. */
export async function resolveByText(app: App, snapshot: Snapshot, note: IndexedNote): Promise<SourceResolution | null> {
	const resolution = resolveSource(snapshot, note);
	if (!note.source || resolution?.kind !== 'candidates' || resolution.paths.length < 2) return resolution;
	const texts = new Map(await Promise.all(resolution.paths.map(async (path) => [path, await textOf(app, path)] as const)));
	const isSame = (one: string, other: string): boolean => (texts.get(one) ?? null) !== null && texts.get(one) === texts.get(other);
	return selectSources(snapshot).resolve(note.source, note.path, isSame);
}

/** Null for a file that is gone. */
async function textOf({ vault }: App, path: string): Promise<string | null> {
	const file = vault.getFileByPath(path);
	return file && vault.cachedRead(file);
}
