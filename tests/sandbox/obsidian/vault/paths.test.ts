import { isHidden, normalizePath, parentPath } from './paths';

test('a path the user typed becomes the vault\'s', () => {
	expect(normalizePath('/A//b\\c/')).toBe('A/b/c');
	expect(normalizePath('A\u00A0b/e\u0301.md')).toBe('A b/\u00e9.md');
	expect(normalizePath('')).toBe('/');
});

test('a dot at the start of any part hides a path', () => {
	expect([isHidden('.obsidian/app.json'), isHidden('A/.git'), isHidden('A/b.md')]).toEqual([true, true, false]);
	expect([parentPath('a.md'), parentPath('A/B/c.md')]).toEqual(['/', 'A/B']);
});
