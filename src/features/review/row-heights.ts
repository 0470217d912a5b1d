import type { Row } from '../../core/rows';
import type { Section } from '../../core/sections';

/** What stands below each other in the list: a row, or the heading of a section, by the section's key. */
export type Item = Row | string;

/** Pixels, until some were seen. */
const FIRST_ESTIMATE = { row: 64, heading: 34 };
const NOTHING_SEEN = { headings: 0, seenHeadings: 0, seenRows: 0, height: 0 };
/** So many items more there may be before the places are laid out anew. */
const ROOM = 1000;
/** Of so many changed items in the middle the sizes are carried over. */
const MOST_MATCHED = 2000;

/** The items of some sections, from top to bottom; a closed one has its heading only. */
export function itemsOf(sections: readonly Section[], closed: ReadonlySet<string>): readonly Item[] {
	const items: Item[] = [];
	for (const section of sections) {
		items.push(section.key);
		if (!closed.has(section.key)) for (const row of section.rows) items.push(row);
	}
	return items;
}

/**
 * Where each item of a long list stands, in pixels from its top, as far as sizes are known;
 * the others are taken for as high as most of those that were seen. What stands below the last
 * place that was asked for costs nothing.
 */
export class RowHeights {
	#items: readonly Item[] = [];
	/** NaN where it was not seen yet. */
	#sizes = new Float64Array(0);
	/** Of the items up to `#known`, and of the end of the last of these. */
	#tops = new Float64Array(1);
	#known = 0;
	/** How many headings there are among the items, how many of each kind were seen, and how high these are together. */
	#sum = NOTHING_SEEN;
	#estimate = FIRST_ESTIMATE;
	#isEstimated = false;

	get items(): readonly Item[] {
		return this.#items;
	}

	/** The height of the whole list. */
	get total(): number {
		const { headings, seenHeadings, seenRows, height } = this.#sum;
		const rows = this.#items.length - headings;
		return height + (headings - seenHeadings) * this.#estimate.heading + (rows - seenRows) * this.#estimate.row;
	}

	/** Takes over what the list holds now. What stays keeps its size. Answers where the items stand now that stood at some places; what is gone, where the next of them does. */
	follow(items: readonly Item[]): (at: number) => number {
		const former = this.#items;
		const changed = findChanged(former, items);
		const { head, end, formerEnd } = changed;
		const sizes = new Float64Array(items.length);
		sizes.set(this.#sizes.subarray(0, head));
		sizes.set(this.#sizes.subarray(formerEnd), end);
		sizes.fill(NaN, head, end);
		this.#match(sizes, items, changed);
		this.#sum = addSeen(this.#sum, former, this.#sizes, { from: head, to: formerEnd, sign: -1 });
		this.#sum = addSeen(this.#sum, items, sizes, { from: head, to: end, sign: 1 });
		this.#known = Math.min(this.#known, head);
		if (items.length >= this.#tops.length) {
			const tops = new Float64Array(items.length + 1 + ROOM);
			tops.set(this.#tops.subarray(0, this.#known + 1));
			this.#tops = tops;
		}
		[this.#items, this.#sizes] = [items, sizes];
		return (at) => placeNow(at, former, items, changed);
	}

	/** Takes down how high items are. Answers whether that is news. */
	measure(seen: readonly (readonly [at: number, size: number])[]): boolean {
		const news = seen.filter(([at, size]) => at >= 0 && at < this.#items.length && this.#sizes[at] !== size);
		for (const [at, size] of news) {
			this.#sum = addSeen(this.#sum, this.#items, this.#sizes, { from: at, to: at + 1, sign: -1 });
			this.#sizes[at] = size;
			this.#sum = addSeen(this.#sum, this.#items, this.#sizes, { from: at, to: at + 1, sign: 1 });
			this.#known = Math.min(this.#known, at);
		}
		if (news.length > 0) this.#estimateOnce();
		return news.length > 0;
	}

	/** Forgets all sizes, as when the list is as wide as it was not before. */
	forget(): void {
		this.#sizes.fill(NaN);
		this.#sum = { ...NOTHING_SEEN, headings: this.#sum.headings };
		this.#isEstimated = false;
		this.#known = 0;
	}

	top(at: number): number {
		const place = Math.max(0, Math.min(this.#items.length, at));
		while (this.#known < place) this.#learnNext();
		return this.#tops[place] ?? 0;
	}

	/** The item at so many pixels from the top; the first or the last where that is outside. */
	at(offset: number): number {
		while (this.#known < this.#items.length && (this.#tops[this.#known] ?? 0) <= offset) this.#learnNext();
		let [from, to] = [0, this.#known];
		while (from < to) {
			const middle = (from + to) >>> 1;
			if ((this.#tops[middle + 1] ?? Infinity) <= offset) from = middle + 1;
			else to = middle;
		}
		return Math.max(0, Math.min(this.#items.length - 1, from));
	}

	#learnNext(): void {
		const at = this.#known;
		const size = this.#sizes[at] ?? NaN;
		const height = Number.isNaN(size) ? this.#estimate[typeof this.#items[at] === 'string' ? 'heading' : 'row'] : size;
		this.#tops[at + 1] = (this.#tops[at] ?? 0) + height;
		this.#known = at + 1;
	}

	/** Carries over the sizes of what has only moved. */
	#match(sizes: Float64Array, items: readonly Item[], { head, end, formerEnd }: Changed): void {
		if (formerEnd - head > MOST_MATCHED || end - head > MOST_MATCHED) return;
		const known = new Map<string, number>();
		for (let at = head; at < formerEnd; at++) known.set(nameOf(this.#items[at]), this.#sizes[at] ?? NaN);
		for (let at = head; at < end; at++) sizes[at] = known.get(nameOf(items[at])) ?? NaN;
	}

	/** Once only: what is not seen would move with each row that is. */
	#estimateOnce(): void {
		if (this.#isEstimated) return;
		const [rows, headings]: [number[], number[]] = [[], []];
		for (const [at, size] of this.#sizes.entries()) if (!Number.isNaN(size)) (typeof this.#items[at] === 'string' ? headings : rows).push(size);
		if (rows.length === 0) return;
		this.#isEstimated = true;
		this.#known = 0;
		this.#estimate = { row: medianOf(rows) ?? FIRST_ESTIMATE.row, heading: medianOf(headings) ?? FIRST_ESTIMATE.heading };
	}
}

/** The run of items that is otherwise: from `head` to `formerEnd` in the former list, to `end` in the next. */
interface Changed {
	readonly head: number;
	readonly formerEnd: number;
	readonly end: number;
}

function findChanged(former: readonly Item[], items: readonly Item[]): Changed {
	const most = Math.min(items.length, former.length);
	let [head, tail] = [0, 0];
	while (head < most && items[head] === former[head]) head++;
	while (tail < most - head && items[items.length - 1 - tail] === former[former.length - 1 - tail]) tail++;
	return { head, formerEnd: former.length - tail, end: items.length - tail };
}

function placeNow(at: number, former: readonly Item[], items: readonly Item[], { head, formerEnd, end }: Changed): number {
	if (at < head) return at;
	if (at < formerEnd && formerEnd - head <= MOST_MATCHED) {
		const places = new Map(items.slice(head, end).map((item, place) => [nameOf(item), head + place]));
		for (const item of former.slice(at, formerEnd)) {
			const place = places.get(nameOf(item));
			if (place !== undefined) return place;
		}
	}
	return Math.max(0, Math.min(items.length - 1, Math.max(at, formerEnd) - formerEnd + end));
}

/** Adds some of the items to what is known of all, or takes them out. */
function addSeen(sum: typeof NOTHING_SEEN, items: readonly Item[], sizes: Float64Array, { from, to, sign }: { readonly from: number; readonly to: number; readonly sign: 1 | -1 }): typeof NOTHING_SEEN {
	let { headings, seenHeadings, seenRows, height } = sum;
	for (let at = from; at < to; at++) {
		const isHeading = typeof items[at] === 'string';
		if (isHeading) headings += sign;
		const size = sizes[at] ?? NaN;
		if (Number.isNaN(size)) continue;
		height += sign * size;
		if (isHeading) seenHeadings += sign;
		else seenRows += sign;
	}
	return { headings, seenHeadings, seenRows, height };
}

function nameOf(item: Item | undefined): string {
	return typeof item === 'object' ? item.proposal.key : `\u0000${item ?? ''}`;
}

/** The open row is higher than all others by far, so the mean would mislead. */
function medianOf(sizes: readonly number[]): number | undefined {
	return [...sizes].sort((a, b) => a - b)[Math.floor(sizes.length / 2)];
}
