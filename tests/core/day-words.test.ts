import fc from 'fast-check';
import { addDays, printDay, readDay } from '../../src/core/day-words';

/** A Tuesday. */
const TODAY = '2026-11-24';

describe('a day as a person says it', () => {
	test.each([
		['today', '2026-11-24'],
		['tomorrow', '2026-11-25'],
		['tom', null],
		['friday', '2026-11-27'],
		['Fri', '2026-11-27'],
		['by friday', '2026-11-27'],
		['next friday', '2026-12-04'],
		['monday', '2026-11-30'],
		['tuesday', TODAY],
		['next week', '2026-12-01'],
		['in two weeks', '2026-12-08'],
		['in a month', '2026-12-24'],
		['3 Dec', '2026-12-03'],
		['Dec 3', '2026-12-03'],
		['3 December 2027', '2027-12-03'],
		['5 January', '2027-01-05'],
		['2026-12-03', '2026-12-03'],
		['2026-11-01', '2026-11-01'],
		['yesterday', '2026-11-23'],
		['3', '2026-11-27'],
		['5d', '2026-11-29'],
		['+2w', '2026-12-08'],
		['1 m', '2026-12-24'],
		['friday at 5pm', '2026-11-27'],
	])('“%s”', (words, day) => {
		expect(readDay(words, TODAY)).toBe(day);
	});

	test.each(['', '   ', 'soon', 'ask Ana', 'friday the list', '2026-13-40', '31 February', 'monday or friday', 'x'.repeat(5000), '9'.repeat(400)])('“%.20s” names none', (words) => {
		expect(readDay(words, TODAY)).toBeNull();
	});

	test('is read of whatever is typed, or is none', () => {
		fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom('1', '2', '/', '-', ' ', 'may', 'fri', 'in', 'week', ':', '.', 'next') })), (words) => {
			const day = readDay(words, TODAY);
			expect(day === null || /^\d{4,}-\d{2}-\d{2}$/u.test(day)).toBe(true);
		}));
	});
});

test('days are added across months, years and changes of the clock', () => {
	expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
	expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
	expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
	expect(addDays('2026-11-24', -24)).toBe('2026-10-31');
});

test('a moment is printed as the day that it is for the user', () => {
	expect(printDay(new Date(2026, 0, 5, 0, 0))).toBe('2026-01-05');
	expect(printDay(new Date(2026, 11, 31, 23, 59))).toBe('2026-12-31');
});
