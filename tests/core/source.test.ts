import fc from 'fast-check';
import { parse } from 'yaml';
import type { Note } from '../../src/core/note';
import { readSource } from '../../src/core/source';

function note(yaml: string, text = ''): Note {
	return { path: 'a.md', text, frontmatter: parse(yaml) as Note['frontmatter'], headings: [], listItems: [], mtime: 0, size: text.length };
}

function refs(yaml: string, text = ''): readonly string[] {
	return readSource(note(yaml, text))?.refs.map((ref) => `${ref.field}: ${ref.text}`) ?? [];
}

test.each([
	['a path', 'source_ref: /home/ana/Sources/Plan, and more.md', ['source_ref: /home/ana/Sources/Plan, and more.md']],
	['a path folded over two lines', 'source_ref: /home/ana/Some\n  Plan.md', ['source_ref: /home/ana/Some Plan.md']],
	['several paths', 'source_ref: [A/a.md, A/b.md]', ['source_ref: A/a.md', 'source_ref: A/b.md']],
	['a source file', 'source_file: Plan.md', ['source_file: Plan.md']],
	['a link', 'source: "[[Sources/Plan|the plan]]"', ['source: Sources/Plan']],
	['a Markdown link', 'source: "[the plan](Sources/My%20Plan.md)"', ['source: Sources/My%20Plan.md']],
	['a path as source', 'source: Sources\\Email\\Plan', ['source: Sources\\Email\\Plan']],
	['a word as source', 'source: email', []],
	['a word with a slash as source', 'source: n/a', []],
	['a web address as source', 'source: https://example.com/plan.html', []],
	['a template', 'source_ref: "{{ source }}"', []],
	['an empty link', 'source: "[[]]"', []],
	['one target in two fields', 'source_ref: Plan.md\nsource_file: Plan.md', ['source_ref: Plan.md']],
])('%s in the frontmatter gives %j', (_, yaml, expected) => {
	expect(refs(yaml)).toEqual(expected);
});

test.each([
	['*Source: [[2025-12-12_160426_5605_Re-Plan]]*', ['body: 2025-12-12_160426_5605_Re-Plan']],
	['text\r\n\r\n---\r\n\r\n*Source: [[Plan|the plan]]*\r\n', ['body: Plan']],
	['> **Source:** [[Plan#Part]]', ['body: Plan']],
	['Source: [[Plan]]', ['body: Plan']],
	['*Source: [[A]]*\n*Source: [[B]]*', ['body: A', 'body: B']],
	['The source: [[Plan]]', []],
	['Source: [[Plan]] says more', []],
	['*Source: [[{{ source }}]]*', []],
	['*Source: [[]]*', []],
])('the text %j gives %j', (text, expected) => {
	expect(refs('', text)).toEqual(expected);
});

test('the field comes before the line of the text', () => {
	expect(refs('source_ref: A/a.md', '*Source: [[a]]*')).toEqual(['source_ref: A/a.md', 'body: a']);
});

test('no field and no text make reading throw', () => {
	fc.assert(fc.property(fc.anything(), fc.string(), (value, text) => {
		const fields = { source_ref: value, source_file: value, source: value };
		const read = readSource({ ...note(''), frontmatter: fields, text: `*Source: [[${text}]]*` });
		expect(read?.refs.every((ref) => ref.text.trim() !== '') ?? true).toBe(true);
	}));
});
