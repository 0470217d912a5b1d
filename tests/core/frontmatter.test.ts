import fc from 'fast-check';
import { parse } from 'yaml';
import { readDate, readList, readString, readStrings, splitList, type Fields } from '../../src/core/frontmatter';

function fields(yaml: string): Fields {
	return parse(yaml) as Fields;
}

describe('readString', () => {
	test.each([
		['an empty text', 'key: ""'],
		['a blank text', 'key: "  "'],
		['null', 'key:'],
		['an empty list', 'key: []'],
		['an empty link', 'key: [[]]'],
		['an empty link in quotes', 'key: "[[]]"'],
		['a map', 'key: { DATE: { a: b } }'],
		['a template', 'key: "{{ date }}"'],
		['a template within text', 'key: "Call {{name}}"'],
		['a list of two', 'key: [a, b]'],
		['a missing key', 'other: a'],
	])('%s is absent', (_, yaml) => {
		expect(readString(fields(yaml), 'key')).toBeNull();
	});

	test.each([
		['text is trimmed', 'key: "  Ana Ruiz "', 'Ana Ruiz'],
		['a plain scalar folded over two lines is one line', 'key: /home/ana/Some\n  Plan.md', '/home/ana/Some Plan.md'],
		['a line break kept by the YAML is one blank', 'key: |\n  /home/ana/Some\n    Plan.md', '/home/ana/Some Plan.md'],
		['a list of one is its entry', 'key: [Ana Ruiz]', 'Ana Ruiz'],
		['an unquoted link is its text', 'key: [[Ana Ruiz]]', 'Ana Ruiz'],
		['a number is text', 'key: 5550123', '5550123'],
		['a boolean is text', 'key: false', 'false'],
		['an escape left over is decoded', 'key: Jos\\u00e9 D\\u00edaz', 'José Díaz'],
		['a folder of a Windows path is no escape', 'key: C:\\\\notes\\udead\\a.md', 'C:\\\\notes\\udead\\a.md'],
	])('%s', (_, yaml, expected) => {
		expect(readString(fields(yaml), 'key')).toBe(expected);
	});

	test('a date is YYYY-MM-DD', () => {
		expect(readString({ key: new Date('2025-12-12T15:31:27Z') }, 'key')).toBe('2025-12-12');
		expect(readString({ key: new Date(NaN) }, 'key')).toBeNull();
	});

	test('the key may be capitalised, but the exact key comes first', () => {
		expect(readString({ Type: 'people' }, 'type')).toBe('people');
		expect(readString({ Type: 'people', type: 'journal' }, 'type')).toBe('journal');
	});

	test('what every object inherits is no field', () => {
		expect(readString({}, 'constructor')).toBeNull();
		expect(readString(null, 'key')).toBeNull();
	});
});

describe('readStrings', () => {
	test.each([
		['a list without its gaps', 'key: [Ana Ruiz, "", null, {a: 1}, 7]', ['Ana Ruiz', '7']],
		['a comma string', 'key: Ana Ruiz, Ben Okafor', ['Ana Ruiz', 'Ben Okafor']],
		['a JSON list in quotes', 'key: \'["Ana Ruiz", "Ben, the second"]\'', ['Ana Ruiz', 'Ben, the second']],
		['a Python list in quotes', 'key: "[\'Ana Ruiz\', \'Ben Okafor\']"', ['Ana Ruiz', 'Ben Okafor']],
		['links in one text', 'key: "[[Ana Ruiz]], [[Ben Okafor]]"', ['[[Ana Ruiz]]', '[[Ben Okafor]]']],
		['an entry with a comma', 'key: ["Ruiz, Ana"]', ['Ruiz, Ana']],
		['nothing', 'key:', []],
	])('reads %s', (_, yaml, expected) => {
		expect(readStrings(fields(yaml), 'key')).toEqual(expected);
	});
});

test('readList leaves the commas of a single text alone', () => {
	expect(readList({ key: 'Sources/Plan, and more.md' }, 'key')).toEqual(['Sources/Plan, and more.md']);
});

test.each([
	['2025-12-12', '2025-12-12'],
	['2025-12-12T15:31:27', '2025-12-12'],
	['[[2025-12-12]]', '2025-12-12'],
	['2025-02-30', null],
	['2025-13-01', null],
	['2025-12-123', null],
	['12 December', null],
])('the date %s reads as %s', (written, expected) => {
	expect(readDate({ key: written }, 'key')).toBe(expected);
});

test.each([
	['Ana Ruiz (lead, email: ana@example.com), Ben Okafor', ['Ana Ruiz (lead, email: ana@example.com)', 'Ben Okafor']],
	['"Ruiz, Ana" <ana@example.com>; Ben', ['"Ruiz, Ana" <ana@example.com>', 'Ben']],
	['Ana (lead, Ben', ['Ana (lead', 'Ben']],
	['Ana), Ben', ['Ana)', 'Ben']],
	[' , ,', []],
])('the list %s is taken apart as %j', (text, expected) => {
	expect(splitList(text)).toEqual(expected);
});

test('no value makes reading throw, and what is read is text without templates', () => {
	fc.assert(fc.property(fc.anything({ withDate: true, withBigInt: true, withNullPrototype: true }), (value) => {
		const read = { key: value };
		for (const text of [...readList(read, 'key'), ...readStrings(read, 'key')]) {
			expect(text.trim()).not.toBe('');
		}
		expect(readString(read, 'key') ?? '').not.toContain('{{');
		expect(readDate(read, 'key') ?? '2025-01-01').toMatch(/^\d{4}-\d{2}-\d{2}$/);
	}));
});

test('a list that holds itself ends', () => {
	const list: unknown[] = ['Ana Ruiz'];
	list.push(list);
	expect(new Set(readStrings({ key: list }, 'key'))).toEqual(new Set(['Ana Ruiz']));
});
