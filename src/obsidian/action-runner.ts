import { format } from 'date-fns';
import { actionEdits, type Action } from '../core/actions';
import { invertEdits, type Conflict, type LineEdit } from '../core/edit';
import type { SnapshotSource } from '../core/index-store';
import { EMPTY_JOURNAL, recordDecision, recordRedo, recordUndo, type Decision, type Journal } from '../core/journal';
import type { Proposal } from '../core/proposal';
import type { NoteWrite } from './vault-writer';

/** What writes the edits of one note: the vault's writer, or a test's. */
export interface NoteWriter {
	write(path: string, edits: readonly LineEdit[]): Promise<NoteWrite>;
}

/** A note that could not be written, and why. */
export interface Failure {
	readonly path: string;
	readonly reason: string;
	readonly edits: readonly LineEdit[];
}

/** What a run did. */
export interface Outcome {
	/** As reported: "Confirmed", "Taken back". */
	readonly done: string;
	readonly made: readonly LineEdit[];
	/** Lines that read differently now, and were left alone. */
	readonly conflicts: readonly Conflict[];
	readonly failures: readonly Failure[];
}

/** What the views show of the runner. Immutable. */
export interface RunnerState {
	/** Keys of the proposals that were decided and of which the index does not know yet. */
	readonly pending: ReadonlySet<string>;
	readonly journal: Journal;
	/** The latest outcome; null before the first. */
	readonly outcome: Outcome | null;
}

/**
 * Carries out decisions: makes the edits, has them written, remembers them, takes them back.
 * Calls are served one after another in their order, so that no key pressed early is lost.
 * Each call is one step of the journal; a line in conflict or a note that fails is reported
 * and holds up no other.
 */
export class ActionRunner {
	#state: RunnerState = { pending: new Set(), journal: EMPTY_JOURNAL, outcome: null };
	#queue: Promise<unknown> = Promise.resolve();
	readonly #listeners = new Set<() => void>();

	/** @param now answers milliseconds since the epoch. */
	constructor(
		private readonly store: SnapshotSource,
		private readonly writer: NoteWriter,
		private readonly now: () => number,
	) {
		store.subscribe(() => this.#forgetSettled());
	}

	get state(): RunnerState {
		return this.#state;
	}

	subscribe(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/** Applies an action to proposals, as one step that can be taken back. */
	run(action: Action, proposals: readonly Proposal[]): Promise<Outcome> {
		this.#change({ pending: new Set([...this.#state.pending, ...proposals.map((proposal) => proposal.key)]) });
		return this.#enqueue(async () => {
			const at = this.now();
			const context = { conventions: this.store.snapshot.conventions, today: format(at, 'yyyy-MM-dd') };
			const outcome = await this.#write(action.done, actionEdits(action, proposals, context));
			const journal = recordMade(this.#state.journal, { done: action.done, at, edits: outcome.made });
			this.#change({ outcome, journal, pending: this.#pendingWithout(proposals, outcome) });
			this.#forgetSettled();
			return outcome;
		});
	}

	/** Takes the latest decision back; null where there is none. */
	undo(): Promise<Outcome | null> {
		return this.#enqueue(() => this.#takeBack('Taken back', this.#state.journal.decided.at(-1), recordUndo));
	}

	/** Makes the decision that was last taken back once more; null where there is none. */
	redo(): Promise<Outcome | null> {
		return this.#enqueue(() => this.#takeBack('Done again', this.#state.journal.undone.at(-1), recordRedo));
	}

	async #takeBack(done: string, latest: Decision | undefined, record: typeof recordUndo): Promise<Outcome | null> {
		if (!latest) return null;
		const outcome = await this.#write(done, invertEdits(latest.edits));
		const left = invertEdits(outcome.failures.flatMap((failure) => failure.edits));
		// A row that comes back must show, also where the index never saw it gone.
		this.#change({ outcome, journal: record(this.#state.journal, outcome.made, left), pending: new Set() });
		return outcome;
	}

	async #write(done: string, edits: readonly LineEdit[]): Promise<Outcome> {
		const made: LineEdit[] = [];
		const conflicts: Conflict[] = [];
		const failures: Failure[] = [];
		for (const [path, ofNote] of groupByPath(edits)) {
			const result = await this.writer.write(path, ofNote);
			if (result.status === 'failed') {
				failures.push({ path, reason: result.reason, edits: ofNote });
			} else {
				made.push(...result.made);
				conflicts.push(...result.conflicts);
			}
		}
		return { done, made, conflicts, failures };
	}

	/** The pending keys less those whose line was not written: their rows come back. */
	#pendingWithout(proposals: readonly Proposal[], outcome: Outcome): ReadonlySet<string> {
		const unmade = [...outcome.conflicts.map((conflict) => conflict.edit), ...outcome.failures.flatMap((failure) => failure.edits)];
		const lines = new Set(unmade.map((edit) => `${edit.path}\n${edit.line}`));
		const back = proposals.filter((proposal) => lines.has(`${proposal.path}\n${proposal.line}`));
		const pending = new Set(this.#state.pending);
		for (const proposal of back) pending.delete(proposal.key);
		return pending;
	}

	#forgetSettled(): void {
		const pending = [...this.#state.pending].filter((key) => this.#isIndexed(key));
		if (pending.length < this.#state.pending.size) this.#change({ pending: new Set(pending) });
	}

	#isIndexed(key: string): boolean {
		const note = this.store.snapshot.notes.get(key.slice(0, key.indexOf('\n')));
		return note?.proposals.some((proposal) => proposal.key === key) === true;
	}

	#enqueue<T>(task: () => Promise<T>): Promise<T> {
		const result = this.#queue.then(task);
		this.#queue = result.catch(() => undefined);
		return result;
	}

	#change(part: Partial<RunnerState>): void {
		this.#state = { ...this.#state, ...part };
		for (const listener of [...this.#listeners]) listener();
	}
}

function recordMade(journal: Journal, decision: Decision): Journal {
	return decision.edits.length > 0 ? recordDecision(journal, decision) : journal;
}

function groupByPath(edits: readonly LineEdit[]): Map<string, LineEdit[]> {
	const groups = new Map<string, LineEdit[]>();
	for (const edit of edits) {
		const group = groups.get(edit.path);
		if (group) group.push(edit);
		else groups.set(edit.path, [edit]);
	}
	return groups;
}
