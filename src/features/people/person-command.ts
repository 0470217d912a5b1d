import { MarkdownView, Notice, type App, type Command } from 'obsidian';
import { findFrontmatterNames } from '../../core/frontmatter-names';
import type { SnapshotSource } from '../../core/index-store';
import { findNameSpans, type NameSpan } from '../../core/name-spans';
import { selectPeople } from '../../core/selectors';
import { words } from '../../words/words';
import type { NameRef } from '../name-ref';

/** What the command works with. */
export interface PersonCommandParts {
	readonly app: App;
	readonly store: SnapshotSource;
	/** Shows the first of some names that there is anything to say of; answers whether there was one. */
	readonly show: (refs: readonly NameRef[]) => boolean;
}

/** Shows the person at the cursor, else another whom the line names, else the one whom the note is about. */
export function personCommand({ app, store, show }: PersonCommandParts): Command {
	return {
		id: 'show-person',
		name: words.commands.showPerson,
		checkCallback: (checking) => {
			const path = app.workspace.getActiveFile()?.path;
			if (path === undefined) return false;
			if (!checking && !show([...namesAtCursor(app, store), ...aboutOf(store, path)])) new Notice(words.nothingDone.noPerson);
			return true;
		},
	};
}

function namesAtCursor(app: App, store: SnapshotSource): NameRef[] {
	const view = app.workspace.getActiveViewOfType(MarkdownView);
	if (!view?.file || view.getMode() !== 'source') return [];
	const { editor, file: { path } } = view;
	const { line, ch } = editor.getCursor();
	const people = selectPeople(store.snapshot);
	const inFields = findFrontmatterNames((at) => (at < editor.lineCount() ? editor.getLine(at) : null), store.snapshot.settings)[line];
	const spans = inFields ?? findNameSpans(editor.getLine(line), (name) => people.isKnownName(name));
	const distance = ({ start, end }: NameSpan): number => Math.max(0, start - ch, ch - end);
	return [...spans].sort((a, b) => distance(a) - distance(b)).map(({ kind, name }) => ({ kind, name, path }));
}

function aboutOf({ snapshot }: SnapshotSource, path: string): NameRef[] {
	const note = snapshot.notes.get(path);
	const name = note?.person?.name ?? note?.about ?? null;
	return name === null ? [] : [{ kind: 'field', name, path }];
}
