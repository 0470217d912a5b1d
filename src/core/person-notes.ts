import { isLookedAt, personsOf } from './concerned';
import type { IndexedNote } from './indexed-note';
import type { Snapshot } from './index-store';
import { selectPeople } from './selectors';

/**
 * Tells which notes concern a person without a look at all others. Whoever keeps it tells it
 * of each new snapshot, and has it work: a changed note costs its own; where names mean others
 * than they did, all notes are looked at again. What it tells is right at any time, and all once the work is done.
 */
export class PersonNotes {
	/** The roots of those whom each note concerns that concerns anybody. */
	readonly #rootsOf = new Map<string, readonly string[]>();
	readonly #pathsOf = new Map<string, Set<string>>();
	readonly #changed = new Set<string>();
	#snapshot: Snapshot | null = null;
	#naming: object | null = null;
	/** What is left of all notes. */
	#rest: Iterator<string> | null = null;
	/** Whether all notes were looked at once. */
	#isMade = false;

	/** The latest that it was told of. */
	get snapshot(): Snapshot | null {
		return this.#snapshot;
	}

	/** @param changed paths of the notes that are new, otherwise or gone since the snapshot before; needed from the second on. */
	follow(snapshot: Snapshot, changed: readonly string[]): void {
		if (this.#snapshot) for (const path of changed) this.#changed.add(path);
		this.#snapshot = snapshot;
	}

	/** Goes on until nothing is left to do, or it may not. Answers whether nothing is. */
	work(mayGoOn: () => boolean): boolean {
		const snapshot = this.#snapshot;
		if (!snapshot || !mayGoOn()) return false;
		this.#followNames(snapshot);
		const isDone = this.#lookAtEach(snapshot, this.#changed, mayGoOn) && this.#lookAtRest(snapshot, mayGoOn);
		this.#isMade ||= isDone;
		return isDone;
	}

	/** Looks first at those notes that are known to have concerned a person. */
	hurry(root: string, mayGoOn: () => boolean): void {
		if (this.#snapshot) this.#lookAtEach(this.#snapshot, new Set(this.#pathsOf.get(root)), mayGoOn);
	}

	/** The notes that concern a person, in no order; none before all notes were looked at once. */
	notesOf(root: string): readonly IndexedNote[] {
		const snapshot = this.#snapshot;
		if (!snapshot || !this.#isMade) return [];
		return [...this.#pathsOf.get(root) ?? []].flatMap((path) => snapshot.notes.get(path) ?? []).filter((note) => isLookedAt(snapshot, note));
	}

	#followNames(snapshot: Snapshot): void {
		const { naming } = selectPeople(snapshot);
		if (naming === this.#naming) return;
		this.#naming = naming;
		this.#rest = snapshot.notes.keys();
	}

	#lookAtEach(snapshot: Snapshot, paths: Set<string>, mayGoOn: () => boolean): boolean {
		for (const path of paths) {
			if (!mayGoOn()) return false;
			this.#lookAt(snapshot, path);
			paths.delete(path);
		}
		return true;
	}

	#lookAtRest(snapshot: Snapshot, mayGoOn: () => boolean): boolean {
		while (this.#rest) {
			if (!mayGoOn()) return false;
			const next = this.#rest.next();
			if (next.done) this.#rest = null;
			else this.#lookAt(snapshot, next.value);
		}
		return true;
	}

	#lookAt(snapshot: Snapshot, path: string): void {
		const note = snapshot.notes.get(path);
		const former = this.#rootsOf.get(path) ?? [];
		const roots = note ? rootsOf(snapshot, note) : [];
		if (roots.length === former.length && roots.every((root, at) => root === former[at])) return;
		for (const root of former) if (!roots.includes(root)) this.#remove(root, path);
		for (const root of roots) this.#pathsOf.set(root, (this.#pathsOf.get(root) ?? new Set()).add(path));
		if (roots.length > 0) this.#rootsOf.set(path, roots);
		else this.#rootsOf.delete(path);
	}

	#remove(root: string, path: string): void {
		const paths = this.#pathsOf.get(root);
		paths?.delete(path);
		if (paths?.size === 0) this.#pathsOf.delete(root);
	}
}

function rootsOf(snapshot: Snapshot, note: IndexedNote): readonly string[] {
	const { participants, tasks } = personsOf(snapshot, note);
	return [...new Set([...participants, ...tasks.flatMap(({ persons }) => persons)])];
}
