import { noteName } from '../../core/note';
import { fold, matchesNames, splitQuery } from '../../core/query';
import { referenceName } from '../../core/source';
import type { LogicalSource, OpenReference, SourceList } from '../../core/source-list';
import type { IndexedNote } from '../../core/indexed-note';

/** Sources that notes were made from, sources without notes, references without a file. */
export type SourcesTab = keyof SourceList;

export const SOURCES_TABS: readonly SourcesTab[] = ['used', 'unused', 'open'];

/** Where the user is in the list of sources. Immutable. */
export interface SourcesState {
	readonly tab: SourcesTab;
	readonly filter: string;
	/** The key of the entry in focus; null for the first one. */
	readonly focus: string | null;
	/** Keys of the entries whose notes are shown. */
	readonly opened: ReadonlySet<string>;
}

/** One line of the list: a source, or a reference for which no file is certain. */
export interface SourceEntry {
	readonly key: string;
	readonly title: string;
	readonly date: string | null;
	readonly notes: readonly IndexedNote[];
	readonly source: LogicalSource | null;
	readonly reference: OpenReference | null;
}

export const INITIAL_SOURCES: SourcesState = { tab: 'used', filter: '', focus: null, opened: new Set() };

/** What a tab lists of what the filter finds: in titles, paths and the titles of notes. */
export function shownEntries(list: SourceList, { tab, filter }: SourcesState): readonly SourceEntry[] {
	const entries = tab === 'open' ? list.open.map(ofReference) : list[tab].map(ofSource);
	const words = splitQuery(filter).map(({ value }) => fold(value));
	return words.length === 0 ? entries : entries.filter((entry) => matchesNames(words, () => namesOf(entry)));
}

/** The entry in focus: the first one where that is gone, or filtered out. */
export function focusedEntry(shown: readonly SourceEntry[], { focus }: SourcesState): SourceEntry | null {
	return shown.find(({ key }) => key === focus) ?? shown[0] ?? null;
}

/** Moves the focus by so many entries, as far as there are any. */
export function moveInSources(state: SourcesState, shown: readonly SourceEntry[], step: number): SourcesState {
	const focused = focusedEntry(shown, state);
	const at = focused ? shown.indexOf(focused) : 0;
	const next = shown[Math.max(0, Math.min(shown.length - 1, at + step))];
	return { ...state, focus: next?.key ?? null };
}

/** Shows the notes of an entry, or hides them. */
export function toggleNotes(state: SourcesState, key: string): SourcesState {
	const opened = new Set(state.opened);
	if (!opened.delete(key)) opened.add(key);
	return { ...state, focus: key, opened };
}

/** What the review is to be filtered by to show just one source. A quote would end the term. */
export function reviewFilter({ title, date }: LogicalSource): string {
	const [longest = ''] = `${title}${date === null ? '' : ` · ${date}`}`.split('"').sort((a, b) => b.length - a.length);
	return `source:"${longest.trim()}"`;
}

function ofSource(source: LogicalSource): SourceEntry {
	const { key, title, date, notes } = source;
	return { key, title, date, notes, source, reference: null };
}

function ofReference(reference: OpenReference): SourceEntry {
	const { key, notes } = reference;
	return { key, title: referenceName(reference.reference), date: notes[0]?.date ?? null, notes, source: null, reference };
}

function namesOf({ title, date, notes, source, reference }: SourceEntry): readonly string[] {
	return [title, date ?? '', ...(source?.paths ?? []), reference?.reference ?? '', ...notes.flatMap((note) => [note.title, noteName(note.path)])];
}
