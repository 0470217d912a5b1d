import fc from 'fast-check';
import type { Proposal } from '../../../src/core/proposal';
import type { Row } from '../../../src/core/rows';
import type { Section } from '../../../src/core/sections';
import { drawnSections, type DrawnSection } from '../../../src/features/review/drawn-rows';
import { itemsOf, RowHeights } from '../../../src/features/review/row-heights';

const NONE: ReadonlySet<string> = new Set();

function row(key: string): Row {
	const proposal = { key } as Proposal;
	return { proposal, others: [], archived: [], byAge: [proposal], decided: [] };
}

function section(key: string, ...rows: readonly Row[]): Section {
	return { key, kind: 'named', title: key, rows };
}

const [A, B, C, D, E] = ['a', 'b', 'c', 'd', 'e'].map(row) as [Row, Row, Row, Row, Row];

/** A list as the user sees it: each item at its top. */
function tops(heights: RowHeights): number[] {
	return heights.items.map((_, at) => heights.top(at));
}

describe('a list of rows', () => {
	test('stands as high as its items were seen to be', () => {
		const heights = new RowHeights();
		heights.follow(itemsOf([section('x', A, B), section('y', C)], NONE));
		expect(heights.measure([[0, 30], [1, 50], [2, 300], [3, 30], [4, 70]])).toBe(true);
		expect(tops(heights)).toEqual([0, 30, 80, 380, 410]);
		expect(heights.total).toBe(480);
		expect(heights.measure([[4, 70]])).toBe(false);
	});

	test('takes what was not seen for as high as most of what was, once', () => {
		const heights = new RowHeights();
		heights.follow(itemsOf([section('x', A, B, C, D, E)], NONE));
		heights.measure([[0, 30], [1, 50], [2, 50], [3, 400]]);
		expect(heights.total).toBe(30 + 50 + 50 + 400 + 50 + 50);
		heights.measure([[4, 60]]);
		expect(heights.total).toBe(30 + 50 + 50 + 400 + 60 + 50);
	});

	test('keeps what it has seen as rows come, go and move', () => {
		const heights = new RowHeights();
		heights.follow(itemsOf([section('x', A, B, C, D)], NONE));
		heights.measure([[0, 30], [1, 51], [2, 52], [3, 53], [4, 54]]);
		heights.follow(itemsOf([section('x', A, C, E, B), section('y', D)], NONE));
		heights.measure([[3, 55], [5, 31]]);
		expect(tops(heights)).toEqual([0, 30, 81, 134, 189, 241, 272]);
	});

	test('tells where items stand now: what is gone, where the next one does', () => {
		const heights = new RowHeights();
		heights.follow(itemsOf([section('x', A, B, C), section('y', D, E)], NONE));
		const placeNow = heights.follow(itemsOf([section('x', A, C), section('y', E, D)], NONE));
		// x A B C y D E is now x A C y E D.
		expect([0, 1, 2, 3, 4, 5, 6].map(placeNow)).toEqual([0, 1, 2, 2, 3, 5, 4]);
		expect([0, 5, 99].map(heights.follow(itemsOf([], NONE)))).toEqual([0, 0, 0]);
	});

	test('shows only the heading of a closed section', () => {
		expect(itemsOf([section('x', A, B), section('y', C)], new Set(['x']))).toEqual(['x', 'y', C]);
	});

	test('tells which item is at a height, the nearest where none is', () => {
		const heights = new RowHeights();
		heights.follow(itemsOf([section('x', A, B)], NONE));
		heights.measure([[0, 30], [1, 50], [2, 60]]);
		expect([-5, 0, 29, 30, 79, 80, 999].map((offset) => heights.at(offset))).toEqual([0, 0, 0, 1, 1, 2, 2]);
	});
});

/** Sections as text, with the pixels that are left free: `x: a +50 c`. */
function draw(sections: readonly DrawnSection[]): string[] {
	const space = (gap: number): string => (gap > 0 ? `+${gap} ` : '');
	return sections.map(({ section: { key }, gap, rows }) => `${space(gap)}${key}: ${rows.map(({ row: { proposal }, gap: above }) => space(above) + proposal.key).join(' ')}`);
}

describe('what is drawn of a list', () => {
	const sections = [section('x', A, B, C), section('y', D, E)];
	const heights = new RowHeights();
	heights.follow(itemsOf(sections, NONE));
	heights.measure([[0, 10], [1, 100], [2, 100], [3, 100], [4, 10], [5, 100], [6, 100]]);

	test('stands where it would if all were, under its heading', () => {
		expect(draw(drawnSections(sections, NONE, heights, { first: 3, last: 5, focus: -1 }))).toEqual(['x: +200 c', 'y: d']);
	});

	test('has the headings before and after those that are drawn, so that keys lead there', () => {
		const many = ['v', 'w', 'x', 'y', 'z'].map((key, at) => section(key, row(`${at}.0`), row(`${at}.1`)));
		const sizes = new RowHeights();
		sizes.follow(itemsOf(many, NONE));
		sizes.measure(sizes.items.map((_, at) => [at, 10]));
		expect(draw(drawnSections(many, NONE, sizes, { first: 7, last: 7, focus: -1 }))).toEqual(['+30 w: ', '+20 x: 2.0', '+10 y: ']);
	});

	test('holds the row in focus wherever that is', () => {
		expect(draw(drawnSections(sections, NONE, heights, { first: 6, last: 6, focus: 2 }))).toEqual(['x: +100 b', '+100 y: +100 e']);
		expect(draw(drawnSections(sections, NONE, heights, { first: 0, last: 1, focus: 6 }))).toEqual(['x: a', '+200 y: +100 e']);
	});

	test('is, with what is left free, as high as the list up to its end', () => {
		const lists = fc.array(fc.record({ rows: fc.integer({ min: 1, max: 6 }), isClosed: fc.boolean() }), { minLength: 1, maxLength: 6 });
		fc.assert(fc.property(lists, fc.nat(30), fc.nat(10), fc.nat(30), (shape, first, count, focus) => {
			const all = shape.map(({ rows }, at) => section(`s${at}`, ...Array.from({ length: rows }, (_, each) => row(`${at}.${each}`))));
			const closed = new Set(shape.flatMap(({ isClosed }, at) => (isClosed ? [`s${at}`] : [])));
			const sizes = new RowHeights();
			sizes.follow(itemsOf(all, closed));
			sizes.measure(sizes.items.map((_, at) => [at, 10 + (at % 7)]));
			let end = 0;
			for (const { gap, item, rows } of drawnSections(all, closed, sizes, { first, last: first + count, focus })) {
				expect(end + gap).toBe(sizes.top(item));
				end = sizes.top(item + 1);
				for (const each of rows) {
					expect(sizes.items[each.item]).toBe(each.row);
					expect(end + each.gap).toBe(sizes.top(each.item));
					end = sizes.top(each.item + 1);
				}
			}
		}));
	});
});
