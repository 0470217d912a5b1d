import type { Verdict } from '../../core/decided';
import type { DecisionCount } from '../../core/decision-count';
import type { SectionKind } from '../../core/sections';
import type { GroupBy, SortBy } from '../../core/settings';
import { counted, every, number } from './writing';

const decisions = ({ count }: { count: number }) => counted(count, 'decision', 'decisions');

/** "Today you confirmed 8 proposals, dismissed 3 and put away 2 duplicates." */
function decidedToday({ confirmed, dismissed, putAway }: DecisionCount): string {
	const decided = [...(confirmed > 0 ? [{ did: 'confirmed', count: confirmed }] : []), ...(dismissed > 0 ? [{ did: 'dismissed', count: dismissed }] : [])];
	const parts = decided.map(({ did, count }, at) => `${did} ${at === 0 ? counted(count, 'proposal', 'proposals') : number(count)}`);
	const away = putAway > 0 ? [`put away ${counted(putAway, 'duplicate', 'duplicates')}`] : [];
	return `Today you ${every([...parts, ...away]) || 'decided nothing'}.`;
}

/** The review as a whole. */
export const review = {
	title: 'Review',
	open: 'Open review',
	openInTab: 'Open review in a tab',
	/** In the menu of its own pane. */
	moveToTab: 'Open in new tab',
	ribbon: 'Review proposed tasks',
	statusBar: ({ count }: { count: number }) => `${number(count)} to decide`,
	reading: 'Reading your notes…',
	decisions,
	shownOf: ({ shown, count }: { shown: number; count: number }) => `${number(shown)} of ${decisions({ count })}`,
	fromProposals: ({ count }: { count: number }) => `from ${counted(count, 'proposal', 'proposals')}`,
	mine: ({ count }: { count: number }) => `${number(count)} mine`,
	decidedCount: ({ count }: { count: number }) => `${number(count)} decided today`,
	decidedToday: ({ decided, total }: { decided: number; total: number }) => `${number(decided)} of ${number(total)} decided today`,
	arrangement: ({ grouping, sorting }: { grouping: string; sorting: string }) => `Grouped ${grouping}, ${sorting}. Change`,
	history: 'History',
	historyHint: 'History (Shift+H)',
	closeHistory: 'Close history',
};

/** What those are told who hear the review. */
export const announcements = {
	atWork: ({ notes }: { notes: number }) => `Working on ${counted(notes, 'note', 'notes')}…`,
	selected: ({ count }: { count: number }) => (count === 0 ? 'Nothing selected.' : `${number(count)} selected.`),
	/** What is left is said as the head of the review does. */
	left: ({ text }: { text: string }) => `${text} left.`,
};

/** How rows are grouped: as a menu says it, and within a sentence. */
export const groupings = {
	person: { name: 'Person', within: 'by person' },
	owner: { name: 'Owner', within: 'by owner' },
	source: { name: 'Source', within: 'by source' },
	note: { name: 'Note', within: 'by note' },
	folder: { name: 'Folder', within: 'by folder' },
	due: { name: 'Due date', within: 'by due date' },
	none: { name: 'Not grouped', within: 'in one list' },
} satisfies Record<GroupBy, unknown>;

/** In what order rows stand: as a menu says it, and within a sentence. */
export const sortings = {
	newest: { name: 'Newest note first', within: 'newest note first' },
	due: { name: 'Due first', within: 'due first' },
	priority: { name: 'Most urgent first', within: 'most urgent first' },
	size: { name: 'Most duplicates first', within: 'most duplicates first' },
} satisfies Record<SortBy, unknown>;

/** Headings of sections without a name of their own. */
export const sections = {
	mine: 'Me',
	nobody: 'No owner',
	overdue: 'Overdue',
	today: 'Due today',
	week: 'Due within a week',
	later: 'Due later',
	undated: 'No due date',
	root: 'Top folder',
	all: 'All',
	other: 'Other notes',
	repeated: 'Repeats of what you decided',
} satisfies Record<Exclude<SectionKind, 'named'>, string>;

/** The review where it has no rows. */
export const empty = {
	noMatch: 'No proposal passes this filter.',
	without: ({ words, count }: { words: string; count: number }) => `Without “${words}”: ${decisions({ count })}`,
	clearFilter: 'Clear filter',
	allDecided: 'All decided.',
	decidedToday,
	writing: 'Your notes are being written…',
	nothing: 'No proposed tasks.',
	howTo: 'A task waits here for your decision when a note has it so, whoever wrote it:',
	/** The command is set apart in it. */
	guide: ({ command }: { command: string }) => `Tell what writes notes into your vault to write such lines, or run the command ${command} in a line of your own.`,
};

/** A row, and what its menu offers. */
export const row = {
	selected: 'Selected',
	due: ({ day }: { day: string }) => `Due ${day}`,
	alsoInArchive: 'also in the archive',
	inArchive: ({ count }: { count: number }) => `${number(count)} in the archive`,
	duplicates: ({ count }: { count: number }) => counted(count, 'duplicate', 'duplicates'),
	/** Before the lines around it in its note, for those who can’t see where they stand. */
	before: 'Before it: ',
	after: 'After it: ',
	openSource: ({ title }: { title: string }) => `Open source: ${title}`,
	headingIn: ({ heading, note }: { heading: string; note: string }) => `${heading} in ${note}`,
	editText: 'Edit text',
	openInTab: 'Open note in new tab',
	/** Of the field in which its words are written. */
	text: 'Text of the task',
	saveAndConfirm: 'Save and confirm',
};

/** What became of a task that a proposal repeats. */
export const verdicts = {
	open: { said: 'You have this task', since: ({ day }: { day: string }) => `You have this task since ${day}` },
	confirmed: { said: 'You confirmed this', since: ({ day }: { day: string }) => `You confirmed this on ${day}` },
	dismissed: { said: 'You dismissed this', since: ({ day }: { day: string }) => `You dismissed this on ${day}` },
	done: { said: 'You did this', since: ({ day }: { day: string }) => `You did this on ${day}` },
	deleted: { said: 'You deleted this', since: ({ day }: { day: string }) => `You deleted this on ${day}` },
} satisfies Record<Verdict, unknown>;

/** Proposals that repeat each other. */
export const group = {
	compareBoth: 'Compare both',
	compare: 'Compare',
	sameWords: 'In the same words',
	more: ({ count, notes }: { count: number; notes: number }) => `and ${number(count)} more in ${counted(notes, 'note', 'notes')}`,
	moreInSameWords: ({ count, notes }: { count: number; notes: number }) => `${number(count)} more with these words in ${counted(notes, 'note', 'notes')}`,
	sameAs: 'The same as',
	keepOneOf: ({ count }: { count: number }) => `Keep one of ${number(count)}`,
	archived: ({ place }: { place: string }) => `In the archive: ${place}`,
	notTheSame: 'Not the same',
	maybeTheSame: 'Maybe the same',
	same: 'Same',
	/** The name is set apart in it. */
	forOwner: ({ name }: { name: string }) => `for ${name}`,
	pickSame: 'The same task as…',
	takenOut: 'Taken out',
	isAnother: 'it is another task',
	putTogether: 'Put together',
	isOne: 'one decision now',
	cannotTellApart: 'The others read the same and are for the same person, so nothing would tell them apart.',
};

/** Words that are written in place of a task's. */
export const draft = {
	noWords: 'A task needs words. To put it away, dismiss it.',
	doesNotFit: 'With these words the rest of the line would mean something else. A bracket, a backtick or a comment may still be open.',
	lineChanged: ({ text }: { text: string }) => `The task was changed elsewhere while you wrote “${text}”.`,
	notSaved: ({ text }: { text: string }) => `Not saved: “${text}”.`,
};

/** Lines that were left alone. */
export const conflicts = {
	title: 'Changed since',
	leftAlone: ({ count }: { count: number }) => `${counted(count, 'line was', 'lines were')} left alone`,
	skipAll: 'Skip all',
	then: 'Then',
	now: 'Now',
	wanted: { decided: 'Decide', undone: 'Undo', redone: 'Redo' },
};

/** What was decided before. */
export const history = {
	nothing: 'Nothing decided yet.',
	about: ({ count }: { count: number }) => `Your last ${number(count)} decisions on this device are listed here, each with its undo.`,
	takenBack: 'Taken back',
	undoRest: 'Undo the rest',
	notesAndMore: ({ notes, count }: { notes: string; count: number }) => `${notes} and ${number(count)} more`,
};

/** All keys of the review. */
export const keys = {
	title: 'Keys in the review',
	next: 'Next',
	previous: 'Previous',
	heading: 'To the heading; there: close it, open it, back to the rows',
	select: 'Select',
	extend: 'Extend the selection',
	selectAll: 'Select all that is shown; again: only what is under this heading',
	group: 'Open or close the duplicates',
	takeOut: 'Among duplicates: take this one out, it is another task',
	same: 'Duplicate of another row, which you pick',
	edit: 'Edit the text',
	owner: 'Owner: pick whom it is for',
	due: 'Due date, in words such as “friday”',
	priority: 'Priority',
	hide: 'Hide until a day',
	nextValue: 'Among duplicates: the next due date, priority, owner',
	openNote: 'Open the note at the line',
	openNoteInTab: 'Open the note in a new tab',
	openSource: 'Go to the words in the source',
	openSourceInTab: 'The same in a new tab',
	back: 'In the source: come back',
	person: 'Show the person',
	dismissRepeats: 'Dismiss all that repeats what you decided',
	history: 'History: what was decided, each with its undo',
	apply: 'A line has changed: apply to the new text',
	skip: 'A line has changed: skip it',
	filter: 'Filter',
	escape: 'Back: stop, or end the selection, then the filter',
	list: 'This list',
};
