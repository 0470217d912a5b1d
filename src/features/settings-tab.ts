import { PluginSettingTab, type App, type Plugin, type SettingDefinition, type SettingDefinitionItem } from 'obsidian';
import type { OwnerGuess } from '../core/owner-guess';
import { isDecidedStatus, isType, type Settings } from '../core/settings';
import { shorten } from '../core/shorten';
import { isSourceProperty } from '../core/source';

/** How the tab reads and changes settings. */
export interface SettingsAccess {
	readonly current: () => Settings;
	readonly change: (change: Partial<Settings>) => Promise<void>;
	/** A name that may be the owner's; null where nobody stands out. */
	readonly guessOwner: () => OwnerGuess | null;
}

/** Longer names are cut. */
const MOST_NAMED = 100;
/** Settings that are typed as names with commas between them. */
const LISTS: ReadonlySet<string> = new Set<keyof Settings>(['ownerNames', 'archives', 'peopleFolders', 'nameFields']);
const STAMP_OPTIONS = { tasks: 'As the Tasks plugin is set', always: 'Always', never: 'Never' };

/** The plugin's page in the app's settings. */
export class RatifySettingTab extends PluginSettingTab {
	override icon = 'list-checks';

	constructor(app: App, plugin: Plugin, private readonly access: SettingsAccess) {
		super(app, plugin);
	}

	override getControlValue(key: string): unknown {
		const value: unknown = this.access.current()[key as keyof Settings];
		return Array.isArray(value) ? value.join(', ') : value;
	}

	override async setControlValue(key: string, value: unknown): Promise<void> {
		const stored = LISTS.has(key) ? splitNames(String(value)) : value;
		await this.access.change({ [key]: stored });
	}

	override getSettingDefinitions(): SettingDefinitionItem[] {
		return [
			{
				name: 'Your names',
				desc: 'What notes call you, in mentions and lists of participants. Separate names with commas.',
				aliases: ['owner', 'myself', 'me'],
				control: { type: 'text', key: 'ownerNames', placeholder: 'Myself, Me' },
			},
			...this.#guessRows(),
			{
				name: 'Group review by',
				control: { type: 'dropdown', key: 'groupBy', options: { person: 'Person', owner: 'Owner', source: 'Source', note: 'Note', folder: 'Folder', due: 'Due date', none: 'Not grouped' } },
			},
			{
				name: 'Sort review by',
				control: { type: 'dropdown', key: 'sortBy', options: { newest: 'Newest note', due: 'Due date', priority: 'Priority', size: 'Number of duplicates' } },
			},
			{
				name: 'Archives',
				desc: 'Folders in which nothing is to be decided: names, at any depth, or paths. Separate them with commas.',
				aliases: ['archive', 'templates', 'ignore', 'exclude'],
				control: { type: 'text', key: 'archives', placeholder: '_archive, Archive, Templates' },
			},
			{
				name: 'Confirm by checkbox',
				desc: 'A click on the box of a proposed task in a note confirms it, like the button beside it. Switched off, the app changes the box and leaves the rest of the line.',
				control: { type: 'toggle', key: 'confirmByBox' },
			},
			{
				name: 'Show count in status bar',
				control: { type: 'toggle', key: 'showStatusBar' },
			},
			{ type: 'group', heading: 'People', items: peopleRows() },
			{ type: 'group', heading: 'Sources', items: sourceRows() },
			{ type: 'group', heading: 'Decisions', items: decisionRows() },
			{ type: 'group', heading: 'Without the Tasks plugin', items: statusRows() },
		];
	}

	/** Offers a name that may be the user's own; nothing is taken over unasked. */
	#guessRows(): SettingDefinition[] {
		const guess = this.access.guessOwner();
		if (!guess) return [];
		return [{
			name: `Are you ${shorten(guess.name, MOST_NAMED)}?`,
			desc: `${guess.notes} of ${guess.of} notes with several people name ${shorten(guess.name, MOST_NAMED)}, whatever they were made from.`,
			searchable: false,
			render: (setting) => {
				setting.addButton((button) => button.setButtonText('Add to your names').onClick(() => void this.#addName(guess.name)));
			},
		}];
	}

	async #addName(name: string): Promise<void> {
		await this.access.change({ ownerNames: [...this.access.current().ownerNames, name] });
		this.update();
	}
}

function peopleRows(): SettingDefinition[] {
	return [
		{
			name: 'Folders of people',
			desc: 'Where people have their notes: names of folders, at any depth, or paths. Separate them with commas. Where there are none, people may be in any folder.',
			control: { type: 'text', key: 'peopleFolders', placeholder: 'People' },
		},
		{
			name: 'Type of a person’s note',
			desc: 'As its property “type” says, or a tag such as type/people.',
			control: { type: 'text', key: 'personType', placeholder: 'people', validate: (value) => (isType(value) ? undefined : 'Enter the type, such as people.') },
		},
		{
			name: 'Properties that name people',
			desc: 'Separate them with commas.',
			aliases: ['participants', 'attendees'],
			control: { type: 'text', key: 'nameFields', placeholder: 'person, participants' },
		},
		{
			name: 'Write people as',
			desc: 'What is written for a person whom you pick after an @.',
			aliases: ['mention', 'link', 'suggest', '@'],
			control: { type: 'dropdown', key: 'mentionAs', options: { mention: '@Name', link: 'Link to their note' } },
		},
		{
			name: 'Folder for new people',
			desc: 'Where the note of a new person is made.',
			control: { type: 'folder', key: 'personFolder', placeholder: 'People', includeRoot: true },
		},
		{
			name: 'Template for new people',
			desc: 'A note with {{name}} and {{date}} in it. Without one, a short note is made.',
			control: { type: 'file', key: 'personTemplate', placeholder: 'Templates/Person.md', filter: ({ extension }) => extension === 'md' },
		},
	];
}

function sourceRows(): SettingDefinition[] {
	return [
		{
			name: 'Property that links the source',
			desc: 'Where “Link source” writes its link. What the pipeline writes (source_ref, source_file, source) is never changed.',
			aliases: ['source_link', 'source_ref', 'frontmatter'],
			control: { type: 'text', key: 'sourceProperty', placeholder: 'source_link', validate: (value) => (isSourceProperty(value) ? undefined : 'Enter a plain name, other than source_ref, source_file and source.') },
		},
		{
			name: 'Source line in the text',
			desc: 'What “Link source” does with the line *Source: [[…]]*.',
			control: { type: 'dropdown', key: 'sourceLine', options: { add: 'Repair it, or add one', repair: 'Repair it where it leads nowhere', leave: 'Leave it alone' } },
		},
	];
}

function decisionRows(): SettingDefinition[] {
	return [
		{
			name: 'Dismissed tasks',
			desc: 'A cancelled task stays in its note. A deleted line can be brought back with undo, on this device.',
			control: { type: 'dropdown', key: 'dismissBy', options: { cancel: 'Mark as cancelled', delete: 'Delete the line' } },
		},
		{
			name: 'Add created date when confirming',
			control: { type: 'dropdown', key: 'createdDate', options: STAMP_OPTIONS },
		},
		{
			name: 'Add cancelled date when dismissing',
			control: { type: 'dropdown', key: 'cancelledDate', options: STAMP_OPTIONS },
		},
	];
}

function statusRows(): SettingDefinition[] {
	return [
		{
			name: 'Checkbox of confirmed tasks',
			desc: 'One character; a space is an empty box. Where the Tasks plugin is installed, its statuses are used.',
			control: { type: 'text', key: 'confirmedStatus', validate: validateStatus },
		},
		{
			name: 'Checkbox of dismissed tasks',
			desc: 'One character, such as - for cancelled.',
			control: { type: 'text', key: 'dismissedStatus', validate: validateStatus },
		},
	];
}

function validateStatus(value: string): string | undefined {
	return isDecidedStatus(value) ? undefined : 'Enter exactly one character, other than the question mark.';
}

function splitNames(text: string): string[] {
	return text.split(',').map((name) => name.trim()).filter((name) => name !== '');
}
