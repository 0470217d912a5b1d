import fc from 'fast-check';
import { replaceSorted } from '../../src/core/sorted';

/** Values that may be equal in their order and are still different. */
interface Value {
	readonly rank: number;
}

const byRank = (a: Value, b: Value): number => a.rank - b.rank;
const values = (most: number): fc.Arbitrary<Value[]> => fc.array(fc.record({ rank: fc.nat(9) }), { maxLength: most });

test('a sorted list stays sorted without some of its values and with others, few or many', () => {
	fc.assert(fc.property(values(60), values(40), fc.array(fc.nat(59), { maxLength: 40 }), (list, come, places) => {
		const sorted = [...list].sort(byRank);
		const gone = new Set(places.flatMap((at) => sorted[at] ?? []));
		const expected = [...sorted.filter((each) => !gone.has(each)), ...come].sort(byRank);
		const replaced = replaceSorted(sorted, gone, come, byRank);
		expect(replaced).toEqual(expected);
		// The very same values, and those that were there before those that have come.
		expect(replaced.every((each, at) => each === expected[at])).toBe(true);
	}));
});
