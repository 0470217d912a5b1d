import fc from 'fast-check';
import { EMPTY_JOURNAL, type Decision } from '../../src/core/journal';
import { parseDecision } from '../../src/core/journal-record';
import { beginDecision } from '../../src/core/open-work';

const EDIT = { path: 'A.md', line: 2, before: '- [?] a', after: null, copy: { ordinal: 0, count: 2, section: { headings: '\nA', ordinal: 0, count: 1 } }, place: { ending: '\n', above: { text: null, blanks: 0 }, below: { text: 'x', blanks: 2 }, copy: { ordinal: 0, count: 1 } } };
const MARK = { kind: 'apart', one: { text: 'a', owner: null }, other: { text: 'b', owner: 'Ana Ruiz' } } as const;
const FULL: Decision = {
	...beginDecision(EMPTY_JOURNAL, { done: 'Confirmed', counts: 'lines', putAway: 2 }, 1_790_000_000_000, [{ path: 'A.md', edits: [EDIT], inverse: [EDIT], before: 'b', after: 'a', isWritten: true }]),
	back: [EDIT],
	again: [EDIT],
	unsettled: [{ edit: EDIT, cause: 'changed', now: 'now' }],
	marks: { back: { add: [], remove: [MARK] }, again: { add: [MARK], remove: [] } },
};

/** All places of a value, as paths of keys. */
function places(value: unknown): string[][] {
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, part]) => [[key], ...places(part).map((rest) => [key, ...rest])]);
}

function withValue(value: unknown, [key = '', ...rest]: string[], put: unknown): unknown {
	const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<string, unknown>;
	copy[key] = rest.length === 0 ? put : withValue(copy[key], rest, put);
	return copy;
}

describe('a stored decision', () => {
	test('is read as it was written', () => {
		expect(parseDecision(structuredClone(FULL))).toEqual(FULL);
	});

	test('is read where its lines were stored without their sections', () => {
		const old = { ...FULL, back: [{ ...EDIT, copy: { ordinal: 0, count: 2 } }] };
		expect(parseDecision(structuredClone(old))).toEqual(old);
	});

	test('is read where it was stored before anything could be said of duplicates', () => {
		const { marks, ...old } = FULL;
		expect(marks).toBeDefined();
		expect(parseDecision(structuredClone(old))).toEqual(old);
	});

	test('is read where it was stored before it said what was put away', () => {
		const { putAway, ...old } = FULL;
		expect(putAway).toBe(2);
		expect(parseDecision(structuredClone(old))).toEqual(old);
	});

	test.each([null, undefined, 7, 'x', [], {}])('is none: %j', (value) => {
		expect(parseDecision(value)).toBeNull();
	});

	test.each(places(FULL).map((place) => [place.join('.'), place] as const))('is not read where %s is of another kind', (_name, place) => {
		expect(parseDecision(withValue(FULL, place, Symbol('other')))).toBeNull();
	});

	test('of any shape never throws', () => {
		fc.assert(fc.property(fc.anything(), (value) => {
			expect(() => parseDecision(value)).not.toThrow();
		}));
	});
});
