import { describeOutcome } from '../../src/features/outcome-text';
import type { Outcome } from '../../src/obsidian/action-runner';

const EDIT = { path: 'People/Ana Ruiz/Plan.md', line: 3, before: '- [?] a', after: '- [ ] a' };
const NOTHING: Outcome = { done: 'Confirmed', made: [], conflicts: [], failures: [] };

describe('an outcome in words', () => {
	test('says what was done, and to how many', () => {
		expect(describeOutcome({ ...NOTHING, made: [EDIT] })).toEqual({ summary: 'Confirmed.', problems: [] });
		expect(describeOutcome({ ...NOTHING, made: [EDIT, EDIT, EDIT] }).summary).toBe('Confirmed: 3 tasks.');
	});

	test('says what a line reads now where it has changed', () => {
		expect(describeOutcome({ ...NOTHING, conflicts: [{ edit: EDIT, now: '- [?] b' }] })).toEqual({
			summary: 'Nothing was changed.',
			problems: ['Plan: the line has changed since. It now reads “- [?] b”.'],
		});
	});

	test('says that a line or a note is gone', () => {
		const { problems } = describeOutcome({ ...NOTHING, conflicts: [{ edit: EDIT, now: null }], failures: [{ path: 'Gone.md', reason: 'The note is no longer there.', edits: [] }] });
		expect(problems).toEqual(['Plan: the line is no longer there.', 'Gone: The note is no longer there.']);
	});

	test('quotes only the beginning of a very long line', () => {
		const { problems } = describeOutcome({ ...NOTHING, conflicts: [{ edit: EDIT, now: 'x'.repeat(5_000_000) }] });
		expect(problems[0]?.length).toBeLessThan(300);
	});
});
