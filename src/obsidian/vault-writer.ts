import { MarkdownView, type App, type TFile } from 'obsidian';
import { applyEdits, type Conflict, type EditResult, type LineEdit } from '../core/edit';

/** What became of the edits of one note. */
export type NoteWrite = NoteWritten | { readonly status: 'failed'; readonly reason: string };

/** Edits that were made, but for those in conflict. */
export interface NoteWritten {
	readonly status: 'written';
	readonly made: readonly LineEdit[];
	/** The edits that take them back. */
	readonly inverse: readonly LineEdit[];
	readonly conflicts: readonly Conflict[];
	/** When the note was last modified, milliseconds since the epoch: what the index knows of it from then on includes the edits. */
	readonly mtime: number;
	/** Why the editor that holds the edits could not save them yet; the app tries again by itself. */
	readonly unsaved: string | null;
}

const REPLACEMENT = '\ufffd';
const GONE = 'The note is no longer there.';

/**
 * The only way into the vault's notes. One call changes one note once, however many lines:
 * in one transaction of the editor in which the note is open, else through `vault.process`.
 * A line that no longer reads as its edit says is left alone and comes back as a conflict.
 */
export class VaultWriter {
	constructor(private readonly app: App) {}

	/** @returns what was written; expected failures, such as a note that is gone, are values. */
	async write(path: string, edits: readonly LineEdit[]): Promise<NoteWrite> {
		const file = this.app.vault.getFileByPath(path);
		if (!file) return { status: 'failed', reason: GONE };
		try {
			return await this.#writeFile(file, edits);
		} catch (error) {
			return { status: 'failed', reason: this.app.vault.getFileByPath(path) ? messageOf(error) : GONE };
		}
	}

	async #writeFile(file: TFile, edits: readonly LineEdit[]): Promise<NoteWritten> {
		const text = await this.app.vault.read(file);
		if (text.includes(REPLACEMENT)) await this.#refuseDamagedBytes(file);
		await this.#saveTyped(file, text);
		// From here to the transaction nothing is awaited: the view can't turn to another note.
		const view = text.includes('\r') ? null : this.#editorOf(file);
		const { made, inverse, conflicts, changes } = view ? editThroughEditor(view, edits) : await this.#editOnDisk(file, edits);
		const unsaved = view && changes.length > 0 ? await trySave(view) : null;
		return { status: 'written', made, inverse, conflicts, mtime: file.stat.mtime, unsaved };
	}

	async #editOnDisk(file: TFile, edits: readonly LineEdit[]): Promise<EditResult> {
		let result = applyEdits('', []);
		// The callback may see newer text than any that was read before, so it starts anew.
		await this.app.vault.process(file, (text) => {
			result = applyEdits(text, edits);
			return result.text;
		});
		return result;
	}

	/**
	 * The editor to write through: the one that the user is in, else any. A note with CRLF
	 * endings is written on disk even when it is open, since an editor holds `\n` only and
	 * might save it so.
	 */
	#editorOf(file: TFile): MarkdownView | null {
		const editors = this.#views(file).filter((view) => view.getMode() === 'source');
		const active = this.app.workspace.getActiveViewOfType(MarkdownView);
		return editors.find((view) => view === active) ?? editors[0] ?? null;
	}

	/** Puts typed text on disk first, so that no view has to merge it with ours afterwards. */
	async #saveTyped(file: TFile, text: string): Promise<void> {
		const onDisk = withPlainEndings(text);
		for (const view of this.#views(file)) {
			if (withPlainEndings(view.getViewData()) !== onDisk) await view.save();
		}
	}

	#views(file: TFile): MarkdownView[] {
		return this.app.workspace
			.getLeavesOfType('markdown')
			.flatMap(({ view }) => (view instanceof MarkdownView && view.file === file ? [view] : []));
	}

	/**
	 * A note that is not valid UTF-8 reads with replacement characters; writing that text
	 * back would destroy the bytes for which they stand.
	 */
	async #refuseDamagedBytes(file: TFile): Promise<void> {
		const bytes = await this.app.vault.readBinary(file);
		try {
			new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		} catch {
			throw new Error('The note holds bytes that are not valid UTF-8, and writing it would lose them.');
		}
	}
}

/** One change for each line, in one transaction, so that cursor, folds and other lines stay as they are. */
function editThroughEditor({ editor }: MarkdownView, edits: readonly LineEdit[]): EditResult {
	const result = applyEdits(editor.getValue(), edits);
	const changes = result.changes.map(({ from, to, insert }) => ({ from: editor.offsetToPos(from), to: editor.offsetToPos(to), text: insert }));
	if (changes.length > 0) editor.transaction({ changes });
	return result;
}

/** Saves at once, so that the index and other programs need not wait for the app to do it. */
async function trySave(view: MarkdownView): Promise<string | null> {
	try {
		await view.save();
		return null;
	} catch (error) {
		return messageOf(error);
	}
}

function withPlainEndings(text: string): string {
	return text.replace(/\r\n?/gu, '\n');
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
