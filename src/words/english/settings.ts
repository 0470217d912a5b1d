import type { DateStamp, DismissBy, GroupBy, MentionForm, SortBy } from '../../core/settings';
import type { SourceLineRule } from '../../core/source-link';
import { number } from './writing';

/** The plugin's page in the app's settings. `aliases` are found by the settings' search, too. */
export const settings = {
	ownerNames: {
		name: 'Your names',
		desc: 'What notes call you, in mentions and lists of participants. Separate names with commas.',
		aliases: 'owner, myself, me',
	},
	guess: {
		name: ({ name }: { name: string }) => `Are you ${name}?`,
		desc: ({ notes, total, name }: { notes: number; total: number; name: string }) =>
			`${number(notes)} of ${number(total)} notes with several people name ${name}, whatever they were made from.`,
		add: 'Add to your names',
	},
	groupBy: {
		name: 'Group review by',
		options: { person: 'Person', owner: 'Owner', source: 'Source', note: 'Note', folder: 'Folder', due: 'Due date', none: 'Not grouped' } satisfies Record<GroupBy, string>,
	},
	sortBy: {
		name: 'Sort review by',
		options: { newest: 'Newest note', due: 'Due date', priority: 'Priority', size: 'Number of duplicates' } satisfies Record<SortBy, string>,
	},
	archives: {
		name: 'Archives',
		desc: 'Folders in which nothing is to be decided: names, at any depth, or paths. Separate them with commas.',
		aliases: 'archive, templates, ignore, exclude',
	},
	confirmByBox: {
		name: 'Confirm by checkbox',
		desc: 'A click on the box of a proposed task in a note confirms it, like the button beside it. Switched off, the app changes the box and leaves the rest of the line.',
	},
	statusBar: 'Show count in status bar',
	people: 'People',
	peopleFolders: {
		name: 'Folders of people',
		desc: 'Where people have their notes: names of folders, at any depth, or paths. Separate them with commas. Where there are none, people may be in any folder.',
	},
	personType: {
		name: 'Type of a person’s note',
		desc: 'As its property “type” says, or a tag such as type/people.',
		invalid: 'Enter the type, such as people.',
	},
	nameFields: {
		name: 'Properties that name people',
		desc: 'Separate them with commas.',
		aliases: 'participants, attendees',
	},
	mentionAs: {
		name: 'Write people as',
		desc: 'What is written for a person whom you pick after an @.',
		aliases: 'mention, link, suggest, @',
		options: { mention: '@Name', link: 'Link to their note' } satisfies Record<MentionForm, string>,
	},
	personFolder: {
		name: 'Folder for new people',
		desc: 'Where the note of a new person is made.',
	},
	personTemplate: {
		name: 'Template for new people',
		desc: 'A note with {{name}} and {{date}} in it. Without one, a short note is made.',
	},
	sources: 'Sources',
	sourceProperty: {
		name: 'Property that links the source',
		desc: 'Where “Link source” writes its link. What the pipeline writes (source_ref, source_file, source) is never changed.',
		aliases: 'source_link, source_ref, frontmatter',
		invalid: 'Enter a plain name, other than source_ref, source_file and source.',
	},
	sourceLine: {
		name: 'Source line in the text',
		desc: 'What “Link source” does with the line *Source: [[…]]*.',
		options: { add: 'Repair it, or add one', repair: 'Repair it where it leads nowhere', leave: 'Leave it alone' } satisfies Record<SourceLineRule, string>,
	},
	decisions: 'Decisions',
	dismissBy: {
		name: 'Dismissed tasks',
		desc: 'A cancelled task stays in its note. A deleted line can be brought back with undo, on this device.',
		options: { cancel: 'Mark as cancelled', delete: 'Delete the line' } satisfies Record<DismissBy, string>,
	},
	createdDate: 'Add created date when confirming',
	cancelledDate: 'Add cancelled date when dismissing',
	dateStamp: { tasks: 'As the Tasks plugin is set', always: 'Always', never: 'Never' } satisfies Record<DateStamp, string>,
	withoutTasks: 'Without the Tasks plugin',
	confirmedStatus: {
		name: 'Checkbox of confirmed tasks',
		desc: 'One character; a space is an empty box. Where the Tasks plugin is installed, its statuses are used.',
	},
	dismissedStatus: {
		name: 'Checkbox of dismissed tasks',
		desc: 'One character, such as - for cancelled.',
	},
	invalidStatus: 'Enter exactly one character, other than the question mark.',
};
