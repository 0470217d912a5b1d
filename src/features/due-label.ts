import { differenceInCalendarDays, format, isSameYear, isValid, parseISO } from 'date-fns';

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
	if (days < -1) return { text: `${-days} days overdue`, urgency: 'overdue' };
	if (days === -1) return { text: '1 day overdue', urgency: 'overdue' };
	if (days === 0) return { text: 'today', urgency: 'soon' };
	if (days === 1) return { text: 'tomorrow', urgency: 'soon' };
	if (days < 7) return { text: format(date, 'EEEE'), urgency: 'soon' };
	return { text: dayLabel(due, today), urgency: 'later' };
}

/** Says a day in short, with its year where that is another: "9 Jan". @param day `YYYY-MM-DD` @param today milliseconds since the epoch */
export function dayLabel(day: string, today: number): string {
	const date = parseISO(day);
	return isValid(date) ? format(date, isSameYear(date, today) ? 'd MMM' : 'd MMM yyyy') : day;
}

/** Says a day in full, with its year where that is another: "Friday, 9 January". @param day `YYYY-MM-DD` @param today milliseconds since the epoch */
export function longDayLabel(day: string, today: number): string {
	const date = parseISO(day);
	return isValid(date) ? format(date, isSameYear(date, today) ? 'EEEE, d MMMM' : 'EEEE, d MMMM yyyy') : day;
}

/** Says how far away a day is: "today", "in 3 days", "2 days ago". @param day `YYYY-MM-DD` @param today milliseconds since the epoch */
export function awayLabel(day: string, today: number): string {
	const days = differenceInCalendarDays(parseISO(day), today);
	if (days === 0) return 'today';
	if (Math.abs(days) === 1) return days > 0 ? 'tomorrow' : 'yesterday';
	return days > 0 ? `in ${days} days` : `${-days} days ago`;
}
