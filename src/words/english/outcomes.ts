import { counted, number } from './writing';

/** What the edits of a decision are counted as. */
interface Counted {
	what: 'tasks' | 'lines';
	count: number;
}

function countOf({ what, count }: Counted) {
	return what === 'tasks' ? counted(count, 'task', 'tasks') : counted(count, 'line', 'lines');
}

/** What became of a decision. */
export const outcomes = {
	countOf,
	doneTo: ({ done, what, count }: Counted & { done: string }) => `${done}: ${countOf({ what, count })}`,
	putAway: ({ duplicates }: { duplicates: number }) => `${counted(duplicates, 'duplicate', 'duplicates')} put away.`,
	takenBack: 'Taken back',
	doneAgain: 'Done again',
	nothing: 'Nothing was changed.',
	stoppedBefore: 'Stopped. Nothing was changed.',
	stoppedWithin: 'Stopped before the rest.',
	stoppedInPart: ({ what, count }: Counted) => `Stopped, and ${countOf({ what, count })} could not be put back as ${count === 1 ? 'it was' : 'they were'}.`,
	failedInPart: ({ what, count }: Counted) => `It failed, and ${countOf({ what, count })} could not be put back as ${count === 1 ? 'it was' : 'they were'}.`,
	saidBefore: 'You have said so already.',
	takenBackBefore: 'This was taken back already.',
	altered: 'Something else in this note has changed since, or was cut off as it was written. Please look it over.',
	unsaved: ({ reason }: { reason: string }) => `changed in the editor, but not saved yet: ${reason}`,
	lineGone: 'The line is no longer there.',
	noteGone: 'The note is no longer there.',
	noPlace: ({ line }: { line: string }) => `The place for the line “${line}” was not found.`,
	lineChanged: ({ line }: { line: string }) => `The line has changed since. It now reads “${line}”.`,
	severalLines: 'Other lines read the same, or did, and it is not certain which is meant.',
	unsettled: ({ line }: { line: string }) => `It is not certain whether “${line}” was changed, so it was left alone.`,
	linksFollowed: 'Links to moved sources followed',
};

/** What an earlier session left open. */
export const recovery = {
	undoCut: ({ done, what, count }: Counted & { done: string }) =>
		`The app was closed while a decision (“${done}”) was being taken back. It came as far as ${countOf({ what, count })}; what is left can be tried again.`,
	redoCut: ({ done, what, count }: Counted & { done: string }) =>
		`The app was closed while a decision (“${done}”) was being made again. It came as far as ${countOf({ what, count })}; what is left can be tried again.`,
	cut: ({ done }: { done: string }) => `The app was closed in the middle of a decision (“${done}”).`,
	notPutBack: 'It could not be put back everywhere.',
	partPutBack: ({ what, count }: Counted) => `What could be told was put back; ${countOf({ what, count })} stayed changed.`,
	linesAsBefore: 'Its lines are as they were before it.',
	notesAsBefore: 'All notes are as they were before it.',
};

/** How far bulk work is. */
export const work = {
	'read': { name: 'Reading notes', progress: ({ done, total }: { done: number; total: number }) => `Reading ${number(done)} of ${number(total)} notes…` },
	'write': { name: 'Writing notes', progress: ({ done, total }: { done: number; total: number }) => `Writing ${number(done)} of ${number(total)} notes…` },
	'put back': { name: 'Putting back notes', progress: ({ done, total }: { done: number; total: number }) => `Putting back ${number(done)} of ${number(total)} notes…` },
};

/** What the user should know of what is stored. */
export const problems = {
	settingsKept: 'Ratify’s settings could not be read, so they stay as they were.',
	settingsDefault: 'Ratify’s settings could not be read, so the defaults are in use.',
	settingsInvalid: ({ keys }: { keys: string }) => `Ratify’s settings hold invalid values, so defaults are in use for: ${keys}.`,
	keptAs: ({ path }: { path: string }) => `The file was kept as ${path}.`,
	notKept: 'The file could not be copied, so changes to settings will not be saved.',
	journalLost: ({ count }: { count: number }) =>
		`${count === 1 ? 'One decision' : `${number(count)} decisions`} in Ratify’s journal can’t be read any more, so ${count === 1 ? 'it' : 'they'} can’t be taken back. All others can.`,
	journalUnstored: ({ reason }: { reason: string }) =>
		`Ratify’s journal can’t be stored on this device, so decisions can be taken back only until the app is closed. ${reason}`,
	marksUnsaved: ({ reason }: { reason: string }) => `What you said of duplicates holds until the app is closed, but could not be saved. ${reason}`,
	noAnswer: 'It does not answer.',
	damagedNote: 'The note holds bytes that are not valid UTF-8, and writing it would lose them.',
	noFileName: 'No file can be called so.',
	noTemplate: ({ path }: { path: string }) => `The template is not there: ${path}`,
};
