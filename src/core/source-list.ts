import { isArchived } from './archive';
import { compareNotes, type IndexedNote } from './indexed-note';
import type { Snapshot } from './index-store';
import { memoize } from './memoize';
import type { Row } from './rows';
import { resolveSource, selectRows } from './selectors';
import { describeSource, isLikelySource, logicalSource } from './sources';

/** One mail, transcript or other file that notes were made from, whatever it was exported as. */
export interface LogicalSource {
	/** Equal for all its exports. */
	readonly key: string;
	readonly title: string;
	/** `YYYY-MM-DD`: of the source, else of its newest note; null where neither says. */
	readonly date: string | null;
	/** Vault paths of its exports, those that notes were made from first. */
	readonly paths: readonly string[];
	/** The newest first. */
	readonly notes: readonly IndexedNote[];
	/** What is still to be decided of it. */
	readonly rows: readonly Row[];
	/** How many tasks of its notes were confirmed, dismissed or done. */
	readonly decided: number;
}

/** A reference for which no file is certain. */
export interface OpenReference {
	/** Equal for references to the same source. */
	readonly key: string;
	/** As written, with slashes. */
	readonly reference: string;
	/** Files that may be it, the likeliest first. */
	readonly candidates: readonly string[];
	readonly notes: readonly IndexedNote[];
}

/** All that is known of the sources of a vault. */
export interface SourceList {
	/** Those that notes were made from, the newest first. */
	readonly used: readonly LogicalSource[];
	/** Files that look like sources and that no note was made from, the newest first. */
	readonly unused: readonly LogicalSource[];
	readonly open: readonly OpenReference[];
}

/** What a source is called where its rows stand together. */
export interface SourceHeading {
	readonly key: string;
	readonly title: string;
}

/** The source that a note was made from, also where its file is not known; null where it names none. */
export function sourceHeading(snapshot: Snapshot, note: IndexedNote): SourceHeading | null {
	const path = sourceName(snapshot, note);
	if (path === null) return null;
	const { title, date } = describeSource(path);
	return { key: logicalSource(path), title: date === null ? title : `${title} · ${date}` };
}

/** Lists the sources of a vault. */
export const selectSourceList = memoize((snapshot: Snapshot) => [snapshot.notes, selectRows(snapshot), snapshot.settings.archives], (snapshot): SourceList => {
	const rows = selectRows(snapshot);
	const used = new Map<string, { paths: Set<string>; notes: IndexedNote[] }>();
	const open = new Map<string, { reference: string; candidates: readonly string[]; notes: IndexedNote[] }>();
	for (const note of [...snapshot.notes.values()].sort(compareNotes)) {
		const found = resolveSource(snapshot, note);
		if (found?.kind === 'resolved') {
			const known = put(used, logicalSource(found.path), () => ({ paths: new Set<string>(), notes: [] }));
			known.paths.add(found.path);
			known.notes.push(note);
		} else if (found) {
			const reference = referenceOf(note);
			put(open, logicalSource(reference), () => ({ reference, candidates: found.kind === 'candidates' ? found.paths : [], notes: [] })).notes.push(note);
		}
	}
	const others = exportsWithoutNotes(snapshot, used);
	const rowsOf = rowsBySource(snapshot, rows);
	return {
		used: [...used].map(([key, each]) => toSource(key, [...each.paths, ...(others.get(key) ?? [])], each.notes, rowsOf.get(key) ?? [])).sort(byDate),
		unused: [...others].filter(([key]) => !used.has(key)).map(([key, paths]) => toSource(key, paths, [], [])).sort(byDate),
		open: [...open].map(([key, each]) => ({ key, ...each })),
	};
});

/** Files that look like sources and that no note was made from itself, by what they are exports of. */
function exportsWithoutNotes({ notes, settings: { archives } }: Snapshot, used: ReadonlyMap<string, { readonly paths: ReadonlySet<string> }>): Map<string, string[]> {
	const found = new Map<string, string[]>();
	for (const { path, source } of notes.values()) {
		if (source || !isLikelySource(path) || isArchived(path, archives)) continue;
		const key = logicalSource(path);
		if (!used.get(key)?.paths.has(path)) put(found, key, () => []).push(path);
	}
	return found;
}

function rowsBySource(snapshot: Snapshot, rows: readonly Row[]): Map<string, Row[]> {
	const found = new Map<string, Row[]>();
	for (const row of rows) {
		const note = snapshot.notes.get(row.proposal.path);
		const path = note ? sourceName(snapshot, note) : null;
		if (path !== null) put(found, logicalSource(path), () => []).push(row);
	}
	return found;
}

function toSource(key: string, paths: readonly string[], notes: readonly IndexedNote[], rows: readonly Row[]): LogicalSource {
	const { title, date } = describeSource(paths[0] ?? key);
	return { key, title, date: date ?? notes[0]?.date ?? null, paths, notes, rows, decided: notes.reduce((sum, note) => sum + note.decided.filter(({ verdict }) => verdict !== 'open').length, 0) };
}

/** The path of a note's source; what it says of it, where no file is certain: a path of whatever machine. */
function sourceName(snapshot: Snapshot, note: IndexedNote): string | null {
	const found = resolveSource(snapshot, note);
	if (!found) return null;
	return found.kind === 'resolved' ? found.path : referenceOf(note);
}

function referenceOf({ source }: IndexedNote): string {
	return (source?.refs[0]?.text ?? source?.linked ?? '').replaceAll('\\', '/');
}

function byDate(a: LogicalSource, b: LogicalSource): number {
	const [one, other] = [a.date ?? '', b.date ?? ''];
	if (one !== other) return one < other ? 1 : -1;
	return a.key < b.key ? -1 : 1;
}

function put<T>(map: Map<string, T>, key: string, make: () => T): T {
	const known = map.get(key) ?? make();
	map.set(key, known);
	return known;
}
