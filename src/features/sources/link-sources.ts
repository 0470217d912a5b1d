import { Notice, TFile, TFolder, type App, type Command, type Menu, type TAbstractFile } from 'obsidian';
import type { SnapshotSource } from '../../core/index-store';
import type { ActionRunner } from '../../obsidian/action-runner';
import { notesWithSources } from '../../obsidian/source-links';
import { words } from '../../words/words';
import { LinkSourcesModal } from './link-sources-modal';

/** What linking works with. */
export interface LinkSourcesParts {
	readonly app: App;
	readonly store: SnapshotSource;
	readonly runner: ActionRunner;
}

/** Have notes link the files that they were made from, after the user has seen which. */
export function linkSourcesCommands(parts: LinkSourcesParts): Command[] {
	const { app, store } = parts;
	return [
		{
			id: 'link-source',
			name: words.commands.linkSource,
			checkCallback: (checking) => {
				const file = app.workspace.getActiveFile();
				if (file?.extension !== 'md') return false;
				if (!checking) offerLinks(parts, [file.path]);
				return true;
			},
		},
		{ id: 'link-sources-in-all', name: words.commands.linkSourcesOfAll, callback: () => offerLinks(parts, notesWithSources(store.snapshot)) },
	];
}

/** Offers the same in the menu of some files and folders, where a note among them names a source. */
export function addLinkSources(parts: LinkSourcesParts, menu: Menu, files: readonly TAbstractFile[]): void {
	const { notes } = parts.store.snapshot;
	const paths = [...new Set(files.flatMap(notesIn))].filter((path) => notes.get(path)?.source);
	if (paths.length === 0) return;
	menu.addItem((item) => item.setSection('action').setIcon('link').setTitle(words.linkSources.menu({ notes: paths.length })).onClick(() => offerLinks(parts, paths)));
}

function notesIn(file: TAbstractFile): string[] {
	if (file instanceof TFolder) return file.children.flatMap(notesIn);
	return file instanceof TFile && file.extension === 'md' ? [file.path] : [];
}

/** Shows what would link some notes with their sources. */
export function offerLinks(parts: LinkSourcesParts, paths: readonly string[]): void {
	if (!parts.store.snapshot.complete) new Notice(words.nothingDone.stillReading);
	else if (paths.length === 0) new Notice(words.linkSources.noReference);
	else new LinkSourcesModal(parts, paths).open();
}
