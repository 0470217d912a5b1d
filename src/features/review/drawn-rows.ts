import type { Row } from '../../core/rows';
import type { Section } from '../../core/sections';
import type { RowHeights } from './row-heights';

/** A row that is drawn, and how many pixels are left free above it for those that are not. */
export interface DrawnRow {
	readonly row: Row;
	readonly gap: number;
	/** Its place among the rows of its section, from 0. */
	readonly place: number;
	/** Which item of the list it is. */
	readonly item: number;
}

/** A section of which anything is drawn: its heading, and some of its rows. */
export interface DrawnSection {
	readonly section: Section;
	readonly gap: number;
	/** Which item of the list its heading is. */
	readonly item: number;
	readonly rows: readonly DrawnRow[];
}

/** From which item to which the list is drawn, and which row is drawn wherever it is; -1 for none. */
export interface DrawnRange {
	readonly first: number;
	readonly last: number;
	readonly focus: number;
}

/**
 * What is drawn of a list: the items of a range and the row in focus, which the keyboard must
 * not lose, each at the place where it would stand if all were drawn. A section's heading
 * is drawn with any of its rows, and so are the headings before and after, to which keys lead.
 */
export function drawnSections(sections: readonly Section[], closed: ReadonlySet<string>, heights: RowHeights, range: DrawnRange): readonly DrawnSection[] {
	const ends = endsOf(sections, closed);
	const startOf = (at: number): number => ends[at - 1] ?? 0;
	const isNear = (at: number): boolean => at >= 0 && at < sections.length && isWithin(startOf(at), ends[at] ?? 0, range);
	let end = 0;
	return sections.flatMap((section, at): readonly DrawnSection[] => {
		if (!isNear(at) && !isNear(at - 1) && !isNear(at + 1)) return [];
		const item = startOf(at);
		const gap = heights.top(item) - end;
		end = heights.top(item + 1);
		const rows = placesIn(item + 1, (ends[at] ?? 0) - item - 1, range).flatMap((place): readonly DrawnRow[] => {
			const row = section.rows[place];
			const space = heights.top(item + 1 + place) - end;
			end = heights.top(item + 2 + place);
			return row ? [{ row, place, gap: space, item: item + 1 + place }] : [];
		});
		return [{ section, gap, rows, item }];
	});
}

/** The item behind the last of each section. */
function endsOf(sections: readonly Section[], closed: ReadonlySet<string>): readonly number[] {
	let item = 0;
	return sections.map(({ key, rows }) => (item += closed.has(key) ? 1 : 1 + rows.length));
}

function isWithin(start: number, end: number, { first, last, focus }: DrawnRange): boolean {
	return (start <= last && end > first) || (focus >= start && focus < end);
}

/** The places of those rows of a section that are drawn. @param start the item that its first row is */
function placesIn(start: number, count: number, { first, last, focus }: DrawnRange): readonly number[] {
	const from = Math.max(0, first - start);
	const to = Math.min(count - 1, last - start);
	const places = Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
	const own = focus - start;
	if (own < 0 || own >= count || (own >= from && own <= to)) return places;
	return own < from ? [own, ...places] : [...places, own];
}

/** The same for a list that is drawn whole. */
export function allSections(sections: readonly Section[], closed: ReadonlySet<string>): readonly DrawnSection[] {
	return sections.map((section) => ({ section, gap: 0, item: 0, rows: closed.has(section.key) ? [] : section.rows.map((row, place) => ({ row, place, gap: 0, item: 0 })) }));
}
