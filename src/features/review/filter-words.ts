import { PRIORITIES, TRAITS, type QueryProblem } from '../../core/query';
import type { Suggestion } from '../../core/query-suggest';
import { shorten } from '../../core/shorten';

const MOST_QUOTED = 60;

/** What the terms of a filter are about. */
export const FILTER_HINTS: Readonly<Record<Suggestion['about'], string>> = {
	owner: 'whom it is for',
	person: 'whom it is for or names',
	due: 'when it is due',
	priority: 'how urgent it is',
	source: 'the mail or meeting it was made from',
	note: 'the note it stands in',
	path: 'the folder or path of the note',
	tag: 'its tags',
	has: 'what there is of it',
	created: 'the day of its note',
	overdue: 'due before today',
	hidden: 'hidden until a day',
	word: '',
	is: '',
};

/** Says what of a filter is not understood, and what would be. */
export function describeProblem({ kind, value, near }: QueryProblem): string {
	const said = `“${shorten(value, MOST_QUOTED)}”`;
	switch (kind) {
		case 'field': return `There is no “${shorten(value, MOST_QUOTED)}:”. Do you mean “${near ?? ''}:”?`;
		case 'day': return `${said} is no day. Try “friday”, “2026-01-10” or “none”.`;
		case 'priority': return `${said} is no priority. Try ${listed([...PRIORITIES, 'none'])}.`;
		case 'trait': return `A task can’t be asked for ${said}. Try ${listed(TRAITS)}.`;
	}
}

function listed(words: readonly string[]): string {
	return `${words.slice(0, -1).map((word) => `“${word}”`).join(', ')} or “${words.at(-1) ?? ''}”`;
}
