import { clearSelection, extendSelection, INITIAL_STATE, leaveRows, moveFocus, selectAll, shownKeys, targetKeys, toggleClosed, toggleSelected, type ReviewState } from '../../../src/features/review/review-state';

const ROWS = ['a', 'b', 'c', 'd'];

function at(focus: string | null, ...selected: string[]): ReviewState {
	return { ...INITIAL_STATE, focus, selection: new Set(selected) };
}

/** A state as text: `a [b] (c)` has b in focus and c selected. */
function draw(state: ReviewState, rows: readonly string[] = ROWS): string {
	return rows.map((row) => (state.selection.has(row) ? `(${row})` : row)).map((row, index) => (rows[index] === state.focus ? `[${row}]` : row)).join(' ');
}

describe('the focus', () => {
	test('moves by rows and stops at both ends', () => {
		expect(draw(moveFocus(at('b'), ROWS, 1))).toBe('a b [c] d');
		expect(draw(moveFocus(at('d'), ROWS, 1))).toBe('a b c [d]');
		expect(draw(moveFocus(at('b'), ROWS, -Infinity))).toBe('[a] b c d');
	});

	test('begins at the top going down and at the bottom going up', () => {
		expect(draw(moveFocus(at(null), ROWS, 1))).toBe('[a] b c d');
		expect(draw(moveFocus(at(null), ROWS, -1))).toBe('a b c [d]');
	});

	test('goes to the next row that stays when its own goes', () => {
		expect(leaveRows(at('b'), ROWS, new Set(['b'])).focus).toBe('c');
		expect(leaveRows(at('b'), ROWS, new Set(['b', 'c'])).focus).toBe('d');
	});

	test('goes to the row before when there is none after, and nowhere when all go', () => {
		expect(leaveRows(at('d'), ROWS, new Set(['d'])).focus).toBe('c');
		expect(leaveRows(at('d'), ROWS, new Set(ROWS)).focus).toBeNull();
	});

	test('stays where it is when other rows go', () => {
		expect(leaveRows(at('b'), ROWS, new Set(['a', 'c'])).focus).toBe('b');
	});
});

describe('the selection', () => {
	test('grows by both rows that the focus passes', () => {
		expect(draw(extendSelection(extendSelection(at('b'), ROWS, 1), ROWS, 1))).toBe('a (b) (c) [(d)]');
	});

	test('is toggled, made whole and ended', () => {
		expect(draw(toggleSelected(at('a'), 'b'))).toBe('[a] (b) c d');
		expect(draw(toggleSelected(at('a', 'b'), 'b'))).toBe('[a] b c d');
		expect(draw(clearSelection(selectAll(at('a'), ROWS)))).toBe('[a] b c d');
	});

	test('is what a decision concerns, in the order of the rows; without one it is the focused row', () => {
		expect(targetKeys(at('a', 'd', 'b'), ROWS)).toEqual(['b', 'd']);
		expect(targetKeys(at('a'), ROWS)).toEqual(['a']);
		expect(targetKeys(at('hidden'), ROWS)).toEqual([]);
	});

	test('loses what is gone', () => {
		expect([...leaveRows(at('a', 'b', 'c'), ROWS, new Set(['b'])).selection]).toEqual(['c']);
	});
});

test('closed sections show no rows', () => {
	const proposal = (key: string): never => ({ key }) as never;
	const sections = [{ key: 'x', title: 'X', proposals: [proposal('a')] }, { key: 'y', title: 'Y', proposals: [proposal('b')] }];
	expect(shownKeys(sections, toggleClosed(INITIAL_STATE, 'x').closed)).toEqual(['b']);
});
