import type { CachedMetadata, TFile } from 'obsidian';
import type { Note } from '../core/note';

/** Joins a file, its text and what the metadata cache knows of that text to a note. */
export function toNote(file: TFile, text: string, cache: CachedMetadata): Note {
	return {
		path: file.path,
		text,
		frontmatter: cache.frontmatter ?? null,
		headings: (cache.headings ?? []).map(({ heading, level, position }) => ({ line: position.start.line, level, text: heading })),
		listItems: (cache.listItems ?? []).map(({ task, position }) => ({ line: position.start.line, task: task ?? null })),
		mtime: file.stat.mtime,
		size: file.stat.size,
	};
}

/** Whether a note's text can hold anything that its metadata does not already say. */
export function needsText(cache: CachedMetadata): boolean {
	// A link may be that to the note's source, which only its line tells from others.
	return cache.listItems?.some((item) => item.task !== undefined) === true || cache.frontmatter !== undefined || cache.links !== undefined;
}
