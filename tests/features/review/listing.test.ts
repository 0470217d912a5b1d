import fc from 'fast-check';
import type { Proposal } from '../../../src/core/proposal';
import { withoutProposals, type Row } from '../../../src/core/rows';
import type { Section } from '../../../src/core/sections';
import { Listing } from '../../../src/features/review/listing';

/** A row of proposals with such keys, the first standing for the others. */
function row(...keys: readonly string[]): Row {
	const [first, ...others] = keys.map((key) => ({ key }) as Proposal) as [Proposal, ...Proposal[]];
	return { proposal: first, others, archived: [], byAge: [first, ...others], decided: [] };
}

interface Shape {
	readonly closed?: readonly string[];
	readonly pending?: readonly string[];
	readonly limit?: number;
}

/** A listing of sections, each a name and its rows: `{ x: ['a', 'b+c'] }` has a row of `b` and `c`. */
function listing(shape: Readonly<Record<string, readonly string[]>>, { closed = [], pending = [], limit = Infinity }: Shape = {}): Listing {
	const sections = Object.entries(shape).map(([key, rows]): Section => ({ key, kind: 'named', title: key, rows: rows.map((keys) => row(...keys.split('+'))) }));
	const rowOf = new Map(sections.flatMap(({ rows }) => rows.flatMap((each) => each.byAge.map(({ key }) => [key, each]))));
	const sectionOf = new Map(sections.flatMap(({ key, rows }) => rows.map((each) => [each, key])));
	const going = new Set(pending.flatMap((key) => rowOf.get(key) ?? []));
	return new Listing({
		sections,
		rowOf: (key) => rowOf.get(key),
		sectionOf: (each) => sectionOf.get(each),
		left: new Map([...going].map((each) => [each, withoutProposals(each, new Set(pending))])),
		closed: new Set(closed),
		limit,
	});
}

const SHAPE = { x: ['a', 'b+b2'], y: ['c'], z: ['d', 'e'] };

describe('a listing', () => {
	test('gives each shown row a place, from top to bottom', () => {
		const list = listing(SHAPE);
		expect([...list.keys()]).toEqual(['a', 'b', 'c', 'd', 'e']);
		expect([...list.keys(3)]).toEqual(['d', 'e']);
		expect([0, 2, 4, 5, -1].map((place) => list.at(place))).toEqual(['a', 'c', 'e', undefined, undefined]);
		expect(['a', 'c', 'e', 'b2', 'gone'].map((key) => list.indexOf(key))).toEqual([0, 2, 4, -1, -1]);
	});

	test('finds a row by any of its proposals, and shows it under the first', () => {
		const list = listing(SHAPE);
		expect(list.get('b2')?.proposal.key).toBe('b');
		expect(['b', 'b2', 'gone'].map((key) => list.has(key))).toEqual([true, false, false]);
	});

	test('has no places for the rows of a closed section, but knows them', () => {
		const list = listing(SHAPE, { closed: ['x', 'z'] });
		expect([...list.keys()]).toEqual(['c']);
		expect([list.length, list.at(0), list.at(1), list.has('a'), list.get('a')?.proposal.key]).toEqual([1, 'c', undefined, false, 'a']);
		expect(list.sections).toHaveLength(3);
	});

	test('leaves out what is being written, a section with all its rows, a row with all its proposals', () => {
		const list = listing(SHAPE, { pending: ['b', 'c'] });
		expect(list.sections.map(({ key }) => key)).toEqual(['x', 'z']);
		expect([...list.keys()]).toEqual(['a', 'b2', 'd', 'e']);
		expect([list.get('b')?.proposal.key, list.get('c'), list.indexOf('b2'), list.has('b2')]).toEqual(['b2', undefined, 1, true]);
	});

	test('ends at its limit, and says how many rows more there are', () => {
		const list = listing(SHAPE, { limit: 3 });
		expect([...list.keys()]).toEqual(['a', 'b', 'c']);
		expect([list.beyond, list.sections.length, list.get('d'), list.has('c')]).toEqual([2, 2, undefined, true]);
	});

	test('finds each row at its place, whatever is closed, being written or beyond the limit', () => {
		const shapes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 6 });
		fc.assert(fc.property(shapes, fc.array(fc.nat(5)), fc.array(fc.nat(23)), fc.option(fc.nat(12), { nil: Infinity }), (counts, closed, gone, limit) => {
			const shape = Object.fromEntries(counts.map((count, at) => [`s${at}`, Array.from({ length: count }, (_, each) => `${at}.${each}`)]));
			const all = Object.values(shape).flat();
			const list = listing(shape, { closed: closed.map((at) => `s${at}`), pending: gone.flatMap((at) => all[at] ?? []), limit });
			const keys = [...list.keys()];
			expect(list.length).toBe(keys.length);
			expect(keys.map((_, place) => list.at(place))).toEqual(keys);
			expect(all.map((key) => list.indexOf(key))).toEqual(all.map((key) => keys.indexOf(key)));
			expect(all.map((key) => list.has(key))).toEqual(all.map((key) => keys.includes(key)));
		}));
	});
});
