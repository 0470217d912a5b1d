import { ensureSyntaxTree, syntaxTree } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { lineClassNodeProp, tokenClassNodeProp } from './line-language';
import { markdownLanguage } from './markdown-language';

const editor = (doc: string): EditorState => EditorState.create({ doc, extensions: [markdownLanguage] });

/** The nodes of a text as `name: text`, a line before its tokens. */
function nodes(doc: string): string[] {
	return nodesOf(editor(doc));
}

function nodesOf(state: EditorState): string[] {
	const found: string[] = [];
	ensureSyntaxTree(state, state.doc.length, 5000)?.iterate({
		enter: node => { if (node.name !== 'Document') found.push(`${node.name}: ${state.sliceDoc(node.from, node.to)}`); },
	});
	return found;
}

test('the box of an open task is meta, any other is a property', () => {
	expect(nodes('- [ ] a')).toEqual([
		'HyperMD-list-line_HyperMD-list-line-1_HyperMD-task-line: - [ ] a',
		'formatting_formatting-list_formatting-list-ul_list-1: - ',
		'formatting_formatting-task_meta: [ ]',
		'list-1:  a',
	]);
	expect(nodes('- [?] a')).toContain('formatting_formatting-task_property: [?]');
});

test('a bullet is named by the depth of its list, its classes come in three', () => {
	const found = nodes('- a\n\t- b\n\t\t- c\n\t\t\t1. d\nout');
	expect(found).toEqual(expect.arrayContaining([
		'formatting_formatting-list_formatting-list-ul_list-2: - ',
		'hmd-list-indent_hmd-list-indent-1: \t',
		'formatting_formatting-list_formatting-list-ol_list-1: 1. ',
	]));
	expect(found.filter(node => node.startsWith('HyperMD')).map(node => node.split(':')[0])).toEqual([1, 2, 3, 4].map(depth => `HyperMD-list-line_HyperMD-list-line-${depth}`));
});

test('a further line of an item has no bullet', () => {
	expect(nodes('- a\n  more').slice(3)).toEqual([
		'HyperMD-list-line_HyperMD-list-line-1_HyperMD-list-line-nobullet:   more',
		'hmd-list-indent_hmd-list-indent-1:   ',
		'list-1: more',
	]);
});

test('a tag is its mark and its name, without what a class cannot have', () => {
	expect(nodes('see #task here')).toEqual([
		'formatting_formatting-hashtag_hashtag_hashtag-begin_meta_tag-task: #',
		'hashtag_hashtag-end_meta_tag-task: task',
	]);
	expect(nodes('#inbox/read')).toContain('hashtag_hashtag-end_meta_tag-inboxread: inbox/read');
	expect(nodes('no#tag #12')).toEqual([]);
});

test('a link with another text has its parts named', () => {
	expect(nodes('[[a|b]]')).toEqual(['formatting-link_formatting-link-start: [[', 'hmd-internal-link_link-has-alias: a', 'hmd-internal-link_link-alias-pipe: |', 'hmd-internal-link_link-alias: b', 'formatting-link_formatting-link-end: ]]']);
});

test('an embed, a Markdown link, an image, an address, a footnote', () => {
	expect(nodes('![[a]]')).toEqual(['formatting-embed_formatting-link_formatting-link-start: ![[', 'hmd-embed_hmd-internal-link: a', 'formatting-link_formatting-link-end: ]]']);
	expect(nodes('[a](b)')).toEqual(['formatting_formatting-link_link: [', 'link: a', 'formatting_formatting-link_link: ]', 'formatting_formatting-link-string_string_url: (', 'string_url: b', 'formatting_formatting-link-string_string_url: )']);
	expect(nodes('![a](b)')).toEqual(expect.arrayContaining(['formatting_formatting-image_image_image-marker: !', 'image_image-alt-text_link: a', 'string_url: b']));
	expect(nodes('- https://example.org/a.')).toContain('list-1_url: https://example.org/a');
	expect(nodes('x[^1]')).toContain('footref_hmd-barelink_link: 1');
	expect(nodes('[^1]: x')[0]).toBe('HyperMD-footnote: [^1]: x');
});

test('a heading, and what is in it', () => {
	expect(nodes('## A **b**')).toEqual([
		'HyperMD-header_HyperMD-header-2: ## A **b**',
		'formatting_formatting-header_formatting-header-2_header_header-2: ## ',
		'header_header-2: A ',
		'formatting_formatting-strong_header_header-2_strong: **',
		'header_header-2_strong: b',
		'formatting_formatting-strong_header_header-2_strong: **',
	]);
});

test('emphasis, one inside the other', () => {
	expect(nodes('*a*')).toEqual(['em_formatting_formatting-em: *', 'em: a', 'em_formatting_formatting-em: *']);
	expect(nodes('~~a~~ ==b==')).toEqual(expect.arrayContaining(['formatting_formatting-strikethrough_strikethrough: ~~', 'strikethrough: a', 'formatting_formatting-highlight_highlight: ==', 'highlight: b']));
	expect(nodes('**a *b***')).toContain('em_strong: b');
	expect(nodes('snake_case_name 2 * 3 * 4')).toEqual([]);
});

test('inline code and math', () => {
	expect(nodes('`a`')).toEqual(['formatting_formatting-code_inline-code: `', 'inline-code: a', 'formatting_formatting-code_inline-code: `']);
	expect(nodes('$x$')).toEqual(['formatting_formatting-math_formatting-math-begin_keyword_math: $', 'math: x', 'formatting_formatting-math_formatting-math-end_keyword_math_math-: $']);
	expect(nodes('$$\nx\n$$')).toEqual(['formatting_formatting-math_formatting-math-begin_keyword_math_math-block: $$', 'math: x', 'formatting_formatting-math_formatting-math-end_keyword_math_math-: $$']);
});

test('quotes, and the head of a callout as one token', () => {
	expect(nodes('> a\n> > b')).toEqual([
		'HyperMD-quote_HyperMD-quote-1: > a', 'formatting_formatting-quote_formatting-quote-1_quote_quote-1: > ', 'quote_quote-1: a',
		'HyperMD-quote_HyperMD-quote-2: > > b', 'formatting_formatting-quote_formatting-quote-1_quote_quote-1: > ', 'formatting_formatting-quote_formatting-quote-2_quote_quote-2: > ', 'quote_quote-2: b',
	]);
	expect(nodes('> [!note] Mind')).toEqual(['HyperMD-callout_HyperMD-quote_HyperMD-quote-1: > [!note] Mind', 'formatting_formatting-quote_formatting-quote-1_hmd-callout_quote_quote-1: > [!note] ', 'hmd-callout_quote_quote-1: Mind']);
	expect(nodes('> - [x] a')[0]).toBe('HyperMD-list-line_HyperMD-list-line-1_HyperMD-quote_HyperMD-quote-1_HyperMD-task-line: > - [x] a');
});

test('a code block has a first and a last line, and nothing in it is anything else', () => {
	expect(nodes('```js\n- [ ] #a\n\n```\nb')).toEqual([
		'HyperMD-codeblock_HyperMD-codeblock-begin_HyperMD-codeblock-begin-bg_HyperMD-codeblock-bg: ```js', 'formatting_formatting-code-block_hmd-codeblock: ```js',
		'HyperMD-codeblock_HyperMD-codeblock-bg: - [ ] #a', 'hmd-codeblock: - [ ] #a',
		'HyperMD-codeblock_HyperMD-codeblock-bg: ',
		'HyperMD-codeblock_HyperMD-codeblock-bg_HyperMD-codeblock-end_HyperMD-codeblock-end-bg: ```', 'formatting_formatting-code-block_hmd-codeblock: ```',
	]);
});

test('comments, over several lines too', () => {
	expect(nodes('a %%b%% #c')).toEqual(['comment: %%b%%', expect.stringMatching(/tag-c: #/) as string, expect.stringMatching(/tag-c: c/) as string]);
	expect(nodes('%%\n#b\n%%\n<!-- c -->')).toEqual(['comment: %%', 'comment: #b', 'comment: %%', 'comment: <!-- c -->']);
});

test('frontmatter, of the first line only', () => {
	expect(nodes('---\ntags: x\nn: 1\n---\n---')).toEqual([
		'def_hmd-frontmatter: ---', 'atom_hmd-frontmatter: tags', 'hmd-frontmatter_meta: : ', 'hmd-frontmatter: x',
		'atom_hmd-frontmatter: n', 'hmd-frontmatter_meta: : ', 'hmd-frontmatter_number: 1', 'def_hmd-frontmatter: ---',
		'HyperMD-hr_HyperMD-hr-bg: ---', 'hr: ---',
	]);
});

test('a table is known by the row below its head', () => {
	expect(nodes('| a | b |\n| - | - |\n| 1 | 2 |\n\nx | y').filter(node => node.startsWith('HyperMD'))).toEqual([
		'HyperMD-table-2_HyperMD-table-row_HyperMD-table-row-0: | a | b |',
		'HyperMD-table-2_HyperMD-table-row_HyperMD-table-row-1: | - | - |',
		'HyperMD-table-2_HyperMD-table-row_HyperMD-table-row-2: | 1 | 2 |',
	]);
	expect(nodes('| a | b |\n| - | - |')).toContain('hmd-table-sep_hmd-table-sep-0: |');
});

test('a block id and an escaped mark', () => {
	expect(nodes('a ^id1')).toEqual(['blockid: ^id1']);
	expect(nodes('\\*a*')).toEqual(['formatting_formatting-escape_hmd-escape-backslash: \\', 'escape_formatting_hmd-escape-char: *']);
});

test('classes can be had from the node types, as the app lends them to plugins', () => {
	const state = editor('# A');
	const line = syntaxTree(state).resolveInner(2, 1);
	expect(line.type.prop(tokenClassNodeProp)).toBe('header header-1');
	expect(line.parent?.type.prop(lineClassNodeProp)).toBe('HyperMD-header HyperMD-header-1');
});

test('the tree ends below the visible part until somebody asks for more', () => {
	const doc = '- [ ] task\n'.repeat(2000);
	const state = editor(doc);
	expect(syntaxTree(state).length).toBeLessThan(doc.length);
	expect(ensureSyntaxTree(state, doc.length, 5000)?.length).toBe(doc.length);
});

test('after a change the tree is as if it were read anew', () => {
	const doc = Array.from({ length: 600 }, (_, i) => i % 50 === 0 ? '```' : `- [ ] item ${i} [[link]]`).join('\n');
	const before = editor(doc);
	ensureSyntaxTree(before, doc.length, 5000);
	const after = before.update({ changes: { from: 9000, insert: '\n```\n> quote\n' } }).state;
	expect(nodesOf(after)).toEqual(nodes(after.doc.toString()));
});

test('a line of a megabyte is read in little time', () => {
	const start = performance.now();
	expect(nodes(`- [?] ${'word '.repeat(200_000)}[[end]]`)).toContain('hmd-internal-link_list-1: end');
	expect(performance.now() - start).toBeLessThan(2000);
});
