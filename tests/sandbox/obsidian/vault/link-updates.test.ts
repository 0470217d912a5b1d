import type * as Api from 'obsidian-api';
import { parseMetadata } from '../metadata/metadata-parser';
import { rewriteLinks } from './link-updates';

const renamed = new Map([['Old', 'New']]);

/** What a parser could not have found: a link in code. So a text that changes was not parsed again. */
function cacheWithLinkInCode(text: string): Api.CachedMetadata {
	const cached = structuredClone(parseMetadata(text));
	const start = text.indexOf('[[Old]]');
	const at = (offset: number): Api.Loc => ({ line: 0, col: offset, offset });
	return { ...cached, links: [{ link: 'Old', original: '[[Old]]', displayText: 'Old', position: { start: at(start), end: at(start + 7) } }] };
}

test('positions from the cache are used where the text is the one that was parsed', () => {
	const text = 'see `[[Old]]`\n';
	expect(rewriteLinks(text, renamed)).toBe(text);
	expect(rewriteLinks(text, renamed, cacheWithLinkInCode(text))).toBe('see `[[New]]`\n');
});

test.each([['longer before', 'Now see `[[Old]]`\n'], ['longer after', 'see `[[Old]]` [[Old]]\n'], ['shorter', '`[[Old]]`\n'], ['empty', '']])('a text that is %s is parsed anew', (_how, text) => {
	expect(rewriteLinks(text, renamed, cacheWithLinkInCode('see `[[Old]]`\n'))).toBe(rewriteLinks(text, renamed));
});

test('links that nothing renamed stay as they are written, even oddly', () => {
	const text = '[[ Old ]] [[other |x]] [y]( a.md )\n';
	expect(rewriteLinks(text, new Map([['Elsewhere', 'New']]), parseMetadata(text))).toBe(text);
});
