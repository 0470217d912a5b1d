import { detach } from './detach';
import type { Note } from './note';
import { isPlaceholder, isProposed } from './proposal';
import type { DeletedTask } from './user-memory';
import { statusType, type Status } from './status';
import { hasTag, parseTaskLine, taskDate, taskOwner, taskText, type TaskLine } from './task-line';

/** What became of a task: it is there to be done, by the user's own hand or as a confirmed proposal, or it was put away or done. */
export type Verdict = 'open' | 'confirmed' | 'dismissed' | 'done' | 'deleted';

/** A task that was decided: a line in a note, or one that was deleted. */
export interface DecidedTask {
	/** Tells it from all other tasks of a snapshot, and says which note it is in. */
	readonly key: string;
	readonly verdict: Verdict;
	/** `YYYY-MM-DD`; null where the line does not say. */
	readonly day: string | null;
	/** Where it stands; null where it was deleted. */
	readonly place: DecidedPlace | null;
}

/** A line, when it was read. */
export interface DecidedPlace {
	readonly path: string;
	readonly line: number;
	readonly raw: string;
}

const TASK_TAG = '#task';
/** Begins the keys of decided tasks; no path begins so. */
const SIGN = '\u0000';

/** Finds the tasks of a note that are decided: those with `#task` that are no proposals. Equal lines are one. */
export function readDecided(note: Note, statuses: readonly Status[]): DecidedTask[] {
	const items = note.listItems.filter(({ task }) => task !== null);
	if (items.length === 0) return [];
	const lines = note.text.split('\n');
	const found = new Map<string, DecidedTask>();
	for (const { line } of items) {
		const decided = readLine(note.path, lines[line]?.replace(/\r$/u, '') ?? '', line, statuses);
		if (decided && !found.has(decided.key)) found.set(decided.key, decided);
	}
	return [...found.values()];
}

/** The path of a decided task's note, by its key; empty for a deleted task, null where the key is a proposal's. */
export function pathOfDecided(key: string): string | null {
	return key.startsWith(SIGN) ? (key.split('\n')[1] ?? null) : null;
}

/** What a decided line says and for whom, as written. */
export function saidBy({ raw }: DecidedPlace): { readonly text: string; readonly owner: string | null } {
	const task = parseTaskLine(raw);
	return { text: task ? taskText(task) : '', owner: task && taskOwner(task) };
}

function readLine(path: string, text: string, line: number, statuses: readonly Status[]): DecidedTask | null {
	// Most lines need no closer look.
	if (!text.includes(TASK_TAG.slice(0, 1))) return null;
	const task = parseTaskLine(text);
	if (!task || !hasTag(task, TASK_TAG) || isProposed(task, statuses)) return null;
	const type = statusType(statuses, task.status);
	if (type === 'NON_TASK' || taskText(task) === '' || isPlaceholder(text)) return null;
	const raw = detach(text);
	return { key: `${SIGN}\n${path}\n${raw}`, verdict: verdictOn(task, type), day: taskDate(task, STAMPS[type]), place: { path, line, raw } };
}

/** The date that tells when a task came to be what it is. */
const STAMPS = { TODO: 'created', IN_PROGRESS: 'created', ON_HOLD: 'created', DONE: 'completion', CANCELLED: 'cancelled' } as const;
/** The pipeline's own tag, which stays when a proposal is confirmed. */
const AUTO_TAG = '#auto';

function verdictOn(task: TaskLine, type: keyof typeof STAMPS): Verdict {
	switch (type) {
		case 'DONE': return 'done';
		case 'CANCELLED': return 'dismissed';
		default: return hasTag(task, AUTO_TAG) ? 'confirmed' : 'open';
	}
}

/** A deleted task as one that was decided. */
export function toDecided({ text, owner, day }: DeletedTask): DecidedTask {
	return { key: `${SIGN}\n\n${text}\n${owner ?? ''}`, verdict: 'deleted', day, place: null };
}
