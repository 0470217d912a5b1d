import { saidBy, toDecided } from '../core/decided';
import { Duplicates, type Neighbours } from '../core/duplicates';
import type { IndexedNote } from '../core/indexed-note';
import type { IndexStore, Snapshot } from '../core/index-store';
import { toEntry } from '../core/marked-tasks';
import { nameLexicon } from '../core/name-lexicon';
import type { Person } from '../core/person';
import { resolveName, selectPeople } from '../core/selectors';
import type { Group } from '../core/task-node';
import { ownerIdentity } from '../core/veto';

/** Milliseconds of work before the app has its turn again. */
const SLICE_MS = 8;

/** The parts of a snapshot that groups are made from. */
const FOLLOWED = ['notes', 'peopleVersion', 'memory'] as const;

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
	#seen: Pick<Snapshot, 'notes' | 'peopleVersion' | 'memory'> | null = null;
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
		if (!snapshot.complete || (seen && FOLLOWED.every((part) => seen[part] === snapshot[part]))) return;
		const isOtherPeople = seen?.peopleVersion !== snapshot.peopleVersion;
		if (isOtherPeople) this.#followNames(selectPeople(snapshot).persons);
		if (isOtherPeople || seen.memory !== snapshot.memory) this.#followMemory(snapshot);
		for (const path of isOtherPeople ? snapshot.notes.keys() : changedPaths(seen.notes, snapshot.notes)) this.#toRead.add(path);
		for (const path of this.#keys.keys()) if (!snapshot.notes.has(path)) this.#toRead.add(path);
		this.#seen = snapshot;
		this.#wait();
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
		const groups = new Map<string, Group>(this.#isNew ? [] : (store.snapshot.groups ?? []));
		const changes = this.#duplicates.takeChanges();
		for (const [key, group] of changes) {
			if (group && group.members.length > 1) groups.set(key, group);
			else groups.delete(key);
		}
		const { memory: { marks: groupedBy }, notes: groupedNotes } = this.#seen ?? store.snapshot;
		store.update(this.#isNew || changes.size > 0 ? { groups, groupedBy, groupedNotes } : { groupedBy, groupedNotes });
		this.#isNew = false;
	}
}

function changedPaths(before: ReadonlyMap<string, IndexedNote>, after: ReadonlyMap<string, IndexedNote>): string[] {
	return [...after].flatMap(([path, note]) => (before.get(path) === note ? [] : [path]));
}
