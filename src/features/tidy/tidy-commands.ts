import { Notice, type Command } from 'obsidian';
import { mayHoldLeftovers, notesWithLeftovers } from '../../obsidian/leftover-tags';
import { TidyModal, type TidyParts } from './tidy-modal';

const NOTHING_HERE = 'No tag is left over in this note.';
const NOTHING = 'No tag is left over.';

/** Take the tag of a proposal off the tasks that were done or cancelled elsewhere, after the user has seen which. In the note at hand wherever that lies, in all notes without archives. */
export function tidyCommands(parts: TidyParts): Command[] {
	const { app, store } = parts;
	return [
		{
			id: 'tidy-note',
			name: 'Tidy leftover tags in this note',
			checkCallback: (checking) => {
				const file = app.workspace.getActiveFile();
				if (file?.extension !== 'md') return false;
				if (!checking) offer(parts, mayHoldLeftovers(app.metadataCache.getFileCache(file), store.snapshot) ? [file.path] : [], NOTHING_HERE);
				return true;
			},
		},
		{
			id: 'tidy-all',
			name: 'Tidy leftover tags in all notes',
			callback: () => {
				if (store.snapshot.complete) offer(parts, notesWithLeftovers(app, store.snapshot), NOTHING);
				else new Notice('The vault is still being read. Please try again in a moment.');
			},
		},
	];
}

function offer(parts: TidyParts, paths: readonly string[], nothing: string): void {
	if (paths.length === 0) new Notice(nothing);
	else new TidyModal(parts, paths, nothing).open();
}
