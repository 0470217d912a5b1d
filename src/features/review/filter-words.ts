import { PRIORITIES, TRAITS, type QueryProblem } from '../../core/query';
import type { Suggestion } from '../../core/query-suggest';
import { shorten } from '../../core/shorten';
import { words } from '../../words/words';

const MOST_QUOTED = 60;

/** What a term of a filter is about. */
export function hintOf({ about }: Suggestion): string {
	return about === 'word' || about === 'is' ? '' : words.filter.hints[about];
}

/** Says what of a filter is not understood, and what would be. */
export function describeProblem({ kind, value: written, near }: QueryProblem): string {
	const value = shorten(written, MOST_QUOTED);
	switch (kind) {
		case 'field': return words.filter.noField({ value, near: near ?? '' });
		case 'day': return words.filter.noDay({ value });
		case 'priority': return words.filter.noPriority({ value, terms: [...PRIORITIES, 'none'] });
		case 'trait': return words.filter.noTrait({ value, terms: TRAITS });
	}
}
