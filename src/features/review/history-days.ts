import { differenceInCalendarDays, isSameYear } from 'date-fns';
import type { LineEdit } from '../../core/edit';
import { noteName } from '../../core/note';
import { canRedo, canUndo, type Decision, type MarkTurn } from '../../core/journal';
import { shorten } from '../../core/shorten';
import { parseTaskLine, taskText } from '../../core/task-line';
import { words } from '../../words/words';

/** The decisions of one day, the latest first. */
export interface HistoryDay {
	readonly title: string;
	readonly decisions: readonly Decision[];
}

/** What the history says of a decision. */
export interface HistoryText {
	/** "Confirmed: 3 tasks", or the words of the only one. */
	readonly summary: string;
	/** Names of the notes concerned: the first ones, and how many more; null where it concerns words wherever they stand. */
	readonly notes: string | null;
	/** How many tasks it was about. */
	readonly count: number;
}

export type Way = 'undo' | 'redo';

const MOST_NOTES = 3;
/** Characters of a task; longer ones are cut. */
const MOST_SHOWN = 1000;

/** Decisions by the day on which they were made, the latest first. @param today milliseconds since the epoch. */
export function groupByDay(decisions: readonly Decision[], today: number): HistoryDay[] {
	const days = new Map<string, Decision[]>();
	for (const decision of [...decisions].reverse()) {
		const title = dayTitle(decision.at, today);
		days.set(title, [...(days.get(title) ?? []), decision]);
	}
	return [...days].map(([title, ofDay]) => ({ title, decisions: ofDay }));
}

/** "Today", "Yesterday", "Thursday 12 November". */
export function dayTitle(at: number, today: number): string {
	const days = differenceInCalendarDays(today, at);
	const { heading } = words.dates;
	if (days === 0) return heading.today;
	if (days === 1) return heading.yesterday;
	return isSameYear(at, today) ? heading.day({ date: new Date(at) }) : heading.dayWithYear({ date: new Date(at) });
}

export function describeDecision(decision: Decision): HistoryText {
	if (decision.marks) return { summary: `${decision.done}: ${textOf(decision.marks)}`, notes: null, count: 1 };
	const edits = editsOf(decision);
	const [only] = edits.length === 1 ? tasksOf(decision, 1) : [];
	const names = [...new Set(edits.map(({ path }) => path))].map(noteName);
	const shown = names.slice(0, MOST_NOTES).join(', ');
	const more = names.length - MOST_NOTES;
	return {
		summary: only === undefined ? words.outcomes.doneTo({ done: decision.done, what: decision.counts ?? 'tasks', count: edits.length }) : `${decision.done}: ${only}`,
		notes: more > 0 ? words.history.notesAndMore({ notes: shown, count: more }) : shown,
		count: edits.length,
	};
}

/** The words of a decision's tasks, of so many at most. */
export function tasksOf(decision: Decision, most: number): string[] {
	return editsOf(decision).slice(0, most).map(({ before, after }) => wordsOf(after ?? before ?? ''));
}

/** What can be done with a decision, the likeliest first. */
export function waysOf(decision: Decision): Way[] {
	if (decision.open) return [];
	const ways: Way[] = [...(canUndo(decision) ? ['undo' as const] : []), ...(canRedo(decision) ? ['redo' as const] : [])];
	return decision.isUndone ? ways.reverse() : ways;
}

function editsOf({ back, again, open, unsettled }: Decision): LineEdit[] {
	return [...back, ...again, ...(open?.notes ?? []).flatMap(({ edits }) => edits), ...unsettled.map(({ edit }) => edit)];
}

/** The words of the task that something was said of. */
function textOf({ again }: MarkTurn): string {
	return shorten(again.add[0]?.one.text ?? '', MOST_SHOWN);
}

function wordsOf(line: string): string {
	const task = parseTaskLine(line);
	return shorten((task && taskText(task)) || line.trim(), MOST_SHOWN);
}
