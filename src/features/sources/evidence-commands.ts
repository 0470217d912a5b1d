import { MarkdownView, Notice, type App, type Command } from 'obsidian';
import type { SnapshotSource } from '../../core/index-store';
import { parseTaskLine, taskOwner, taskText } from '../../core/task-line';
import type { EvidenceSource, SourcedTask } from '../../obsidian/evidence-keeper';
import { openNote } from '../../obsidian/open-note';
import { words } from '../../words/words';
import type { SourceOpener } from '../source-opener';
import { EvidenceModal } from './evidence-modal';

/** What the commands work with. */
export interface EvidenceCommandParts {
	readonly app: App;
	readonly store: SnapshotSource;
	readonly evidence: EvidenceSource;
	readonly sources: SourceOpener;
}

/** The commands that lead from a note to the file that it was made from. */
export function evidenceCommands(parts: EvidenceCommandParts): Command[] {
	return [
		{ id: 'show-source-passage', name: words.commands.showPassage, checkCallback: (checking) => showPassage(parts, checking) },
		{ id: 'open-source', name: words.controls.openSource, checkCallback: (checking) => openSource(parts, checking) },
	];
}

/** Shows the words that support the task at the cursor. */
function showPassage(parts: EvidenceCommandParts, checking: boolean): boolean {
	const path = sourcedNote(parts);
	if (path === null) return false;
	if (checking) return true;
	const task = taskAtCursor(parts.app, path);
	if (task) showEvidence(parts, task);
	else new Notice(words.nothingDone.noTask);
	return true;
}

function showEvidence({ app, evidence, sources }: EvidenceCommandParts, task: SourcedTask): void {
	const back = wayBack(app);
	new EvidenceModal(app, {
		evidence,
		task,
		open: (pane) => void sources.open(task, { pane, back }),
		on: {
			openPassage: (found, passage, pane) => void sources.openPassage(found, passage, { pane, back }),
			openFile: (path, pane) => void openNote(app, path, pane),
		},
	}).open();
}

/** Opens the source at the words that support the task at the cursor; without such a task just opens it. */
function openSource({ app, store, evidence, sources }: EvidenceCommandParts, checking: boolean): boolean {
	const path = sourcedNote({ app, store, evidence, sources });
	if (path === null) return false;
	if (!checking) void sources.open(taskAtCursor(app, path) ?? { path, text: '', owner: null }, { pane: false, back: wayBack(app) });
	return true;
}

/** The active note, where it names a source. */
function sourcedNote({ app, store }: EvidenceCommandParts): string | null {
	const path = app.workspace.getActiveFile()?.path;
	return path !== undefined && store.snapshot.notes.get(path)?.source ? path : null;
}

/** Reads the editor's own text, which may be newer than the index. */
function taskAtCursor(app: App, path: string): SourcedTask | null {
	const view = app.workspace.getActiveViewOfType(MarkdownView);
	if (view?.file?.path !== path || view.getMode() !== 'source') return null;
	const task = parseTaskLine(view.editor.getLine(view.editor.getCursor().line));
	return task && { path, text: taskText(task), owner: taskOwner(task) };
}

/** Leads back to the line at which the cursor stands now. */
function wayBack(app: App): (() => void) | null {
	const view = app.workspace.getActiveViewOfType(MarkdownView);
	const file = view?.file;
	if (!view || !file) return null;
	const { leaf } = view;
	const eState = view.getEphemeralState();
	return () => void leaf.openFile(file, { active: true, eState });
}
