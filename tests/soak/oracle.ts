import { KnownLines } from './known-lines';
import { alignLines, isHeading, joinLines, splitLines, type Cell, type Line } from './line';
import { betweenOf, comeAt, goFrom, isBetween, runOf, type Between, type Pair } from './pairs';
import type { Change, Permit, Wanted } from './permit';
import { Typing } from './typing';

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

/** Versions of a note that are kept, for what the index has read of it. */
const MOST_VERSIONS = 40;

/**
 * Knows what each line of each note may be, without any code of the plugin: what other
 * programs write it makes itself, and what the app writes must differ from what was on disk
 * in exactly those lines that a decision under way, or typing, was allowed to change.
 */
export class Oracle {
	readonly lines = new KnownLines();
	readonly typing = new Typing(this.lines);
	readonly notes = new Map<string, readonly Cell[]>();
	readonly violations: Violation[] = [];
	/** Lines that the app itself lost or garbled, by saving over a change of which it had not heard, or by merging one. */
	excused = 0;
	lineChanges = 0;
	readonly #versions = new Map<string, Map<number, Version>>();
	readonly #permits = new Set<Permit>();
	readonly #left = new Set<Permit>();
	/** Lines that a merge garbled and that went since: undo may bring back just those. */
	readonly #goneDebris = new Set<string>();
	#step = 0;

	get step(): number {
		return this.#step;
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

	/** Another program wrote the note so. */
	wroteOutside(path: string, cells: readonly Cell[], mtime: number): void {
		this.#step++;
		const known = this.notes.get(path) ?? [];
		const [before, after] = [known, cells].map((all) => new Map(all.map((cell) => [cell.id, cell.text]))) as [Map<number, string>, Map<number, string>];
		// Equal lines are told apart by their headings, so those that come under another one are so no more.
		const [above, now] = [headingsOf(known), headingsOf(cells)];
		for (const { id, text } of [...known, ...cells]) {
			if (before.get(id) !== after.get(id) || above.get(id) !== now.get(id)) this.lines.stir(text, this.#step);
		}
		this.#put(path, cells, mtime);
	}

	/** The app put back what it had read of a note, over what has been written since: its own way, which no plugin can mend. */
	overwrote(path: string, text: string, mtime: number): void {
		const pairs = alignLines(this.notes.get(path) ?? [], splitLines(text), (cell, line) => this.lines.isSame(cell.text, line.text));
		const standing = this.#standingIn(path, pairs);
		this.excused += pairs.filter(({ before, after }) => before?.text !== after?.text).length;
		this.wroteOutside(path, pairs.flatMap(({ before, after }) => (after ? [{ id: before?.id ?? this.#idOfStray(after.text, standing), ...after }] : [])), mtime);
	}

	removed(path: string): void {
		this.#step++;
		for (const { text } of this.notes.get(path) ?? []) this.lines.stir(text, this.#step);
		this.notes.delete(path);
		this.#versions.delete(path);
		this.typing.forget((typed) => typed.path === path);
	}

	renamed(from: string, to: string): void {
		const cells = this.notes.get(from);
		const versions = this.#versions.get(from);
		if (!cells || !versions) return;
		this.notes.delete(from);
		this.#versions.delete(from);
		this.notes.set(to, cells);
		this.#versions.set(to, versions);
		this.typing.rename(from, to);
	}

	/**
	 * A crash tore the file: whatever of it is left is what counts from now on. What was under
	 * way may have been part of what was to be written; what else is gone was cut off.
	 */
	tore(path: string, text: string, whole: string, mtime: number): void {
		this.#step++;
		const pairs = alignLines(this.notes.get(path) ?? [], splitLines(whole), (cell, line) => this.lines.isSame(cell.text, line.text));
		const cells = pairs.flatMap(({ before, after }, at): Cell[] => {
			if (before && before.text !== after?.text) this.#change(before, after?.text ?? null, betweenOf(at, pairs));
			if (before && !after) this.lines.stir(before.text, this.#step);
			return after ? [{ id: before?.id ?? this.lines.nextId(), ...after }] : [];
		});
		this.#put(path, this.#cutOff(cells, splitLines(text)), mtime);
	}

	/** The lines of which anything is left; what is left of the last one may be no line any more that anybody knows. */
	#cutOff(cells: readonly Cell[], left: readonly Line[]): Cell[] {
		for (const [at, { text }] of cells.entries()) if (text !== left[at]?.text) this.lines.stir(text, this.#step);
		return left.map((line, at) => ({ id: cells[at]?.text === line.text ? cells[at].id : this.lines.nextId(), ...line }));
	}

	/** The app wrote the note: every line must be as it was, or changed as it was allowed to. */
	appWrote(path: string, text: string, mtime: number, excuse: Excuse): void {
		this.#step++;
		const before = this.notes.get(path) ?? [];
		const pairs = alignLines(before, splitLines(text), (cell, line) => this.lines.isSame(cell.text, line.text));
		const write = { path, pairs, excuse, standing: this.#standingIn(path, pairs) };
		for (const at of pairs.keys()) this.#settleGone(pairs, at);
		for (const at of pairs.keys()) this.#settleReturned(write, pairs, at);
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
	#settleGone(pairs: Pair[], at: number): void {
		const removed = pairs[at];
		if (!removed?.before || removed.after || this.#mayGo(removed.before)) return;
		const { text } = removed.before;
		const isInRun = (each: Pair | undefined): boolean => each?.before !== undefined && each.before !== null && (each.before.text === text || each.after === null);
		let start = at;
		while (isInRun(pairs[start - 1])) start--;
		for (let other = start; isInRun(pairs[other]); other++) {
			const pair = pairs[other];
			if (!pair?.before || pair.before.text !== text || pair.after?.text !== text || !this.#mayGo(pair.before)) continue;
			return goFrom(pairs, at, other);
		}
	}

	/** Nor which one came back: it is taken to be the one that belongs between those that stood there. */
	#settleReturned({ standing }: Write, pairs: Pair[], at: number): void {
		const come = pairs[at];
		if (!come?.after || come.before) return;
		const { text, ending } = come.after;
		const candidates = this.#findReturning(text, ending, standing);
		const fits = (place: number): boolean => candidates.some(({ between }) => isBetween(between, place, comeAt(pairs, at, place)));
		const place = candidates.length === 0 ? undefined : runOf(pairs, at).find(fits);
		if (place !== undefined) pairs.splice(0, pairs.length, ...comeAt(pairs, at, place));
	}

	#findReturning(text: string, ending: string, standing: ReadonlySet<number>): readonly Change[] {
		return [...this.#permits, ...this.#left].flatMap((permit) => permit.findReturning(text, ending)).filter(({ id }) => !standing.has(id));
	}

	#mayGo(cell: Cell): boolean {
		return [...this.#permits].some((each) => each.allows({ cell, to: null }, this.lines));
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
		if (to !== null && this.typing.save(cell.id, cell.text, to)) return true;
		if (this.lines.isDebris(cell.text)) {
			if (to === null) this.#goneDebris.add(cell.text);
			return true;
		}
		const wanted: Wanted = { cell, to };
		const permit = [...this.#permits, ...this.#left].find((each) => each.allows(wanted, this.lines));
		permit?.apply({ id: cell.id, from: cell.text, to, ending: cell.ending, step: this.#step, ...(between ? { between } : {}) });
		return permit !== undefined;
	}

	#judgeNew(write: Write, line: Line, at: number): Cell {
		const { path, pairs, excuse, standing } = write;
		const typed = this.typing.saveNew(line.text);
		if (typed !== null) return { id: typed, ...line };
		for (const permit of [...this.#permits, ...this.#left]) {
			const candidates = permit.findReturning(line.text, line.ending).filter(({ id }) => !standing.has(id));
			// Of lines that read the same it is the one that belongs there.
			const change = candidates.find(({ between }) => isBetween(between, at, pairs)) ?? candidates.find((each) => this.#isAtItsPlace(path, each, at, pairs)) ?? candidates[0];
			if (!change) continue;
			if (candidates.length > 1) this.lines.stir(line.text, this.#step);
			if (!this.#isAtItsPlace(path, change, at, pairs)) this.report('wrong line', `${path}: a line came back between ${this.#name(betweenOf(at, pairs))}, not between ${this.#name(change.between ?? [null, null])}`);
			permit.apply({ ...change, from: null, to: line.text, step: this.#step });
			standing.add(change.id);
			return { id: change.id, ...line };
		}
		if (this.#goneDebris.delete(line.text)) return { id: this.lines.nextId(), ...line };
		if (this.lines.isDebris(line.text) && pairs.some(({ before, after }) => before && !after && this.lines.isDebris(before.text))) return { id: this.lines.nextId(), ...line };
		this.#accuse('wrong line', `${path}: a line came from nowhere: ${show(line)}`, excuse);
		return { id: this.#idOfStray(line.text, standing), ...line };
	}

	/** The line that this is, of those that stand nowhere any more. Where all of them stand it is one more, and nobody could tell it from them. */
	#idOfStray(text: string, standing: Set<number>): number {
		const known = this.lines.idsOf(text);
		const id = known.find((each) => !standing.has(each)) ?? this.lines.nextId();
		if (!known.includes(id)) this.lines.stir(text, this.#step);
		standing.add(id);
		return id;
	}

	/** A line that comes back belongs between the lines between which it was, where these still are neighbours. */
	#isAtItsPlace(path: string, { between, to, from }: Change, at: number, pairs: readonly Pair[]): boolean {
		if (!between) return true;
		// Of equal lines one behind the other nobody can tell which one went.
		if (between.some((id) => id !== null && this.lines.isOfKind(id, to ?? from ?? ''))) return true;
		const ids = (this.notes.get(path) ?? []).filter(({ text }) => text.trim() !== '').map(({ id }) => id);
		const above = between[0] === null ? -1 : ids.indexOf(between[0]);
		const below = between[1] === null ? ids.length : ids.indexOf(between[1]);
		const wereNeighbours = (between[0] === null || above >= 0) && below === above + 1;
		return !wereNeighbours || isBetween(between, at, pairs);
	}

	#name([above, below]: Between): string {
		const nameOf = (id: number | null): string => (id === null ? 'the edge' : JSON.stringify(this.textOfId(id)));
		return `${nameOf(above)} and ${nameOf(below)}`;
	}

	#accuse(kind: Violation['kind'], detail: string, excuse: Excuse): void {
		if (excuse === 'none') this.report(kind, detail);
		else this.excused++;
	}

	#put(path: string, cells: readonly Cell[], mtime: number): void {
		this.notes.set(path, cells);
		this.lines.identify(cells);
		const versions = this.#versions.get(path) ?? new Map<number, Version>();
		this.#versions.set(path, versions.set(mtime, { cells, step: this.#step }));
		const [oldest] = versions.keys();
		if (versions.size > MOST_VERSIONS && oldest !== undefined) versions.delete(oldest);
	}
}

/** The heading under which each line stands, by their ids. */
function headingsOf(cells: readonly Cell[]): ReadonlyMap<number, number | null> {
	let heading: number | null = null;
	return new Map(cells.map(({ id, text }) => [id, (heading = isHeading(text) ? id : heading)]));
}

function show({ text, ending }: Line): string {
	return JSON.stringify(text + ending);
}
