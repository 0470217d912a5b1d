import { choose, type Choice } from '../core/actions';
import type { LineEdit } from '../core/edit';
import type { SnapshotSource } from '../core/index-store';
import { canRedo, canUndo, findToRedo, findToUndo, type Decision, type Journal } from '../core/journal';
import { readProposals } from '../core/proposal';
import type { MarkChange } from '../core/stored-marks';
import { toUnparsedNote } from '../core/unparsed-note';
import { words } from '../words/words';
import { decide, returnDecision, type DecidingParts } from './deciding';
import type { JournalStore } from './journal-store';
import { makeStatement, returnStatement, type MarkingParts, type Statement } from './marking';
import { addConflicts, type OpenConflict } from './open-conflicts';
import { EMPTY_TALLY, reasonOf, restOf, type Outcome } from './outcome';
import { PendingRows } from './pending-rows';
import { recover } from './recovery';
import { StoredJournal } from './stored-journal';
import type { NoteText, NoteWrite } from './vault-writer';
import { Work, type Progress } from './work';

/** What reads and writes single notes: the vault's writer, or a test's. */
export interface NoteWriter {
	read(path: string): Promise<NoteText>;
	write(path: string, edits: readonly LineEdit[]): Promise<NoteWrite>;
}

/** What the views show of the runner. Immutable. */
export interface RunnerState {
	/** Keys of the proposals that were decided and of which the index does not know yet. */
	readonly pending: ReadonlySet<string>;
	/** Keys of the proposals that stay such, and of which the index does not know yet what they read now. */
	readonly changing: ReadonlySet<string>;
	readonly journal: Journal;
	/** The latest outcome; null before the first. */
	readonly outcome: Outcome | null;
	/** Conflicts that the user has not answered yet, the oldest first. */
	readonly conflicts: readonly OpenConflict[];
	/** How far the work at hand is; null where there is none. */
	readonly progress: Progress | null;
	/** Whether something was said of duplicates that the store does not know yet. */
	readonly isMarking: boolean;
}

/** What the runner works with. */
export interface RunnerParts {
	readonly store: SnapshotSource;
	readonly writer: NoteWriter;
	readonly journalStore: JournalStore;
	/** Milliseconds since the epoch. */
	readonly now: () => number;
	/** Brings the conventions up to date before they are used. */
	readonly prepare: () => Promise<void>;
	/** Has the store know at once what is said of duplicates; resolves when that is saved. */
	readonly changeMarks: (change: MarkChange) => Promise<void>;
	/** Is told what went wrong against all expectation. */
	readonly reportError: (error: unknown) => void;
	/** Is told, in words for the user, what the journal's store can't do. */
	readonly reportProblem: (message: string) => void;
}

/**
 * Serves what the user decides, and what is to be taken back or made again. Calls are served one after another in their order, so that no key pressed early
 * is lost; none is served before `start`. A decision is made in all its notes or in none, but
 * for lines in conflict, which are reported and hold up no other. Undo and redo go line by line.
 */
export class ActionRunner {
	readonly #journal: StoredJournal;
	readonly #rows = new PendingRows();
	readonly #listeners = new Set<() => void>();
	#state: RunnerState;
	#work: Work | null = null;
	/** How much is to be done yet, and how much of it may change what was said of duplicates. */
	#waiting = 0;
	#statements = 0;
	#setOff: () => void = () => undefined;
	#queue: Promise<unknown> = new Promise<void>((resolve) => (this.#setOff = resolve));

	constructor(private readonly parts: RunnerParts) {
		this.#journal = new StoredJournal(parts.journalStore, () => this.#change({ journal: this.#journal.journal }), parts.reportProblem);
		this.#state = { pending: this.#rows.keys, changing: this.#rows.kept, journal: this.#journal.journal, outcome: null, conflicts: [], progress: null, isMarking: false };
		parts.store.subscribe((snapshot) => {
			this.#rows.follow(snapshot);
			this.#showRows();
		});
	}

	get state(): RunnerState {
		return this.#state;
	}

	subscribe(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/**
	 * Loads the journal and finishes what an earlier session left open; then serves what was
	 * asked for meanwhile. To be called once the vault's files are known.
	 * @returns what was finished, one for each decision.
	 */
	async start(): Promise<readonly Outcome[]> {
		try {
			return await this.#serve((work) => this.#recover(work));
		} catch (error) {
			this.parts.reportError(error);
			return [];
		} finally {
			this.#setOff();
		}
	}

	/** Does what the user chose, as one step that can be taken back and is reported as its first choice. */
	run(choices: readonly Choice[]): Promise<Outcome> {
		const rows = this.#rows.add(choices);
		this.#showRows();
		const known = this.parts.store.snapshot.notes;
		return this.#enqueue(async (work) => {
			const request = { done: doneBy(choices), choices: this.#rows.toDecide(rows), edits: [], known };
			const { id, tally, mtimes } = await decide(request, this.#decidingParts(work));
			this.#rows.awaitIndex(rows, tally, mtimes);
			return this.#conclude({ ...NEW_OUTCOME, done: request.done, ...tally, decision: id, choices, isStopped: work.isStopped, rest: restOf(choices, tally) });
		});
	}

	/** Changes lines in a way that decides no task: a step like any other, all or nothing. @param done as reported: "Names linked". */
	edit(done: string, edits: readonly LineEdit[]): Promise<Outcome> {
		return this.#enqueue(async (work) => {
			const { id, tally } = await decide({ done, choices: [], edits, known: new Map() }, this.#decidingParts(work));
			return this.#conclude({ ...NEW_OUTCOME, done, ...tally, decision: id, counts: 'lines', isStopped: work.isStopped });
		});
	}

	/** Takes over what the user says of duplicates: a step like any other, in its turn, but one that changes no line. */
	mark(statement: Statement): Promise<Outcome> {
		return this.#markInTurn(async () => {
			const decision = await makeStatement(statement, this.#markingParts());
			return this.#conclude({ ...NEW_OUTCOME, done: `${statement.done}: ${statement.meaning}`, decision, isMark: true });
		});
	}

	/** Takes a decision back, the latest where none is named; null where there is none, or nothing of it is left to take back. */
	undo(id?: number): Promise<Outcome | null> {
		return this.#return('undo', id);
	}

	/** Makes a decision again that was taken back, the latest such where none is named; null where there is none. */
	redo(id?: number): Promise<Outcome | null> {
		return this.#return('redo', id);
	}

	/** Does what was wanted to the line of a conflict as it reads now; null where no such line is left. */
	async applyToNewText({ id, conflict, action }: OpenConflict): Promise<Outcome | null> {
		this.skip([id]);
		const { path, line } = conflict.edit;
		const note = await this.#read(path);
		const { statuses } = this.parts.store.snapshot.conventions;
		const proposals = note.status === 'read' ? readProposals(toUnparsedNote(path, note.text), statuses) : [];
		const same = proposals.filter(({ raw }) => raw === conflict.now);
		const found = same.find((each) => each.line === line) ?? (same.length === 1 ? same[0] : undefined);
		return action && found ? this.run(choose(action, [found])) : null;
	}

	/** Leaves lines in conflict as they are. @param ids of the open conflicts. */
	skip(ids: readonly number[]): void {
		this.#change({ conflicts: this.#state.conflicts.filter(({ id }) => !ids.includes(id)) });
	}

	/** Stops the work at hand before its next note: a decision is then taken back, an undo or redo stays as far as it came. */
	stop(): void {
		this.#work?.stop();
	}

	/** Follows a note to its new path with all that can be taken back in it. */
	renameNote(from: string, to: string): void {
		void this.#journal.rename(from, to);
	}

	async #recover(work: Work): Promise<readonly Outcome[]> {
		await this.#journal.load();
		const outcomes = await recover({ journal: this.#journal, work, read: this.#read, write: this.#write });
		if (outcomes.length > 0) this.#change({ outcome: outcomes.at(-1) ?? null });
		return outcomes;
	}

	#decidingParts(work: Work): DecidingParts {
		const { store, now, prepare, reportError } = this.parts;
		return {
			journal: this.#journal,
			work,
			read: this.#read,
			write: this.#write,
			now,
			reportError,
			prepare: async () => {
				await prepare();
				return { conventions: store.snapshot.conventions };
			},
		};
	}

	#markingParts(): MarkingParts {
		const { store, changeMarks, now, reportProblem } = this.parts;
		return { journal: this.#journal, store, changeMarks, now, reportProblem };
	}

	#return(kind: ReturnKind, id: number | undefined): Promise<Outcome | null> {
		if (!this.#mayReturnMarks(kind, id)) return this.#enqueue((work) => this.#returnNow(kind, id, work));
		return this.#markInTurn((work, settle) => {
			if (!this.#choose(kind, id)?.marks) settle();
			return this.#returnNow(kind, id, work);
		});
	}

	/** Whether what comes back may be what was said of duplicates, as far as can be told before it is its turn. */
	#mayReturnMarks(kind: ReturnKind, id: number | undefined): boolean {
		if (id !== undefined || this.#waiting === 0) return this.#choose(kind, id)?.marks !== undefined;
		return this.#state.isMarking || this.#journal.journal.decisions.some(({ marks }) => marks !== undefined);
	}

	async #returnNow(kind: ReturnKind, id: number | undefined, work: Work): Promise<Outcome | null> {
		const decision = this.#choose(kind, id);
		return decision && (decision.marks ? this.#returnMarks(decision, kind) : this.#returnLines(decision, kind, work));
	}

	async #returnMarks(decision: Decision, kind: ReturnKind): Promise<Outcome | null> {
		const isMade = await returnStatement(decision, kind, this.#markingParts());
		return isMade ? this.#conclude({ ...NEW_OUTCOME, ...RETURNED[kind], decision: decision.id, isMark: true }) : null;
	}

	async #returnLines(decision: Decision, kind: ReturnKind, work: Work): Promise<Outcome> {
		const tally = await returnDecision(decision, kind, this.#decidingParts(work));
		if (kind === 'undo') this.#rows.showAgain(tally.made);
		return this.#conclude({ ...NEW_OUTCOME, ...RETURNED[kind], ...tally, decision: decision.id, counts: decision.counts ?? 'tasks', isStopped: work.isStopped });
	}

	/** The decision with this id, else the next; null where nothing of it can be returned. */
	#choose(kind: ReturnKind, id: number | undefined): Decision | null {
		const [find, canReturn] = kind === 'undo' ? [findToUndo, canUndo] : [findToRedo, canRedo];
		const decision = id === undefined ? find(this.#journal.journal) : this.#journal.find(id);
		return decision && !decision.open && canReturn(decision) ? decision : null;
	}

	/** Does what changes the marks in its turn, and tells meanwhile that they are about to change, unless it turns out that they are not. */
	#markInTurn<T>(task: (work: Work, settle: () => void) => Promise<T>): Promise<T> {
		let isCounted = true;
		this.#countStatement(1);
		const settle = (): void => {
			if (isCounted) this.#countStatement(-1);
			isCounted = false;
		};
		return this.#enqueue((work) => task(work, settle)).finally(settle);
	}

	#countStatement(change: 1 | -1): void {
		this.#statements += change;
		this.#change({ isMarking: this.#statements > 0 });
	}

	readonly #read = (path: string): Promise<NoteText> => this.#attempt(this.parts.writer.read(path));
	readonly #write = (path: string, edits: readonly LineEdit[]): Promise<NoteWrite> => this.#attempt(this.parts.writer.write(path, edits));

	/** What the writer throws is unexpected, but must not keep what is written already from being taken back. */
	async #attempt<T>(result: Promise<T>): Promise<T | { readonly status: 'failed'; readonly reason: string }> {
		try {
			return await result;
		} catch (error) {
			this.parts.reportError(error);
			return { status: 'failed', reason: reasonOf(error) };
		}
	}

	#conclude(outcome: Outcome): Outcome {
		const concluded = outcome.made.length > 0 || outcome.isMark ? outcome : { ...outcome, decision: null };
		this.#rows.follow(this.parts.store.snapshot);
		const conflicts = addConflicts(this.#state.conflicts, concluded, this.parts.store.snapshot.conventions.statuses);
		this.#change({ outcome: concluded, conflicts, pending: this.#rows.keys, changing: this.#rows.kept });
		return concluded;
	}

	#enqueue<T>(task: (work: Work) => Promise<T>): Promise<T> {
		this.#waiting++;
		const result = this.#queue.then(() => this.#serve(task)).finally(() => this.#waiting--);
		this.#queue = result.catch(() => undefined);
		return result;
	}

	async #serve<T>(task: (work: Work) => Promise<T>): Promise<T> {
		this.#work = new Work((progress) => this.#change({ progress }));
		try {
			return await task(this.#work);
		} finally {
			this.#work = null;
			this.#change({ progress: null });
		}
	}

	#showRows(): void {
		const { keys, kept } = this.#rows;
		if (keys !== this.#state.pending || kept !== this.#state.changing) this.#change({ pending: keys, changing: kept });
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

const NEW_OUTCOME: Outcome = { ...EMPTY_TALLY, kind: 'decided', done: '', decision: null, choices: [], counts: 'tasks', isMark: false, isStopped: false, isRecovery: false, altered: [], rest: [] };

type ReturnKind = 'undo' | 'redo';

/** What a decision is reported as. */
function doneBy([first]: readonly Choice[]): string {
	return first ? (first.action.done ?? words.actions[first.action.id].done) : '';
}

const RETURNED = { undo: { kind: 'undone', done: words.outcomes.takenBack }, redo: { kind: 'redone', done: words.outcomes.doneAgain } } as const;
