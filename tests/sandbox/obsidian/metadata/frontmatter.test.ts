import { getFrontMatterInfo, parseFrontMatterAliases, parseFrontMatterEntry, parseFrontMatterTags } from './frontmatter';

describe('getFrontMatterInfo', () => {
	test.each(['---\na: 1\n---\nbody', '---\r\na: 1\r\n---\r\nbody'])('bounds the YAML of %j', (text) => {
		const info = getFrontMatterInfo(text);
		expect(text.slice(info.from, info.to).trim()).toBe('a: 1');
		expect(text.slice(info.contentStart)).toBe('body');
		expect(info.exists).toBe(true);
	});

	test('finds none in the middle of a note, and none that is not closed', () => {
		expect(getFrontMatterInfo('text\n---\na: 1\n---\n').exists).toBe(false);
		expect(getFrontMatterInfo('---\na: 1\n').exists).toBe(false);
	});

	test('an empty block exists and holds nothing', () => {
		expect(getFrontMatterInfo('---\n---')).toEqual({ exists: true, frontmatter: '', from: 4, to: 4, contentStart: 7 });
	});
});

test('a comma string of tags gives none, and keys match in any case, singular too', () => {
	expect(parseFrontMatterTags({ tags: 'a, b' })).toEqual([]);
	expect(parseFrontMatterTags({ Tag: ['a', '#b', 3] })).toEqual(['#a', '#b']);
	expect(parseFrontMatterTags({ tags: null })).toBeNull();
	expect(parseFrontMatterAliases({ ALIAS: 'Bob, Rob' })).toEqual(['Bob, Rob']);
	expect(parseFrontMatterEntry(null, 'a')).toBeNull();
});
