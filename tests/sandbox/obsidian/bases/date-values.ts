import moment from 'moment';
import type { RenderContext } from '../app';
import { NotNullValue } from './value';

const ISO = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}(?::?\d{2})?|Z[+-]\d{2}(?::?\d{2})?)?)?$/;

/** A day, or a moment of one. */
export class DateValue extends NotNullValue {
	static override type = 'Date';

	/** @param withTime false for a whole day */
	constructor(protected readonly date: moment.Moment, protected readonly withTime: boolean) {
		super();
	}

	/** Reads an ISO 8601 date with or without a time; null for any other text. */
	static parseFromString(input: string): DateValue | null {
		const text = input.trim();
		if (!ISO.test(text)) return null;
		const date = moment(text.replace(/Z([+-])/, '$1'));
		return date.isValid() ? new DateValue(date, text.length > 10) : null;
	}

	override toString(): string {
		return this.date.format(this.withTime ? 'YYYY-MM-DDTHH:mm:ss' : 'YYYY-MM-DD');
	}

	isTruthy(): boolean {
		return true;
	}

	dateOnly(): DateValue {
		return new DateValue(this.date.clone().startOf('day'), false);
	}

	/** How far from now, in words. */
	relative(): string {
		return this.date.fromNow();
	}

	override renderTo(el: HTMLElement, _ctx: RenderContext): void {
		el.appendText(this.date.format(this.withTime ? 'YYYY-MM-DD HH:mm' : 'YYYY-MM-DD'));
	}

	/** Milliseconds since the epoch. */
	override valueOf(): number {
		return this.date.valueOf();
	}

	/** A date that is later by so many milliseconds. */
	plus(milliseconds: number): DateValue {
		return new DateValue(this.date.clone().add(milliseconds), this.withTime);
	}
}

/** A date that shows how far it is from now. */
export class RelativeDateValue extends DateValue {
	override renderTo(el: HTMLElement, _ctx: RenderContext): void {
		el.appendText(this.relative());
	}
}

/** A length of time. */
export class DurationValue extends NotNullValue {
	static override type = 'Duration';

	private constructor(private readonly duration: moment.Duration) {
		super();
	}

	/** Reads an ISO 8601 duration; null for any other text. */
	static parseFromString(input: string): DurationValue | null {
		return /^-?P(?=.)[\dYMWDTHS.]+$/.test(input.trim()) ? new DurationValue(moment.duration(input.trim())) : null;
	}

	static fromMilliseconds(milliseconds: number): DurationValue {
		return new DurationValue(moment.duration(milliseconds));
	}

	override toString(): string {
		return this.duration.toISOString();
	}

	isTruthy(): boolean {
		return this.getMilliseconds() !== 0;
	}

	/** The date that is later, or with `subtract` earlier, by this. */
	addToDate(value: DateValue, subtract = false): DateValue {
		return value.plus(subtract ? -this.getMilliseconds() : this.getMilliseconds());
	}

	getMilliseconds(): number {
		return this.duration.asMilliseconds();
	}
}
