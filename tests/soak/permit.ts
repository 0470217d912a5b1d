import { decided, printTask, type Cell, type Decision, type Task } from './line';
import type { Between } from './pairs';

/** What became of one line: `from` is null where it came back, `to` where it went. */
export interface Change {
	readonly id: number;
	readonly from: string | null;
	readonly to: string | null;
	readonly ending: string;
	/** When, in steps of the oracle's counter. */
	readonly step: number;
	/** For a line that went: the lines with text on both sides of it. */
	readonly between?: Between;
}

/** A line as a write would have it. */
export interface Wanted {
	readonly cell: Cell;
	readonly to: string | null;
}

/** Lines that the user decided, by their ids. */
export type Requests = ReadonlyMap<number, Request>;

export interface Request {
	readonly raw: string;
	readonly decision: Decision;
	/** When the user saw the line so, in steps of the oracle's counter. */
	readonly seen: number;
}

/** What the oracle knows that a permit needs. */
export interface Knowledge {
	/** A task by its text; undefined for what is none. */
	task(text: string): Task | undefined;
	/** Whether other lines that read the same came or went since that step, so that nobody could tell them apart. */
	isMixedUp(id: number, other: number, since: number): boolean;
}

/** What may be written while something is under way. */
export interface Permit {
	/** What was written under it and stands. */
	readonly standing: readonly Change[];
	/** Whether it allows a line to be replaced or removed. */
	allows(wanted: Wanted, knowledge: Knowledge): boolean;
	/** The lines that may come back with this text and ending. */
	findReturning(text: string, ending: string): readonly Change[];
	/** Takes down what was written. */
	apply(change: Change): void;
}

/** Changes with what was taken back left out. */
class Ledger {
	readonly standing: Change[] = [];

	apply(change: Change): void {
		const undone = this.standing.findLastIndex((each) => each.id === change.id && each.from === change.to && each.to === change.from);
		if (undone >= 0) this.standing.splice(undone, 1);
		else this.standing.push(change);
	}
}

/** A decision at work: its lines may become what it makes of them, and what it wrote may be taken back. */
export class DecidePermit extends Ledger implements Permit {
	constructor(private readonly requests: Requests) {
		super();
	}

	allows(wanted: Wanted, knowledge: Knowledge): boolean {
		return isReverse(this.standing, wanted) || [...this.requests].some(([id, request]) => isMeant(id, request, wanted, knowledge) && isDecision(request, wanted, knowledge));
	}

	findReturning(text: string, ending: string): readonly Change[] {
		return findRemoved(this.standing, text, ending);
	}
}

/** A decision that is taken back or made again, line by line. */
export class ReturnPermit extends Ledger implements Permit {
	/** @param changes those that are wanted, in their direction, as far as they are known by then. */
	constructor(private readonly changes: () => readonly Change[]) {
		super();
	}

	allows({ cell, to }: Wanted, knowledge: Knowledge): boolean {
		return this.changes().some((change) => change.from === cell.text && change.to === to && (change.id === cell.id || knowledge.isMixedUp(change.id, cell.id, change.step)));
	}

	findReturning(text: string, ending: string): readonly Change[] {
		return this.changes().filter((change) => change.from === null && change.to === text && isEnding(change, ending) && !this.standing.some(({ id }) => id === change.id));
	}
}

/** What stands of a decision that a crash cut short may be taken back. */
export class RecoveryPermit extends Ledger implements Permit {
	constructor(standing: readonly Change[]) {
		super();
		this.standing.push(...standing);
	}

	allows(wanted: Wanted): boolean {
		return isReverse(this.standing, wanted);
	}

	findReturning(text: string, ending: string): readonly Change[] {
		return findRemoved(this.standing, text, ending);
	}
}

/** Changes as they are taken back. */
export function reverse(changes: readonly Change[]): Change[] {
	return changes.map((change) => ({ ...change, from: change.to, to: change.from }));
}

function isReverse(standing: readonly Change[], { cell, to }: Wanted): boolean {
	return standing.some((change) => change.id === cell.id && change.to === cell.text && change.from === to);
}

function findRemoved(standing: readonly Change[], text: string, ending: string): readonly Change[] {
	return standing.filter((change) => change.to === null && change.from === text && isEnding(change, ending));
}

/** A line that was the last one and had no ending gets one where others follow. */
function isEnding(change: Change, ending: string): boolean {
	return change.ending === ending || change.ending === '';
}

function isMeant(id: number, { raw, seen }: Request, { cell }: Wanted, knowledge: Knowledge): boolean {
	return id === cell.id || (raw === cell.text && knowledge.isMixedUp(id, cell.id, seen));
}

/** Whether a line becomes what was decided: it reads as the user saw it, or differs in its fields only. */
function isDecision({ raw, decision }: Request, { cell, to }: Wanted, knowledge: Knowledge): boolean {
	const [seen, now] = [knowledge.task(raw), knowledge.task(cell.text)];
	if (!seen || !now || seen.words !== now.words || seen.lead !== now.lead || (raw !== cell.text && seen.status !== now.status)) return false;
	return decided(now, decision).some((after) => (after && printTask(after)) === to);
}
