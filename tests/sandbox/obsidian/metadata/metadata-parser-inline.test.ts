import type * as Api from 'obsidian-api';
import { parseMetadata } from './metadata-parser';

function tags(text: string): string[] {
	return (parseMetadata(text).tags ?? []).map(({ tag }) => tag);
}

/** Each link as `link | display text`. */
function shown(links: readonly Api.ReferenceCache[] = []): string[] {
	return links.map(({ link, displayText = '' }) => `${link} | ${displayText}`);
}

function links(text: string): string[] {
	return shown(parseMetadata(text).links);
}

describe('tags', () => {
	test.each([
		['hold slashes, letters of any script and emoji', '#a/b #é #😀 #a-b_c', ['#a/b', '#é', '#😀', '#a-b_c']],
		['are no bare numbers', '#12 #1a #1/2', ['#1a', '#1/2']],
		['follow only spaces, brackets and >', '"#a" *#b* x#c ##d #e#f (#g) [#h] <br>#i', ['#e', '#g', '#h', '#i']],
		['end at punctuation', '#a, #b. #c! #d\u200B', ['#a', '#b', '#c', '#d']],
		['are none when escaped', '\\#a \\\\ #b', ['#b']],
		['count in headings, tables and quotes', '# h #a\n\n| #b |\n|---|\n| #c |\n\n>#d', ['#a', '#b', '#c', '#d']],
		['do not count in code of several backticks, nor over lines', '``a ` #b`` `c\n#d` #e', ['#e']],
		['count after a backtick that nothing closes', '`a #b', ['#b']],
		['do not count in formulas, and prices are none', '$a #b$ $5 #c or $6 #d\n\n$$\n#e\n$$', ['#c', '#d']],
		['do not count in the attributes of HTML', '<a title="x #b" href=y>z #c</a>', ['#c']],
		['do not count in HTML comments over lines', 'a <!-- #b\n#c --> #d\n\n<!--\n\n#e\n-->', ['#d']],
		['count in %% comments of both kinds, but not in code inside', '%%\n#a `#b`\n%%\n\nc %% #d %%', ['#a', '#d']],
		['do not count in the address of a definition', '[a]: #b', []],
		['do not count in links', '[[a #b]] [c #d](e.md) [f](<g #h>)', []],
	])('%s', (_what, text, expected) => {
		expect(tags(text)).toEqual(expected);
	});
});

describe('links', () => {
	test.each([
		['to blocks and headings below headings', '[[#^x]] [[a#^x|d]] [[a#b#c]]', ['#^x | ^x', 'a#^x | d', 'a#b#c | a > b > c']],
		['with odd bars', '[[|x]] [[a|b|c]] [[ a | b ]]', ['|x | |x', 'a | b|c', 'a | b']],
		['that are empty, or go over a line, are none', '[[]] [[ ]] []() [x]() [[a\nb]]', []],
		['in one bracket more', '[[[a]]]', ['a | a']],
		['in a table, where a bare bar ends the cell', '| x | y |\n|---|---|\n| [[a\\|b]] | [[c|d]] |', ['a | b']],
		['inside emphasis', '**[[a]]** ~~[[b]]~~ ==[[c]]==', ['a | a', 'b | b', 'c | c']],
		['of Markdown, with titles, spaces and brackets in the address', '[a](<b c.md>) [d](e%20f.md "t") [g](h(i).md) [j](k\\_l.md)', ['b c.md | a', 'e f.md | d', 'h(i).md | g', 'k_l.md | j']],
		['of Markdown, with brackets or code in the text', '[a [b] c](d.md) [`e]`](f.md) [](g.md)', ['d.md | a [b] c', 'f.md | `e]`', 'g.md | ']],
		['that percent signs make no address', '[a](100%.md)', ['100%.md | a']],
		['out of the vault are none', '[a](https://example.com) [b](mailto:c) [d](obsidian://open)', []],
		['that are escaped are none', '\\[[a]] [b\\](c.md)\n\n\\[d](e.md)', []],
		['with a space between their halves are none', '[a] (b.md)', []],
	])('%s', (_what, text, expected) => {
		expect(links(text)).toEqual(expected);
	});

	test('an image may stand in a link, and its size in its text', () => {
		const { embeds, links: found } = parseMetadata('[![a|100](b.png)](c.md) ![[d.png|10x20]]');
		expect(shown(embeds)).toEqual(['b.png | a|100', 'd.png | 10x20']);
		expect(shown(found)).toEqual(['c.md | ![a|100](b.png)']);
	});
});
