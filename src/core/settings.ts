import { DEFAULT_PEOPLE_RULES, type PeopleRules } from './people-rules';
import { isRecord } from './record';
import { DEFAULT_SOURCE_PROPERTY, isSourceProperty } from './source';
import type { SourceLineRule, SourceLinkRules } from './source-link';
import { TASKS_PLUGIN_DEFAULTS, type TaskFormat, type TasksPluginSettings } from './tasks-plugin';
import { PROPOSED_STATUS, firstStatus, type Status } from './status';

/** How the review groups its rows. */
export type GroupBy = 'person' | 'owner' | 'source' | 'note' | 'folder' | 'due' | 'none';
/** In what order the rows of the review stand; what is equal then, the newest first. */
export type SortBy = 'newest' | 'due' | 'priority' | 'size';
/** When a decision writes today's date: as the Tasks plugin is set, or regardless of it. */
export type DateStamp = 'tasks' | 'always' | 'never';
/** What the editor writes for a person who is picked after an `@`. */
export type MentionForm = 'mention' | 'link';
/** What dismissing does to the line. */
export type DismissBy = 'cancel' | 'delete';

/** What the user can choose. Flat, since the app's settings rows address top-level keys. */
export interface Settings extends PeopleRules, SourceLinkRules {
	/** Names that mean the vault's owner in an @mention or a list of participants. */
	readonly ownerNames: readonly string[];
	readonly mentionAs: MentionForm;
	/** Folder in which notes of new people are made; empty for the vault's root. */
	readonly personFolder: string;
	/** Path of the note that new people's notes are made from; empty for the usual one. */
	readonly personTemplate: string;
	readonly groupBy: GroupBy;
	readonly sortBy: SortBy;
	/** Folders in which nothing is to be decided: names, at any depth, or whole paths. */
	readonly archives: readonly string[];
	readonly dismissBy: DismissBy;
	readonly createdDate: DateStamp;
	readonly cancelledDate: DateStamp;
	/** Checkbox characters for confirmed and dismissed tasks where the Tasks plugin is absent. */
	readonly confirmedStatus: string;
	readonly dismissedStatus: string;
	readonly showStatusBar: boolean;
	/** Whether a click on the box of a proposal in a note confirms it; else the app changes the box alone. */
	readonly confirmByBox: boolean;
}

export const DEFAULT_SETTINGS: Settings = {
	...DEFAULT_PEOPLE_RULES,
	ownerNames: ['Myself', 'Me'],
	mentionAs: 'mention',
	personFolder: 'People',
	personTemplate: '',
	sourceProperty: DEFAULT_SOURCE_PROPERTY,
	sourceLine: 'add',
	groupBy: 'person',
	sortBy: 'newest',
	archives: ['_archive', 'Archive', 'Templates'],
	dismissBy: 'cancel',
	createdDate: 'tasks',
	cancelledDate: 'tasks',
	confirmedStatus: ' ',
	dismissedStatus: '-',
	showStatusBar: true,
	confirmByBox: true,
};

type Key = keyof Settings;
type Check<K extends Key> = (value: unknown) => value is Settings[K];

const CHECKS: { readonly [K in Key]: Check<K> } = {
	peopleFolders: isNames,
	personType: isType,
	nameFields: isNames,
	ownerNames: isNames,
	mentionAs: isOneOf('mention', 'link'),
	personFolder: isText,
	personTemplate: isText,
	sourceProperty: isSourceProperty,
	sourceLine: isOneOf<SourceLineRule>('add', 'repair', 'leave'),
	groupBy: isOneOf('person', 'owner', 'source', 'note', 'folder', 'due', 'none'),
	sortBy: isOneOf('newest', 'due', 'priority', 'size'),
	archives: isNames,
	dismissBy: isOneOf('cancel', 'delete'),
	createdDate: isOneOf('tasks', 'always', 'never'),
	cancelledDate: isOneOf('tasks', 'always', 'never'),
	confirmedStatus: isDecidedStatus,
	dismissedStatus: isDecidedStatus,
	showStatusBar: (value) => typeof value === 'boolean',
	confirmByBox: (value) => typeof value === 'boolean',
};

/**
 * Reads stored settings of unknown shape. A field that is absent takes its default; one
 * that is invalid takes it too and is named in `invalid`, so that the user can be told.
 */
export function parseSettings(data: unknown): { settings: Settings; invalid: readonly string[] } {
	if (data === null || data === undefined) return { settings: DEFAULT_SETTINGS, invalid: [] };
	if (!isRecord(data)) return { settings: DEFAULT_SETTINGS, invalid: ['settings'] };
	const settings: Settings = { ...DEFAULT_SETTINGS };
	const invalid: string[] = [];
	for (const key of Object.keys(CHECKS) as Key[]) {
		if (!(key in data)) continue;
		if (CHECKS[key](data[key])) Object.assign(settings, { [key]: data[key] });
		else invalid.push(key);
	}
	return { settings, invalid };
}

/** Whether a text can be the checkbox character of a decided task. */
export function isDecidedStatus(value: unknown): value is string {
	return typeof value === 'string' && [...value].length === 1 && value !== PROPOSED_STATUS && !/[\r\n]/u.test(value);
}

/** How decisions are written in this vault: settings and the Tasks plugin's word, joined. */
export interface Conventions {
	readonly statuses: readonly Status[];
	readonly format: TaskFormat;
	readonly confirmedStatus: string;
	readonly dismissedStatus: string;
	readonly stampCreated: boolean;
	readonly stampCancelled: boolean;
	readonly dismissBy: DismissBy;
}

/**
 * Joins the two sources of conventions; `tasks` is null where the Tasks plugin is not
 * installed, and its statuses win where it is.
 */
export function joinConventions(settings: Settings, tasks: TasksPluginSettings | null): Conventions {
	const statuses = tasks?.statuses ?? ownStatuses(settings);
	return {
		statuses,
		format: (tasks ?? TASKS_PLUGIN_DEFAULTS).format,
		confirmedStatus: (tasks && firstStatus(statuses, 'TODO')) ?? settings.confirmedStatus,
		dismissedStatus: (tasks && firstStatus(statuses, 'CANCELLED')) ?? settings.dismissedStatus,
		stampCreated: shouldStamp(settings.createdDate, tasks?.setCreatedDate),
		stampCancelled: shouldStamp(settings.cancelledDate, tasks?.setCancelledDate),
		dismissBy: settings.dismissBy,
	};
}

/** The user's two characters before the common ones, so that they mean what the user said. */
function ownStatuses(settings: Settings): readonly Status[] {
	return [
		{ symbol: settings.confirmedStatus, type: 'TODO' },
		{ symbol: settings.dismissedStatus, type: 'CANCELLED' },
		...TASKS_PLUGIN_DEFAULTS.statuses,
	];
}

function shouldStamp(stamp: DateStamp, tasksPlugin: boolean | undefined): boolean {
	return stamp === 'tasks' ? tasksPlugin === true : stamp === 'always';
}

function isNames(value: unknown): value is readonly string[] {
	return Array.isArray(value) && value.every((name) => typeof name === 'string');
}

/** Whether a text can be the type of a person's note. */
export function isType(value: unknown): value is string {
	return typeof value === 'string' && value.trim() !== '';
}

function isText(value: unknown): value is string {
	return typeof value === 'string';
}

function isOneOf<T extends string>(...choices: readonly T[]): (value: unknown) => value is T {
	return (value): value is T => choices.includes(value as T);
}
