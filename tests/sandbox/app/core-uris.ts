import type { App } from '../obsidian/app';
import { parseLinktext } from '../obsidian/metadata/linkpath';
import { joinPath, parentPath } from '../obsidian/vault/paths';

/** The app's own actions of `obsidian://` addresses, as far as the sandbox has what they open. */
export function addCoreUris(app: App): void {
	app.protocol.register('open', params => openFile(app, params['file'] ?? params['path'] ?? ''));
	app.protocol.register('new', params => newFile(app, params));
	app.protocol.register('search', () => { app.commands.executeCommandById('switcher:open'); });
}

/** Opens what a link text names, and creates nothing; without one the window is all that was asked for. */
async function openFile(app: App, link: string): Promise<void> {
	if (link === '') return;
	const { path } = parseLinktext(link);
	if (app.metadataCache.getFirstLinkpathDest(path, '') === null) throw new Error(`File not found: ${link}`);
	await app.workspace.openLinkText(link, '', false);
}

/** Creates a note, or with `append`, `prepend` or `overwrite` changes the one that is there. */
async function newFile(app: App, params: Readonly<Record<string, string>>): Promise<void> {
	const path = notePath(app, params);
	const content = params['content'] ?? '';
	const present = app.vault.getFileByPath(`${path}.md`);
	const change = present === null ? undefined : changeOf(params, content);
	if (present !== null && change !== undefined) await app.vault.process(present, change);
	const file = present !== null && change !== undefined ? present : await createNote(app, path, content);
	if (!('silent' in params)) await app.workspace.getLeaf().openFile(file);
}

function changeOf(params: Readonly<Record<string, string>>, content: string): ((text: string) => string) | undefined {
	if ('append' in params) return text => `${text}\n${content}`;
	if ('prepend' in params) return text => `${content}\n${text}`;
	if ('overwrite' in params) return () => content;
	return undefined;
}

/** `file` is a path from the vault's root, `name` a note where new notes go. */
function notePath(app: App, { file, name = 'Untitled' }: Readonly<Record<string, string>>): string {
	const path = file ?? joinPath(app.fileManager.getNewFileParent('').path, name);
	if (path.split('/').includes('..')) throw new Error(`The path leads out of the vault: ${path}`);
	return path.replace(/^\/+/, '').replace(/\.md$/, '');
}

async function createNote(app: App, path: string, content: string): Promise<Awaited<ReturnType<App['vault']['create']>>> {
	const folder = parentPath(path);
	if (folder !== '' && folder !== '/' && app.vault.getFolderByPath(folder) === null) await app.vault.createFolder(folder);
	return app.vault.create(app.vault.getAvailablePath(path, 'md'), content);
}
