import { isRecord } from './record';
import { parseMarks, type MarkedTask, type StoredMark } from './stored-marks';

/** What the user has decided and no note says. */
export interface UserMemory {
	/** What was said of near-duplicates, the oldest first. */
	readonly marks: readonly StoredMark[];
	/** Tasks whose lines were deleted, the oldest first. */
	readonly deleted: readonly DeletedTask[];
}

/** A task that was put away by deleting its line. */
export interface DeletedTask extends MarkedTask {
	/** `YYYY-MM-DD` */
	readonly day: string;
}

export const EMPTY_MEMORY: UserMemory = { marks: [], deleted: [] };
/** The oldest ones are let go. */
export const MOST_DELETED = 2000;

/** Reads a stored memory of unknown shape. A part that is invalid is empty, and named. */
export function parseMemory(data: Readonly<Record<string, unknown>>): { readonly memory: UserMemory; readonly invalid: readonly string[] } {
	const [marks, deleted] = [parseMarks(data['marks']), parseDeleted(data['deleted'])];
	return { memory: { marks: marks ?? [], deleted: deleted ?? [] }, invalid: [...(marks ? [] : ['marks']), ...(deleted ? [] : ['deleted'])] };
}

/** The deleted tasks with some more; each is remembered once. */
export function addDeleted(deleted: readonly DeletedTask[], added: readonly DeletedTask[]): readonly DeletedTask[] {
	return [...withoutDeleted(deleted, added), ...added].slice(-MOST_DELETED);
}

/** The deleted tasks without some, which are back in their notes. */
export function withoutDeleted(deleted: readonly DeletedTask[], back: readonly MarkedTask[]): readonly DeletedTask[] {
	const names = new Set(back.map(nameOf));
	return deleted.filter((task) => !names.has(nameOf(task)));
}

function nameOf({ text, owner }: MarkedTask): string {
	return JSON.stringify([text, owner]);
}

function parseDeleted(data: unknown): readonly DeletedTask[] | null {
	if (data === undefined) return [];
	return Array.isArray(data) && data.every(isDeleted) ? data : null;
}

function isDeleted(value: unknown): value is DeletedTask {
	return isRecord(value) && typeof value['text'] === 'string' && typeof value['day'] === 'string' && (value['owner'] === null || typeof value['owner'] === 'string');
}
