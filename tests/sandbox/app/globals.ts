import moment from 'moment';
import type { App } from '../obsidian/app';
import { LegacyCodeMirror } from '../obsidian/editor/legacy-codemirror';
import { addGaps } from '../obsidian/gaps/add-gaps';
import { Platform } from '../obsidian/platform';
import { nodeModule } from '../obsidian/plugins/node-modules';

interface VimAdapter {
	/** What `:w` and its like run; plugins replace them. */
	readonly commands: Record<string, () => unknown>;
}

function createVimAdapter(app: App): VimAdapter {
	const adapter = { commands: { save: () => app.commands.executeCommandById('editor:save-file') } };
	addGaps(adapter, 'CodeMirrorAdapter', { methods: ['commandMap', 'defineExtension', 'lookupKey'], parts: ['Vim', 'keyMap'] });
	return adapter;
}

function requireNode(name: string): object {
	const found = nodeModule(name);
	if (found === undefined) throw new Error(`Cannot find module '${name}'`);
	return found;
}

/** Sets the names that the app leaves on its window, and plugins take from there. */
export function installGlobals(app: App): void {
	Object.assign(window, { app, moment, CodeMirror: new LegacyCodeMirror(), CodeMirrorAdapter: createVimAdapter(app) });
	if (Platform.isDesktopApp) Object.assign(window, { require: requireNode });
}
