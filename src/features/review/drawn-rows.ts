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
 * is drawn with any of its rows.
 */
export function drawnSections(sections: readonly Section[], closed: ReadonlySet<string>, heights: RowHeights, range: DrawnRange): readonly DrawnSection[] {
	const drawn: DrawnSection[] = [];
	let [heading, end] = [0, 0];
	for (const section of sections) {
		const count = closed.has(section.key) ? 0 : section.rows.length;
		const places = placesIn(heading + 1, count, range);
		if (places.length > 0 || (heading >= range.first && heading <= range.last)) {
			const gap = heights.top(heading) - end;
			end = heights.top(heading + 1);
			const rows = places.flatMap((place): readonly DrawnRow[] => {
				const row = section.rows[place];
				const space = heights.top(heading + 1 + place) - end;
				end = heights.top(heading + 2 + place);
				return row ? [{ row, place, gap: space, item: heading + 1 + place }] : [];
			});
			drawn.push({ section, gap, rows, item: heading });
		}
		heading += 1 + count;
	}
	return drawn;
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
