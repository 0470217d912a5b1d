import { MarkdownView, type App, type Menu, type TAbstractFile } from 'obsidian';
import { ACTIONS } from '../../core/actions';
import type { SnapshotSource } from '../../core/index-store';
import { words } from '../../words/words';
import type { LineDecider } from '../line-decider';

/** What the menus work with. */
export interface NoteMenuParts {
	readonly app: App;
	readonly store: SnapshotSource;
	readonly lines: LineDecider;
	/** Opens the review, narrowed to a note. @param filter what its filter is to say */
	readonly review: (filter: string) => void;
}

/** In the editor's menu, what can be done with the proposal at the cursor. */
export function addLineActions({ app, lines }: NoteMenuParts, menu: Menu): void {
	const view = app.workspace.getActiveViewOfType(MarkdownView);
	if (!view?.file) return;
	const { line } = view.editor.getCursor();
	const proposal = lines.read(view.file.path, view.editor.getValue()).find((each) => each.line === line);
	if (proposal) lines.addTo(menu, proposal);
}

/** In a note's menu, what can be done with all its proposals. */
export function addNoteActions({ store, lines, review }: NoteMenuParts, menu: Menu, file: TAbstractFile): void {
	const proposals = store.snapshot.notes.get(file.path)?.proposals ?? [];
	if (proposals.length === 0) return;
	const count = proposals.length;
	menu.addItem((item) => item.setSection('ratify').setTitle(words.lines.review({ count })).setIcon('list-checks').onClick(() => review(`note:"${file.path.replaceAll('"', ' ')}"`)));
	for (const action of ACTIONS) menu.addItem((item) => item.setSection('ratify').setTitle(words.actions[action.id].some({ count })).setIcon(action.icon).onClick(() => void lines.decide(action, proposals)));
}
