import { makeDossier, type DossierSoFar, type DossierSource } from '../core/dossier';
import type { Snapshot } from '../core/index-store';
import type { Person } from '../core/person';
import { PersonNotes } from '../core/person-notes';
import { isReady } from '../core/selectors';
import type { KeeperParts } from './duplicate-keeper';

/** Milliseconds of work before the app has its turn again. */
const SLICE_MS = 6;
/** Milliseconds of work that a reader waits for: an edit is taken in at once, all notes are not. */
const READ_MS = 3;

/**
 * Keeps what is known of each person in step with the store, and tells it at any time without
 * a look at the whole vault. Begins once the vault is read, and works in slices of a few milliseconds.
 */
export class DossierKeeper implements DossierSource {
	readonly #notes = new PersonNotes();
	readonly #listeners = new Set<() => void>();
	/** Whether somebody read what was not all. */
	#isAwaited = false;
	#stopWaiting: (() => void) | null = null;

	constructor(private readonly parts: KeeperParts) {}

	/** Follows the store until the function that it answers is called. */
	start(): () => void {
		const { store } = this.parts;
		const stopListening = store.subscribe((snapshot, changed) => this.#follow(snapshot, changed));
		this.#follow(store.snapshot, []);
		return () => {
			stopListening();
			this.#stopWaiting?.();
		};
	}

	read(person: Person): DossierSoFar {
		const { snapshot } = this.parts.store;
		const isKnown = this.#notes.work(this.#until(READ_MS)) && this.#notes.snapshot === snapshot;
		if (!isKnown) this.#notes.hurry(person.path, this.#until(READ_MS));
		const isWhole = isKnown && isReady(snapshot);
		this.#isAwaited ||= !isWhole;
		const dossier = makeDossier(snapshot, person, this.#notes.notesOf(person.path));
		return isWhole ? { ...dossier, isWhole } : { ...dossier, lastContact: null, isWhole };
	}

	subscribe(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	#follow(snapshot: Snapshot, changed: readonly string[]): void {
		if (!snapshot.complete) return;
		this.#notes.follow(snapshot, changed);
		this.#wait();
	}

	#wait(): void {
		this.#stopWaiting ??= this.parts.defer(() => {
			this.#stopWaiting = null;
			if (this.#notes.work(this.#until(SLICE_MS))) this.#tell();
			else this.#wait();
		});
	}

	#tell(): void {
		if (!this.#isAwaited) return;
		this.#isAwaited = false;
		for (const listener of [...this.#listeners]) listener();
	}

	#until(milliseconds: number): () => boolean {
		const end = this.parts.now() + milliseconds;
		return () => this.parts.now() < end;
	}
}
