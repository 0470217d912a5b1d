import { renderBlocks } from './markdown-html';

const html = (text: string, withLines = true): string => renderBlocks(text, withLines).map(block => block.html).join('');

describe('lists', () => {
	test('an open task has an empty data-task, and lines are counted from the block, as in the app', () => {
		expect(html('Intro\n\n- [ ] one\n- [x] two\n')).toContain('<li data-line="0" data-task="" class="task-list-item" dir="auto"><input data-line="0" type="checkbox" class="task-list-item-checkbox">one</li>');
	});

	test('any other status is checked and literal', () => {
		expect(html('- [?] maybe\n')).toContain('<li data-line="0" data-task="?" class="task-list-item is-checked" dir="auto"><input data-line="0" type="checkbox" class="task-list-item-checkbox" checked>maybe</li>');
	});

	test('statuses that are Markdown or HTML signs stay what they are', () => {
		expect(html('- [*] *a*\n- [<] b\n- ["] c\n')).toMatch(/data-task="\*"[^]*<em>a<\/em>[^]*data-task="&lt;"[^]*data-task="&quot;"/);
	});

	test('a numbered list holds tasks too, and has no bullets', () => {
		expect(html('1. [ ] one\n2. two\n')).toMatch(/^<ol class="contains-task-list">\s*<li data-line="0" data-task=""/);
	});

	test('nested items count from the same line, and each list says whether it holds tasks', () => {
		const text = html('text\n\n- a\n\t- [ ] b\n\t\t- c\n');
		expect(text).toMatch(/^<p[^]*<ul class="has-list-bullet">\s*<li data-line="0"[^]*<ul class="contains-task-list has-list-bullet">\s*<li data-line="1"[^]*<li data-line="2"/);
	});

	test('without a preview around it nothing has a line', () => {
		expect(html('- [ ] one\n', false)).not.toContain('data-line');
	});
});

describe('blocks', () => {
	test('know their lines in the whole text, frontmatter included', () => {
		expect(renderBlocks('---\na: 1\n---\n# T\n\ntext\nmore\n', true).map(({ tag, lineStart, lineEnd, level }) => ({ tag, lineStart, lineEnd, level }))).toEqual([
			{ tag: 'h1', lineStart: 3, lineEnd: 3, level: 1 },
			{ tag: 'p', lineStart: 5, lineEnd: 6, level: 0 },
		]);
	});

	test.each([
		['> quote', 'blockquote'], ['> [!note] A', 'div'], ['```js\nx\n```', 'pre'], ['| a |\n|---|\n| b |', 'table'], ['---\n', 'hr'], ['<details>x</details>', 'details'], ['$$\nx\n$$', 'div'],
	])('%j is an el-%s', (text, tag) => {
		expect(renderBlocks(`\n${text}\n`, true).map(block => block.tag)).toEqual([tag]);
	});

	test('a heading tells its text', () => {
		expect(html('## A *b*\n')).toBe('<h2 data-heading="A *b*" dir="auto">A <em>b</em></h2>');
	});

	test('code has the class of its language, the first word after the fence', () => {
		expect(html('```js {1}\n<b>\n```\n')).toBe('<pre class="language-js" tabindex="0"><code class="language-js is-loaded">&lt;b&gt;\n</code></pre>');
	});

	test('what a comment holds never shows, also over several blocks or without an end', () => {
		expect(html('a\n\n%%\nhidden\n\n- hidden\n%%\n\nb\n\n%%\nhidden\n')).toBe('<p dir="auto">a</p><p dir="auto">b</p>');
	});

	test('a comment sign in code is code', () => {
		expect(html('```\n%%\nshown\n%%\n```\n')).toContain('%%\nshown\n%%');
	});

	test('mathematics shows its source', () => {
		expect(html('It is $a_1$, and costs $5 or $6.\n\n$$\na < b\n$$\n')).toBe('<p dir="auto">It is <span class="math math-inline is-loaded">a_1</span>, and costs $5 or $6.</p><div class="math math-block is-loaded">a &lt; b</div>');
	});
});

describe('callouts', () => {
	test('have a title, a type, and what is inside', () => {
		const text = html('> [!question] *Really*?\n> - [?] maybe\n');
		expect(text).toContain('<div class="callout" data-callout-metadata="" data-callout-fold="" data-callout="question"><div class="callout-title" dir="auto"><div class="callout-icon"></div><div class="callout-title-inner"><em>Really</em>?</div></div><div class="callout-content">');
		expect(text).toContain('data-task="?"');
	});

	test('fold, carry metadata, and are named by their type where they have no title', () => {
		expect(html('> [!TIP|wide]-\n> text\n')).toMatch(/class="callout is-collapsible is-collapsed" data-callout-metadata="wide" data-callout-fold="-" data-callout="tip"[^]*inner">TIP<\/div>/);
	});

	test('without text have no content', () => {
		expect(html('> [!note] Only this\n')).not.toContain('callout-content');
	});

	test('stand in one another and in lists', () => {
		const text = html('> [!note] A\n> > [!tip] B\n> > text\n\n- item\n\t> [!bug] C\n');
		expect(text.match(/data-callout="(note|tip|bug)"/g)).toHaveLength(3);
		expect(text).not.toContain('blockquote');
	});
});

describe('in a line', () => {
	test('links, tags and highlights render as the app renders them', () => {
		const text = html('[[Ana Ruiz|Ana]] #task/one ==marked [[Ben]]== #123 [x](Some%20note.md#A)\n');
		expect(text).toContain('<a data-href="Ana Ruiz" href="Ana Ruiz" class="internal-link" target="_blank" rel="noopener nofollow">Ana</a>');
		expect(text).toContain('<a href="#task/one" class="tag"');
		expect(text).toMatch(/<mark>marked <a data-href="Ben"[^]*<\/mark> #123/);
		expect(text).toContain('<a data-href="Some note.md#A" href="Some note.md#A" class="internal-link"');
	});

	test('an address is an external link, also bare', () => {
		for (const text of ['[x](https://example.org)', 'https://example.org']) expect(html(text)).toMatch(/<a [^>]*rel="noopener nofollow" class="external-link" href="https:\/\/example.org" target="_blank">/);
	});

	test('embeds tell their target and size', () => {
		expect(html('![[Note#Part]] ![[a b.png|100x20]] ![alt|30](p.png)')).toBe('<p dir="auto"><span alt="Note &gt; Part" src="Note#Part" class="internal-embed" tabindex="-1"></span>'
			+ ' <span alt="a b.png" src="a b.png" class="internal-embed" tabindex="-1" width="100" height="20"></span>'
			+ ' <span src="p.png" class="internal-embed" tabindex="-1" alt="alt" width="30"></span></p>');
	});

	test('comments and block ids do not show', () => {
		expect(html('text %%hidden%% more ^id-1\n')).not.toMatch(/hidden|id-1/);
	});

	test('footnotes are numbered where they are first referred to, and stand at the end', () => {
		const blocks = renderBlocks('One[^b], two[^a], again[^b], here^[inline *text*].\n\n[^a]: First\n[^b]: Second\n\tgoes on\n\nEnd [^none]\n', true);
		expect(blocks.map(({ tag }) => tag)).toEqual(['p', 'p', 'section']);
		expect(blocks[0]?.html.match(/\[\d\]<\/a>/g)).toEqual(['[1]</a>', '[2]</a>', '[1]</a>', '[3]</a>']);
		expect(blocks[1]?.html).toContain('[^none]');
		expect(blocks[2]?.html).toMatch(/id="fn-1"[^>]*><p>Second<br>\ngoes on [^]*id="fn-2"[^>]*><p>First [^]*<em>text<\/em>/);
	});
});
