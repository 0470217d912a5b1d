import { announce, warn, type Heard } from '../../../src/features/review/announcement';
import { EMPTY_TALLY, type Outcome } from '../../../src/obsidian/outcome';

const OUTCOME: Outcome = {
	...EMPTY_TALLY, kind: 'decided', done: 'Confirmed', decision: 1, choices: [], counts: 'tasks', isMark: false, isStopped: false, isRecovery: false, altered: [], rest: [],
	made: [{ path: 'A.md', line: 0, before: '- [?] A', after: '- [ ] A' }],
};
const REST: Heard = { outcome: null, atWork: 0, count: '3 decisions', selected: 0 };

describe('what is announced of the review', () => {
	test('is what was decided, and how much is left', () => {
		expect(announce(REST, { ...REST, outcome: OUTCOME, count: '2 decisions' })).toBe('Confirmed. 2 decisions left.');
	});

	test('is only how much is left, where that alone has changed', () => {
		expect(announce({ ...REST, outcome: OUTCOME }, { ...REST, outcome: OUTCOME, count: '1 of 3 decisions' })).toBe('1 of 3 decisions left.');
	});

	test('is how many are selected', () => {
		expect(announce(REST, { ...REST, selected: 2 })).toBe('2 selected.');
		expect(announce({ ...REST, selected: 2 }, REST)).toBe('Nothing selected.');
	});

	test('is that many notes are worked on, once, and then what came of it', () => {
		const atWork = { ...REST, atWork: 1200 };
		expect(announce(REST, atWork)).toBe('Working on 1,200 notes…');
		expect(announce(atWork, { ...atWork, count: '2 decisions' })).toBeNull();
		expect(announce(atWork, { ...REST, outcome: OUTCOME })).toBe('Confirmed. 3 decisions left.');
	});

	test('waits for the end where one note is worked on, and for the vault to be read', () => {
		expect(announce(REST, { ...REST, atWork: 1, count: '2 decisions' })).toBeNull();
		expect(announce(REST, { ...REST, count: null })).toBe('');
		expect(announce(REST, { ...REST })).toBeNull();
	});

	test('is why something was not done, apart', () => {
		const failed = { ...REST, outcome: { ...OUTCOME, made: [], failures: [{ path: 'In/A.md', reason: 'disk full', edits: [] }] } };
		expect(announce(REST, failed)).toBe('Nothing was changed. 3 decisions left.');
		expect(warn(failed)).toBe('A: disk full');
		expect(warn(REST)).toBe('');
	});
});
