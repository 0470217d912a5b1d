import { isIgnoredBy } from './ignore-filter';

test.each([
	['Archive/', 'Archive/a.md', true],
	['archive/', 'Archive/a.md', true],
	['Archive/', 'My Archive/a.md', false],
	['/\\.draft\\.md$/', 'a.draft.md', true],
	['/[/', 'a.md', false],
	['', 'a.md', false],
	[null, 'a.md', false],
])('the filter %j on %s: %s', (filter, path, expected) => {
	expect(isIgnoredBy(path, filter)).toBe(expected);
});
