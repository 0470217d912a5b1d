import { shorten } from '../../src/core/shorten';

test.each([
	['Send it.', 8, 'Send it.'],
	['Send it.', 4, 'Send…'],
	['ab📅', 3, 'ab…'],
	['ab📅c', 4, 'ab📅…'],
])('%j in %i units is %j, never half a character', (text, most, shown) => {
	expect(shorten(text, most)).toBe(shown);
});
