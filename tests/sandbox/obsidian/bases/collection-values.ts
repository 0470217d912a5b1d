import type { App, RenderContext } from '../app';
import { isRecord } from '../record';
import type { TFile } from '../vault/files';
import { DateValue } from './date-values';
import { LinkValue } from './text-values';
import { BooleanValue, NotNullValue, NullValue, NumberValue, StringValue, Value } from './value';

/** Where a text stands, which tells what its links mean. */
interface Place {
	readonly app: App;
	readonly sourcePath: string;
}

/** The value of plain data. With a place, wikilinks become links; texts that are ISO dates become dates. */
export function wrapValue(data: unknown, place?: Place): Value {
	if (data instanceof Value) return data;
	if (data === null || data === undefined) return NullValue.value;
	if (typeof data === 'boolean') return new BooleanValue(data);
	if (typeof data === 'number') return new NumberValue(data);
	if (Array.isArray(data)) return new ListValue(data.map((item: unknown) => wrapValue(item, place)));
	if (isRecord(data)) return new ObjectValue(data);
	return wrapText(typeof data === 'string' ? data : JSON.stringify(data), place);
}

function wrapText(text: string, place?: Place): Value {
	const link = place === undefined ? null : LinkValue.parseFromString(place.app, text, place.sourcePath);
	return link ?? DateValue.parseFromString(text) ?? new StringValue(text);
}

/** Several values, not all of one kind. */
export class ListValue extends NotNullValue {
	static override type = 'List';
	private readonly values: Value[];

	/** Takes the array as its own and wraps what is in it. */
	constructor(value: unknown[]) {
		super();
		value.forEach((item, i) => { value[i] = wrapValue(item); });
		this.values = value as Value[];
	}

	override toString(): string {
		return this.values.map(String).join(', ');
	}

	isTruthy(): boolean {
		return this.values.length > 0;
	}

	includes(value: Value): boolean {
		return this.values.some(item => item.looseEquals(value));
	}

	length(): number {
		return this.values.length;
	}

	get(index: number): Value {
		return this.values[index] ?? NullValue.value;
	}

	concat(other: ListValue): ListValue {
		return new ListValue([...this.values, ...other.values]);
	}

	override renderTo(el: HTMLElement, ctx: RenderContext): void {
		const listEl = el.createSpan('value-list-container');
		for (const item of this.values) item.renderTo(listEl.createSpan('value-list-element'), ctx);
	}
}

/** Values by name. */
export class ObjectValue extends NotNullValue {
	static override type = 'Object';

	constructor(private readonly data: Readonly<Record<string, unknown>>) {
		super();
	}

	override toString(): string {
		return JSON.stringify(this.data, (_key, item: unknown) => item instanceof Value ? item.toString() : item);
	}

	isTruthy(): boolean {
		return !this.isEmpty();
	}

	isEmpty(): boolean {
		return Object.keys(this.data).length === 0;
	}

	get(key: string): Value | null {
		return Object.hasOwn(this.data, key) ? wrapValue(this.data[key]) : NullValue.value;
	}
}

/** A pattern. */
export class RegExpValue extends NotNullValue {
	static override type = 'Regexp';

	constructor(private readonly regexp: RegExp) {
		super();
	}

	override toString(): string {
		return this.regexp.toString();
	}

	isTruthy(): boolean {
		return true;
	}
}

/** A file of the vault. */
export class FileValue extends NotNullValue {
	static override type = 'File';

	constructor(readonly file: TFile) {
		super();
	}

	override toString(): string {
		return this.file.path;
	}

	isTruthy(): boolean {
		return true;
	}
}
