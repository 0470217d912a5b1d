import { Notice, type Command } from 'obsidian';
import { mayHoldLeftovers, notesWithLeftovers } from '../../obsidian/leftover-tags';
import { words } from '../../words/words';
import { TidyModal, type TidyParts } from './tidy-modal';

/** Take the tag of a proposal off the tasks that were done or cancelled elsewhere, after the user has seen which. In the note at hand wherever that lies, in all notes without archives. */
export function tidyCommands(parts: TidyParts): Command[] {
	const { app, store } = parts;
	return [
		{
			id: 'tidy-note',
			name: words.commands.tidyNote,
			checkCallback: (checking) => {
				const file = app.workspace.getActiveFile();
				if (file?.extension !== 'md') return false;
				if (!checking) offer(parts, mayHoldLeftovers(app.metadataCache.getFileCache(file), store.snapshot) ? [file.path] : [], words.tidy.nothingHere);
				return true;
			},
		},
		{
			id: 'tidy-all',
			name: words.commands.tidyAll,
			callback: () => {
				if (store.snapshot.complete) offer(parts, notesWithLeftovers(app, store.snapshot), words.tidy.nothing);
				else new Notice(words.nothingDone.stillReading);
			},
		},
	];
}

function offer(parts: TidyParts, paths: readonly string[], nothing: string): void {
	if (paths.length === 0) new Notice(nothing);
	else new TidyModal(parts, paths, nothing).open();
}
