import { EMPTY_JOURNAL, JOURNAL_LIMIT, recordDecision, recordRedo, recordUndo, type Decision } from '../../src/core/journal';

function decision(name: string): Decision {
	return { done: name, at: 0, edits: [edit(name)] };
}

function edit(before: string): Decision['edits'][number] {
	return { path: 'Note.md', line: 0, before, after: `${before}!` };
}

function names(decisions: readonly Decision[]): string[] {
	return decisions.map(({ done }) => done);
}

describe('the journal', () => {
	const two = recordDecision(recordDecision(EMPTY_JOURNAL, decision('one')), decision('two'));

	test('gives decisions back in the order in which they were taken', () => {
		const once = recordUndo(two, [edit('two')], []);
		expect(names(once.decided)).toEqual(['one']);
		expect(names(once.undone)).toEqual(['two']);
		expect(names(recordRedo(once, [edit('two')], []).decided)).toEqual(['one', 'two']);
	});

	test('forgets what was taken back once something new is decided', () => {
		const journal = recordDecision(recordUndo(two, [edit('two')], []), decision('three'));
		expect(names(journal.decided)).toEqual(['one', 'three']);
		expect(journal.undone).toEqual([]);
	});

	test('keeps what could not be written, to be tried again', () => {
		const journal = recordUndo(two, [], [edit('two')]);
		expect(names(journal.decided)).toEqual(['one', 'two']);
		expect(journal.undone).toEqual([]);
	});

	test('drops a decision of which every line has changed since', () => {
		expect(names(recordUndo(two, [], []).decided)).toEqual(['one']);
	});

	test('is bounded', () => {
		let journal = EMPTY_JOURNAL;
		for (let count = 0; count < JOURNAL_LIMIT + 10; count++) journal = recordDecision(journal, decision(String(count)));
		expect(journal.decided).toHaveLength(JOURNAL_LIMIT);
		expect(journal.decided.at(-1)?.done).toBe(String(JOURNAL_LIMIT + 9));
	});
});
