import type { Row } from '../../core/rows';
import type { Section } from '../../core/sections';

/** What a listing is made from. */
export interface ListingParts {
	/** All sections that the filter lets through, from top to bottom. */
	readonly sections: readonly Section[];
	/** The row of a proposal, and the key of its section, undefined where it has none; of the latest snapshot. */
	readonly rowOf: (key: string) => Row | undefined;
	readonly sectionOf: (row: Row) => string | undefined;
	/** Rows of which proposals are being written: what is left of them, null where that is nothing. */
	readonly left: ReadonlyMap<Row, Row | null>;
	/** Keys of the sections that are closed. */
	readonly closed: ReadonlySet<string>;
	/** At most so many rows are listed. */
	readonly limit: number;
}

/**
 * The rows that the review lists, from top to bottom, without what is being written. Rows are
 * known by the keys of the proposals that stand for them, and have places in the open sections.
 */
export class Listing {
	readonly sections: readonly Section[];
	/** How many rows the open sections have. */
	readonly length: number;
	/** How many rows the limit leaves out. */
	readonly beyond: number;
	/** The place of the first row of each section. */
	readonly #starts: readonly number[];

	constructor(private readonly parts: ListingParts) {
		const all = withoutGone(parts);
		const count = all.reduce((sum, { rows }) => sum + rows.length, 0);
		this.beyond = Math.max(0, count - parts.limit);
		this.sections = this.beyond === 0 ? all : limitRows(all, parts.limit);
		let length = 0;
		this.#starts = this.sections.map((section) => {
			const start = length;
			if (!parts.closed.has(section.key)) length += section.rows.length;
			return start;
		});
		this.length = length;
	}

	/** The row that decides a proposal, also in a closed section; undefined where the filter hides it, or it is being written. */
	get(key: string): Row | undefined {
		const row = this.parts.rowOf(key);
		const section = row && this.parts.sectionOf(row);
		if (!row || section === undefined) return undefined;
		const left = this.parts.left.has(row) ? this.parts.left.get(row) : row;
		const isCut = this.beyond > 0 && left && this.#section(section)?.rows.includes(left) !== true;
		return isCut ? undefined : (left ?? undefined);
	}

	/** The key of the section that a row stands in. */
	sectionKey(key: string): string | undefined {
		const row = this.parts.rowOf(key);
		return row && this.parts.sectionOf(row);
	}

	/** Whether a row is shown under this key. */
	has(key: string): boolean {
		const section = this.get(key)?.proposal.key === key ? this.sectionKey(key) : undefined;
		return section !== undefined && !this.parts.closed.has(section);
	}

	/** The key of the row at a place. */
	at(place: number): string | undefined {
		if (place < 0 || place >= this.length) return undefined;
		let [from, to] = [0, this.#starts.length];
		while (from < to) {
			const middle = (from + to) >>> 1;
			if ((this.#starts[middle] ?? Infinity) <= place) from = middle + 1;
			else to = middle;
		}
		// Behind a closed section stands one that starts at the same place.
		const section = this.sections[from - 1];
		return section?.rows[place - (this.#starts[from - 1] ?? 0)]?.proposal.key;
	}

	/** The place of a row; -1 where it is not shown. */
	indexOf(key: string): number {
		const section = this.sectionKey(key);
		const at = section === undefined ? -1 : this.sections.findIndex((each) => each.key === section);
		const known = this.#indexIn(at, key);
		if (known >= 0) return known;
		// What is asked of a listing of before may stand elsewhere by now.
		for (let each = 0; each < this.sections.length; each++) {
			const found = this.#indexIn(each, key);
			if (found >= 0) return found;
		}
		return -1;
	}

	/** The keys of all rows that are shown, from a place on. */
	*keys(from = 0): Generator<string, void> {
		for (const [at, section] of this.sections.entries()) {
			if (this.parts.closed.has(section.key)) continue;
			for (let row = Math.max(0, from - (this.#starts[at] ?? 0)); row < section.rows.length; row++) {
				const key = section.rows[row]?.proposal.key;
				if (key !== undefined) yield key;
			}
		}
	}

	#section(key: string): Section | undefined {
		return this.sections.find((section) => section.key === key);
	}

	#indexIn(at: number, key: string): number {
		const section = this.sections[at];
		if (!section || this.parts.closed.has(section.key)) return -1;
		const row = this.parts.rowOf(key);
		const quick = row ? section.rows.indexOf(row) : -1;
		const found = quick >= 0 && row?.proposal.key === key ? quick : section.rows.findIndex(({ proposal }) => proposal.key === key);
		return found < 0 ? -1 : found + (this.#starts[at] ?? 0);
	}
}

/** Looks at those sections only from which something is gone. */
function withoutGone({ sections, sectionOf, left }: ListingParts): readonly Section[] {
	if (left.size === 0) return sections;
	const changed = new Set([...left.keys()].map(sectionOf));
	return sections
		.map((section) => (changed.has(section.key) ? { ...section, rows: section.rows.flatMap((row) => (left.has(row) ? (left.get(row) ?? []) : row)) } : section))
		.filter(({ rows }) => rows.length > 0);
}

/** The first rows of sections. */
function limitRows(sections: readonly Section[], limit: number): readonly Section[] {
	let more = limit;
	const cut = sections.map((section) => {
		const rows = section.rows.slice(0, more);
		more -= rows.length;
		return { ...section, rows };
	});
	return cut.filter(({ rows }) => rows.length > 0);
}
