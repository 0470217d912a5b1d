import { differenceInCalendarDays, isSameYear, isValid, parseISO } from 'date-fns';
import { words } from '../words/words';

/** A due date as a row shows it. */
export interface DueLabel {
	readonly text: string;
	readonly urgency: 'overdue' | 'soon' | 'later';
}

/**
 * Says a due date as a person would on that day: "today", "Thursday", "5 days overdue",
 * "9 Jan". @param due `YYYY-MM-DD` @param today milliseconds since the epoch.
 */
export function dueLabel(due: string, today: number): DueLabel {
	const date = parseISO(due);
	const days = differenceInCalendarDays(date, today);
	if (days < 0) return { text: words.dates.overdue({ days: -days }), urgency: 'overdue' };
	if (days === 0) return { text: words.dates.today, urgency: 'soon' };
	if (days === 1) return { text: words.dates.tomorrow, urgency: 'soon' };
	if (days < 7) return { text: words.dates.weekday({ date }), urgency: 'soon' };
	return { text: dayLabel(due, today), urgency: 'later' };
}

/** Says a day in short, with its year where that is another: "9 Jan". @param day `YYYY-MM-DD` @param today milliseconds since the epoch */
export function dayLabel(day: string, today: number): string {
	const date = parseISO(day);
	if (!isValid(date)) return day;
	return isSameYear(date, today) ? words.dates.short({ date }) : words.dates.shortWithYear({ date });
}

/** Says a day in full, with its year where that is another: "Friday, 9 January". @param day `YYYY-MM-DD` @param today milliseconds since the epoch */
export function longDayLabel(day: string, today: number): string {
	const date = parseISO(day);
	if (!isValid(date)) return day;
	return isSameYear(date, today) ? words.dates.long({ date }) : words.dates.longWithYear({ date });
}

/** Says how far away a day is: "today", "in 3 days", "2 days ago". @param day `YYYY-MM-DD` @param today milliseconds since the epoch */
export function awayLabel(day: string, today: number): string {
	const days = differenceInCalendarDays(parseISO(day), today);
	if (days === 0) return words.dates.today;
	return days > 0 ? words.dates.ahead({ days }) : words.dates.ago({ days: -days });
}
