import { changeMarks, identifyMark, invertChange, MOST_MARKS, parseMarks, putTogether, setApart, type MarkedTask, type StoredMark } from '../../src/core/stored-marks';

const task = (text: string, owner: string | null = null): MarkedTask => ({ text, owner });
const [a, b, c] = [task('a'), task('b'), task('c', 'Ana Ruiz')];
const apart = (one: MarkedTask, other: MarkedTask): StoredMark => ({ kind: 'apart', one, other });
const together = (one: MarkedTask, other: MarkedTask): StoredMark => ({ kind: 'together', one, other });

describe('marks', () => {
	test('set a task apart from each wording of its group, but not from its own', () => {
		expect(setApart(a, [b, task('b'), task('a'), c])).toEqual({ add: [apart(a, b), apart(a, c)], remove: [] });
	});

	test('put two groups together whatever was said of their wordings before', () => {
		const marks = [apart(b, a), apart(b, task('d'))];
		const change = putTogether([a], [b, c], marks);
		expect(changeMarks(marks, change)).toEqual([apart(b, task('d')), together(a, b), together(a, c)]);
		expect(putTogether([a, c], [b, task('d')], []).add).toEqual([together(a, b), together(a, task('d')), together(c, b)]);
		expect(putTogether([a], [a], []).add).toEqual([]);
	});

	test('put together also what was set apart from a wording that is gone, but was put together with one of these', () => {
		const marks = [together(a, b), apart(b, c)];
		expect(changeMarks(marks, putTogether([a], [c], marks))).toEqual([together(a, b), together(a, c)]);
	});

	test('hold what was said last of a pair, either way round', () => {
		expect(changeMarks([apart(a, b)], { add: [together(b, a)], remove: [] })).toEqual([together(b, a)]);
		expect(changeMarks([together(a, b)], setApart(b, [a]))).toEqual([apart(b, a)]);
	});

	test('are as they were once a change is taken back', () => {
		const marks = [apart(a, b), together(b, c)];
		const change = putTogether([a, c], [b], marks);
		const changed = changeMarks(marks, change);
		expect(changeMarks(changed, invertChange(marks, change)).map(identifyMark).sort()).toEqual(marks.map(identifyMark).sort());
		expect(invertChange(changed, change)).toEqual({ add: [], remove: [] });
	});

	test('forget the oldest beyond a number, and what is too long', () => {
		const many = Array.from({ length: MOST_MARKS + 5 }, (_, at) => apart(a, task(`${at}`)));
		expect(changeMarks([], { add: many, remove: [] })[0]?.other.text).toBe('5');
		expect(setApart(task('x'.repeat(10_000)), [b]).add[0]?.one.text).toHaveLength(2000);
	});

	test.each([
		[undefined, []],
		[[apart(a, c)], [apart(a, c)]],
		['no list', null],
		[[{ kind: 'apart', one: { text: 'a', owner: 1 }, other: b }], null],
		[[{ kind: 'else', one: a, other: b }], null],
	])('are read from %j', (data, expected) => {
		expect(parseMarks(data)).toEqual(expected);
	});
});
