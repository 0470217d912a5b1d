import { matchesNames, parseQuery } from '../../src/core/query';

test.each([
	['Plan ÜBER', { words: ['plan', 'uber'], owners: [], persons: [] }],
	['owner:ana list', { words: ['list'], owners: ['ana'], persons: [] }],
	['person:"Ana Ruiz" Owner:me', { words: [], owners: ['me'], persons: ['ana ruiz'] }],
	['"as it is" person:"open', { words: ['as it is'], owners: [], persons: ['open'] }],
	['owner: person:"" 10:30 http://x', { words: ['owner:', '10:30', 'http://x'], owners: [], persons: [] }],
	['   ', { words: [], owners: [], persons: [] }],
	['source:email x', { words: ['x'], owners: [], persons: [], sources: ['email'] }],
])('%j is read as %j', (text, expected) => {
	expect(parseQuery(text)).toEqual({ sources: [], ...expected });
});

test('names match where each part is in any of them, whatever case and accents', () => {
	expect(matchesNames(['ana', 'okafor'], () => ['Ána Ruiz', 'Ben Okafor'])).toBe(true);
	expect(matchesNames(['ana', 'cleo'], () => ['Ana Ruiz'])).toBe(false);
	expect(matchesNames([], () => { throw new Error('not needed'); })).toBe(true);
});
