/** How a language writes numbers, lists, and names of days. */
export interface Writing {
	/** "1,000" */
	readonly number: (value: number) => string;
	/** "1 note", "1,000 notes": a number with what it counts. */
	readonly counted: (count: number, one: string, more: string) => string;
	/** "a, b and c" */
	readonly every: (parts: readonly string[]) => string;
	/** "a, b or c" */
	readonly either: (parts: readonly string[]) => string;
	/** What writes parts of dates, as they are in the user's time zone. */
	readonly dateFormat: (options: Intl.DateTimeFormatOptions) => (date: Date) => string;
}

/** How a language that tells one from more by the number 1 alone writes. @param locale as `Intl` knows it */
export function writingIn(locale: string, { and, or }: { readonly and: string; readonly or: string }): Writing {
	const number = numberFormat(locale);
	return {
		number,
		counted: (count, one, more) => `${number(count)} ${count === 1 ? one : more}`,
		every: (parts) => listed(parts, and),
		either: (parts) => listed(parts, or),
		dateFormat: (options) => dateFormat(locale, options),
	};
}

/** A formatter takes long to make, and is made when it is first needed. */
function numberFormat(locale: string): (value: number) => string {
	let format: Intl.NumberFormat | null = null;
	return (value) => (format ??= new Intl.NumberFormat(locale)).format(value);
}

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): (date: Date) => string {
	let format: Intl.DateTimeFormat | null = null;
	return (date) => (format ??= new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })).format(asUtc(date));
}

/** The same day and time in a zone that stays: a formatter would keep the zone in which it was made, but users travel. */
function asUtc(date: Date): Date {
	const moved = new Date(0);
	moved.setUTCFullYear(date.getFullYear(), date.getMonth(), date.getDate());
	moved.setUTCHours(date.getHours(), date.getMinutes());
	return moved;
}

function listed(parts: readonly string[], last: string): string {
	return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${last} ${parts.at(-1) ?? ''}`;
}
