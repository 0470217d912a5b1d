import { Notice, type App, type Command } from 'obsidian';
import type { SnapshotSource } from '../../core/index-store';
import type { ActionRunner } from '../../obsidian/action-runner';
import { findNameLinks, linkingEdits, notesWithOpenLinks, type NameLink, type NoteNameLinks } from '../../obsidian/name-links';
import { words } from '../../words/words';
import { showOutcome } from '../outcome-notice';
import { LinkNamesModal } from './link-names-modal';

/** What the commands work with. */
export interface LinkNamesContext {
	readonly app: App;
	readonly store: SnapshotSource;
	readonly runner: ActionRunner;
}

/** Have links that are people's names lead to the people, after the user has seen which. */
export function linkNamesCommands(context: LinkNamesContext): Command[] {
	const { app } = context;
	return [
		{
			id: 'link-names-in-note',
			name: words.commands.linkNamesInNote,
			checkCallback: (checking) => {
				const file = app.workspace.getActiveFile();
				if (file?.extension !== 'md') return false;
				if (!checking) void offerLinks(context, [file.path]);
				return true;
			},
		},
		{ id: 'link-names-in-all', name: words.commands.linkNamesInAll, callback: () => void offerLinks(context, notesWithOpenLinks(app)) },
	];
}

async function offerLinks(context: LinkNamesContext, paths: readonly string[]): Promise<void> {
	const { app, store } = context;
	if (!store.snapshot.complete) {
		new Notice(words.nothingDone.stillReading);
		return;
	}
	const notes = await findNameLinks(app, store.snapshot, paths);
	if (notes.some(({ links }) => links.length > 0)) new LinkNamesModal(app, { notes, link: (isWanted) => void link(context, notes, isWanted) }).open();
	else new Notice(describeNothing(notes));
}

function describeNothing(notes: readonly NoteNameLinks[]): string {
	const unsure = new Set(notes.flatMap((note) => note.unsure));
	if (unsure.size === 0) return words.linkNames.none;
	return words.linkNames.onlyUnsure({ names: [...unsure].slice(0, 5).join(', '), count: unsure.size });
}

async function link({ runner }: LinkNamesContext, notes: readonly NoteNameLinks[], isWanted: (link: NameLink) => boolean): Promise<void> {
	showOutcome(await runner.edit(words.linkNames.linked, linkingEdits(notes, isWanted)), runner);
}
