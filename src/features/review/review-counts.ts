import { memoize } from '../../core/memoize';
import { withoutProposals } from '../../core/rows';
import { selectRows } from '../../core/selectors';
import type { ReviewModel } from './review-controller';

interface Left {
	readonly rows: number;
	readonly proposals: number;
}

/** How many decisions are left, and how many proposals they are about. */
export const countLeft = memoize(
	({ snapshot, runner }: ReviewModel) => [selectRows(snapshot), runner.pending],
	({ snapshot, runner: { pending } }): Left => {
		const all = selectRows(snapshot);
		const rows = pending.size === 0 ? all : all.flatMap((row) => withoutProposals(row, pending) ?? []);
		return { rows: rows.length, proposals: rows.reduce((sum, { byAge }) => sum + byAge.length, 0) };
	},
);

/** How many rows the review shows, of how many it is part of. */
export function countShown({ sections }: ReviewModel): number {
	return sections.reduce((sum, { rows }) => sum + rows.length, 0);
}

/** "16 decisions", or "3 of 16 decisions" where not all are shown. */
export function sayCount(left: number, shown: number): string {
	const all = left === 1 ? '1 decision' : `${left.toLocaleString('en')} decisions`;
	return shown === left ? all : `${shown.toLocaleString('en')} of ${all}`;
}
