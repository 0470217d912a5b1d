import { moment, normalizePath, TFile, type App } from 'obsidian';
import { addAlias } from '../core/alias-edit';
import type { LineEdit } from '../core/edit';
import type { Person } from '../core/person';
import { fillTemplate, personNotePath, usualTemplate } from '../core/new-person';
import type { Settings } from '../core/settings';
import { words } from '../words/words';
import { reasonOf } from './outcome';

/** What became of a note that was to be made. */
export type MadeNote =
	| { readonly status: 'made'; readonly path: string; readonly text: string }
	| { readonly status: 'there'; readonly path: string }
	| { readonly status: 'failed'; readonly reason: string };

/** Makes a person's note from the template of the settings, where the settings say; never over another. */
export async function makePersonNote(app: App, settings: Settings, persons: readonly Person[], name: string): Promise<MadeNote> {
	const wanted = personNotePath(settings.personFolder, name, persons);
	if (wanted === null) return { status: 'failed', reason: words.problems.noFileName };
	const path = normalizePath(wanted);
	try {
		// On most disks letter case tells no two files apart.
		const there = await findThere(app, path);
		if (there !== null) return { status: 'there', path: there };
		const text = fillTemplate(await readTemplate(app, settings), { name, format });
		await makeFolder(app, path.slice(0, Math.max(0, path.lastIndexOf('/'))));
		await app.vault.create(path, text);
		return { status: 'made', path, text };
	} catch (error) {
		return { status: 'failed', reason: reasonOf(error) };
	}
}

/** Puts a note that was just made into the trash, with its folder where nothing else is in it. Answers whether it did: not where anything was written there since. */
export async function unmakeNote(app: App, path: string, text: string): Promise<boolean> {
	const file = app.vault.getFileByPath(path);
	if (!file || (await app.vault.read(file)) !== text) return false;
	const folder = file.parent;
	const isAlone = /\/README\.md$/u.test(path) && folder?.children.length === 1;
	await app.fileManager.trashFile(isAlone && folder ? folder : file);
	return true;
}

/** The edit that gives a person another name; null where the note can't be added to by a line. */
export async function aliasEdit(app: App, person: Person, alias: string): Promise<LineEdit | null> {
	const file = app.vault.getFileByPath(person.path);
	return file && addAlias(file.path, await app.vault.read(file), alias);
}

async function findThere(app: App, path: string): Promise<string | null> {
	const wanted = path.toLowerCase();
	const known = app.vault.getFiles().find((file) => file.path.toLowerCase() === wanted)?.path;
	return known ?? ((await app.vault.adapter.exists(path)) ? path : null);
}

async function readTemplate(app: App, { personTemplate: path, personType }: Settings): Promise<string> {
	if (path === '') return usualTemplate(personType);
	const file = app.vault.getAbstractFileByPath(normalizePath(path));
	if (!(file instanceof TFile)) throw new Error(words.problems.noTemplate({ path }));
	return app.vault.read(file);
}

async function makeFolder(app: App, path: string): Promise<void> {
	if (path === '' || app.vault.getFolderByPath(path)) return;
	try {
		await app.vault.createFolder(path);
	} catch (error) {
		// Another program may have been first.
		if (!(await app.vault.adapter.exists(path))) throw error;
	}
}

function format(kind: 'date' | 'time', pattern: string | null): string {
	// The only way to a moment of now that the app's types allow.
	return moment.utc().local().format(pattern ?? (kind === 'date' ? 'YYYY-MM-DD' : 'HH:mm'));
}
