import * as autocomplete from '@codemirror/autocomplete';
import * as collab from '@codemirror/collab';
import * as commands from '@codemirror/commands';
import * as language from '@codemirror/language';
import * as lint from '@codemirror/lint';
import * as search from '@codemirror/search';
import * as state from '@codemirror/state';
import * as view from '@codemirror/view';
import * as lezerCommon from '@lezer/common';
import * as lezerHighlight from '@lezer/highlight';
import * as lezerLr from '@lezer/lr';
import { lineClassNodeProp, tokenClassNodeProp } from '../obsidian/editor/line-language';
import { AppStreamLanguage } from '../obsidian/editor/stream-language';
import * as obsidian from '../obsidian/index';
import type { PluginModules } from '../obsidian/plugins/plugin-code';

/** What a plugin may require: the app's own copies, and nothing else. */
export const pluginModules: PluginModules = {
	obsidian,
	'@codemirror/autocomplete': autocomplete,
	'@codemirror/collab': collab,
	'@codemirror/commands': commands,
	// The app's copy has two exports of its own.
	'@codemirror/language': { ...language, lineClassNodeProp, StreamLanguage: AppStreamLanguage, tokenClassNodeProp },
	'@codemirror/lint': lint,
	'@codemirror/search': search,
	'@codemirror/state': state,
	'@codemirror/view': view,
	'@lezer/common': lezerCommon,
	'@lezer/highlight': lezerHighlight,
	'@lezer/lr': lezerLr,
};
