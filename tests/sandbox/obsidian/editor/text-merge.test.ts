import fc from 'fast-check';
import { mergeTexts } from './text-merge';

const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 }).map(lines => lines.join('\n'));

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
