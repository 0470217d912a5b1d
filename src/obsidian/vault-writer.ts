import { MarkdownView, type App, type TFile } from 'obsidian';
import { applyEdits, type Conflict, type EditResult, type LineEdit } from '../core/edit';

/** What became of the edits of one note. */
export type NoteWrite =
	| { readonly status: 'written'; readonly made: readonly LineEdit[]; readonly conflicts: readonly Conflict[] }
	| { readonly status: 'failed'; readonly edits: readonly LineEdit[]; readonly reason: string };

const REPLACEMENT = '\ufffd';

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
		if (!file) return { status: 'failed', edits, reason: 'The note is no longer there.' };
		try {
			await this.#refuseDamagedText(file);
			const view = await this.#openEditor(file);
			const result = view ? await editThroughEditor(view, edits) : await this.#editOnDisk(file, edits);
			return { status: 'written', made: result.made, conflicts: result.conflicts };
		} catch (error) {
			return { status: 'failed', edits, reason: this.#explain(file, error) };
		}
	}

	async #editOnDisk(file: TFile, edits: readonly LineEdit[]): Promise<EditResult> {
		await this.#saveOpenViews(file);
		let result: EditResult = { text: '', changes: [], made: [], conflicts: [] };
		// The callback may see newer text than any that was read before, so it starts anew.
		await this.app.vault.process(file, (text) => {
			result = applyEdits(text, edits);
			return result.text;
		});
		return result;
	}

	/**
	 * The editor to write through. A note with CRLF endings is written on disk even when it is
	 * open, since an editor holds `\n` only and might save it so.
	 */
	async #openEditor(file: TFile): Promise<MarkdownView | null> {
		const view = this.#views(file).find((each) => each.getMode() === 'source');
		if (!view) return null;
		const text = await this.app.vault.read(file);
		return text.includes('\r') ? null : view;
	}

	/** Puts typed text on disk first, so that it need not be merged with ours afterwards. */
	async #saveOpenViews(file: TFile): Promise<void> {
		for (const view of this.#views(file)) {
			if (view.getMode() === 'source') await view.save();
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
	async #refuseDamagedText(file: TFile): Promise<void> {
		const text = await this.app.vault.read(file);
		if (!text.includes(REPLACEMENT)) return;
		const bytes = await this.app.vault.readBinary(file);
		try {
			new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		} catch {
			throw new Error('The note holds bytes that are not valid UTF-8, and writing it would lose them.');
		}
	}

	#explain(file: TFile, error: unknown): string {
		if (!this.app.vault.getFileByPath(file.path)) return 'The note is no longer there.';
		return error instanceof Error ? error.message : String(error);
	}
}

/** One change for each line, in one transaction, so that cursor, folds and other lines stay as they are. */
async function editThroughEditor(view: MarkdownView, edits: readonly LineEdit[]): Promise<EditResult> {
	const { editor } = view;
	const result = applyEdits(editor.getValue(), edits);
	const changes = result.changes.map(({ from, to, insert }) => ({ from: editor.offsetToPos(from), to: editor.offsetToPos(to), text: insert }));
	if (changes.length > 0) editor.transaction({ changes });
	// Saved at once, so that the index and other programs need not wait for the app to do it.
	await view.save();
	return result;
}
