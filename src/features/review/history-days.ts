import { differenceInCalendarDays, format, isSameYear } from 'date-fns';
import { noteName } from '../../core/note';
import type { Decision } from '../../core/journal';
import { parseTaskLine, taskText } from '../../core/task-line';

/** The decisions of one day, the latest first. */
export interface HistoryDay {
	readonly title: string;
	readonly decisions: readonly Decision[];
}

/** What the history says of a decision. */
export interface HistoryText {
	/** "Confirmed: 3 tasks", or the words of the only one. */
	readonly summary: string;
	/** Names of the notes concerned: the first ones, and how many more. */
	readonly notes: string;
	/** The words of the tasks. */
	readonly tasks: readonly string[];
}

export type Way = 'undo' | 'redo';

const MOST_NOTES = 3;

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
	if (days === 0) return 'Today';
	if (days === 1) return 'Yesterday';
	return format(at, isSameYear(at, today) ? 'EEEE d MMMM' : 'd MMMM yyyy');
}

export function describeDecision({ done, back, again, open, unsettled }: Decision): HistoryText {
	const planned = (open?.notes ?? []).flatMap(({ edits }) => edits);
	const edits = [...back, ...again, ...planned, ...unsettled.map(({ edit }) => edit)];
	const tasks = edits.map(({ before, after }) => wordsOf(after ?? before ?? ''));
	const names = [...new Set(edits.map(({ path }) => path))].map(noteName);
	const more = names.length - MOST_NOTES;
	return {
		summary: tasks.length === 1 ? `${done}: ${tasks[0] ?? ''}` : `${done}: ${tasks.length} tasks`,
		notes: names.slice(0, MOST_NOTES).join(', ') + (more > 0 ? ` and ${more} more` : ''),
		tasks,
	};
}

/** What can be done with a decision, the likeliest first. */
export function waysOf({ back, again, isUndone, open }: Decision): Way[] {
	if (open) return [];
	const ways: Way[] = [...(back.length > 0 ? ['undo' as const] : []), ...(again.length > 0 ? ['redo' as const] : [])];
	return isUndone ? ways.reverse() : ways;
}

function wordsOf(line: string): string {
	const task = parseTaskLine(line);
	return (task && taskText(task)) || line.trim();
}
