import { readArguments, splitWords } from './command-line';

const FLAGS = { text: { value: '<text>', description: 'What' }, loud: { description: 'Shout' }, format: { value: '<json|text>', description: 'How' } };

describe('a typed line', () => {
	test.each([
		['notes:add text=hello loud', ['notes:add', 'text=hello', 'loud']],
		['  a   b  ', ['a', 'b']],
		['add text="two words" b', ['add', 'text=two words', 'b']],
		["add 'text=two words'", ['add', 'text=two words']],
		['add text="say \\"hi\\""', ['add', 'text=say "hi"']],
		['add text=""', ['add', 'text=']],
		['add text=C:\\new', ['add', 'text=C:\\new']],
	])('%s', (line, words) => {
		expect(splitWords(line)).toEqual(words);
	});

	test('with a quote that is not closed is refused', () => {
		expect(() => splitWords('add text="open')).toThrow('A quote is not closed.');
	});
});

describe('arguments', () => {
	test('are split at the first =, and escapes become what they stand for', () => {
		expect(readArguments(['text=a=b\\nc\\td'], FLAGS).params).toEqual({ text: 'a=b\nc\td' });
	});

	test('without a value are true', () => {
		expect(readArguments(['loud', '--loud'], FLAGS).params).toEqual({ loud: 'true' });
	});

	test('with dashes that nobody knows are dropped', () => {
		expect(readArguments(['--verbose', '--depth=3', '--csv'], FLAGS).params).toEqual({ csv: 'true' });
	});

	test('name json as the format where the command has a format', () => {
		expect(readArguments(['--json'], FLAGS).params).toEqual({ format: 'json' });
		expect(readArguments(['--json'], {}).params).toEqual({ json: 'true' });
	});

	test('that ask for help or for the clipboard are for the command line itself', () => {
		expect(readArguments(['--help', '--copy', 'loud'], FLAGS)).toEqual({ params: { loud: 'true' }, help: true, copy: true });
	});

	test('named like members of every object are values like any other', () => {
		const { params } = readArguments(['__proto__=x', 'constructor=y'], FLAGS);
		expect(Object.entries(params)).toEqual([['__proto__', 'x'], ['constructor', 'y']]);
	});
});
