import { alignLines, joinLines, printTask, splitLines, type Cell, type Line, type Pair as LinePair, type Task } from './line';
import type { Change, Knowledge, Permit, Wanted } from './permit';

/** A note as it stood at one time. */
export interface Version {
	readonly cells: readonly Cell[];
	/** In steps of the oracle's counter. */
	readonly step: number;
}

/** Something that must never happen. */
export interface Violation {
	readonly kind: 'wrong line' | 'lost bytes' | 'not reported' | 'trouble';
	readonly detail: string;
}

type Pair = LinePair<Cell, Line>;

/** A write of the app's that is being judged. */
interface Write {
	readonly path: string;
	readonly pairs: readonly Pair[];
	readonly excuse: Excuse;
	/** The lines that stand somewhere once it is done, as far as that is known by now. */
	readonly standing: Set<number>;
}

/** Whether a write is the app's own and not the plugin's to answer for. */
export type Excuse = 'none' | 'app';

const STATUSES = ['?', ' ', 'x', '-'];
/** Versions of a note that are kept, for what the index has read of it. */
const MOST_VERSIONS = 40;

/**
 * Knows what each line of each note may be, without any code of the plugin: what other
 * programs write it makes itself, and what the app writes must differ from what was on disk
 * in exactly those lines that a decision under way, or typing, was allowed to change.
 */
export class Oracle implements Knowledge {
	readonly notes = new Map<string, readonly Cell[]>();
	readonly violations: Violation[] = [];
	/** Lines that the app itself lost or garbled, by saving over a change of which it had not heard, or by merging one. */
	excused = 0;
	lineChanges = 0;
	readonly #versions = new Map<string, Map<number, Version>>();
	/** What a text stands for: lines of the same key read the same at some time. */
	readonly #keys = new Map<string, string>();
	/** The key of each line. */
	readonly #ids = new Map<number, string>();
	readonly #tasks = new Map<string, Task>();
	/** When lines of a key were last changed by others than the plugin. */
	readonly #churn = new Map<string, number>();
	readonly #permits = new Set<Permit>();
	readonly #left = new Set<Permit>();
	/** What was typed and is not yet on disk, by the line's id. */
	readonly #typed = new Map<number, Typed>();
	#lastId = 0;
	#step = 0;

	get step(): number {
		return this.#step;
	}

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

	task(text: string): Task | undefined {
		return this.#tasks.get(text);
	}

	keyOf(text: string): string | undefined {
		return text.trim() === '' ? '' : this.#keys.get(text);
	}

	isMixedUp(id: number, other: number, since: number): boolean {
		const key = this.#ids.get(other);
		return key !== undefined && key === this.#ids.get(id) && (this.#churn.get(key) ?? 0) > since;
	}

	/** Lines that read so now, or that ever stood for the same. */
	idsOf(text: string): readonly number[] {
		const key = this.keyOf(text);
		return [...this.#ids].flatMap(([id, each]) => (each === key ? [id] : []));
	}

	/** What a line reads now; undefined where it is gone. */
	textOfId(id: number): string | undefined {
		for (const cells of this.notes.values()) {
			const cell = cells.find((each) => each.id === id);
			if (cell) return cell.text;
		}
		return undefined;
	}

	textOf(path: string): string {
		return joinLines(this.notes.get(path) ?? []);
	}

	/** The note as it stood when it was modified then. */
	version(path: string, mtime: number): Version | undefined {
		return this.#versions.get(path)?.get(mtime);
	}

	permit(permit: Permit): void {
		this.#permits.add(permit);
	}

	revoke(permit: Permit): void {
		this.#permits.delete(permit);
	}

	/** Leaves a permit for what an editor holds and has not saved: it counts where nothing else allows a change. */
	leave(permit: Permit): void {
		this.#permits.delete(permit);
		this.#left.add(permit);
	}

	/** The user typed a line, or changed one. `id` is null for a new one. */
	type(path: string, id: number | null, text: string): void {
		const typed = this.#typed.get(id ?? -1);
		this.#typed.set(id ?? this.nextId(), { path, texts: [...(id !== null && typed ? typed.texts : []), text], isNew: id === null });
	}

	/** Forgets typed lines that never came to the disk. @returns those. */
	forgetTyped(isLost: (typed: Typed) => boolean): readonly Typed[] {
		const lost = [...this.#typed].filter(([, typed]) => isLost(typed));
		for (const [id] of lost) this.#typed.delete(id);
		return lost.map(([, typed]) => typed);
	}

	/** Another program wrote the note so. */
	wroteOutside(path: string, cells: readonly Cell[], mtime: number): void {
		this.#step++;
		const before = new Map((this.notes.get(path) ?? []).map((cell) => [cell.id, cell]));
		const after = new Map(cells.map((cell) => [cell.id, cell]));
		for (const cell of [...before.values(), ...cells]) {
			if (before.get(cell.id)?.text !== after.get(cell.id)?.text) this.#stir(cell.text);
		}
		this.#put(path, cells, mtime);
	}

	removed(path: string): void {
		this.#step++;
		for (const { text } of this.notes.get(path) ?? []) this.#stir(text);
		this.notes.delete(path);
		this.#versions.delete(path);
		this.forgetTyped((typed) => typed.path === path);
	}

	renamed(from: string, to: string): void {
		const cells = this.notes.get(from);
		const versions = this.#versions.get(from);
		if (!cells || !versions) return;
		this.notes.delete(from);
		this.#versions.delete(from);
		this.notes.set(to, cells);
		this.#versions.set(to, versions);
		for (const [id, typed] of this.#typed) if (typed.path === from) this.#typed.set(id, { ...typed, path: to });
	}

	/**
	 * A crash tore the file: whatever of it is left is what counts from now on. What was under
	 * way may have been part of what was to be written; what else is gone was cut off.
	 */
	tore(path: string, text: string, whole: string, mtime: number): void {
		this.#step++;
		const pairs = alignLines(this.notes.get(path) ?? [], splitLines(whole), (cell, line) => this.#isSame(cell, line));
		const cells = pairs.flatMap(({ before, after }, at): Cell[] => {
			if (before && before.text !== after?.text) this.#change(before, after?.text ?? null, betweenOf(at, pairs));
			if (before && !after) this.#stir(before.text);
			return after ? [{ id: before?.id ?? this.nextId(), ...after }] : [];
		});
		this.#put(path, this.#cutOff(cells, splitLines(text)), mtime);
	}

	/** The lines of which anything is left; what is left of the last one may be no line any more that anybody knows. */
	#cutOff(cells: readonly Cell[], left: readonly Line[]): Cell[] {
		for (const [at, { text }] of cells.entries()) if (text !== left[at]?.text) this.#stir(text);
		return left.map((line, at) => ({ id: cells[at]?.text === line.text ? cells[at].id : this.nextId(), ...line }));
	}

	/** Whether a line is what a crash or a merge of the app's own left of another: nobody can say what may become of it. */
	isDebris(text: string): boolean {
		return this.keyOf(text) === undefined;
	}

	/** The app wrote the note: every line must be as it was, or changed as it was allowed to. */
	appWrote(path: string, text: string, mtime: number, excuse: Excuse): void {
		this.#step++;
		const before = this.notes.get(path) ?? [];
		const pairs = alignLines(before, splitLines(text), (cell, line) => this.#isSame(cell, line));
		for (const at of pairs.keys()) this.#settleRun(pairs, at);
		const write = { path, pairs, excuse, standing: this.#standingIn(path, pairs) };
		this.#put(path, [...pairs.keys()].flatMap((at) => this.#judge(write, at) ?? []), mtime);
	}

	#standingIn(path: string, pairs: readonly Pair[]): Set<number> {
		const others = [...this.notes].flatMap(([each, cells]) => (each === path ? [] : cells));
		return new Set([...others, ...pairs.flatMap(({ before, after }) => (before && after ? [before] : []))].map(({ id }) => id));
	}

	report(kind: Violation['kind'], detail: string): void {
		this.violations.push({ kind, detail });
	}

	/** Of equal lines with nothing left between them it makes no difference which one went: it is taken to be the one that may. */
	#settleRun(pairs: Pair[], at: number): void {
		const removed = pairs[at];
		if (!removed?.before || removed.after || this.#mayGo(removed.before)) return;
		const { text } = removed.before;
		const isInRun = (each: Pair | undefined): boolean => each?.before !== undefined && each.before !== null && (each.before.text === text || each.after === null);
		let start = at;
		while (isInRun(pairs[start - 1])) start--;
		for (let other = start; isInRun(pairs[other]); other++) {
			const pair = pairs[other];
			if (!pair?.before || pair.before.text !== text || pair.after?.text !== text || !this.#mayGo(pair.before)) continue;
			pairs[at] = { before: pair.before, after: null };
			pairs[other] = { before: removed.before, after: pair.after };
			return;
		}
	}

	#mayGo(cell: Cell): boolean {
		return [...this.#permits].some((each) => each.allows({ cell, to: null }, this));
	}

	#judge(write: Write, at: number): Cell | null {
		const { path, pairs, excuse } = write;
		const { before, after } = pairs[at] ?? { before: null, after: null };
		if (before && after && before.text === after.text && before.ending === after.ending) return before;
		this.lineChanges++;
		if (!before) return after && this.#judgeNew(write, after, at);
		if (after && before.ending !== after.ending) this.#accuse('lost bytes', `${path}: the ending of a line has changed: ${show(before)} -> ${show(after)}`, excuse);
		const to = after?.text ?? null;
		if (before.text !== to && !this.#change(before, to, betweenOf(at, pairs))) {
			this.#accuse(to === null ? 'lost bytes' : 'wrong line', `${path}: ${show(before)} -> ${after ? show(after) : 'gone'}`, excuse);
		}
		return after && { id: before.id, ...after };
	}

	#change(cell: Cell, to: string | null, between: Change['between']): boolean {
		const typed = this.#typed.get(cell.id);
		const was = to === null ? -1 : (typed?.texts.findIndex((text) => this.#isTyped(text, cell.text, to)) ?? -1);
		if (was >= 0) {
			// An earlier state of what is being typed may be saved first.
			if (was === (typed?.texts.length ?? 0) - 1) this.#typed.delete(cell.id);
			return true;
		}
		if (this.isDebris(cell.text)) return true;
		const wanted: Wanted = { cell, to };
		const permit = [...this.#permits, ...this.#left].find((each) => each.allows(wanted, this));
		permit?.apply({ id: cell.id, from: cell.text, to, ending: cell.ending, step: this.#step, ...(between ? { between } : {}) });
		return permit !== undefined;
	}

	/** Whether a line becomes what was typed; the app merges other words into what has become of the rest meanwhile. */
	#isTyped(text: string, from: string, to: string): boolean {
		if (text === to) return true;
		const [typed, before, after] = [this.task(text), this.task(from), this.task(to)];
		return typed !== undefined && before !== undefined && after !== undefined && after.words === typed.words && printTask({ ...after, words: before.words }) === from;
	}

	#judgeNew(write: Write, line: Line, at: number): Cell {
		const { path, pairs, excuse, standing } = write;
		const typed = [...this.#typed].find(([, each]) => each.isNew && each.texts.includes(line.text));
		if (typed) {
			this.#typed.delete(typed[0]);
			return { id: typed[0], ...line };
		}
		for (const permit of [...this.#permits, ...this.#left]) {
			const candidates = permit.findReturning(line.text, line.ending).filter(({ id }) => !standing.has(id));
			// Of lines that read the same it is the one that belongs there.
			const change = candidates.find((each) => this.#isAtItsPlace(path, each, at, pairs)) ?? candidates[0];
			if (!change) continue;
			if (candidates.length > 1) this.#stir(line.text);
			if (!this.#isAtItsPlace(path, change, at, pairs)) this.report('wrong line', `${path}: a line came back between ${this.#name(betweenOf(at, pairs))}, not between ${this.#name(change.between ?? [null, null])}`);
			permit.apply({ ...change, from: null, to: line.text, step: this.#step });
			standing.add(change.id);
			return { id: change.id, ...line };
		}
		if (this.isDebris(line.text) && pairs.some(({ before, after }) => before && !after && this.isDebris(before.text))) return { id: this.nextId(), ...line };
		this.#accuse('wrong line', `${path}: a line came from nowhere: ${show(line)}`, excuse);
		return { id: this.#idOfStray(line.text, standing), ...line };
	}

	/** The line that this is, of those that stand nowhere any more. Where all of them stand it is one more, and nobody could tell it from them. */
	#idOfStray(text: string, standing: Set<number>): number {
		const known = this.idsOf(text);
		const id = known.find((each) => !standing.has(each)) ?? this.nextId();
		if (!known.includes(id)) this.#stir(text);
		standing.add(id);
		return id;
	}

	/** A line that comes back belongs between the lines between which it was, where these still are neighbours. */
	#isAtItsPlace(path: string, { between, to, from }: Change, at: number, pairs: readonly Pair[]): boolean {
		if (!between) return true;
		// Of equal lines one behind the other nobody can tell which one went.
		if (between.some((id) => id !== null && this.#ids.get(id) === this.keyOf(to ?? from ?? ''))) return true;
		const ids = (this.notes.get(path) ?? []).filter(({ text }) => text.trim() !== '').map(({ id }) => id);
		const above = between[0] === null ? -1 : ids.indexOf(between[0]);
		const below = between[1] === null ? ids.length : ids.indexOf(between[1]);
		const wereNeighbours = (between[0] === null || above >= 0) && below === above + 1;
		const now = betweenOf(at, pairs);
		return !wereNeighbours || (now[0] === between[0] && now[1] === between[1]);
	}

	#name([above, below]: readonly [number | null, number | null]): string {
		const nameOf = (id: number | null): string => (id === null ? 'the edge' : JSON.stringify(this.textOfId(id)));
		return `${nameOf(above)} and ${nameOf(below)}`;
	}

	#accuse(kind: Violation['kind'], detail: string, excuse: Excuse): void {
		if (excuse === 'none') this.report(kind, detail);
		else this.excused++;
	}

	#isSame(cell: Cell, line: Line): boolean {
		if (cell.text === line.text) return true;
		const key = this.keyOf(line.text);
		return key !== undefined && key !== '' && key === this.keyOf(cell.text);
	}

	#stir(text: string): void {
		const key = this.keyOf(text);
		if (key !== undefined) this.#churn.set(key, this.#step);
	}

	#put(path: string, cells: readonly Cell[], mtime: number): void {
		this.notes.set(path, cells);
		for (const { id, text } of cells) {
			const key = this.keyOf(text);
			if (key !== undefined) this.#ids.set(id, key);
		}
		const versions = this.#versions.get(path) ?? new Map<number, Version>();
		this.#versions.set(path, versions.set(mtime, { cells, step: this.#step }));
		const [oldest] = versions.keys();
		if (versions.size > MOST_VERSIONS && oldest !== undefined) versions.delete(oldest);
	}
}

/** A line that was typed, with all that it read since it was last on disk. */
export interface Typed {
	readonly path: string;
	readonly texts: readonly string[];
	readonly isNew: boolean;
}

/** The nearest lines with text that were there before, on both sides. */
function betweenOf(at: number, pairs: readonly Pair[]): [above: number | null, below: number | null] {
	const idOf = ({ before, after }: Pair): number | null => (before && before.text.trim() !== '' && after ? before.id : null);
	const above = pairs.slice(0, at).findLast((pair) => idOf(pair) !== null);
	const below = pairs.slice(at + 1).find((pair) => idOf(pair) !== null);
	return [above ? idOf(above) : null, below ? idOf(below) : null];
}

function show({ text, ending }: Line): string {
	return JSON.stringify(text + ending);
}
