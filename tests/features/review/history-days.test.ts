import type { Decision } from '../../../src/core/journal';
import { dayTitle, describeDecision, groupByDay, tasksOf, waysOf } from '../../../src/features/review/history-days';

const TODAY = new Date(2026, 10, 22).getTime();

function decision(id: number, at: Date, ...paths: string[]): Decision {
	const back = paths.map((path, line) => ({ path, line, before: `- [ ] Task ${line}. #task`, after: `- [?] Task ${line}. @Me #task #proposed` }));
	return { id, done: 'Confirmed', at: at.getTime(), step: id, isUndone: false, back, again: [], open: null, unsettled: [] };
}

test.each([
	[new Date(2026, 10, 22, 23, 59), 'Today'],
	[new Date(2026, 10, 21, 0, 1), 'Yesterday'],
	[new Date(2026, 10, 12, 12), 'Thursday 12 November'],
	[new Date(2025, 11, 31, 12), '31 December 2025'],
])('%s is called %s', (at, title) => {
	expect(dayTitle(at.getTime(), TODAY)).toBe(title);
});

test('decisions come by day, the latest first', () => {
	const all = [decision(1, new Date(2026, 10, 21, 9)), decision(2, new Date(2026, 10, 22, 9)), decision(3, new Date(2026, 10, 22, 10))];
	expect(groupByDay(all, TODAY).map(({ title, decisions }) => [title, decisions.map(({ id }) => id)])).toEqual([['Today', [3, 2]], ['Yesterday', [1]]]);
});

test('a decision is told by its task, or by how many there are, and by its notes', () => {
	expect(describeDecision(decision(1, new Date(0), 'People/Ana.md'))).toEqual({ summary: 'Confirmed: Task 0.', notes: 'Ana', count: 1 });
	expect(describeDecision(decision(1, new Date(0), 'A.md', 'B.md', 'A.md', 'C.md', 'D.md', 'E.md'))).toMatchObject({ summary: 'Confirmed: 6 tasks', notes: 'A, B, C and 2 more' });
	expect(tasksOf(decision(1, new Date(0), 'A.md', 'B.md', 'A.md'), 2)).toEqual(['Task 0.', 'Task 1.']);
});

test('what can be done with a decision depends on what is left of each side, and nothing can while it is open', () => {
	const made = decision(1, new Date(0), 'A.md');
	expect(waysOf(made)).toEqual(['undo']);
	expect(waysOf({ ...made, back: [], again: made.back, isUndone: true })).toEqual(['redo']);
	expect(waysOf({ ...made, again: made.back })).toEqual(['undo', 'redo']);
	expect(waysOf({ ...made, again: made.back, isUndone: true })).toEqual(['redo', 'undo']);
	expect(waysOf({ ...made, open: { kind: 'undo', notes: [] } })).toEqual([]);
});

test('what was said of duplicates is told by the words of the task, and goes one way', () => {
	const change = { add: [{ kind: 'apart' as const, one: { text: 'Send the list.', owner: null }, other: { text: 'Send the lists.', owner: null } }], remove: [] };
	const said: Decision = { ...decision(1, new Date(0)), done: 'Taken out', marks: { back: { add: [], remove: change.add }, again: change } };
	expect(describeDecision(said)).toEqual({ summary: 'Taken out: Send the list.', notes: null, count: 1 });
	expect([waysOf(said), waysOf({ ...said, isUndone: true })]).toEqual([['undo'], ['redo']]);
});
