import fc from 'fast-check';
import { diffTexts, mergeTexts } from './text-diff';

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

test('a merge keeps what both sides changed in different places', () => {
	expect(mergeTexts('a\nb\nc\n', 'A\nb\nc\n', 'a\nb\nC\n')).toBe('A\nb\nC\n');
});

test('a merge prefers the disk where both changed the same line', () => {
	expect(mergeTexts('a\nb\n', 'disk\nb\n', 'mine\nb\nadded\n')).toBe('disk\nb\nadded\n');
});

test('a merge with an unchanged side is the other side', () => {
	fc.assert(fc.property(text, text, (base, changed) => {
		expect(mergeTexts(base, base, changed)).toBe(changed);
		expect(mergeTexts(base, changed, base)).toBe(changed);
	}));
});
