import fc from 'fast-check';
import { diffTexts } from './text-diff';

function apply(text: string, changes: ReturnType<typeof diffTexts>): string {
	return [...changes].reverse().reduce((known, { from, to, insert }) => known.slice(0, from) + insert + known.slice(to), text);
}

const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 }).map(lines => lines.join('\n'));

test('the changes between two texts turn one into the other', () => {
	fc.assert(fc.property(text, text, (before, after) => {
		expect(apply(before, diffTexts(before, after))).toBe(after);
	}));
});

test('equal texts have no changes', () => {
	expect(diffTexts('a\nb\n', 'a\nb\n')).toEqual([]);
});

test('one changed line is one change of that line alone', () => {
	expect(diffTexts('a\nb\nc\n', 'a\nx\nc\n')).toEqual([{ from: 2, to: 4, insert: 'x\n' }]);
});

test('two lines far apart are two changes', () => {
	expect(diffTexts('a\nb\nc\nd\ne\n', 'x\nb\nc\nd\ny\n')).toEqual([{ from: 0, to: 2, insert: 'x\n' }, { from: 8, to: 10, insert: 'y\n' }]);
});
