import fc from 'fast-check';
import { termsOf } from '../../src/core/source-terms';

test.each([
	['Send the two lists by Friday', 'sent the lists, 2, on Fri.'],
	['1,200 parts on the 20th of October', 'twentieth Oct 1200 part'],
	['€1.5k for the café', '1500 cafe'],
	['thirty e-mails', '30 e-mail'],
	['05', '5'],
])('%j and %j are about the same', (one, other) => {
	expect(new Set(termsOf(one).filter((term) => termsOf(other).includes(term))).size).toBeGreaterThanOrEqual(Math.min(termsOf(one).length, termsOf(other).length) - 1);
});

test('words that say nothing are left out', () => {
	expect(termsOf('And then you can have it, okay?')).toEqual([]);
});

test('where words are not spaced, each two signs count', () => {
	expect(termsOf('報告書 A')).toEqual(['報告', '告書']);
});

test('words keep their order and their number', () => {
	expect(termsOf('bridge, valve and bridge')).toEqual(['bridg', 'valv', 'bridg']);
});

test('no text is too strange', () => {
	fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
		expect(termsOf(text).every((term) => term.length > 0 && term.length <= 200)).toBe(true);
	}));
});
