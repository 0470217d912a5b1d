import type { KnownLines } from './known-lines';
import { printTask } from './line';

/** A line that was typed, with all that it read since it was last on disk. */
export interface Typed {
	readonly path: string;
	readonly texts: readonly string[];
	readonly isNew: boolean;
}

/** What was typed and is not yet on disk, by the line's id. */
export class Typing {
	readonly #typed = new Map<number, Typed>();

	constructor(private readonly lines: KnownLines) {}

	/** The user typed a line, or changed one. `id` is null for a new one. */
	add(path: string, id: number | null, text: string): void {
		const typed = this.#typed.get(id ?? -1);
		this.#typed.set(id ?? this.lines.nextId(), { path, texts: [...(id !== null && typed ? typed.texts : []), text], isNew: id === null });
	}

	/** Forgets typed lines that never came to the disk. @returns those. */
	forget(isLost: (typed: Typed) => boolean): readonly Typed[] {
		const lost = [...this.#typed].filter(([, typed]) => isLost(typed));
		for (const [id] of lost) this.#typed.delete(id);
		return lost.map(([, typed]) => typed);
	}

	rename(from: string, to: string): void {
		for (const [id, typed] of this.#typed) if (typed.path === from) this.#typed.set(id, { ...typed, path: to });
	}

	/** A new line comes to the disk. @returns its id; null where nobody typed it. */
	saveNew(text: string): number | null {
		const typed = [...this.#typed].find(([, each]) => each.isNew && each.texts.includes(text));
		if (!typed) return null;
		this.#typed.delete(typed[0]);
		return typed[0];
	}

	/** A line comes to the disk as another. @returns whether that was typed. */
	save(id: number, from: string, to: string): boolean {
		const texts = this.#typed.get(id)?.texts ?? [];
		const was = texts.findIndex((text) => this.#isTyped(text, from, to));
		// An earlier state of what is being typed may be saved first.
		if (was >= 0 && was === texts.length - 1) this.#typed.delete(id);
		return was >= 0;
	}

	/** Whether a line becomes what was typed; the app merges other words into what has become of the rest meanwhile. */
	#isTyped(text: string, from: string, to: string): boolean {
		if (text === to) return true;
		const [typed, before, after] = [this.lines.task(text), this.lines.task(from), this.lines.task(to)];
		return typed !== undefined && before !== undefined && after !== undefined && after.words === typed.words && printTask({ ...after, words: before.words }) === from;
	}
}
