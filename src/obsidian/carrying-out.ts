import type { Conflict, LineEdit } from '../core/edit';
import { nextStep, type PlannedNote } from '../core/journal';
import { finishWork, isVoid, recordTakenBack, recordWritten } from '../core/open-work';
import { EMPTY_TALLY, joinTallies, type Tally } from './outcome';
import { conflictsOfGone } from './planning';
import type { StoredJournal } from './stored-journal';
import type { NoteWrite } from './vault-writer';
import type { Work } from './work';

/** How often, at most, progress is stored while a decision is written: each time costs as much as the decision is long. */
const MOST_SAVES = 8;

/** What writing works with. */
export interface WritingParts {
	readonly journal: StoredJournal;
	readonly write: (path: string, edits: readonly LineEdit[]) => Promise<NoteWrite>;
	readonly work: Work;
}

/** Notes that were written, added up. */
export interface Written extends Tally {
	/** When each note was last modified, milliseconds since the epoch. */
	readonly mtimes: ReadonlyMap<string, number>;
}

/**
 * Writes the notes of a decision's open work one after another, and notes each in the
 * journal. Ends early when it is stopped, and, where all or nothing is wanted, at the first failure.
 */
export async function writeNotes(id: number, isAllOrNothing: boolean, parts: WritingParts): Promise<Written> {
	const { journal, work } = parts;
	const tallies: Tally[] = [];
	const mtimes = new Map<string, number>();
	const count = openNotes(journal, id).length;
	work.begin('write', count);
	for (let at = 0; at < count && !work.isStopped; at++) {
		// Read anew each time, since the note may have been renamed meanwhile.
		const note = openNotes(journal, id)[at];
		if (!note) break;
		const tally = await writeNote(id, note, mtimes, parts);
		tallies.push(tally);
		if (isAllOrNothing && tally.failures.length > 0) break;
		if (at % Math.ceil(count / MOST_SAVES) === 0 && at < count - 1) await journal.save(id);
		await work.step();
	}
	return { ...joinTallies(tallies), mtimes };
}

async function writeNote(id: number, { path, edits }: PlannedNote, mtimes: Map<string, number>, { journal, write }: WritingParts): Promise<Tally> {
	const result = await write(path, edits);
	if (result.status === 'failed') return { ...EMPTY_TALLY, failures: [{ path, reason: result.reason, edits }] };
	const written = result.status === 'gone' ? { ...NOTHING_WRITTEN, conflicts: conflictsOfGone(edits) } : result;
	const { conflicts, unsaved } = written;
	journal.change(id, (decision) => recordWritten(decision, path, written, editsOf(conflicts)));
	if (result.status === 'written') {
		mtimes.set(path, result.mtime);
		await journal.recount(path, result.recount);
	}
	return { made: written.edits, conflicts, failures: [], unsaved: unsaved === null ? [] : [{ path, reason: unsaved }] };
}

const NOTHING_WRITTEN = { edits: [], inverse: [], before: '', after: '', unsaved: null };

/**
 * Takes back what was written of a decision that failed or was stopped. What can't be taken
 * back stays in the journal, and is answered as `made`; lines that have changed since they
 * were written are its `conflicts`.
 */
export async function takeBack(id: number, { journal, write, work }: WritingParts): Promise<Tally> {
	const tallies: Tally[] = [];
	const written = openNotes(journal, id).filter(({ isWritten }) => isWritten);
	work.begin('put back', written.length);
	for (const note of written) {
		const result = await write(note.path, note.inverse);
		const { left, tally } = whatStands(note, result);
		tallies.push(tally);
		journal.change(id, (decision) => recordTakenBack(decision, note.path, left));
		if (result.status === 'written') await journal.recount(note.path, result.recount);
		await work.step();
	}
	return joinTallies(tallies);
}

/** What of a note still stands after it was to be taken back; `left` are the edits that take it back. */
function whatStands({ path, edits, inverse }: PlannedNote, result: NoteWrite): { left: readonly LineEdit[]; tally: Tally } {
	if (result.status === 'failed') return { left: inverse, tally: { ...EMPTY_TALLY, made: edits, failures: [{ path, reason: result.reason, edits: inverse }] } };
	const conflicts = result.status === 'gone' ? conflictsOfGone(inverse) : result.conflicts;
	const left = editsOf(conflicts);
	return { left, tally: { ...EMPTY_TALLY, made: edits.filter((_edit, at) => left.includes(inverse[at] as LineEdit)), conflicts } };
}

/** Ends a decision's open work in the journal. @param isDone whether nothing failed. */
export async function finish(id: number, isDone: boolean, journal: StoredJournal): Promise<void> {
	journal.change(id, (decision) => finishWork(decision, nextStep(journal.journal), isDone));
	const decision = journal.find(id);
	if (!decision) return;
	if (isVoid(decision)) await journal.remove(id);
	else await journal.save(id);
}

function openNotes(journal: StoredJournal, id: number): readonly PlannedNote[] {
	return journal.find(id)?.open?.notes ?? [];
}

function editsOf(conflicts: readonly Conflict[]): LineEdit[] {
	return conflicts.map(({ edit }) => edit);
}
