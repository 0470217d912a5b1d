import { examineNote, type Finding } from '../core/crash';
import { digest } from '../core/digest';
import type { Decision, OpenWork, PlannedNote } from '../core/journal';
import { recordFinding, recordTakenBack, recordWritten } from '../core/open-work';
import { finish, takeBack, type WritingParts } from './carrying-out';
import { EMPTY_TALLY, joinTallies, type Outcome, type Tally } from './outcome';
import { conflictsOfGone } from './planning';
import type { NoteText } from './vault-writer';

/** What recovery works with. */
export interface RecoveryParts extends WritingParts {
	readonly read: (path: string) => Promise<NoteText>;
}

const KINDS = { decide: 'decided', undo: 'undone', redo: 'redone' } as const;

/**
 * Finishes the work that an earlier session left open: a new decision is taken back, an undo
 * or a redo stands as far as it came. Where a note does not tell whether it was written it is
 * left alone, and its lines are reported. A note that can't be read is looked at again in
 * the next session.
 */
export async function recover(parts: RecoveryParts): Promise<Outcome[]> {
	const outcomes: Outcome[] = [];
	for (const decision of parts.journal.journal.decisions) {
		if (decision.open) outcomes.push(await recoverDecision(decision, decision.open, parts));
	}
	return outcomes;
}

async function recoverDecision({ id, done, counts }: Decision, { kind, notes }: OpenWork, parts: RecoveryParts): Promise<Outcome> {
	const looks: Look[] = [];
	for (const note of notes) looks.push(await lookAt(id, note, kind === 'decide', parts));
	const standing = kind === 'decide' ? await takeBack(id, parts) : EMPTY_TALLY;
	await close(id, looks.some(({ failures }) => failures.length > 0), parts);
	const tally = joinTallies([...looks, standing]);
	return { kind: KINDS[kind], done, ...tally, decision: tally.made.length > 0 ? id : null, choices: [], counts: counts ?? 'tasks', isMark: false, isStopped: false, isRecovery: true, altered: looks.flatMap(({ altered }) => altered), rest: [] };
}

/** Ends the work, unless a note could not be read. */
async function close(id: number, isUnread: boolean, { journal }: RecoveryParts): Promise<void> {
	if (isUnread) return journal.save(id);
	const notes = journal.find(id)?.open?.notes ?? [];
	const isWhole = notes.every(({ isWritten }) => isWritten) && journal.find(id)?.unsettled.length === 0;
	await finish(id, isWhole, journal);
}

/** What was found out about one note. `made` is what stands of it, `altered` its path where more than its lines has changed. */
interface Look extends Tally {
	readonly altered: readonly string[];
}

const NOTHING_FOUND: Look = { ...EMPTY_TALLY, altered: [] };

/** Finds out about one note and records it in the journal. */
async function lookAt(id: number, note: PlannedNote, isNew: boolean, { journal, read }: RecoveryParts): Promise<Look> {
	if (note.isWritten && !isNew) return { ...NOTHING_FOUND, made: note.edits };
	const result = await read(note.path);
	if (result.status === 'failed') return { ...NOTHING_FOUND, failures: [{ path: note.path, reason: result.reason, edits: note.edits }] };
	const finding = result.status === 'gone' ? findingOfGone(note) : examineNote(note, result.text);
	journal.change(id, (decision) => record(decision, note, finding, isNew));
	const isLeftAlone = finding.isWritten === null && !note.isWritten;
	const stands = isLeftAlone || !isNew ? note.edits.filter((_edit, at) => finding.written.includes(at)) : [];
	return { ...NOTHING_FOUND, made: stands, conflicts: isLeftAlone ? finding.unsettled : [], altered: result.status === 'read' ? findAltered(note, result.text) : [] };
}

function findAltered({ path, before, after }: PlannedNote, text: string): string[] {
	return [before, after].includes(digest(text)) ? [] : [path];
}

function record(decision: Decision, note: PlannedNote, finding: Finding, isNew: boolean): Decision {
	if (finding.isWritten === true) return recordWritten(decision, note.path, note, []);
	if (finding.isWritten === false) return isNew ? recordTakenBack(decision, note.path, []) : decision;
	// Where it is known that the note was written, those of its lines are taken back that still read so.
	return note.isWritten ? decision : recordFinding(decision, note, finding);
}

function findingOfGone({ edits }: PlannedNote): Finding {
	return { isWritten: null, written: [], unwritten: [], unsettled: conflictsOfGone(edits) };
}
