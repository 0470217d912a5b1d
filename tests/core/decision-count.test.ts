import { countDecided, totalOf } from '../../src/core/decision-count';
import type { Decision } from '../../src/core/journal';
import { DEFAULT_STATUSES } from '../../src/core/status';

const MORNING = 1000;

/** A decision that made these lines of others, each written as "now < before". */
function decision(lines: readonly string[], rest: Partial<Decision> = {}): Decision {
	const back = lines.map((line, at) => {
		const [now = '', before = ''] = line.split(' < ');
		return { path: 'A.md', line: at, before: now === 'gone' ? null : now, after: before };
	});
	return { id: 1, done: 'Done', at: MORNING, step: 1, isUndone: false, back, again: [], open: null, unsettled: [], ...rest };
}

const count = (...decisions: readonly Decision[]) => countDecided(decisions, MORNING, DEFAULT_STATUSES);

const CONFIRMED = '- [ ] Send it. #task < - [?] Send it. #task #proposed';
const DISMISSED = '- [-] Call. #task < - [?] Call. #task #proposed';

describe('what was decided', () => {
	test('is what was confirmed, what was dismissed, and what was put away as a duplicate', () => {
		expect(count(decision([CONFIRMED, DISMISSED], { putAway: 1 }), decision([DISMISSED]), decision([DISMISSED, DISMISSED, DISMISSED], { putAway: 2 }))).toEqual({ confirmed: 1, dismissed: 2, putAway: 3 });
	});

	test('was dismissed also where its line was deleted, and confirmed also where it was begun', () => {
		expect(count(decision(['gone < - [?] Call. #task']), decision(['- [/] Send it. < - [/] Send it. #proposed']))).toEqual({ confirmed: 1, dismissed: 1, putAway: 0 });
	});

	test('is told of records that don’t say what was put away: what was dismissed as others were confirmed', () => {
		expect(count(decision([CONFIRMED, DISMISSED, DISMISSED]), decision([DISMISSED, DISMISSED]))).toEqual({ confirmed: 1, dismissed: 2, putAway: 2 });
	});

	test.each([
		['was edited', '- [?] Send the list. #task #proposed < - [?] Send it. #task #proposed'],
		['was hidden', '- [?] Send it. 🛫 2026-12-24 #task #proposed < - [?] Send it. #task #proposed'],
		['was linked', 'For [[Ana Ruiz/README|Ana]] < For [[Ana]]'],
		['was no proposal', '- [x] Send it. #task < - [x] Send it. #task #proposed'],
		['was not there', '- [?] Send it. #task < '],
	])('is not what %s', (_how, line) => {
		expect(totalOf(count(decision([line])))).toBe(0);
	});

	test('is not what was taken back, nor what was decided before', () => {
		expect(totalOf(count(decision([CONFIRMED], { isUndone: true }), decision([CONFIRMED], { at: MORNING - 1 })))).toBe(0);
	});

	test('is what stands of it, where only some of it could be taken back', () => {
		expect(count(decision([DISMISSED], { putAway: 3 }))).toEqual({ confirmed: 0, dismissed: 0, putAway: 1 });
	});
});
