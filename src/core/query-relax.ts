import type { Snapshot } from './index-store';
import { asksForHidden, parseQuery, splitQuery } from './query';
import { matchesRow } from './query-match';
import { selectAllRows, selectRows } from './selectors';

/** A filter without one of its terms, and how many rows that would show. */
export interface Relaxation {
	readonly without: string;
	readonly filter: string;
	readonly rows: number;
}

/** More are of no help, and each takes a look at all rows. */
const MOST_TRIED = 6;

/** Of a filter that shows nothing, the terms without which it would show something, the one that hides least last. */
export function relaxQuery(snapshot: Snapshot, text: string): readonly Relaxation[] {
	const pieces = splitQuery(text).filter(({ from, to }) => text.slice(from, to) !== 'OR');
	if (pieces.length < 2) return [];
	return pieces
		.slice(0, MOST_TRIED)
		.map(({ from, to }): Relaxation => {
			const filter = `${text.slice(0, from)} ${text.slice(to)}`.replace(/\s+/gu, ' ').trim();
			return { without: text.slice(from, to), filter, rows: countRows(snapshot, filter) };
		})
		.filter(({ rows }) => rows > 0)
		.sort((a, b) => a.rows - b.rows);
}

function countRows(snapshot: Snapshot, filter: string): number {
	const query = parseQuery(filter, snapshot);
	const among = asksForHidden(query) ? selectAllRows(snapshot) : selectRows(snapshot);
	return among.filter((row) => matchesRow(snapshot, query, row)).length;
}
