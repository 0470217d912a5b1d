import { isRecord } from './record';
import { DEFAULT_STATUSES, isStatusType, type Status } from './status';

/** How task fields are written: `📅 2026-01-31` or `[due:: 2026-01-31]`. */
export type TaskFormat = 'emoji' | 'dataview';

/** The part of the Tasks plugin's settings that Ratify follows. */
export interface TasksPluginSettings {
	/** Never empty; core statuses before the user's own. */
	readonly statuses: readonly Status[];
	readonly format: TaskFormat;
	readonly setCreatedDate: boolean;
	readonly setCancelledDate: boolean;
}

/** What the Tasks plugin does when its user has changed nothing. */
export const TASKS_PLUGIN_DEFAULTS: TasksPluginSettings = {
	statuses: DEFAULT_STATUSES,
	format: 'emoji',
	setCreatedDate: false,
	setCancelledDate: true,
};

/** Reads the Tasks plugin's stored settings; what is absent or odd takes that plugin's default. */
export function parseTasksPluginSettings(data: unknown): TasksPluginSettings {
	if (!isRecord(data)) return TASKS_PLUGIN_DEFAULTS;
	const statuses = readStatuses(data['statusSettings']);
	return {
		statuses: statuses.length > 0 ? statuses : DEFAULT_STATUSES,
		format: data['taskFormat'] === 'dataview' ? 'dataview' : 'emoji',
		setCreatedDate: readBoolean(data['setCreatedDate'], TASKS_PLUGIN_DEFAULTS.setCreatedDate),
		setCancelledDate: readBoolean(data['setCancelledDate'], TASKS_PLUGIN_DEFAULTS.setCancelledDate),
	};
}

function readStatuses(settings: unknown): Status[] {
	if (!isRecord(settings)) return [];
	return [settings['coreStatuses'], settings['customStatuses']]
		.flatMap((list): unknown[] => (Array.isArray(list) ? list : []))
		.flatMap((entry) => readStatus(entry) ?? []);
}

function readStatus(entry: unknown): Status | null {
	if (!isRecord(entry)) return null;
	const { symbol, type } = entry;
	if (typeof symbol !== 'string' || [...symbol].length !== 1) return null;
	return { symbol, type: isStatusType(type) ? type : 'TODO' };
}

function readBoolean(value: unknown, otherwise: boolean): boolean {
	return typeof value === 'boolean' ? value : otherwise;
}
