import { parseMetadata } from './metadata-parser';

function items(text: string): string[] {
	return (parseMetadata(text).listItems ?? []).map(({ position: { start, end }, task, parent }) => (
		`${start.line}:${start.col}-${end.line}:${end.col} ${task === undefined ? '' : `[${task}] `}${parent}`
	));
}

function sections(text: string): string[] {
	return (parseMetadata(text).sections ?? []).map(({ type, position: { start, end } }) => `${type} ${start.line}-${end.line}`);
}

function tags(text: string): string[] {
	return (parseMetadata(text).tags ?? []).map(({ tag }) => tag);
}

function links(text: string): string[] {
	return (parseMetadata(text).links ?? []).map(({ link, displayText }) => `${link} | ${displayText ?? ''}`);
}

describe('list items', () => {
	test('any character in the brackets makes a task', () => {
		expect(items('- [?] a\n- [ ] b\n- [x] c\n- d')).toEqual(['0:0-0:7 [?] -1', '1:0-1:7 [ ] -1', '2:0-2:7 [x] -1', '3:0-3:3 -1']);
	});

	test('a nested item starts at its parent\'s content column and names its parent\'s line', () => {
		expect(items('text\n\n- a\n    - b\n')).toEqual(['2:0-2:3 -2', '3:2-3:7 2']);
		expect(items('- a\n\t- b\n')).toEqual(['0:0-0:3 -1', '1:1-1:4 0']);
	});

	test('a list on the first line has the same parent as one on the second', () => {
		expect(items('- a')).toEqual(['0:0-0:3 -1']);
		expect(items('\n- a')).toEqual(['1:0-1:3 -1']);
	});

	test('an item that begins with a number after its brackets is two on one line', () => {
		expect(items('- [?] 1. a').map((item) => item.split(' ').at(-1))).toEqual(['-1', '0']);
	});

	test('a new marker starts a new list', () => {
		expect(items('- a\n* b\n1. c')).toEqual(['0:0-0:3 -1', '1:0-1:3 -1', '2:0-2:4 -2']);
	});

	test('those in code, HTML comments and %% blocks are none; those in quotes are', () => {
		expect(items('```\n- a\n```\n\n<!--\n- b\n-->\n\n%%\n- c\n%%\n\n> - d')).toEqual(['12:2-12:5 -12']);
	});

	test('generated notes with blank lines between items keep one list', () => {
		expect(sections('\n\n- [?] a #task\n\n- [?] b #task\n\n\n\n## End')).toEqual(['list 2-4', 'heading 8-8']);
	});
});

describe('sections', () => {
	test('tell callouts, comments and formulas from plain blocks', () => {
		expect(sections('> [!note] a\n> b\n\n> quote\n\n%%\nx\n%%\n\n$$\na\n\nb\n$$\n\n---\n')).toEqual([
			'callout 0-1', 'blockquote 3-3', 'comment 5-7', 'math 9-13', 'thematicBreak 15-15',
		]);
	});

	test('a %% in fenced code opens no comment', () => {
		expect(sections('```\n%%\n```\n\ntext')).toEqual(['code 0-2', 'paragraph 4-4']);
	});

	test('block ids are found on paragraphs and items, keyed in lower case', () => {
		const { blocks, listItems, sections: found } = parseMetadata('text ^Ab-1\n\n- item ^two');
		expect(Object.keys(blocks ?? {})).toEqual(['ab-1', 'two']);
		expect(found?.[0]?.id).toBe('Ab-1');
		expect(listItems?.[0]?.id).toBe('two');
	});
});

describe('tags', () => {
	test('stand at the start or after a space, a bracket or a tag\'s end, and are no number', () => {
		expect(tags('#a b#no (#c) [#d] <br>#e #123 #y2024 #x/y-z_')).toEqual(['#a', '#c', '#d', '#e', '#y2024', '#x/y-z_']);
	});

	test('do not count in code, links and HTML comments, but do in %% comments', () => {
		expect(tags('`#no` [[#no]] [#no](a.md) <!-- #no --> #yes\n\n%% #also %%\n\n```\n#no\n```')).toEqual(['#yes', '#also']);
	});
});

describe('links', () => {
	test('have a display text, which is the heading path where none is written', () => {
		expect(links('[[a]] [[a#b]] [[#h]] [[a|b]] [x](a%20b.md#c)')).toEqual(['a | a', 'a#b | a > b', '#h | h', 'a | b', 'a b.md#c | x']);
	});

	test('in table cells lose the backslash before the bar', () => {
		expect(links('| x |\n|---|\n| [[a\\|b]] |')).toEqual(['a | b']);
	});

	test('out of the vault, empty, escaped or in code are none', () => {
		expect(links('[a](https://example.com) []() [[]] \\[[a]] `[[a]]`')).toEqual([]);
	});

	test('embeds are kept apart', () => {
		expect(parseMetadata('![[pic.png|100]]').embeds).toMatchObject([{ link: 'pic.png', displayText: '100' }]);
	});
});

describe('frontmatter', () => {
	test('is plain data, with the links of its properties under dotted keys', () => {
		const metadata = parseMetadata('---\na: "[[x]]"\nb: ["[[y|z]]", "see [[w]]"]\nd: 2025-10-27\n---\n');
		expect(metadata.frontmatter).toEqual({ a: '[[x]]', b: ['[[y|z]]', 'see [[w]]'], d: '2025-10-27' });
		expect(metadata.frontmatterLinks?.map(({ key, link }) => `${key} ${link}`)).toEqual(['a x', 'b.0 y']);
	});

	test('that is empty or broken leaves a section and no values', () => {
		for (const text of ['---\n---\n', '---\na: [\n---\n']) {
			expect(parseMetadata(text).frontmatter).toBeUndefined();
			expect(sections(text)).toEqual([text === '---\n---\n' ? 'yaml 0-1' : 'yaml 0-2']);
		}
	});
});

test('offsets count the text as it is, with Windows line endings and characters outside the basic plane', () => {
	const text = '# A\r\n\r\n- [?] 📅 #task\r\n- b\r\n';
	const { tags: found, listItems } = parseMetadata(text);
	expect(text.slice(found?.[0]?.position.start.offset, found?.[0]?.position.end.offset)).toBe('#task');
	expect(listItems?.map(({ position }) => text.slice(position.start.offset, position.end.offset))).toEqual(['- [?] 📅 #task', '- b']);
});

test('what there is none of has no key', () => {
	expect(parseMetadata('')).toEqual({});
});
