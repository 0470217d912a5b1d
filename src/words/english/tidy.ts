import { counted, number } from './writing';

/** Tags that were left over on tasks which are done or cancelled. */
export const tidy = {
	title: 'Tidy leftover tags',
	nothingHere: 'No tag is left over in this note.',
	nothing: 'No tag is left over.',
	done: 'Tidied',
	finding: 'Looking for leftover tags…',
	findingOf: ({ done, total }: { done: number; total: number }) => `Looking for leftover tags: ${number(done)} of ${number(total)} notes.`,
	tidying: 'Tidying…',
	tidyingOf: ({ done, total }: { done: number; total: number }) => `Tidying: ${number(done)} of ${number(total)} notes.`,
	about: 'These tasks are done or cancelled, and still tagged #proposed. Only that tag goes; every other byte stays. You can take this back in one step.',
	note: 'Note',
	asItIs: 'As it is',
	tidied: 'Tidied',
	go: ({ lines }: { lines: number }) => `Tidy ${counted(lines, 'line', 'lines')}`,
	tidyLine: ({ lineNumber, note }: { lineNumber: number; note: string }) => `Tidy line ${number(lineNumber)} of ${note}`,
};
