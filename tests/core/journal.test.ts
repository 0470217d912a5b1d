import type { LineEdit } from '../../src/core/edit';
import { dropOldest, EMPTY_JOURNAL, findToRedo, findToUndo, JOURNAL_LIMIT, nextStep, putDecision, renameInJournal, type Decision, type Journal } from '../../src/core/journal';
import { beginDecision, beginReturn, finishWork, isVoid, recordTakenBack, recordWritten } from '../../src/core/open-work';

function edit(before: string, path = 'Note.md'): LineEdit {
	return { path, line: 0, before, after: `${before}!` };
}

function swap({ path, line, before, after }: LineEdit): LineEdit {
	return { path, line, before: after, after: before };
}

function plan(...edits: LineEdit[]): Parameters<typeof beginDecision>[3] {
	return edits.map((each) => ({ path: each.path, edits: [each], inverse: [swap(each)], before: 'b', after: 'a', isWritten: false }));
}

/** The decision with all its notes written as planned. */
function writeAll(decision: Decision): Decision {
	return (decision.open?.notes ?? []).reduce((all, note) => recordWritten(all, note.path, note, []), decision);
}

function decide(journal: Journal, name: string): Journal {
	return putDecision(journal, finishWork(writeAll(beginDecision(journal, { done: name }, 0, plan(edit(name)))), nextStep(journal), true));
}

function turn(journal: Journal, kind: 'undo' | 'redo', decision: Decision | null): Journal {
	if (!decision) throw new Error('No decision');
	const begun = beginReturn(decision, kind, plan(...(kind === 'undo' ? decision.back : decision.again)), []);
	return putDecision(journal, finishWork(writeAll(begun), nextStep(journal), true));
}

const undo = (journal: Journal): Journal => turn(journal, 'undo', findToUndo(journal));
const redo = (journal: Journal): Journal => turn(journal, 'redo', findToRedo(journal));
const two = decide(decide(EMPTY_JOURNAL, 'one'), 'two');

describe('the journal', () => {
	test('takes decisions back in the order in which they were taken, and makes them again in that of their undo', () => {
		expect(findToUndo(two)?.done).toBe('two');
		const none = undo(undo(two));
		expect(findToUndo(none)).toBeNull();
		expect(findToRedo(none)?.done).toBe('one');
		expect(findToRedo(redo(none))?.done).toBe('two');
		expect(findToRedo(redo(redo(none)))).toBeNull();
	});

	test('takes back what was made again last, although an older decision', () => {
		const [one] = two.decisions;
		const again = redo(turn(two, 'undo', one ?? null));
		expect(findToUndo(again)?.done).toBe('one');
		expect(findToUndo(undo(again))?.done).toBe('two');
	});

	test('makes nothing again once something new is decided', () => {
		const journal = decide(undo(two), 'three');
		expect(findToRedo(journal)).toBeNull();
		expect(findToUndo(journal)?.done).toBe('three');
		expect(findToUndo(undo(journal))?.done).toBe('one');
	});

	test('is bounded, drops the oldest first, and never one whose work is open', () => {
		let journal = EMPTY_JOURNAL;
		journal = putDecision(journal, beginDecision(journal, { done: 'open' }, 0, plan(edit('open'))));
		for (let count = 0; count < JOURNAL_LIMIT + 10; count++) journal = dropOldest(decide(journal, String(count))).journal;
		expect(journal.decisions).toHaveLength(JOURNAL_LIMIT);
		expect(journal.decisions.slice(0, 2).map(({ done }) => done)).toEqual(['open', '11']);
		expect(journal.decisions.at(-1)?.done).toBe(String(JOURNAL_LIMIT + 9));
	});

	test('counts records that could not be read, gives their ids to nobody, and drops them when they are the oldest', () => {
		let journal: Journal = { decisions: [], damaged: [3, 7] };
		expect(nextStep(journal)).toBe(8);
		for (let count = 0; count < JOURNAL_LIMIT - 1; count++) journal = decide(journal, String(count));
		const bounded = dropOldest(journal);
		expect(bounded.dropped).toEqual([3]);
		expect(bounded.journal.damaged).toEqual([7]);
	});

	test('follows a note to its new path, also in open work, and leaves other decisions the same objects', () => {
		const journal = putDecision(two, beginDecision(two, { done: 'three' }, 0, plan(edit('x', 'A.md'))));
		const moved = renameInJournal(journal, 'A.md', 'B.md');
		expect(moved.decisions.at(-1)?.open?.notes).toMatchObject([{ path: 'B.md', edits: [{ path: 'B.md' }], inverse: [{ path: 'B.md' }] }]);
		expect(moved.decisions[0]).toBe(journal.decisions[0]);
		expect(renameInJournal(journal, 'C.md', 'D.md')).toBe(journal);
	});
});

describe('work on a decision', () => {
	const begun = beginDecision(EMPTY_JOURNAL, { done: 'Confirmed' }, 0, plan(edit('a', 'A.md'), edit('b', 'B.md')));

	test('makes of a new decision what takes back the notes that were written', () => {
		const finished = finishWork(recordWritten(begun, 'A.md', { edits: [edit('a', 'A.md')], inverse: [swap(edit('a', 'A.md'))], before: '', after: '' }, []), 1, true);
		expect(finished).toMatchObject({ back: [swap(edit('a', 'A.md'))], again: [], open: null, isUndone: false });
	});

	test('leaves nothing of a new decision whose notes were all taken back', () => {
		const stopped = recordTakenBack(recordTakenBack(writeAll(begun), 'A.md', []), 'B.md', []);
		expect(isVoid(finishWork(stopped, 1, true))).toBe(true);
	});

	test('keeps of a decision that failed what could not be taken back', () => {
		const written = writeAll(begun);
		const left = written.open?.notes[1]?.inverse ?? [];
		const stopped = recordTakenBack(recordTakenBack(written, 'A.md', []), 'B.md', left);
		expect(finishWork(stopped, 1, true)).toMatchObject({ back: left, open: null });
	});

	const made = finishWork(writeAll(begun), 1, true);

	test('keeps what could not be written, to be tried again, and where it stands in the order', () => {
		const begunUndo = beginReturn(made, 'undo', plan(swap(edit('a', 'A.md'))), [swap(edit('b', 'B.md'))]);
		const failed = finishWork(begunUndo, 9, false);
		expect(failed).toMatchObject({ isUndone: false, step: made.step, again: [] });
		expect(failed.back).toHaveLength(2);
	});

	test('of which only lines in conflict are left has changed sides, and keeps them', () => {
		const undone = finishWork(beginReturn(made, 'undo', [], made.back), 9, true);
		expect(undone).toMatchObject({ isUndone: true, step: 9, again: [] });
		expect(undone.back).toEqual(made.back);
		const journal = putDecision(EMPTY_JOURNAL, undone);
		expect([findToUndo(journal), findToRedo(journal)]).toEqual([null, null]);
	});

	test('keeps a line that was in conflict only when it was to be written', () => {
		const begunUndo = beginReturn(made, 'undo', plan(swap(edit('a', 'A.md')), swap(edit('b', 'B.md'))), []);
		const half = recordWritten(begunUndo, 'A.md', { edits: [], inverse: [], before: '', after: '' }, [swap(edit('a', 'A.md'))]);
		const done = finishWork(recordWritten(half, 'B.md', { edits: [swap(edit('b', 'B.md'))], inverse: [edit('b', 'B.md')], before: '', after: '' }, []), 2, true);
		expect(done).toMatchObject({ back: [swap(edit('a', 'A.md'))], again: [edit('b', 'B.md')], isUndone: true });
	});
});
