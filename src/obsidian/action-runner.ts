import { format } from 'date-fns';
import { actionEdits, type Action } from '../core/actions';
import type { Conflict, LineEdit } from '../core/edit';
import type { SnapshotSource } from '../core/index-store';
import { EMPTY_JOURNAL, recordDecision, recordRedo, recordUndo, renameInJournal, type Decision, type Journal } from '../core/journal';
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
	/** Whether there is no use in trying again. */
	readonly isFinal: boolean;
}

/** What a run did. */
export interface Outcome {
	readonly kind: 'decided' | 'undone' | 'redone';
	/** As reported: "Confirmed", "Taken back". */
	readonly done: string;
	readonly made: readonly LineEdit[];
	/** Lines that read differently now, and were left alone. */
	readonly conflicts: readonly Conflict[];
	readonly failures: readonly Failure[];
	/** Notes that hold the edits in an open editor, but are not saved yet, and why. */
	readonly unsaved: readonly { readonly path: string; readonly reason: string }[];
	/** What the journal holds of it, to be taken back; null where nothing was made, and of an undo. */
	readonly decision: Decision | null;
}

/** What the views show of the runner. Immutable. */
export interface RunnerState {
	/** Keys of the proposals that were decided and of which the index does not know yet. */
	readonly pending: ReadonlySet<string>;
	readonly journal: Journal;
	/** The latest outcome; null before the first. */
	readonly outcome: Outcome | null;
}

/** What the runner works with. */
export interface RunnerParts {
	readonly store: SnapshotSource;
	readonly writer: NoteWriter;
	/** Milliseconds since the epoch. */
	readonly now: () => number;
	/** Brings the conventions up to date before they are used. */
	readonly prepare: () => Promise<void>;
	/** Is told what went wrong against all expectation. */
	readonly reportError: (error: unknown) => void;
}

/** The writing of several notes, added up. */
interface Written extends Pick<Outcome, 'made' | 'conflicts' | 'failures' | 'unsaved'> {
	readonly inverse: readonly LineEdit[];
	/** When each note was last modified. */
	readonly mtimes: ReadonlyMap<string, number>;
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
	/** For pending keys whose note was written: when, so that the index can be seen to have caught up. */
	readonly #writtenAt = new Map<string, number>();
	readonly #listeners = new Set<() => void>();

	constructor(private readonly parts: RunnerParts) {
		parts.store.subscribe(() => this.#dropSettled());
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
			const written = await this.#decide(action, proposals);
			const decision = written.made.length > 0 ? { done: action.done, at: this.parts.now(), edits: written.inverse } : null;
			const journal = decision ? recordDecision(this.#state.journal, decision) : this.#state.journal;
			this.#awaitIndex(proposals, written);
			return this.#conclude('decided', action.done, written, journal, decision);
		});
	}

	/** Takes the latest decision back; null where there is none. */
	undo(): Promise<Outcome | null> {
		return this.#enqueue(async () => {
			const latest = this.#state.journal.decided.at(-1);
			if (!latest) return null;
			const written = await this.#write(latest.edits);
			this.#showAgain(latest.edits);
			return this.#conclude('undone', 'Taken back', written, recordUndo(this.#state.journal, written.inverse, unwritten(written)), null);
		});
	}

	/** Makes the decision that was last taken back once more; null where there is none. */
	redo(): Promise<Outcome | null> {
		return this.#enqueue(async () => {
			const latest = this.#state.journal.undone.at(-1);
			if (!latest) return null;
			const written = await this.#write(latest.edits);
			const journal = recordRedo(this.#state.journal, written.inverse, unwritten(written));
			return this.#conclude('redone', 'Done again', written, journal, written.made.length > 0 ? (journal.decided.at(-1) ?? null) : null);
		});
	}

	/** Follows a note to its new path with all that can be taken back in it. */
	renameNote(from: string, to: string): void {
		this.#change({ journal: renameInJournal(this.#state.journal, from, to) });
	}

	async #decide(action: Action, proposals: readonly Proposal[]): Promise<Written> {
		try {
			await this.parts.prepare();
			const context = { conventions: this.parts.store.snapshot.conventions, today: format(this.parts.now(), 'yyyy-MM-dd') };
			return await this.#write(actionEdits(action, proposals.map((proposal) => this.#afterEarlierRuns(proposal)), context));
		} catch (error) {
			this.parts.reportError(error);
			return { ...NOTHING, failures: failAll(proposals, error) };
		}
	}

	/** A proposal as it stands once its equal lines are gone that earlier runs have written and the index has not read yet. */
	#afterEarlierRuns(proposal: Proposal): Proposal {
		const { ordinal, count } = proposal.copy;
		const others = [...this.#writtenAt.keys()].map(keyParts).filter(({ path, raw }) => path === proposal.path && raw === proposal.raw);
		if (others.length === 0) return proposal;
		const above = others.filter((other) => other.ordinal < ordinal);
		return { ...proposal, copy: { ordinal: ordinal - above.length, count: count - others.length } };
	}

	async #write(edits: readonly LineEdit[]): Promise<Written> {
		let written = NOTHING;
		for (const [path, ofNote] of groupByPath(edits)) {
			written = addResult(written, path, ofNote, await this.parts.writer.write(path, ofNote));
		}
		return written;
	}

	#conclude(kind: Outcome['kind'], done: string, written: Written, journal: Journal, decision: Decision | null): Outcome {
		const { made, conflicts, failures, unsaved } = written;
		const outcome: Outcome = { kind, done, made, conflicts, failures, unsaved, decision };
		this.#change({ outcome, journal });
		this.#dropSettled();
		return outcome;
	}

	/** Keeps rows away until the index has read their notes as written; those that were not written come back at once. */
	#awaitIndex(proposals: readonly Proposal[], { made, mtimes }: Written): void {
		const places = new Set(made.map((edit) => `${edit.path}\n${edit.before ?? ''}`));
		const pending = new Set(this.#state.pending);
		for (const { key, path, raw } of proposals) {
			const mtime = mtimes.get(path);
			if (mtime !== undefined && places.has(`${path}\n${raw}`)) this.#writtenAt.set(key, mtime);
			else pending.delete(key);
		}
		this.#change({ pending });
	}

	/** A row that was taken back shows, also where the index never saw it gone. */
	#showAgain(edits: readonly LineEdit[]): void {
		const lines = new Set(edits.map((edit) => `${edit.path}\n${edit.after ?? ''}`));
		const pending = [...this.#state.pending].filter((key) => !this.#writtenAt.has(key) || !lines.has(`${keyParts(key).path}\n${keyParts(key).raw}`));
		if (pending.length < this.#state.pending.size) this.#change({ pending: new Set(pending) });
	}

	/** Forgets the keys of notes that the index has read since they were written. */
	#dropSettled(): void {
		const settled = [...this.#writtenAt].filter(([key, mtime]) => {
			const note = this.parts.store.snapshot.notes.get(keyParts(key).path);
			return !note || note.mtime >= mtime;
		});
		if (settled.length === 0) return;
		const pending = new Set(this.#state.pending);
		for (const [key] of settled) {
			this.#writtenAt.delete(key);
			pending.delete(key);
		}
		this.#change({ pending });
	}

	#enqueue<T>(task: () => Promise<T>): Promise<T> {
		const result = this.#queue.then(task);
		this.#queue = result.catch(() => undefined);
		return result;
	}

	#change(part: Partial<RunnerState>): void {
		this.#state = { ...this.#state, ...part };
		for (const listener of [...this.#listeners]) {
			try {
				listener();
			} catch (error) {
				this.parts.reportError(error);
			}
		}
	}
}

const NOTHING: Written = { made: [], inverse: [], conflicts: [], failures: [], unsaved: [], mtimes: new Map() };

function addResult(written: Written, path: string, edits: readonly LineEdit[], result: NoteWrite): Written {
	if (result.status === 'failed') return { ...written, failures: [...written.failures, { path, reason: result.reason, edits, isFinal: result.isGone }] };
	return {
		...written,
		made: [...written.made, ...result.made],
		inverse: [...written.inverse, ...result.inverse],
		conflicts: [...written.conflicts, ...result.conflicts],
		unsaved: result.unsaved === null ? written.unsaved : [...written.unsaved, { path, reason: result.unsaved }],
		mtimes: new Map([...written.mtimes, [path, result.mtime]]),
	};
}

function unwritten({ failures }: Written): LineEdit[] {
	return failures.flatMap((failure) => (failure.isFinal ? [] : failure.edits));
}

function failAll(proposals: readonly Proposal[], error: unknown): Failure[] {
	const reason = error instanceof Error ? error.message : String(error);
	return [...new Set(proposals.map(({ path }) => path))].map((path) => ({ path, reason, edits: [], isFinal: false }));
}

/** What a proposal's key is made of. */
function keyParts(key: string): { path: string; ordinal: number; raw: string } {
	const [path = '', ordinal, raw = ''] = key.split('\n');
	return { path, ordinal: Number(ordinal), raw };
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
