import { Groups } from '../../src/core/groups';
import { Moment } from '../../src/core/moment';

describe('a moment', () => {
	test('tells in their order what has come until a later one', () => {
		const first = new Moment<string>();
		const second = first.advance('a');
		const third = second.advance('b').advance('c');
		expect(first.changesUntil(third)).toEqual(['a', 'b', 'c']);
		expect(second.changesUntil(third)).toEqual(['b', 'c']);
		expect(third.changesUntil(third)).toEqual([]);
	});

	test('does not know what leads to an earlier one, or to one of another series', () => {
		const first = new Moment<string>();
		expect(first.advance('a').changesUntil(first)).toBeNull();
		expect(first.changesUntil(new Moment())).toBeNull();
	});

	test('does not know a way that was left for another', () => {
		const first = new Moment<string>();
		const left = first.advance('a');
		const taken = first.advance('b');
		expect([first.changesUntil(left), first.changesUntil(taken)]).toEqual([null, ['b']]);
	});
});

describe('groups', () => {
	const [one, other] = [{ id: 'g1', members: ['a', 'b'] }, { id: 'g2', members: ['a', 'c'] }];

	test('tell which tasks have come into others, and into none', () => {
		const before = Groups.of([['a', one], ['b', one]]);
		const after = before.with(new Map([['a', other], ['b', null], ['c', other]]));
		expect(after.changesSince(before)).toEqual(['a', 'b', 'c']);
		expect(['a', 'b', 'c'].map((key) => after.get(key)?.id)).toEqual(['g2', undefined, 'g2']);
		expect(after.changesSince(Groups.of())).toBeNull();
	});
});
