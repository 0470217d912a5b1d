import { tallyWithout, type Tally } from '../../core/tally';
import { words } from '../../words/words';
import type { ReviewModel } from './review-controller';

/** How much is left to decide, without what is being written. */
export function countLeft({ snapshot, runner: { pending } }: ReviewModel): Tally {
	return tallyWithout(snapshot, pending);
}

/** How many rows the review shows, of how many it is part of. */
export function countShown({ list: { sections } }: ReviewModel): number {
	return sections.reduce((sum, { rows }) => sum + rows.length, 0);
}

/** "16 decisions", or "3 of 16 decisions" where not all are shown. */
export function sayCount(left: number, shown: number): string {
	return shown === left ? words.review.decisions({ count: left }) : words.review.shownOf({ shown, count: left });
}
