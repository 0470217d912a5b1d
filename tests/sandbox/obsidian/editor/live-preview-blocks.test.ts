import { Text } from '@codemirror/state';
import { findBlocks } from './live-preview-blocks';

/** The blocks of a text as `kind: source`. */
function blocks(text: string): string[] {
	return findBlocks(Text.of(text.split('\n'))).map(block => `${block.kind}: ${block.source}`);
}

test('a callout goes as far as its marks, a plain quote is text', () => {
	expect(blocks('> [!note] A\n> - [ ] b\nc\n\n> plain')).toEqual(['callout: > [!note] A\n> - [ ] b']);
});

test('a table has a row of dashes below its head', () => {
	expect(blocks('a | b\n- | -\n1 | 2\n\na | b\nno')).toEqual(['table: a | b\n- | -\n1 | 2']);
});

test('an embed that has a line to itself', () => {
	expect(blocks('![[Note#Part|as]]\n\nin ![[Note]] text')).toEqual(['embed: ![[Note#Part|as]]']);
});

test('code hides what is in it, up to its own fence or the end', () => {
	expect(blocks('````js\n```\n> [!note]\n````\n![[a]]')).toEqual(['code: ````js\n```\n> [!note]\n````', 'embed: ![[a]]']);
	expect(blocks('```\n![[a]]')).toEqual(['code: ```\n![[a]]']);
});

test('a rule is none in frontmatter, below text, or in a comment', () => {
	expect(blocks('---\na: b\n---\n***\ntext\n---\n\n---\n%%\n***\n%%')).toEqual(['rule: ***', 'rule: ---']);
});
