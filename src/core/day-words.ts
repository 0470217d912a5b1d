import { casual } from 'chrono-node/en';

/** Words that lead to a day and are none of its name. */
const LEADING = /^(?:due|on|by|until|till|from|at)$/iu;
/** A number with or without a unit: `3`, `2w`, `10 d`. */
const COUNT = /^\+?(\d{1,3})\s*([dwmy]?)$/iu;
const UNITS: Readonly<Record<string, string>> = { '': 'days', 'd': 'days', 'w': 'weeks', 'm': 'months', 'y': 'years' };
/** Longer texts are no days. */
const MOST_READ = 100;

/**
 * Reads a day as a person says it: "friday", "in two weeks", "3 Dec", "2026-12-03", "5d". What
 * names no year or week is today or ahead of it. Answers `YYYY-MM-DD`; null where any of the words
 * says something else.
 * @param today `YYYY-MM-DD`
 */
export function readDay(words: string, today: string): string | null {
	const text = words.trim();
	if (text === '' || text.length > MOST_READ) return null;
	const count = COUNT.exec(text);
	const said = count ? `in ${count[1] ?? ''} ${UNITS[(count[2] ?? '').toLowerCase()] ?? 'days'}` : text;
	const [found, ...others] = casual.parse(said, noon(today), { forwardDate: true });
	if (!found || others.length > 0 || !isWhole(said, found)) return null;
	return printDay(found.date());
}

/** Whether a text is a day's name and nothing else. */
function isWhole(text: string, { index, text: name }: { readonly index: number; readonly text: string }): boolean {
	const rest = `${text.slice(0, index)} ${text.slice(index + name.length)}`;
	return rest.split(/\s+/u).every((word) => word === '' || LEADING.test(word));
}

/** A day as many days later. @param day `YYYY-MM-DD` */
export function addDays(day: string, days: number): string {
	const date = noon(day);
	date.setDate(date.getDate() + days);
	return printDay(date);
}

/** `YYYY-MM-DD` of a moment, in the user's time zone. */
export function printDay(date: Date): string {
	const two = (part: number): string => String(part).padStart(2, '0');
	return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** In the middle of the day no change of the clock leads to another. */
function noon(day: string): Date {
	const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
	return new Date(year, month - 1, date, 12);
}
