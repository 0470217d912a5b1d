import type * as Api from 'obsidian-api';
import { parseMetadata } from './metadata-parser';

/** Each item as `start-end [status] parent`, lines and columns from 0. */
function items(text: string): string[] {
	return (parseMetadata(text).listItems ?? []).map(({ position, task, parent }) => (
		[place(position), ...(task === undefined ? [] : [`[${task}]`]), parent].join(' ')
	));
}

function sections(text: string): string[] {
	return (parseMetadata(text).sections ?? []).map(({ type, position, id }) => [type, place(position), ...(id === undefined ? [] : [`^${id}`])].join(' '));
}

function place({ start, end }: Api.Pos): string {
	return `${start.line}:${start.col}-${end.line}:${end.col}`;
}

describe('list items', () => {
	test.each([
		['a loose item ends at the start of the next blank line', '- a\n\n- b', ['0:0-1:0 -1', '2:0-2:3 -1']],
		['code inside an item belongs to it', '- [ ] a\n  ```\n  - x\n  ```\n  - b', ['0:0-3:5 [ ] -1', '4:2-4:5 0']],
		['a line without a marker goes on with the item', '- a\nlazy\n- b', ['0:0-1:4 -1', '2:0-2:3 -1']],
		['a heading ends the list', '- a\n# h\n- b', ['0:0-0:3 -1', '2:0-2:3 -2']],
		['the brackets need a space behind them', '- [ ]\n- [ ] \n- [x]\ttab\n- [x]y', ['0:0-0:5 -1', '1:0-1:6 [ ] -1', '2:0-2:9 [x] -1', '3:0-3:6 -1']],
		['a status is one unit of UTF-16', '- [📅] a\n- [é] b', ['0:0-0:8 -1', '1:0-1:7 [é] -1']],
		['the inner one of two items on a line has a status of its own', '- [ ] 1. [?] a', ['0:0-0:14 [ ] -1', '0:6-0:14 [?] 0']],
		['markers mix from level to level', '1. a\n   - b\n      1) c', ['0:0-0:4 -1', '1:3-1:6 0', '2:5-2:10 1']],
		['tabs nest', '- a\n\t- b\n\t\t- c\n\t\n\t- d', ['0:0-0:3 -1', '1:1-1:4 0', '2:2-2:5 1', '4:1-4:4 0']],
		['quotes in callouts hold items', '> [!note]- T\n> - [ ] a\n>   - b\n>\n> > - c', ['1:2-1:9 [ ] -1', '2:4-2:7 1', '4:4-4:7 -4']],
		['footnotes hold items', '[^1]: a\n\n    - b', ['2:4-2:7 -2']],
		['an indented list after nothing is code', '\t- a\n\n    - b', []],
	])('%s', (_what, text, expected) => {
		expect(items(text)).toEqual(expected);
	});
});

describe('a %% comment', () => {
	test.each([
		['interrupts a paragraph', 'a\n%%\n- b\n%%\nc', ['paragraph 0:0-0:1', 'comment 1:0-3:2', 'paragraph 4:0-4:1']],
		['interrupts a list, and a new one follows', '- a\n%%\n- b\n%%\n- c', ['list 0:0-0:3', 'comment 1:0-3:2', 'list 4:0-4:3']],
		['on one line is a block', '%% a %%\n- b', ['comment 0:0-0:7', 'list 1:0-1:3']],
		['with text behind it is a part of the paragraph', '%% a %% b\n\nc', ['paragraph 0:0-0:9', 'paragraph 2:0-2:1']],
		['that is not closed takes the rest of the note', 'a\n%%\nb\n\n- c\n', ['paragraph 0:0-0:1', 'comment 1:0-4:3']],
		['with blank lines in it is one', '%%\n\n# a\n\n%%', ['comment 0:0-4:2']],
		['is none in code and in HTML', '```\n%%\n```\n\n<div>\n%%\n</div>', ['code 0:0-2:3', 'html 4:0-6:6']],
	])('%s', (_what, text, expected) => {
		expect(sections(text)).toEqual(expected);
	});

	test('hides items and headings in a list and in a quote too', () => {
		expect(items('- a\n  %%\n  - b\n  %%\n- c')).toEqual(['0:0-3:4 -1', '4:0-4:3 -1']);
		expect(items('> %%\n> - a\n> %%\n> - b')).toEqual(['3:2-3:5 -3']);
		expect(parseMetadata('%%\n# a\n%%').headings).toBeUndefined();
	});
});

describe('other blocks', () => {
	test.each([
		['HTML comments go over blank lines', '<!-- a\n\n- b -->\n\n- c', ['html 0:0-2:7', 'list 4:0-4:3']],
		['formulas go over blank lines', '$$\na\n\nb\n$$\nc', ['math 0:0-4:2', 'paragraph 5:0-5:1']],
		['dollars that nothing closes are text', '$$\na', ['paragraph 0:0-1:1']],
		['underlined headings', 'a\n===\n\nb\n---', ['heading 0:0-1:3', 'heading 3:0-4:3']],
		['rules, and lists that look like them', '* * *\n\n- - a', ['thematicBreak 0:0-0:5', 'list 2:0-2:5']],
		['tables', 'x\n\n| a |\n|---|\n| b |', ['paragraph 0:0-0:1', 'table 2:0-4:5']],
		['footnotes, of one word as of many', '[^1]: a\n[^2]: b c\nlazy\n\nd[^1]', ['footnoteDefinition 0:0-0:7', 'footnoteDefinition 1:0-2:4', 'paragraph 4:0-4:5']],
		['definitions', '[a]: b.md', ['definition 0:0-0:9']],
		['frontmatter needs three dashes and nothing else', '--- \na: 1\n---', ['thematicBreak 0:0-0:4', 'heading 1:0-2:3']],
		['frontmatter that is not closed', '---\na: 1', ['thematicBreak 0:0-0:3', 'paragraph 1:0-1:4']],
		['a byte order mark', '\uFEFF---\na: 1\n---', ['yaml 0:1-2:3']],
		['indented callouts', '  > [!note] a', ['callout 0:0-0:13']],
	])('%s', (_what, text, expected) => {
		expect(sections(text)).toEqual(expected);
	});

	test('an id alone belongs to the block before it, whatever that is', () => {
		expect(sections('- a\n\n^l\n\n| a |\n|---|\n\n^t\n\n> q\n\n^q')).toEqual([
			'list 0:0-0:3 ^l', 'paragraph 2:0-2:2', 'table 4:0-5:5 ^t', 'paragraph 7:0-7:2', 'blockquote 9:0-9:3 ^q', 'paragraph 11:0-11:2',
		]);
	});

	test('an item of a loose list keeps its id, one in the middle of a text is none', () => {
		const { listItems, blocks } = parseMetadata('- a ^One\n\n- b ^two\n\nc ^three d');
		expect(listItems?.map(({ id }) => id)).toEqual(['One', 'two']);
		expect(Object.keys(blocks ?? {})).toEqual(['one', 'two']);
	});

	test('footnotes and their references are told apart', () => {
		const { footnotes, footnoteRefs } = parseMetadata('a[^1] `[^2]`\n\n[^1]: b[^3]');
		expect(footnotes?.map(({ id, position }) => `${id} ${place(position)}`)).toEqual(['1 2:0-2:11']);
		expect(footnoteRefs?.map(({ id, position }) => `${id} ${place(position)}`)).toEqual(['1 0:1-0:5', '3 2:7-2:11']);
	});

	test('link definitions are kept with what they point to', () => {
		expect(parseMetadata('> [a b]: c.md "t"').referenceLinks).toMatchObject([{ id: 'a b', link: 'c.md' }]);
	});
});

describe('frontmatter', () => {
	test.each([
		['with a key twice is broken', 'a: 1\na: 2', undefined],
		['that is a list or a text has no values', '- a', undefined],
		['keeps what it says', 'n: 1\ns: "1"\nd: 2025-01-02\nt: 2025-01-02T10:00:00\ne:\nb: true\nf: 1.50', { n: 1, s: '1', d: '2025-01-02', t: '2025-01-02T10:00:00', e: null, b: true, f: 1.5 }],
	])('%s', (_what, yaml, expected) => {
		expect(parseMetadata(`---\n${yaml}\n---\n`).frontmatter).toEqual(expected);
	});

	test('links are found in nested values, Markdown links too, and only where they are all of the value', () => {
		const { frontmatterLinks } = parseMetadata('---\na:\n  - b: "[[x#h|y]]"\nc: "[d](e%20f.md)"\ng: "[[x]] and"\nh: "[i](https://example.com)"\n---');
		expect(frontmatterLinks).toEqual([
			{ key: 'a.0.b', link: 'x#h', original: '[[x#h|y]]', displayText: 'y' },
			{ key: 'c', link: 'e f.md', original: '[d](e%20f.md)', displayText: 'd' },
		]);
	});
});
