import { choose, chooseRow, confirmAction } from '../../src/core/actions';
import type { LineEdit } from '../../src/core/edit';
import { readProposals, type Proposal } from '../../src/core/proposal';
import { DEFAULT_STATUSES } from '../../src/core/status';
import { toUnparsedNote } from '../../src/core/unparsed-note';
import { describeOutcome, nameRest } from '../../src/features/outcome-text';
import type { Outcome } from '../../src/obsidian/outcome';

const EDIT = { path: 'People/Ana Ruiz/Plan.md', line: 3, before: '- [?] a', after: '- [ ] a' };
const NOTHING: Outcome = { kind: 'decided', done: 'Confirmed', made: [], conflicts: [], failures: [], unsaved: [], decision: null, choices: [], counts: 'tasks', isMark: false, isStopped: false, isRecovery: false, altered: [], rest: [] };

describe('an outcome in words', () => {
	test('says what was done, and to how many', () => {
		expect(describeOutcome({ ...NOTHING, made: [EDIT] })).toEqual({ summary: 'Confirmed.', problems: [] });
		expect(describeOutcome({ ...NOTHING, made: [EDIT, EDIT, EDIT] }).summary).toBe('Confirmed: 3 tasks.');
	});

	test('says what was said of duplicates, which changes no line', () => {
		const said: Outcome = { ...NOTHING, isMark: true, done: 'Taken out: it is another task', decision: 1 };
		expect(describeOutcome(said)).toEqual({ summary: 'Taken out: it is another task.', problems: [] });
		expect(describeOutcome({ ...said, decision: null }).summary).toBe('You have said so already.');
	});

	test('counts what was put away as repetition apart, but not what is still there', () => {
		const [kept, ...others] = readProposals(toUnparsedNote('A.md', ['a', 'b', 'c'].map((text) => `- [?] ${text} #task`).join('\n')), DEFAULT_STATUSES) as [Proposal, Proposal, Proposal];
		const choices = chooseRow(confirmAction, { proposal: kept, others, archived: [], byAge: [kept, ...others], decided: [] });
		const edits = choices.map(({ proposal: { path, line, raw } }) => ({ path, line, before: raw, after: '' }));
		const [first, second, third] = edits as [LineEdit, LineEdit, LineEdit];
		expect(describeOutcome({ ...NOTHING, choices, made: edits }).summary).toBe('Confirmed. 2 duplicates put away.');
		expect(describeOutcome({ ...NOTHING, choices, made: [first, second], conflicts: [{ edit: third, cause: 'gone', now: null }] }).summary).toBe('Confirmed. 1 duplicate put away.');
		expect(describeOutcome({ ...NOTHING, choices, conflicts: [{ edit: first, cause: 'gone', now: null }] }).summary).toBe('Nothing was changed.');
		expect(nameRest({ ...NOTHING, rest: choices })).toBe('Confirm the other one');
		const all = [...choices, ...choose(confirmAction, [kept])];
		expect(describeOutcome({ ...NOTHING, choices: all, made: [...edits, first] }).summary).toBe('Confirmed: 2 tasks. 2 duplicates put away.');
	});

	test('says what a line reads now where it has changed', () => {
		expect(describeOutcome({ ...NOTHING, conflicts: [{ edit: EDIT, cause: 'changed', now: '- [?] b' }] })).toEqual({
			summary: 'Nothing was changed.',
			problems: ['Plan: The line has changed since. It now reads “- [?] b”.'],
		});
	});

	test('says that a line or a note is gone', () => {
		const { problems } = describeOutcome({ ...NOTHING, conflicts: [{ edit: EDIT, cause: 'gone', now: null }, { edit: { ...EDIT, path: 'Gone.md' }, cause: 'no-note', now: null }] });
		expect(problems).toEqual(['Plan: The line is no longer there.', 'Gone: The note is no longer there.']);
	});

	test('says that nothing was changed where a decision was stopped, and what could not be put back', () => {
		expect(describeOutcome({ ...NOTHING, isStopped: true }).summary).toBe('Stopped. Nothing was changed.');
		const failed = { ...NOTHING, made: [EDIT], failures: [{ path: 'A.md', reason: 'disk full', edits: [EDIT] }] };
		expect(describeOutcome(failed)).toEqual({ summary: 'It failed, and 1 task could not be put back as it was.', problems: ['A: disk full'] });
		expect(describeOutcome({ ...NOTHING, kind: 'undone', done: 'Taken back', made: [EDIT, EDIT], isStopped: true }).summary).toBe('Taken back: 2 tasks. Stopped before the rest.');
	});

	test('says what was cut short, and of each line in doubt what it says now', () => {
		const recovered = { ...NOTHING, isRecovery: true };
		expect(describeOutcome(recovered).summary).toBe('The app was closed in the middle of a decision (“Confirmed”). All notes are as they were before it.');
		const { summary, problems } = describeOutcome({ ...recovered, made: [EDIT], conflicts: [{ edit: EDIT, cause: 'changed', now: '- [?] b' }] });
		expect(summary).toBe('The app was closed in the middle of a decision (“Confirmed”). What could be told was put back; 1 task stayed changed.');
		expect(problems).toEqual(['Plan: It is not certain whether “- [?] a” was changed, so it was left alone. The line has changed since. It now reads “- [?] b”.']);
		expect(describeOutcome({ ...recovered, kind: 'undone', made: [EDIT] }).summary).toBe('The app was closed while a decision (“Confirmed”) was being taken back. It came as far as 1 task; what is left can be tried again.');
	});

	test('names the way on without what failed, where there is one', () => {
		const rest = choose(confirmAction, readProposals(toUnparsedNote('A.md', '- [?] a #task\n- [?] b #task'), DEFAULT_STATUSES));
		expect(nameRest({ ...NOTHING, rest })).toBe('Confirm the other 2');
		expect(nameRest({ ...NOTHING, rest: rest.slice(1) })).toBe('Confirm the other one');
		expect(nameRest(NOTHING)).toBeNull();
	});

	test('gives the text of a deleted line that found no place, so that it is not lost', () => {
		const { problems } = describeOutcome({ ...NOTHING, conflicts: [{ edit: { ...EDIT, before: null, after: '- [?] a' }, cause: 'gone', now: null }] });
		expect(problems).toEqual(['Plan: The place for the line “- [?] a” was not found.']);
	});

	test('says that a change is in an editor, but not on disk yet', () => {
		expect(describeOutcome({ ...NOTHING, made: [EDIT], unsaved: [{ path: 'Plan.md', reason: 'disk full' }] })).toEqual({
			summary: 'Confirmed.',
			problems: ['Plan: changed in the editor, but not saved yet: disk full'],
		});
	});

	test('quotes only the beginning of a very long line', () => {
		const { problems } = describeOutcome({ ...NOTHING, conflicts: [{ edit: EDIT, cause: 'changed', now: 'x'.repeat(5_000_000) }] });
		expect(problems[0]?.length).toBeLessThan(600);
	});
});
