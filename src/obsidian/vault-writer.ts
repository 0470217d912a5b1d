import { MarkdownView, type App, type TFile } from 'obsidian';
import { digest } from '../core/digest';
import { applyEdits, type Conflict, type EditResult, type LineEdit } from '../core/edit';
import type { WrittenNote } from '../core/open-work';
import { recountAfter, type Recount } from '../core/recount';
import { words } from '../words/words';
import { reasonOf } from './outcome';

/** A note's text as edits will find it. */
export type NoteText = { readonly status: 'read'; readonly text: string } | NoteFailure | NoteGone;

/** What became of the edits of one note. */
export type NoteWrite = NoteWritten | NoteFailure | NoteGone;

/** Why nothing was read or written. */
export interface NoteFailure {
	readonly status: 'failed';
	readonly reason: string;
}

/** The note is no longer there. */
export interface NoteGone {
	readonly status: 'gone';
}

/** Edits that were made, but for those in conflict. `edits` are those made, and `inverse` what takes them back. */
export interface NoteWritten extends WrittenNote {
	readonly status: 'written';
	readonly conflicts: readonly Conflict[];
	/** Counts what else is known of the note's equal lines as they stand from then on. */
	readonly recount: Recount;
	/** When the note was last modified, milliseconds since the epoch: what the index knows of it from then on includes the edits. */
	readonly mtime: number;
	/** Why the editor that holds the edits could not save them yet; the app tries again by itself. */
	readonly unsaved: string | null;
}

/** A note that can be written: the file, its text, and whether app and disk agree on it. */
interface ReadyNote {
	readonly file: TFile;
	readonly text: string;
	readonly isInStep: boolean;
}

const REPLACEMENT = '\ufffd';
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
	/** Differences between app and disk that waiting did not end, so that they are waited for once. */
	readonly #lasting = new WeakMap<TFile, string>();

	constructor(private readonly app: App) {}

	/** The text of a note as edits will find it: what was typed is saved, and what other programs write is waited for. */
	read(path: string): Promise<NoteText> {
		return this.#attempt(path, async (file) => ({ status: 'read', text: (await this.#makeReady(file)).text }));
	}

	/** Makes edits; expected failures, such as a note that is gone, are values. */
	write(path: string, edits: readonly LineEdit[]): Promise<NoteWrite> {
		return this.#attempt(path, async (file) => this.#writeFile(await this.#makeReady(file), edits));
	}

	async #attempt<T>(path: string, work: (file: TFile) => Promise<T>): Promise<T | NoteFailure | NoteGone> {
		const file = this.app.vault.getFileByPath(path);
		if (!file) return { status: 'gone' };
		try {
			return await work(file);
		} catch (error) {
			return (await this.#isThere(path)) ? { status: 'failed', reason: reasonOf(error) } : { status: 'gone' };
		}
	}

	/** The app may not have noticed yet that another program removed it. A disk that does not say is no proof. */
	async #isThere(path: string): Promise<boolean> {
		if (!this.app.vault.getFileByPath(path)) return false;
		try {
			return await this.app.vault.adapter.exists(path);
		} catch {
			return true;
		}
	}

	async #makeReady(file: TFile): Promise<ReadyNote> {
		const isInStep = await this.#awaitOutsideChange(file);
		if (isInStep) await this.#saveTyped(file);
		const text = await this.app.vault.read(file);
		if (text.includes(REPLACEMENT)) await this.#refuseDamagedBytes(file);
		return { file, text, isInStep };
	}

	async #writeFile({ file, text, isInStep }: ReadyNote, edits: readonly LineEdit[]): Promise<NoteWritten> {
		// From here to the transaction nothing is awaited: the view can't turn to another note.
		const view = !isInStep || text.includes('\r') ? null : this.#editorOf(file, text);
		const edited = view ? editThroughEditor(view, edits) : await this.#editOnDisk(file, edits);
		const unsaved = view && edited.changes.length > 0 ? await trySave(view) : null;
		const { made, inverse, conflicts, before, after, recount } = edited;
		return { status: 'written', edits: made, inverse, conflicts, before, after, recount, mtime: file.stat.mtime, unsaved };
	}

	async #editOnDisk(file: TFile, edits: readonly LineEdit[]): Promise<Edited> {
		let result = edit('', []);
		// The callback may see newer text than any that was read before, so it starts anew.
		await this.app.vault.process(file, (text) => {
			result = edit(text, edits);
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
			const difference = [onDisk.mtime, onDisk.size, file.stat.mtime, file.stat.size].join();
			if (this.#lasting.get(file) === difference) return false;
			if (look === OUTSIDE_LOOKS - 1) this.#lasting.set(file, difference);
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
			throw new Error(words.problems.damagedNote);
		}
	}
}

/** Edits made on a text, with digests of it before and after. */
type Edited = EditResult & Pick<NoteWritten, 'before' | 'after' | 'recount'>;

function edit(text: string, edits: readonly LineEdit[]): Edited {
	const result = applyEdits(text, edits);
	return { ...result, before: digest(text), after: digest(result.text), recount: recountAfter(text, edits) };
}

/** One change for each line, in one transaction, so that cursor, folds and other lines stay as they are. */
function editThroughEditor({ editor }: MarkdownView, edits: readonly LineEdit[]): Edited {
	const result = edit(editor.getValue(), edits);
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
		return reasonOf(error);
	}
}

function wait(milliseconds: number): Promise<void> {
	return new Promise((resolve) => window.setTimeout(resolve, milliseconds));
}

function withPlainEndings(text: string): string {
	return text.replace(/\r\n?/gu, '\n');
}
