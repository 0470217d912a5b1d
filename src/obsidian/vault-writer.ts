import { MarkdownView, type App, type TFile } from 'obsidian';
import { applyEdits, type Conflict, type EditResult, type LineEdit } from '../core/edit';

/** What became of the edits of one note. */
export type NoteWrite = NoteWritten | NoteFailure;

/** Why nothing was written. Where the note is gone there is no use in trying again. */
export interface NoteFailure {
	readonly status: 'failed';
	readonly reason: string;
	readonly isGone: boolean;
}

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
const GONE: NoteFailure = { status: 'failed', reason: 'The note is no longer there.', isGone: true };
/** How often what other programs do is looked for, and how often what the app still has to show; milliseconds between the looks. */
const OUTSIDE_LOOKS = 20;
const VIEW_LOOKS = 4;
const LOOK_MS = 50;

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
		if (!file) return GONE;
		try {
			return await this.#writeFile(file, edits);
		} catch (error) {
			return this.app.vault.getFileByPath(path) ? { status: 'failed', reason: messageOf(error), isGone: false } : GONE;
		}
	}

	async #writeFile(file: TFile, edits: readonly LineEdit[]): Promise<NoteWritten> {
		const isInStep = await this.#awaitOutsideChange(file);
		if (isInStep) await this.#saveTyped(file);
		const text = await this.app.vault.read(file);
		if (text.includes(REPLACEMENT)) await this.#refuseDamagedBytes(file);
		// From here to the transaction nothing is awaited: the view can't turn to another note.
		const view = !isInStep || text.includes('\r') ? null : this.#editorOf(file, text);
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
	 * The editor to write through: the one that the user is in, else any. It must show what is
	 * on disk; one that is behind would put that back. A note with CRLF
	 * endings is written on disk even when it is open, since an editor holds `\n` only and
	 * might save it so.
	 */
	#editorOf(file: TFile, text: string): MarkdownView | null {
		const editors = this.#views(file).filter((view) => view.getMode() === 'source' && view.getViewData() === text);
		const active = this.app.workspace.getActiveViewOfType(MarkdownView);
		return editors.find((view) => view === active) ?? editors[0] ?? null;
	}

	/**
	 * Lets the app take in what another program has just written, so that no editor puts the
	 * old text back. Answers whether app and disk agree on the note now; where they go on
	 * differing, only the disk is to be trusted.
	 */
	async #awaitOutsideChange(file: TFile): Promise<boolean> {
		for (let look = 0; look < OUTSIDE_LOOKS; look++) {
			const onDisk = await this.app.vault.adapter.stat(file.path);
			if (!onDisk || (onDisk.size === file.stat.size && Math.abs(onDisk.mtime - file.stat.mtime) <= 1)) return true;
			await wait(LOOK_MS);
		}
		return false;
	}

	/** Puts typed text on disk first, so that no view has to merge it with ours afterwards. */
	async #saveTyped(file: TFile): Promise<void> {
		for (const view of this.#views(file)) {
			if (await this.#isTyped(file, view)) await view.save();
		}
	}

	/** Whether a view differs from the disk for longer than it takes the app to show it a change. */
	async #isTyped(file: TFile, view: MarkdownView): Promise<boolean> {
		for (let look = 0; look < VIEW_LOOKS; look++) {
			if (withPlainEndings(view.getViewData()) === withPlainEndings(await this.app.vault.read(file))) return false;
			await wait(LOOK_MS);
		}
		return view.file === file;
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

function wait(milliseconds: number): Promise<void> {
	return new Promise((resolve) => window.setTimeout(resolve, milliseconds));
}

function withPlainEndings(text: string): string {
	return text.replace(/\r\n?/gu, '\n');
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
