import type { IndexedNote } from './indexed-note';

/** So many changes are kept apart before they are taken into the whole. */
const MOST_APART = 256;

/**
 * Notes by their paths. Immutable; what is made from one by a few changes shares all else with
 * it, so that a vault is not copied for each note that changes.
 */
export class NoteMap implements ReadonlyMap<string, IndexedNote> {
	private constructor(
		private readonly whole: ReadonlyMap<string, IndexedNote>,
		/** What is otherwise than in the whole; null for what is gone. */
		private readonly apart: ReadonlyMap<string, IndexedNote | null>,
		readonly size: number,
	) {}

	static readonly EMPTY = new NoteMap(new Map(), new Map(), 0);

	/** These without some paths, then with some notes. */
	with(removed: readonly string[], notes: readonly IndexedNote[]): NoteMap {
		const apart = new Map(this.apart);
		let { size } = this;
		for (const path of removed) {
			if (this.#has(apart, path)) size--;
			apart.set(path, null);
		}
		for (const note of notes) {
			if (!this.#has(apart, note.path)) size++;
			apart.set(note.path, note);
		}
		const next = new NoteMap(this.whole, apart, size);
		return apart.size > MOST_APART ? new NoteMap(new Map(next), new Map(), size) : next;
	}

	get(path: string): IndexedNote | undefined {
		const apart = this.apart.get(path);
		return apart === undefined ? this.whole.get(path) : (apart ?? undefined);
	}

	has(path: string): boolean {
		return this.get(path) !== undefined;
	}

	*entries(): MapIterator<[string, IndexedNote]> {
		for (const entry of this.whole) {
			const apart = this.apart.get(entry[0]);
			if (apart === undefined) yield entry;
			else if (apart) yield [entry[0], apart];
		}
		for (const [path, note] of this.apart) if (note && !this.whole.has(path)) yield [path, note];
	}

	*keys(): MapIterator<string> {
		for (const [path] of this.entries()) yield path;
	}

	*values(): MapIterator<IndexedNote> {
		for (const [, note] of this.entries()) yield note;
	}

	[Symbol.iterator](): MapIterator<[string, IndexedNote]> {
		return this.entries();
	}

	forEach(visit: (note: IndexedNote, path: string, map: ReadonlyMap<string, IndexedNote>) => void): void {
		for (const [path, note] of this.entries()) visit(note, path, this);
	}

	#has(apart: ReadonlyMap<string, IndexedNote | null>, path: string): boolean {
		const known = apart.get(path);
		return known === undefined ? this.whole.has(path) : known !== null;
	}
}
