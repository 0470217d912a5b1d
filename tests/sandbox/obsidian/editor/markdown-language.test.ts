import { ensureSyntaxTree } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { markdownLanguage } from './markdown-language';

/** The tokens of a text as `name: text`. */
function tokens(doc: string): string[] {
	const state = EditorState.create({ doc, extensions: [markdownLanguage] });
	const found: string[] = [];
	ensureSyntaxTree(state, doc.length, 5000)?.iterate({
		enter: node => { if (node.name !== 'Document' && node.name !== '') found.push(`${node.name}: ${state.sliceDoc(node.from, node.to)}`); },
	});
	return found;
}

test('the box of an open task is meta, any other is a property', () => {
	expect(tokens('- [ ] a')).toContain('formatting_formatting-task_meta: [ ]');
	expect(tokens('- [?] a')).toContain('formatting_formatting-task_property: [?]');
});

test('a bullet is named by the depth of its list', () => {
	expect(tokens('- a\n\t- b')).toEqual(expect.arrayContaining(['formatting_formatting-list_formatting-list-ul_list-1: -', 'formatting_formatting-list_formatting-list-ul_list-2: -']));
});

test('a tag is its mark and its name', () => {
	const found = tokens('see #task here');
	expect(found).toContain('formatting_formatting-hashtag_hashtag_hashtag-begin_meta_tag-task: #');
	expect(found).toContain('hashtag_hashtag-end_meta_tag-task: task');
});

test('a link with another text has its parts named', () => {
	expect(tokens('[[a|b]]')).toEqual(['formatting-link_formatting-link-start: [[', 'hmd-internal-link_link-has-alias: a', 'hmd-internal-link_link-alias-pipe: |', 'hmd-internal-link_link-alias: b', 'formatting-link_formatting-link-end: ]]']);
});

test('code, comments and frontmatter hide what they hold', () => {
	expect(tokens('---\ntags: x\n---\n```\n- [ ] #a\n```\n%% #b %%').filter(token => /hashtag|task/.test(token))).toEqual([]);
});
