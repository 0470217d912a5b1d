import type { Proposal } from '../../../src/core/proposal';
import type { Row } from '../../../src/core/rows';
import { Listing } from '../../../src/features/review/listing';
import { chooseValues, clearSelection, extendSelection, focusMember, followRows, INITIAL_STATE, keptOf, leaveRows, moveFocus, moveInGroup, selectAll, targetKeys, toggleGroup, toggleSelected, type ReviewState } from '../../../src/features/review/review-state';

const NAMES = ['a', 'b', 'c', 'd'];
const ROWS = shown(...NAMES);

function at(focus: string | null, ...selected: string[]): ReviewState {
	return { ...INITIAL_STATE, focus, selection: new Set(selected) };
}

/** A row of proposals with such keys, the first standing for the others. */
function row(...keys: readonly [string, ...string[]]): Row {
	const [first, ...others] = keys.map((key) => ({ key, due: key, priority: null, owner: null }) as Proposal) as [Proposal, ...Proposal[]];
	return { proposal: first, others, archived: [], byAge: [first, ...others], decided: [] };
}

/** Rows that are shown under one heading. */
function list(...rows: readonly Row[]): Listing {
	const byKey = new Map(rows.flatMap((each) => each.byAge.map((proposal) => [proposal.key, each])));
	return new Listing({ sections: [{ key: 'all', kind: 'all', title: null, rows }], rowOf: (key) => byKey.get(key), sectionOf: () => 'all', left: new Map(), closed: new Set(), limit: Infinity });
}

function shown(...keys: readonly string[]): Listing {
	return list(...keys.map((key) => row(key)));
}

function without(...keys: readonly string[]): Listing {
	return shown(...NAMES.filter((name) => !keys.includes(name)));
}

/** A state as text: `a [b] (c)` has b in focus and c selected. */
function draw(state: ReviewState, rows: readonly string[] = NAMES): string {
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
		expect(leaveRows(at('b'), ROWS, without('b')).focus).toBe('c');
		expect(leaveRows(at('b'), ROWS, without('b', 'c')).focus).toBe('d');
	});

	test('goes to the row before when there is none after, and nowhere when all go', () => {
		expect(leaveRows(at('d'), ROWS, without('d')).focus).toBe('c');
		expect(leaveRows(at('d'), ROWS, shown()).focus).toBeNull();
	});

	test('goes to the first row when its own was not among those shown', () => {
		expect(leaveRows(at('x'), ROWS, without('x')).focus).toBe('a');
	});

	test('stays where it is when other rows go', () => {
		expect(leaveRows(at('b'), ROWS, without('a', 'c')).focus).toBe('b');
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
		expect([...leaveRows(at('a', 'b', 'c'), ROWS, without('b')).selection]).toEqual(['c']);
	});
});

describe('the group of the focused row', () => {
	const SEVEN = row('b', 'b2', 'b3');
	const open = toggleGroup(at('b'), SEVEN);

	test('opens at the one that stands for the others, and closes', () => {
		expect(open.group).toEqual({ member: 'b', values: {} });
		expect(toggleGroup(open, SEVEN).group).toBeNull();
	});

	test('does not open where nothing repeats the row', () => {
		expect(toggleGroup(at('a'), row('a')).group).toBeNull();
	});

	test('is moved through one by one, and left at both ends', () => {
		const second = moveInGroup(open, SEVEN, 1);
		expect(second?.group?.member).toBe('b2');
		expect(moveInGroup(open, SEVEN, -1)).toBeNull();
		expect(moveInGroup(focusMember(open, 'b3'), SEVEN, 1)).toBeNull();
		expect(moveInGroup(at('b'), SEVEN, 1)).toBeNull();
	});

	test('closes with the step to another row', () => {
		expect(moveFocus(open, ROWS, 1)).toMatchObject({ focus: 'c', group: null });
		expect(leaveRows(open, ROWS, without('b'))).toMatchObject({ focus: 'c', group: null });
	});

	test('keeps the words in focus, and the values that were chosen, else the row’s', () => {
		const { group } = chooseValues(focusMember(open, 'b2'), { priority: 'high' });
		expect(group && keptOf(SEVEN, group)).toEqual({ proposal: SEVEN.others[0], values: { due: 'b', priority: 'high', owner: null } });
	});
});

describe('rows that are made anew', () => {
	test('take focus and selection along to where their proposals are now', () => {
		const state = followRows(at('b', 'b', 'c'), list(row('a', 'b'), row('c')));
		expect([state.focus, [...state.selection]]).toEqual(['a', ['a', 'c']]);
	});

	test('keep the group open at its proposal while the row holds that, else at the first', () => {
		const open = focusMember(toggleGroup(at('b'), row('b', 'c')), 'c');
		expect(followRows(open, list(row('a', 'b', 'c'))).group?.member).toBe('c');
		expect(followRows(open, list(row('a', 'b'), row('c'))).group?.member).toBe('a');
		expect(followRows(open, list(row('b'))).group).toBeNull();
	});

	test('keep of the values that were chosen those that a proposal in them still names', () => {
		const state = chooseValues(toggleGroup(at('a'), row('a', 'b')), { due: 'b', priority: null });
		expect(followRows(state, list(row('a', 'c'))).group).toEqual({ member: 'a', values: { priority: null } });
	});

	test('change nothing where they hold what they did', () => {
		const open = toggleGroup(at('b', 'c'), row('b', 'd'));
		expect(followRows(open, list(row('b', 'd'), row('c')))).toEqual(open);
	});
});
