import fc from 'fast-check';
import { splitSentences } from '../../src/core/sentences';

function sentences(text: string): string[] {
	return splitSentences(text).map(({ start, end }) => text.slice(start, end));
}

test.each([
	['Send the list. Then call Ben.', ['Send the list.', 'Then call Ben.']],
	['  Really?! Yes… Good ', ['Really?!', 'Yes…', 'Good']],
	['He said "send it." Then he left.', ['He said "send it."', 'Then he left.']],
	['**Send it.** Now.', ['**Send it.**', 'Now.']],
	['Ask Mr. Okafor, e.g. on 3.5 pages.', ['Ask Mr. Okafor, e.g. on 3.5 pages.']],
	['J. Okafor signs.', ['J. Okafor signs.']],
	['Well... let me see. Good.', ['Well... let me see.', 'Good.']],
	['Well... Let me see.', ['Well...', 'Let me see.']],
	['See www.example.com for more.', ['See www.example.com for more.']],
	['送ってください。明日まで！はい', ['送ってください。', '明日まで！', 'はい']],
	['', []],
	['  \n ', []],
])('%j is split where a sentence ends', (text, expected) => {
	expect(sentences(text)).toEqual(expected);
});

test('a stretch of a text is split without a look beyond it', () => {
	const text = 'One. Two. Three.';
	expect(splitSentences(text, 5, 9)).toEqual([{ start: 5, end: 9 }]);
});

test('a stretch without an end is cut, so that no unit is endless', () => {
	const parts = splitSentences('word '.repeat(1000));
	expect(parts.length).toBeGreaterThan(4);
	expect(Math.max(...parts.map(({ start, end }) => end - start))).toBeLessThanOrEqual(1000);
});

test('no sign that is not blank is lost, whatever the text', () => {
	fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', 'B', '.', '!', '…', ' ', '\n', '"', ')', '。', 'é', '*', 'Mr', '..') }), (text) => {
		expect(sentences(text).join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
	}));
});
