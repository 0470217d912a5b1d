import { dropEmpty, type Cell, type Task } from './line';
import type { Oracle } from './oracle';
import type { Random } from './random';

const LEADS = ['- ', '* ', '+ ', '1. ', '> - ', '> > * '];
const WORDS = ['Send the list', 'Call back', 'Prüfe das Angebot', 'Plan\u00a0the\u00a0day', 'Ask **twice** `now`', 'Bring ❤️ and 👩‍💻', 'שלום, answer', 'Order 3 × 5'];
const FIELDS = ['', ' @Myself', ' @Ana Ruiz 📅 2026-01-31', ' 📅 2026-02-01 ⏫', ' 🔼', ' @[[Ben Okafor]]'];
const TAILS = ['', '', '', ' #auto', ' ^b7', '  ', ' #auto 🆔 k1'];
const STATUSES = ['?', '?', '?', '?', ' ', 'x', '-'];

/** Makes lines that never stood anywhere before, and notes of them. */
export class NoteMaker {
	#count = 0;

	constructor(private readonly random: Random, private readonly oracle: Oracle) {}

	/** A task that reads as no other. */
	task(): Cell {
		return this.#cell(this.oracle.lines.registerTask(this.#newTask(this.#token('n')), this.#key('n')));
	}

	/** Tasks that read the same. */
	twins(count: number): Cell[] {
		const task = { ...this.#newTask(this.#token('g')), status: '?' };
		const text = this.oracle.lines.registerTask(task, this.#key('g'));
		return Array.from({ length: count }, () => this.#cell(text));
	}

	/** The task with other words or other fields, still known as the same. */
	reworded(task: Task, key: string): string {
		return this.oracle.lines.registerTask({ ...task, words: `${task.words} ${this.#token('w')}` }, key);
	}

	withOtherFields(task: Task, key: string): string {
		return this.oracle.lines.registerTask({ ...task, fields: this.random.pick(FIELDS) ?? '' }, key);
	}

	withStatus(task: Task, status: string, key: string): string {
		return this.oracle.lines.registerTask({ ...task, status }, key);
	}

	/** A line that is no task. */
	text(): Cell {
		return this.#cell(this.oracle.lines.register(`Some words, ${this.#token('n')}.`, this.#key('n')));
	}

	appended(text: string, key: string): string {
		return this.oracle.lines.register(`${text} ${this.#token('w')}`, key);
	}

	/** A note as a pipeline writes it. */
	note(): readonly Cell[] {
		const ending = this.random.chance(0.2) ? '\r\n' : '\n';
		const cells = [...this.#frontmatter(), ...Array.from({ length: 1 + this.random.below(3) }, () => this.#section()).flat()];
		const last = this.random.chance(0.3) ? '' : ending;
		const start = this.random.chance(0.1) ? '\ufeff' : '';
		return dropEmpty(cells.map((cell, at) => ({ ...cell, text: at === 0 ? this.#withStart(start, cell.text) : cell.text, ending: at === cells.length - 1 ? last : ending })));
	}

	heading(): Cell {
		return this.#cell(this.oracle.lines.register(`## Next ${this.#token('n')}`, this.#key('n')));
	}

	#frontmatter(): Cell[] {
		if (this.random.chance(0.5)) return [this.heading()];
		return [this.#fence(), this.#cell(this.oracle.lines.register(`title: ${this.#token('n')}`, this.#key('n'))), this.#fence()];
	}

	#fence(): Cell {
		return this.#cell(this.oracle.lines.register('---', 'fence'));
	}

	#section(): Cell[] {
		const twins = this.random.chance(0.3) ? this.twins(2) : [];
		const lines = Array.from({ length: 2 + this.random.below(5) }, () => this.random.weighted<() => Cell>([[6, () => this.task()], [2, () => this.text()], [1, () => this.#cell('')]])());
		for (const twin of twins) lines.splice(this.random.below(lines.length + 1), 0, twin);
		return [this.heading(), ...lines, this.#cell('')];
	}

	#newTask(token: string): Task {
		const pick = (all: readonly string[]): string => this.random.pick(all) ?? '';
		return { lead: pick(LEADS), status: pick(STATUSES), words: `${pick(WORDS)} ${token}`, fields: pick(FIELDS), isProposed: this.random.chance(0.8), tail: pick(TAILS) };
	}

	#withStart(start: string, text: string): string {
		return start === '' ? text : this.oracle.lines.register(start + text, this.oracle.lines.keyOf(text) ?? '');
	}

	#cell(text: string): Cell {
		return { id: this.oracle.lines.nextId(), text, ending: '\n' };
	}

	#token(kind: string): string {
		return `${kind}${++this.#count}`;
	}

	/** The key of the token that was made last. */
	#key(kind: string): string {
		return `${kind}${this.#count}`;
	}
}
