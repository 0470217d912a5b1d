import { isProse, readMentionQuery } from '../../src/core/mention-query';

describe('what is typed after an @', () => {
	test.each<[string, string, number?]>([
		['@', ''],
		['Ask @', ''],
		['Ask @An', 'An'],
		['- [?] Send it. @Ana Ru', 'Ana Ru'],
		['(@René d', 'René d'],
		['**@Sean O\'H', 'Sean O\'H'],
		['@Ana Ruiz ', 'Ana Ruiz '],
		['@ana.ruiz', 'ana.ruiz'],
		['@ana@exam', 'ana@exam', 0],
		['`code` @An', 'An'],
		['[[Ana]] @An', 'An'],
	])('is a name in %p', (before, text, start = before.lastIndexOf('@')) => {
		expect(readMentionQuery(before)).toEqual({ start, text });
	});

	test.each([
		'Ask Ana', 'ana@', 'ana@example', 'a.b+c@x', 'https://example.com/@an', '@Ana  ', '@Ana, ', '@ ', '@@an', '@one two three four five',
		'`@An', '``x` @An', '[[@An', '![[Notes/@An', `@${'a'.repeat(60)}`,
	])('is none in %p', (before) => {
		expect(readMentionQuery(before)).toBeNull();
	});
});

describe('a line is prose', () => {
	test.each([
		['text'],
		['- item', '    goes on'],
		['- item', '', '    goes on'],
		['paragraph', '    goes on'],
		['```', 'code', '```', 'text'],
		['---', 'a: b', '---', 'text'],
		['text', '---', 'text'],
	].map((lines) => [lines.join(' ⏎ '), lines] as const))('in %p', (_shown, lines) => {
		expect(isProse(lines)).toBe(true);
	});

	test.each([
		['---', 'person: '],
		['text', '```', 'code'],
		['- item', '  ~~~js', '  code'],
		['> ```', '> code'],
		['%%', 'comment'],
		['text', '', '    code'],
		['\tcode'],
		['text', '', '    code', '', '    code'],
	].map((lines) => [lines.join(' ⏎ '), lines] as const))('but not in %p', (_shown, lines) => {
		expect(isProse(lines)).toBe(false);
	});
});
