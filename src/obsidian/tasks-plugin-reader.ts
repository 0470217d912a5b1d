import type { App } from 'obsidian';
import { parseTasksPluginSettings, TASKS_PLUGIN_DEFAULTS, type TasksPluginSettings } from '../core/tasks-plugin';

const TASKS_PLUGIN_ID = 'obsidian-tasks-plugin';

/** Reads how the Tasks plugin is set in this vault; null where it is not installed. */
export async function readTasksPlugin(app: App): Promise<TasksPluginSettings | null> {
	const { adapter, configDir } = app.vault;
	const folder = `${configDir}/plugins/${TASKS_PLUGIN_ID}`;
	try {
		if (await adapter.exists(`${folder}/data.json`)) {
			return parseTasksPluginSettings(JSON.parse(await adapter.read(`${folder}/data.json`)));
		}
		return (await adapter.exists(`${folder}/manifest.json`)) ? TASKS_PLUGIN_DEFAULTS : null;
	} catch {
		// Its settings are not ours to mend; that plugin itself falls back to its defaults.
		return TASKS_PLUGIN_DEFAULTS;
	}
}
