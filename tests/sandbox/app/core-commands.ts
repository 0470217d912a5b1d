import type { App } from '../obsidian/app';
import { MarkdownView } from '../obsidian/editor/markdown-view';
import { addEditorCommands } from './editor-commands';
import { addLayoutCommands } from './layout-commands';
import { Platform } from '../obsidian/platform';
import { CONSOLE_VIEW } from './console-view';
import { CommandPalette, QuickSwitcher } from './palette';

/** The app's own commands, under the app's ids, with its hotkeys. */
export function addCoreCommands(app: App): void {
	const { commands, workspace } = app;
	addLayoutCommands(app);
	const add = (id: string, name: string, key: string | null, callback: () => unknown): void => {
		commands.addCommand({ id, name, callback, ...(key === null ? {} : { hotkeys: [{ modifiers: ['Mod'], key }] }) });
	};
	const addForNote = (id: string, name: string, key: string | null, run: (view: MarkdownView) => unknown): void => {
		const checkCallback = (checking: boolean): boolean => {
			const view = workspace.getActiveViewOfType(MarkdownView);
			if (view !== null && !checking) run(view);
			return view !== null;
		};
		commands.addCommand({ id, name, checkCallback, ...(key === null ? {} : { hotkeys: [{ modifiers: ['Mod'], key }] }) });
	};
	add('command-palette:open', 'Command palette: Open command palette', 'P', () => { new CommandPalette(app).open(); });
	add('switcher:open', 'Quick switcher: Open quick switcher', 'O', () => { new QuickSwitcher(app).open(); });
	add('app:open-settings', 'Open settings', ',', () => { app.setting.open(); });
	add('app:toggle-left-sidebar', 'Toggle left sidebar', null, () => { workspace.leftSplit.toggle(); });
	add('app:toggle-right-sidebar', 'Toggle right sidebar', null, () => { workspace.rightSplit.toggle(); });
	add('file-explorer:new-file', 'Create new note', 'N', () => createNote(app));
	add('theme:use-dark', 'Use dark mode', null, () => { app.setTheme('dark'); });
	add('theme:use-light', 'Use light mode', null, () => { app.setTheme('light'); });
	addEditorCommands(app);
	if (!Platform.isMobile) add('sandbox:open-console', 'Sandbox: Open console', null, () => openConsole(app));
	addForNote('markdown:toggle-preview', 'Toggle reading view', 'E', view => { view.toggleMode(); });
	addForNote('editor:toggle-source', 'Toggle Live Preview/Source mode', null, view => { view.toggleSource(); });
	addForNote('editor:save-file', 'Save current file', 'S', view => view.save());
}

async function createNote(app: App): Promise<void> {
	const folder = app.fileManager.getNewFileParent(app.workspace.getActiveFile()?.path ?? '');
	await app.workspace.getLeaf().openFile(await app.fileManager.createNewMarkdownFile(folder));
}

/** The console stands below the note; there is one. */
async function openConsole({ workspace }: App): Promise<void> {
	const [present] = workspace.getLeavesOfType(CONSOLE_VIEW);
	const leaf = present ?? workspace.getLeaf('split', 'horizontal');
	if (present === undefined) await leaf.setViewState({ type: CONSOLE_VIEW });
	await workspace.revealLeaf(leaf);
	workspace.setActiveLeaf(leaf, { focus: true });
}
