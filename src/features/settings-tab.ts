import { PluginSettingTab, type App, type Plugin, type SettingDefinition, type SettingDefinitionItem } from 'obsidian';
import type { OwnerGuess } from '../core/owner-guess';
import { DEFAULT_SETTINGS, isDecidedStatus, isType, type Settings } from '../core/settings';
import { shorten } from '../core/shorten';
import { isSourceProperty } from '../core/source';
import { words } from '../words/words';

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

/** The plugin's page in the app's settings. */
export class RatifySettingTab extends PluginSettingTab {
	override icon = 'list-checks';

	constructor(app: App, plugin: Plugin, private readonly access: SettingsAccess) {
		super(app, plugin);
	}

	override getControlValue(key: string): unknown {
		const value: unknown = this.access.current()[key as keyof Settings];
		return printed(value);
	}

	override async setControlValue(key: string, value: unknown): Promise<void> {
		const stored = LISTS.has(key) ? splitNames(String(value)) : value;
		await this.access.change({ [key]: stored });
	}

	override getSettingDefinitions(): SettingDefinitionItem[] {
		return [
			{
				...says('ownerNames'),
				control: { type: 'text', key: 'ownerNames', placeholder: usual('ownerNames') },
			},
			...this.#guessRows(),
			{
				name: words.settings.groupBy.name,
				control: { type: 'dropdown', key: 'groupBy', options: words.settings.groupBy.options },
			},
			{
				name: words.settings.sortBy.name,
				control: { type: 'dropdown', key: 'sortBy', options: words.settings.sortBy.options },
			},
			{
				...says('archives'),
				control: { type: 'text', key: 'archives', placeholder: usual('archives') },
			},
			{
				...says('confirmByBox'),
				control: { type: 'toggle', key: 'confirmByBox' },
			},
			{
				name: words.settings.statusBar,
				control: { type: 'toggle', key: 'showStatusBar' },
			},
			{ type: 'group', heading: words.settings.people, items: peopleRows() },
			{ type: 'group', heading: words.settings.sources, items: sourceRows() },
			{ type: 'group', heading: words.settings.decisions, items: decisionRows() },
			{ type: 'group', heading: words.settings.withoutTasks, items: statusRows() },
		];
	}

	/** Offers a name that may be the user's own; nothing is taken over unasked. */
	#guessRows(): SettingDefinition[] {
		const guess = this.access.guessOwner();
		if (!guess) return [];
		const name = shorten(guess.name, MOST_NAMED);
		return [{
			name: words.settings.guess.name({ name }),
			desc: words.settings.guess.desc({ notes: guess.notes, total: guess.of, name }),
			searchable: false,
			render: (setting) => {
				setting.addButton((button) => button.setButtonText(words.settings.guess.add).onClick(() => void this.#addName(guess.name)));
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
			...says('peopleFolders'),
			control: { type: 'text', key: 'peopleFolders', placeholder: usual('peopleFolders') },
		},
		{
			...says('personType'),
			control: { type: 'text', key: 'personType', placeholder: usual('personType'), validate: (value) => (isType(value) ? undefined : words.settings.personType.invalid) },
		},
		{
			...says('nameFields'),
			control: { type: 'text', key: 'nameFields', placeholder: usual('nameFields') },
		},
		{
			...says('mentionAs'),
			control: { type: 'dropdown', key: 'mentionAs', options: words.settings.mentionAs.options },
		},
		{
			...says('personFolder'),
			control: { type: 'folder', key: 'personFolder', placeholder: usual('personFolder'), includeRoot: true },
		},
		{
			...says('personTemplate'),
			control: { type: 'file', key: 'personTemplate', placeholder: 'Templates/Person.md', filter: ({ extension }) => extension === 'md' },
		},
	];
}

function sourceRows(): SettingDefinition[] {
	return [
		{
			...says('sourceProperty'),
			control: { type: 'text', key: 'sourceProperty', placeholder: usual('sourceProperty'), validate: (value) => (isSourceProperty(value) ? undefined : words.settings.sourceProperty.invalid) },
		},
		{
			...says('sourceLine'),
			control: { type: 'dropdown', key: 'sourceLine', options: words.settings.sourceLine.options },
		},
	];
}

function decisionRows(): SettingDefinition[] {
	return [
		{
			...says('dismissBy'),
			control: { type: 'dropdown', key: 'dismissBy', options: words.settings.dismissBy.options },
		},
		{
			name: words.settings.createdDate,
			control: { type: 'dropdown', key: 'createdDate', options: words.settings.dateStamp },
		},
		{
			name: words.settings.cancelledDate,
			control: { type: 'dropdown', key: 'cancelledDate', options: words.settings.dateStamp },
		},
	];
}

function statusRows(): SettingDefinition[] {
	return [
		{
			...says('confirmedStatus'),
			control: { type: 'text', key: 'confirmedStatus', validate: validateStatus },
		},
		{
			...says('dismissedStatus'),
			control: { type: 'text', key: 'dismissedStatus', validate: validateStatus },
		},
	];
}

function validateStatus(value: string): string | undefined {
	return isDecidedStatus(value) ? undefined : words.settings.invalidStatus;
}

type Texts = typeof words.settings;
/** The rows of which more than a name is said. */
type SaidRow = { [K in keyof Texts]: Texts[K] extends { readonly name: string; readonly desc: string } ? K : never }[keyof Texts];

/** What a row is called, what is said below it, and what else the app's search finds it by. */
function says(row: SaidRow): { name: string; desc: string; aliases?: string[] } {
	const { name, desc, aliases }: { readonly name: string; readonly desc: string; readonly aliases?: string } = words.settings[row];
	return { name, desc, ...(aliases !== undefined && { aliases: splitNames(aliases) }) };
}

/** What a setting is where nobody has changed it, as it is typed. */
function usual(key: keyof Settings): string {
	return String(printed(DEFAULT_SETTINGS[key]));
}

function printed(value: unknown): unknown {
	return Array.isArray(value) ? value.join(', ') : value;
}

function splitNames(text: string): string[] {
	return text.split(',').map((name) => name.trim()).filter((name) => name !== '');
}
