import { DateValue, DurationValue } from './date-values';
import { ListValue, ObjectValue, wrapValue } from './collection-values';
import { LinkValue, TagValue } from './text-values';
import { BooleanValue, NullValue, NumberValue, StringValue, Value } from './value';

const typeOf = (value: Value): string => (value.constructor as typeof Value).type;

test.each([
	['text', 'String', 'text', true], ['', 'String', '', false], [0, 'Number', '0', false], [1.5, 'Number', '1.5', true], [false, 'Boolean', 'false', false],
	[null, 'Null', 'null', false], [undefined, 'Null', 'null', false], [['a', 1], 'List', 'a, 1', true], [[], 'List', '', false], [{ a: 1 }, 'Object', '{"a":1}', true],
	['2026-03-01', 'Date', '2026-03-01', true], ['2026-03-01T09:30', 'Date', '2026-03-01T09:30:00', true], ['2026-13-45', 'String', '2026-13-45', true],
])('%j is a %s', (data, type, text, truthy) => {
	const value = wrapValue(data);
	expect([typeOf(value), value.toString(), value.isTruthy()]).toEqual([type, text, truthy]);
});

test('null is one value and not null', () => {
	expect(wrapValue(null)).toBe(NullValue.value);
	expect(Value.equals(NullValue.value, null)).toBe(false);
	expect(Value.equals(null, null)).toBe(true);
});

test('values are equal in kind and content, loosely in what they say', () => {
	expect(Value.equals(new StringValue('1'), new StringValue('1'))).toBe(true);
	expect(Value.equals(new StringValue('1'), new NumberValue(1))).toBe(false);
	expect(Value.looseEquals(new StringValue('1'), new NumberValue(1))).toBe(true);
	expect(new BooleanValue(true).equals(new BooleanValue(false))).toBe(false);
});

test('a list takes the array over, and gives null behind its end', () => {
	const data: unknown[] = ['a', 2];
	const list = new ListValue(data);
	expect(data[0]).toBeInstanceOf(StringValue);
	expect([list.length(), list.get(1).toString(), list.get(5)]).toEqual([2, '2', NullValue.value]);
	expect(list.includes(new StringValue('2'))).toBe(true);
	expect(list.concat(new ListValue([3])).toString()).toBe('a, 2, 3');
});

test('an object wraps what is asked for, and knows no inherited names', () => {
	const value = new ObjectValue({ a: [1] });
	expect(value.get('a')).toBeInstanceOf(ListValue);
	expect(value.get('toString')).toBe(NullValue.value);
});

test('dates and durations add up', () => {
	const date = DateValue.parseFromString('2026-03-01T10:00');
	const day = DurationValue.parseFromString('P1D');
	expect(day?.getMilliseconds()).toBe(86_400_000);
	expect(date === null ? null : day?.addToDate(date, true).toString()).toBe('2026-02-28T10:00:00');
	expect(date?.dateOnly().toString()).toBe('2026-03-01');
	expect([DurationValue.parseFromString('soon'), DateValue.parseFromString('soon')]).toEqual([null, null]);
	expect(DurationValue.fromMilliseconds(0).isTruthy()).toBe(false);
});

test('tags have their mark, and only wikilinks are links', () => {
	expect([new TagValue('a').toString(), new TagValue('#a').toString()]).toEqual(['#a', '#a']);
	expect(LinkValue.parseFromString({} as never, '[[Plan|the plan]]', '')?.toString()).toBe('[[Plan|the plan]]');
	expect(LinkValue.parseFromString({} as never, 'Plan', '')).toBeNull();
});
