import fc from 'fast-check';
import { parse } from 'yaml';
import { readWrittenFields } from '../../src/core/written-fields';
import { frontmatterText } from './frontmatter-texts';

const read = (text: string): unknown => {
	const found = readWrittenFields(text.split('\n'));
	return typeof found === 'string' ? found : found.fields.map(({ key, line, end, start, value }) => `${key} ${line}-${end} @${start} ${value ?? '…'}`);
};

test.each([
	['no frontmatter', 'Text\n---\na: b\n---', 'none'],
	['a rule that nothing closes', '---\na: b\n', 'none'],
	['an empty one', '---\n---\n', []],
	['one behind a byte order mark', '\ufeff---\na: b\n---', ['a 1-2 @3 b']],
	['plain values and comments', '---\na: b # c\n# d\n\n"e f":   g\n\'h\'\'i\': j#k\nl:\nm: # n\n---', ['a 1-2 @3 b', 'e f 4-5 @9 g', 'h\'i 5-6 @8 j#k', 'l 6-7 @2 ', 'm 7-8 @2 ']],
	['values that go on below', '---\na: one\n  two\n\n  three\nb: x\n---', ['a 1-5 @3 …', 'b 5-6 @3 x']],
	['texts with their line breaks', '---\na: |-\n  b: c\n\n  # no comment\nd: >2 # e\n   f\ng: h\n---', ['a 1-5 @3 …', 'd 5-7 @3 …', 'g 7-8 @3 h']],
	['lists below their key, indented or not', '---\na:\n- b\n- c: "d\n  e"\nf:\n  - [g,\n    h]\n---', ['a 1-5 @2 …', 'f 5-8 @2 …']],
	['quotes and brackets', '---\na: "b: \\" # c" # d\nb: [x, "y]", Ben O\'Hara]\nc: {{title}}\nd: \'it\'\'s\'\ne: { { DATE } }\n---', ['a 1-2 @3 "b: \\" # c"', 'b 2-3 @3 [x, "y]", Ben O\'Hara]', 'c 3-4 @3 {{title}}', 'd 4-5 @3 \'it\'\'s\'', 'e 5-6 @3 { { DATE } }']],
	['brackets over lines', '---\na: [b,\n  # c ]\n  d]\ne: f\n---', ['a 1-4 @3 …', 'e 4-5 @3 f']],
	['a quote that is not closed', '---\na: "b\nc: d\n---', 'unclear'],
	['a quote that is not closed in a list', '---\na:\n- "b\nc: d\n---', 'unclear'],
	['brackets that do not pair', '---\na: [b}\n---', 'unclear'],
	['more behind a closed value', '---\na: "b" c\n---', 'unclear'],
	['anchors and tags', '---\na: &x b\n---', 'unclear'],
	['no map', '---\n- a\n---', 'unclear'],
	['a map in brackets', '---\n{a: b}\n---', 'unclear'],
	['a key of three hundred characters', `---\n${'a'.repeat(300)}: b\n---`, 'unclear'],
	['a key that waits for a question mark', '---\n? a\n: b\n---', 'unclear'],
])('reads %s', (_, text, expected) => {
	expect(read(text)).toEqual(expected);
});

test('every key that YAML reads is found at its line, or nothing is', () => {
	let clear = 0;
	fc.assert(fc.property(frontmatterText, (yaml) => {
		const found = readWrittenFields(['---', ...yaml.split(/\r?\n/u), '---']);
		if (typeof found === 'string') return;
		const parsed: unknown = parse(yaml, { uniqueKeys: false, logLevel: 'error' });
		clear++;
		expect([...new Set(found.fields.map(({ key }) => key))].sort()).toEqual(Object.keys(parsed ?? {}).sort());
	}), { numRuns: 2000 });
	expect(clear).toBeGreaterThan(1000);
});

test('takes time with the length of a line, whatever it holds', () => {
	const long = [`a${' '.repeat(1_000_000)}b`, `a: ${'[ '.repeat(500_000)}`, `a: ${'" '.repeat(500_000)}`, `a: b${' '.repeat(1_000_000)}#`];
	const start = performance.now();
	for (const line of long) readWrittenFields(['---', line, '---']);
	expect(performance.now() - start).toBeLessThan(2000);
});
