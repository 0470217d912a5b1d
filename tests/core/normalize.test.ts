import fc from 'fast-check';
import { normalize } from '../../src/core/normalize';

test('a text that somebody could have written is in the normal form that Unicode gives it', () => {
	fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('NFC' as const, 'NFKC' as const, 'NFKD' as const), (text, form) => {
		expect(normalize(text, form)).toBe(text.normalize(form));
	}));
});

test('of a run of marks only the first thirty count', () => {
	expect(normalize(`a${'\u0301'.repeat(1000)}b`, 'NFKD')).toBe(`a${'\u0301'.repeat(30)}b`);
});
