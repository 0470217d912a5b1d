import { digest } from '../../src/core/digest';
import { applyEdits } from '../../src/core/edit';
import { IndexStore } from '../../src/core/index-store';
import { readIndexedNote } from '../../src/core/indexed-note';
import type { Decision } from '../../src/core/journal';
import type { Proposal } from '../../src/core/proposal';
import { selectProposals } from '../../src/core/selectors';
import { recountAfter } from '../../src/core/recount';
import { toUnparsedNote } from '../../src/core/unparsed-note';
import { ActionRunner, type NoteWriter } from '../../src/obsidian/action-runner';
import type { NoteWrite } from '../../src/obsidian/vault-writer';
import { MemoryJournalStore } from '../../src/obsidian/journal-store';

// The runner waits by the window's timers.
if (!('window' in globalThis)) Object.defineProperty(globalThis, 'window', { value: globalThis, configurable: true, writable: true });

/** Where a session ends without warning: at so many of its writes to notes and journal, before or after that write is done. */
export interface Crash {
	readonly at: number;
	readonly isAfter: boolean;
}

/** Notes as a device keeps them from one session to the next: their texts, and the journal's records. */
export class Device {
	readonly records = new MemoryJournalStore();

	constructor(readonly texts: Map<string, string>) {}

	/** Starts a session, which may be cut short. */
	start(crash: Crash | null = null): Session {
		return new Session(this, crash);
	}
}

/** The plugin's runner over a device's notes. */
export class Session {
	readonly runner: ActionRunner;
	readonly problems: string[] = [];
	/** Resolves where the session ends in the middle. */
	readonly crashed: Promise<void>;
	readonly #store = new IndexStore((error) => this.problems.push(String(error)));
	#end: () => void = () => undefined;
	#writes = 0;
	#hasCrashed = false;

	constructor(private readonly device: Device, private readonly crash: Crash | null) {
		this.crashed = new Promise((resolve) => (this.#end = resolve));
		this.runner = new ActionRunner({
			store: this.#store,
			writer: this.#writer(),
			journalStore: {
				load: () => device.records.load(),
				put: (decision: Decision) => this.#effect(() => device.records.put(decision)),
				remove: (ids) => this.#effect(() => device.records.remove(ids)),
				abandon: () => Promise.reject(new Error('not expected')),
			},
			now: () => 0,
			prepare: () => Promise.resolve(),
			changeMarks: () => Promise.reject(new Error('not expected')),
			reportError: (error) => this.problems.push(String(error)),
			reportProblem: (message) => this.problems.push(message),
		});
	}

	/** All proposals of the notes as they stand. */
	proposals(): readonly Proposal[] {
		const { statuses } = this.#store.snapshot.conventions;
		this.#store.update({ complete: true, notes: [...this.device.texts].map(([path, text]) => readIndexedNote(toUnparsedNote(path, text), statuses)) });
		return selectProposals(this.#store.snapshot);
	}

	/** Resolves when the work is over, or the session is. */
	async untilEnd(work: Promise<unknown>): Promise<void> {
		await Promise.race([work, this.crashed]);
	}

	#writer(): NoteWriter {
		const { texts } = this.device;
		return {
			read: (path) => {
				const text = texts.get(path);
				return Promise.resolve(text === undefined ? { status: 'gone' } : { status: 'read', text });
			},
			write: (path, edits) => this.#effect((): Promise<NoteWrite> => {
				const text = texts.get(path);
				if (text === undefined) return Promise.resolve({ status: 'gone' });
				const result = applyEdits(text, edits);
				texts.set(path, result.text);
				return Promise.resolve({ status: 'written', edits: result.made, inverse: result.inverse, conflicts: result.conflicts, before: digest(text), after: digest(result.text), recount: recountAfter(text, edits), mtime: 0, unsaved: null });
			}),
		};
	}

	async #effect<T>(work: () => Promise<T>): Promise<T> {
		const isLast = this.#writes++ === this.crash?.at;
		if (this.#hasCrashed || (isLast && !this.crash?.isAfter)) return this.#never();
		const result = await work();
		return isLast ? this.#never() : result;
	}

	#never(): Promise<never> {
		this.#hasCrashed = true;
		this.#end();
		return new Promise(() => undefined);
	}
}
