import { printTask, type Cell, type Task } from './line';
import type { Knowledge } from './permit';

const STATUSES = ['?', ' ', 'x', '-'];

/** What texts and lines stand for, as those say who made them: no parser has a part in it. */
export class KnownLines implements Knowledge {
	/** What a text stands for: lines of the same key read the same at some time. */
	readonly #keys = new Map<string, string>();
	/** The key of each line. */
	readonly #ids = new Map<number, string>();
	readonly #tasks = new Map<string, Task>();
	/** When lines of a key were last changed by others than the plugin, in steps of the oracle's counter. */
	readonly #churn = new Map<string, number>();
	#lastId = 0;

	nextId(): number {
		return ++this.#lastId;
	}

	/** Makes a text known, and the line for which it stands. */
	register(text: string, key: string, task?: Task): string {
		this.#keys.set(text, key);
		if (task) this.#tasks.set(text, task);
		return text;
	}

	/** Makes a task known, in whatever state others may bring it. */
	registerTask(task: Task, key: string): string {
		for (const status of STATUSES) {
			for (const isProposed of [true, false]) {
				const variant = { ...task, status, isProposed };
				this.register(printTask(variant), key, variant);
			}
		}
		return this.register(printTask(task), key, task);
	}

	/** Takes down which lines there are. */
	identify(cells: readonly Cell[]): void {
		for (const { id, text } of cells) {
			const key = this.keyOf(text);
			if (key !== undefined) this.#ids.set(id, key);
		}
	}

	task(text: string): Task | undefined {
		return this.#tasks.get(text);
	}

	keyOf(text: string): string | undefined {
		return text.trim() === '' ? '' : this.#keys.get(text);
	}

	/** Whether a line is what a crash or a merge of the app's own left of another: nobody can say what may become of it. */
	isDebris(text: string): boolean {
		return this.keyOf(text) === undefined;
	}

	/** Whether two texts read the same, or did at some time; blank lines are no two of a kind. */
	isSame(one: string, other: string): boolean {
		const key = this.keyOf(one);
		return one === other || (key !== undefined && key !== '' && key === this.keyOf(other));
	}

	/** Whether a line stands for what this text stands for. */
	isOfKind(id: number, text: string): boolean {
		return this.#ids.get(id) === this.keyOf(text);
	}

	/** Lines that read so now, or that ever stood for the same. */
	idsOf(text: string): readonly number[] {
		const key = this.keyOf(text);
		return [...this.#ids].flatMap(([id, each]) => (each === key ? [id] : []));
	}

	/** Lines of this kind have come or gone by others than the plugin. */
	stir(text: string, step: number): void {
		const key = this.keyOf(text);
		if (key !== undefined) this.#churn.set(key, step);
	}

	isMixedUp(id: number, other: number, since: number): boolean {
		const key = this.#ids.get(other);
		return key !== undefined && key === this.#ids.get(id) && (this.#churn.get(key) ?? 0) > since;
	}
}
