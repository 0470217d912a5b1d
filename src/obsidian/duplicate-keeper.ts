import { saidBy, toDecided } from '../core/decided';
import { Duplicates, type Neighbours } from '../core/duplicates';
import { Groups } from '../core/groups';
import type { IndexedNote } from '../core/indexed-note';
import type { IndexStore, Snapshot } from '../core/index-store';
import { toEntry } from '../core/marked-tasks';
import { nameLexicon } from '../core/name-lexicon';
import type { People } from '../core/people';
import type { Person } from '../core/person';
import { resolveName, selectPeople } from '../core/selectors';
import { ownerIdentity } from '../core/veto';

/** Milliseconds of work before the app has its turn again. */
const SLICE_MS = 8;

/** The parts of a snapshot that groups are made from. */
type Followed = Pick<Snapshot, 'notes' | 'noteChanges' | 'peopleVersion' | 'memory'>;

const NOTHING_SAID = { text: '', owner: null };

/** What the keeper works with. */
export interface KeeperParts {
	readonly store: IndexStore;
	/** Milliseconds, of a clock that never goes back. */
	readonly now: () => number;
	/** Does a slice of work when the app has had its turn; the function that it answers calls that off. */
	readonly defer: (work: () => void) => () => void;
}

/**
 * Keeps the near-duplicates of the store's tasks, those that wait and those that are decided, in step with its notes, and hands the
 * store their groups. Begins once the vault is read, works in slices of a few milliseconds,
 * and publishes when nothing is left to do, so that no half-made group is ever seen. The
 * only caller of `store.update` for groups. Follows what the user says of duplicates, too.
 */
export class DuplicateKeeper {
	#duplicates = new Duplicates(nameLexicon([]));
	/** The names that tell people in a task's words from other words. */
	#names: string | null = null;
	#seen: Followed | null = null;
	/** Whose names mean what they did when the owners were read. */
	#naming: object | null = null;
	/** Keys of the tasks of each note that has any. */
	readonly #keys = new Map<string, readonly string[]>();
	/** Keys of the deleted tasks. */
	#deleted: ReadonlySet<string> = new Set();
	readonly #toRead = new Set<string>();
	#isNew = true;
	#stopWaiting: (() => void) | null = null;

	constructor(private readonly parts: KeeperParts) {}

	/** Follows the store until the function that it answers is called. */
	start(): () => void {
		const stopListening = this.parts.store.subscribe((snapshot) => this.#follow(snapshot));
		this.#follow(this.parts.store.snapshot);
		return () => {
			stopListening();
			this.#stopWaiting?.();
		};
	}

	/** What may be the same as a proposal and those that are grouped with it, the most similar first. */
	neighboursOf(key: string): readonly Neighbours[] {
		const group = this.#duplicates.groupOf(key);
		return group ? this.#duplicates.neighboursOf(group) : [];
	}

	#follow(snapshot: Snapshot): void {
		const seen = this.#seen;
		const { notes, memory, peopleVersion } = snapshot;
		if (!snapshot.complete || (seen?.notes === notes && seen.memory === memory && seen.peopleVersion === peopleVersion)) return;
		const isOtherNames = this.#followPeople(selectPeople(snapshot));
		if (isOtherNames || seen?.memory !== memory) this.#followMemory(snapshot);
		for (const path of this.#pathsToRead(snapshot, isOtherNames)) this.#toRead.add(path);
		this.#seen = snapshot;
		this.#wait();
	}

	/** Answers whether names may mean others than before. */
	#followPeople({ naming, persons }: People): boolean {
		if (naming === this.#naming) return false;
		this.#naming = naming;
		this.#followNames(persons);
		return true;
	}

	/** All that are there, or were, where it is not known which have changed. */
	#pathsToRead({ notes, noteChanges }: Snapshot, isOtherNames: boolean): Iterable<string> {
		const changed = isOtherNames ? null : this.#seen?.noteChanges.changesUntil(noteChanges)?.flat();
		return changed ?? [...notes.keys(), ...this.#keys.keys()];
	}

	/** Where other words are names now, every task reads otherwise. */
	#followNames(persons: readonly Person[]): void {
		const names = persons.flatMap(({ name, aliases }) => [name, ...aliases]).sort().join('\n');
		if (names === this.#names) return;
		this.#names = names;
		this.#duplicates = new Duplicates(nameLexicon(persons));
		this.#keys.clear();
		this.#isNew = true;
	}

	#followMemory(snapshot: Snapshot): void {
		const { marks, deleted } = snapshot.memory;
		const tasks = deleted.map((task) => ({ key: toDecided(task).key, ...toEntry(snapshot, task) }));
		for (const key of this.#deleted) this.#duplicates.remove(key);
		for (const task of tasks) this.#duplicates.put(task);
		this.#deleted = new Set(tasks.map(({ key }) => key));
		this.#duplicates.mark(marks.map(({ kind, one, other }) => ({ kind, one: toEntry(snapshot, one), other: toEntry(snapshot, other) })));
	}

	#wait(): void {
		this.#stopWaiting ??= this.parts.defer(() => {
			this.#stopWaiting = null;
			this.#work();
		});
	}

	#work(): void {
		const end = this.parts.now() + SLICE_MS;
		const mayGoOn = (): boolean => this.parts.now() < end;
		if (this.#readNotes(mayGoOn) && this.#duplicates.work(mayGoOn)) this.#publish();
		else this.#wait();
	}

	/** Answers whether all notes are read. */
	#readNotes(mayGoOn: () => boolean): boolean {
		const { snapshot } = this.parts.store;
		for (const path of this.#toRead) {
			if (!mayGoOn()) return false;
			this.#readNote(snapshot, path, snapshot.notes.get(path));
			this.#toRead.delete(path);
		}
		return true;
	}

	#readNote(snapshot: Snapshot, path: string, note: IndexedNote | undefined): void {
		const tasks = note ? [...note.proposals, ...note.decided.map(({ key, place }) => ({ key, ...(place ? saidBy(place) : NOTHING_SAID) }))] : [];
		const keys = new Set(tasks.map(({ key }) => key));
		for (const key of this.#keys.get(path) ?? []) if (!keys.has(key)) this.#duplicates.remove(key);
		for (const { key, text, owner } of tasks) {
			this.#duplicates.put({ key, text, owner: ownerIdentity(owner, owner === null ? null : resolveName(snapshot, owner, note)) });
		}
		if (keys.size > 0) this.#keys.set(path, [...keys]);
		else this.#keys.delete(path);
	}

	#publish(): void {
		const { store } = this.parts;
		const { memory: { marks: groupedBy }, notes: groupedNotes } = this.#seen ?? store.snapshot;
		const former = (this.#isNew ? null : store.snapshot.groups) ?? Groups.of();
		// Also where a task is in no other group than before, there may be others now that are like it.
		const changes = new Map([...this.#duplicates.takeChanges()].map(([key, group]) => [key, group && group.members.length > 1 ? group : null]));
		const isChanged = this.#isNew || changes.size > 0;
		store.update({ groupedBy, groupedNotes, ...(isChanged && { groups: former.with(changes) }) });
		this.#isNew = false;
	}
}
