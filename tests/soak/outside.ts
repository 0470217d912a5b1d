import { dropEmpty, type Cell } from './line';
import type { World } from './world';

const MOST_NOTES = 24;
const FEWEST_NOTES = 8;
const MOST_LINES = 60;

/** Other programs at work on the notes: a pipeline, a sync client, another editor. They change what is on disk at once, as a rename over the file does. */
export class Outside {
	#count = 0;

	constructor(private readonly world: World) {}

	/** Does something somewhere, rather often where the plugin is at work. */
	async act(): Promise<void> {
		const { random, paths } = this.world;
		if (paths.length < FEWEST_NOTES) return this.create();
		const hot = this.world.hotPaths.filter((path) => paths.includes(path));
		const path = random.pick(hot.length > 0 && random.chance(0.5) ? hot : paths) ?? '';
		return random.weighted<() => Promise<void>>([
			[20, () => this.#rewrite(path)],
			[1, () => (paths.length < MOST_NOTES ? this.create() : this.#remove(path))],
			[0.5, () => this.#remove(path)],
			[0.5, () => this.#rename(path)],
		])();
	}

	async create(): Promise<void> {
		this.world.count('notes created by others');
		await this.world.writeOutside(this.newPath(), this.world.maker.note());
	}

	newPath(): string {
		return `Note ${++this.#count}.md`;
	}

	async #remove(path: string): Promise<void> {
		this.world.count('notes removed by others');
		await this.world.removeOutside(path);
	}

	async #rename(path: string): Promise<void> {
		this.world.count('notes renamed by others');
		await this.world.renameOutside(path, this.newPath());
	}

	/** Changes one thing in a note. */
	async #rewrite(path: string): Promise<void> {
		const cells = this.world.oracle.notes.get(path) ?? [];
		const changed = this.world.random.weighted<(cells: readonly Cell[]) => readonly Cell[]>([
			[6, (all) => this.#insert(all, [this.world.maker.task()])],
			[1, (all) => this.#insert(all, this.world.maker.twins(2 + this.world.random.below(2)))],
			[2, (all) => this.#insert(all, [this.world.maker.text()])],
			[1, (all) => this.#insert(all, [this.world.maker.heading()])],
			[6, (all) => this.#changeFields(all)],
			[3, (all) => this.#changeWords(all)],
			[2, (all) => this.#changeStatus(all)],
			[5, (all) => this.#removeLine(all)],
			[2, (all) => this.#moveLine(all)],
			[1, (all) => all],
		])(cells);
		this.world.count('notes rewritten by others');
		await this.world.writeOutside(path, changed);
	}

	/** Above any line but the first, each at a place of its own. */
	#insert(cells: readonly Cell[], added: readonly Cell[]): readonly Cell[] {
		if (cells.length > MOST_LINES) return this.#removeLine(cells);
		const result = [...cells];
		for (const cell of added) result.splice(Math.min(result.length, bodyStart(result) + this.world.random.below(result.length)), 0, { ...cell, ending: endingOf(cells) });
		return closeLast(result, cells);
	}

	#changeFields(cells: readonly Cell[]): readonly Cell[] {
		return this.#changeTask(cells, ({ oracle, maker }, text) => {
			const task = oracle.lines.task(text);
			return task ? maker.withOtherFields(task, oracle.lines.keyOf(text) ?? '') : text;
		});
	}

	#changeWords(cells: readonly Cell[]): readonly Cell[] {
		return this.#changeTask(cells, ({ oracle, maker }, text) => {
			const task = oracle.lines.task(text);
			return task ? maker.reworded(task, oracle.lines.keyOf(text) ?? '') : text;
		});
	}

	#changeStatus(cells: readonly Cell[]): readonly Cell[] {
		return this.#changeTask(cells, ({ oracle, maker, random }, text) => {
			const task = oracle.lines.task(text);
			return task ? maker.withStatus(task, random.pick(['x', '?', ' ', '-']) ?? ' ', oracle.lines.keyOf(text) ?? '') : text;
		});
	}

	#changeTask(cells: readonly Cell[], change: (world: World, text: string) => string): readonly Cell[] {
		const chosen = this.world.random.pick(cells.filter((cell) => isOthers(cell) && this.world.oracle.lines.task(cell.text) && !this.#isTwin(cell)));
		return cells.map((cell) => (cell === chosen ? { ...cell, text: change(this.world, cell.text) } : cell));
	}

	#removeLine(cells: readonly Cell[]): readonly Cell[] {
		const chosen = this.world.random.pick(cells.slice(bodyStart(cells)).filter(isOthers));
		return closeLast(cells.filter((cell) => cell !== chosen), cells);
	}

	#moveLine(cells: readonly Cell[]): readonly Cell[] {
		const chosen = this.world.random.pick(cells.slice(bodyStart(cells)).filter((cell) => isOthers(cell) && !this.#isTwin(cell)));
		return chosen ? this.#insert(cells.filter((cell) => cell !== chosen), [chosen]) : cells;
	}

	#isTwin({ text }: Cell): boolean {
		return this.world.oracle.lines.keyOf(text)?.startsWith('g') ?? false;
	}
}

/** Lines are other programs' or the user's to change, so that neither overwrites what the other does. */
export function isOthers({ id }: Cell): boolean {
	return id % 2 === 0;
}

/** The first line behind a frontmatter. */
export function bodyStart(cells: readonly Cell[]): number {
	return cells[0]?.text.endsWith('---') ? 3 : 1;
}

function endingOf(cells: readonly Cell[]): string {
	return cells[0]?.ending === '\r\n' ? '\r\n' : '\n';
}

/** Every line but the last ends; the last one does if the last one did. */
function closeLast(cells: readonly Cell[], before: readonly Cell[]): readonly Cell[] {
	const ending = endingOf(before);
	const last = before.at(-1)?.ending ?? ending;
	return dropEmpty(cells.map((cell, at) => ({ ...cell, ending: at < cells.length - 1 ? ending : last })));
}
