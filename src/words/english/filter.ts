import { counted, either, number } from './writing';

/** The filter of the review. Its terms are English in every language; what they mean is said here. */
export const filter = {
	name: 'Filter',
	placeholder: 'Filter: words, owner:me, due:<friday',
	terms: 'What can be filtered by',
	hints: {
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
	},
	noField: ({ value, near }: { value: string; near: string }) => `There is no “${value}:”. Do you mean “${near}:”?`,
	noDay: ({ value }: { value: string }) => `“${value}” is no day. Try “friday”, “2026-01-10” or “none”.`,
	noPriority: ({ value, terms }: { value: string; terms: readonly string[] }) => `“${value}” is no priority. Try ${either(terms.map(quoted))}.`,
	noTrait: ({ value, terms }: { value: string; terms: readonly string[] }) => `A task can’t be asked for “${value}”. Try ${either(terms.map(quoted))}.`,
};

/** A part of the review in a note. */
export const embed = {
	shown: ({ count }: { count: number }) => `${number(count)} shown`,
	open: 'Open in review',
	notUnderstood: ({ line }: { line: string }) => `“${line}” is not understood.`,
};

/** Proposals where they stand in notes. */
export const lines = {
	show: 'Show in review',
	review: ({ count }: { count: number }) => `Review ${counted(count, 'proposed task', 'proposed tasks')}`,
	duplicates: ({ count }: { count: number }) => (count === 1 ? 'One other line asks for the same' : `${number(count)} other lines ask for the same`),
};

function quoted(term: string): string {
	return `“${term}”`;
}
