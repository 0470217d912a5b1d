import { number } from './writing';

/** What the command palette lists, beside what `actions` and `changes` say. */
export const commands = {
	showHistory: 'Show review history',
	undo: 'Undo last review action',
	redo: 'Redo last review action',
	next: 'Go to next proposed task',
	previous: 'Go to previous proposed task',
	propose: 'Propose task',
	showPerson: 'Show person',
	showUnknownPeople: 'Show people without a note',
	linkNamesInNote: 'Link names in this note',
	linkNamesInAll: 'Link names in all notes',
	showPassage: 'Show source passage',
	openSources: 'Open sources',
	linkSource: 'Link source',
	linkSourcesOfAll: 'Link sources of all notes',
	tidyNote: 'Tidy leftover tags in this note',
	tidyAll: 'Tidy leftover tags in all notes',
};

/** Why a command did nothing. */
export const nothingDone = {
	noProposalHere: 'There is no proposed task in this line.',
	noProposalBelow: 'No proposed task below the cursor.',
	noProposalAbove: 'No proposed task above the cursor.',
	noProposals: 'No proposed tasks are waiting.',
	nothingToPropose: 'There is nothing here to make a proposed task of: write what is to be done in a line first.',
	nothingToUndo: 'Nothing to undo.',
	nothingToRedo: 'Nothing to redo.',
	noTask: 'This line is no task.',
	noPerson: 'No person is named here.',
	stillReading: 'The vault is still being read. Please try again in a moment.',
};

/** Buttons and answers that many places share. */
export const controls = {
	undo: 'Undo',
	redo: 'Redo',
	cancel: 'Cancel',
	close: 'Close',
	copy: 'Copy',
	more: 'More',
	save: 'Save',
	skip: 'Skip',
	stop: 'Stop',
	/** Of a column of boxes, for those who can’t see what they are for. */
	wanted: 'Wanted',
	applyToNew: 'Apply to new text',
	openNote: 'Open note',
	openSource: 'Open source',
	andMore: ({ count }: { count: number }) => `and ${number(count)} more`,
	showMore: ({ count }: { count: number }) => `Show more (${number(count)})`,
	copied: ({ text }: { text: string }) => `Copied: ${text}`,
	notCopied: 'The clipboard could not be written.',
	notThere: ({ path }: { path: string }) => `${path} is no longer there.`,
	noSuchProposal: 'No proposed task has these letters.',
	noSuchPerson: 'Nobody has these letters.',
	noSuchFile: 'No file has these letters.',
};
