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
		const undone = this.standing.findLastIndex((each) => isTakenBackBy(each, change));
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

	/** What may be taken back after a crash. */
	toRecover(): RecoveryPermit {
		return new RecoveryPermit(this.standing, this.requests);
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

/**
 * What stands of a decision that a crash cut short may be taken back. So may what another
 * program has made of a line, where that is just what was decided: nothing tells whose it is.
 */
export class RecoveryPermit extends Ledger implements Permit {
	constructor(standing: readonly Change[], private readonly requests: Requests = new Map()) {
		super();
		this.standing.push(...standing);
	}

	allows(wanted: Wanted, knowledge: Knowledge): boolean {
		return isReverse(this.standing, wanted) || this.#isAnticipated(wanted, knowledge);
	}

	findReturning(text: string, ending: string): readonly Change[] {
		const anticipated = [...this.requests].flatMap(([id, { raw, decision }]): Change[] => (decision === 'delete' && raw === text ? [{ id, from: text, to: null, ending, step: 0 }] : []));
		return [...findRemoved(this.standing, text, ending), ...anticipated];
	}

	/** What others have made never stood as the decision's own. */
	override apply(change: Change): void {
		if (this.standing.some((each) => isTakenBackBy(each, change))) super.apply(change);
	}

	#isAnticipated({ cell, to }: Wanted, knowledge: Knowledge): boolean {
		const request = this.requests.get(cell.id);
		return request !== undefined && to !== null && isDecision(request, { cell: { ...cell, text: to }, to: cell.text }, knowledge);
	}
}

/** Changes as they are taken back. */
export function reverse(changes: readonly Change[]): Change[] {
	return changes.map((change) => ({ ...change, from: change.to, to: change.from }));
}

function isTakenBackBy(one: Change, other: Change): boolean {
	return one.id === other.id && one.from === other.to && one.to === other.from;
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
