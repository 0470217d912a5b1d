import { addDeleted, MOST_DELETED, parseMemory, withoutDeleted, type DeletedTask } from '../../src/core/user-memory';

const task = (text: string, day = '2026-11-22'): DeletedTask => ({ text, owner: null, day });

describe('deleted tasks', () => {
	test('are remembered once, with the day of the last time, and forgotten when they are back', () => {
		const twice = addDeleted(addDeleted([], [task('a', '2026-11-20'), task('b')]), [task('a')]);
		expect(twice).toEqual([task('b'), task('a')]);
		expect(withoutDeleted(twice, [{ text: 'b', owner: null }, { text: 'a', owner: 'Ana' }])).toEqual([task('a')]);
	});

	test('are forgotten beyond a number, the oldest first', () => {
		const many = Array.from({ length: MOST_DELETED + 1 }, (_, at) => task(`${at}`));
		expect(addDeleted([], many)[0]).toEqual(task('1'));
	});
});

test('a stored memory is read part by part; what is invalid is named and empty', () => {
	expect(parseMemory({ groupBy: 'note' })).toEqual({ memory: { marks: [], deleted: [] }, invalid: [] });
	expect(parseMemory({ marks: 1, deleted: [task('a')] })).toEqual({ memory: { marks: [], deleted: [task('a')] }, invalid: ['marks'] });
	expect(parseMemory({ deleted: [{ text: 'a', owner: null }] }).invalid).toEqual(['deleted']);
});
