import { MarkdownView, Notice, type App, type PaneType } from 'obsidian';
import type { TextRange } from '../core/source-index';
import { words } from '../words/words';

/** A stretch of a file. */
export interface PlacedPassage extends TextRange {
	/** Vault path. */
	readonly path: string;
}

/** The passage that was gone to last. Whatever shows its file marks it, until the user goes on from there. */
export class MarkedPassage {
	#current: PlacedPassage | null = null;
	#back: (() => void) | null = null;
	readonly #listeners = new Set<() => void>();

	get current(): PlacedPassage | null {
		return this.#current;
	}

	/** @param back leads to where the user came from. */
	mark(passage: PlacedPassage, back: (() => void) | null): void {
		this.#back = back;
		this.#change(passage);
	}

	clear(): void {
		this.#back = null;
		if (this.#current) this.#change(null);
	}

	/** Leads to where the user came from; false where that is nowhere. */
	goBack(): boolean {
		const back = this.#back;
		this.clear();
		back?.();
		return back !== null;
	}

	subscribe(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	#change(passage: PlacedPassage | null): void {
		this.#current = passage;
		for (const listener of [...this.#listeners]) listener();
	}
}

/** Opens a file at a passage, and marks it. */
export async function openPassage(app: App, marked: MarkedPassage, passage: PlacedPassage, pane: PaneType | boolean, back: (() => void) | null): Promise<void> {
	const file = app.vault.getFileByPath(passage.path);
	if (!file) {
		new Notice(words.controls.notThere({ path: passage.path }));
		return;
	}
	const leaf = app.workspace.getLeaf(pane);
	const place = { line: passage.from.line };
	await leaf.openFile(file, { active: true, eState: place });
	if (!(leaf.view instanceof MarkdownView)) return;
	marked.mark(passage, back);
	// What is being read was drawn anew to be marked, and may be at its top again.
	if (leaf.view.getMode() === 'preview') leaf.setEphemeralState(place);
}
