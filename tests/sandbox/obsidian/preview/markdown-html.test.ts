import { renderBlocks } from './markdown-html';

const html = (text: string, withLines = true): string => renderBlocks(text, withLines).map(block => block.html).join('');

test("an open task has an empty data-task and lines counted from its block, as in the app", () => {
	expect(html('Intro\n\n- [ ] one\n- [x] two\n')).toContain('<li data-line="0" class="task-list-item" data-task="" dir="auto"><input data-line="0" type="checkbox" class="task-list-item-checkbox">one</li>');
});

test('any other status is checked and literal', () => {
	expect(html('- [?] maybe\n')).toContain('<li data-line="0" class="task-list-item is-checked" data-task="?" dir="auto"><input data-line="0" type="checkbox" class="task-list-item-checkbox" checked>maybe</li>');
});

test('without a preview around it nothing has a line', () => {
	expect(html('- [ ] one\n', false)).not.toContain('data-line');
});

test('blocks know their lines in the whole text, frontmatter included', () => {
	expect(renderBlocks('---\na: 1\n---\n# T\n\ntext\nmore\n', true).map(({ tag, lineStart, lineEnd }) => ({ tag, lineStart, lineEnd }))).toEqual([
		{ tag: 'h1', lineStart: 3, lineEnd: 3 },
		{ tag: 'p', lineStart: 5, lineEnd: 6 },
	]);
});

test('links, tags and highlights render as the app renders them', () => {
	const text = html('[[Ana Ruiz|Ana]] #task/one ==marked== #123\n');
	expect(text).toContain('<a data-href="Ana Ruiz" href="Ana Ruiz" class="internal-link" target="_blank" rel="noopener nofollow">Ana</a>');
	expect(text).toContain('<a href="#task/one" class="tag"');
	expect(text).toContain('<mark>marked</mark>');
	expect(text).toContain(' #123');
});

test('a callout has a title and its tasks', () => {
	const text = html('> [!question] Really?\n> - [?] maybe\n');
	expect(text).toContain('data-callout="question"');
	expect(text).toContain('<div class="callout-title-inner">Really?</div>');
	expect(text).toContain('data-task="?"');
});

test('comments and block ids do not show', () => {
	expect(html('text %%hidden%% more ^id-1\n')).not.toMatch(/hidden|id-1/);
});
