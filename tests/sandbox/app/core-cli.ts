import type * as Api from 'obsidian-api';
import type { App } from '../obsidian/app';
import { apiVersion } from '../obsidian/api-version';
import type { TFile } from '../obsidian/vault/files';

const FILE_FLAGS: Api.CliFlags = {
	file: { value: '<name>', description: 'File name, as a link names it' },
	path: { value: '<path>', description: 'File path from the vault\'s root' },
};

/** The file that `file=` or `path=` names, else the active one. @throws where there is none */
function requireFile(app: App, { file, path }: Api.CliData): TFile {
	const found = path !== undefined ? app.vault.getFileByPath(path)
		: file !== undefined ? app.metadataCache.getFirstLinkpathDest(file, '') : app.workspace.getActiveFile();
	if (found === null) throw new Error(`File not found: ${path ?? file ?? 'none is active'}`);
	return found;
}

function listFiles(app: App, { folder = '', ext }: Api.CliData): string {
	const inside = folder === '' ? '' : `${folder.replace(/\/$/, '')}/`;
	const files = app.vault.getFiles().filter(file => file.path.startsWith(inside) && (ext === undefined || file.extension === ext));
	return files.map(file => file.path).sort((a, b) => a.localeCompare(b)).join('\n');
}

function listCommands(app: App, { filter = '' }: Api.CliData): string {
	return app.commands.listCommands().map(({ id }) => id).filter(id => id.startsWith(filter)).sort().join('\n');
}

function executeCommand(app: App, id: string): string {
	if (app.commands.findCommand(id) === undefined) throw new Error(`Command not found: ${id}`);
	if (!app.commands.executeCommandById(id)) throw new Error(`Command cannot run now: ${id}`);
	return `Executed: ${id}`;
}

async function reloadPlugin(app: App, id: string): Promise<string> {
	await app.plugins.disablePlugin(id);
	await app.plugins.loadManifests();
	if (!(id in app.plugins.manifests)) throw new Error(`Plugin not found: ${id}`);
	if (!await app.plugins.enablePlugin(id)) throw new Error(`Plugin failed to load: ${id}`);
	return `Reloaded: ${id}`;
}

/** Runs JavaScript in the page, as the developer's command of the app does. */
async function evaluate(app: App, code: string): Promise<string> {
	const run = new Function('app', `return (${code});`) as (app: App) => unknown;
	const result: unknown = await run(app);
	return typeof result === 'string' ? result : JSON.stringify(result) ?? String(result);
}

function describeElements(selector: string, { text }: Api.CliData): string {
	return Array.from(document.querySelectorAll(selector), el => text === undefined ? el.outerHTML : el.textContent ?? '').join('\n');
}

/** The app's own commands of the command line: those that help to try a plugin. */
export function addCoreCli(app: App): void {
	const { cli } = app;
	cli.copy = output => navigator.clipboard.writeText(output);
	cli.register('help', 'Show all commands, or one', { command: { value: '<name>', description: 'Command to show' } }, ({ command }) => cli.help(command));
	cli.register('version', 'Show the version that the sandbox stands for', null, () => apiVersion);
	cli.register('vault', 'Show the vault\'s name', null, () => app.vault.getName());
	cli.register('commands', 'List ids of commands that can run', { filter: { value: '<prefix>', description: 'Start of the id' } }, params => listCommands(app, params));
	cli.register('command', 'Run a command', { id: { value: '<id>', description: 'Command id', required: true } }, ({ id = '' }) => executeCommand(app, id));
	cli.register('files', 'List files', { folder: { value: '<path>', description: 'Only in this folder' }, ext: { value: '<extension>', description: 'Only of this kind' } }, params => listFiles(app, params));
	cli.register('read', 'Show a file\'s text', FILE_FLAGS, params => app.vault.read(requireFile(app, params)));
	cli.register('open', 'Open a file', FILE_FLAGS, async params => {
		const file = requireFile(app, params);
		await app.workspace.getLeaf().openFile(file);
		return `Opened: ${file.path}`;
	});
	cli.register('plugins', 'List ids of installed plugins', { enabled: { description: 'Only those that run' } }, ({ enabled }) =>
		Object.keys(app.plugins.manifests).filter(id => enabled === undefined || app.plugins.getPlugin(id) !== null).sort().join('\n'));
	cli.register('plugin:reload', 'Unload and load a plugin', { id: { value: '<id>', description: 'Plugin id', required: true } }, ({ id = '' }) => reloadPlugin(app, id));
	cli.register('eval', 'Run JavaScript with `app`', { code: { value: '<code>', description: 'An expression', required: true } }, ({ code = '' }) => evaluate(app, code));
	cli.register('dev:dom', 'Show elements', { selector: { value: '<css>', description: 'Which', required: true }, text: { description: 'Only their text' } }, params => describeElements(params['selector'] ?? '', params));
}
