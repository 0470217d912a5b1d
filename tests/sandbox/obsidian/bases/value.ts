import type { RenderContext } from '../app';

/** What a property of a base holds. */
export abstract class Value {
	static type = 'Value';

	/** Whether both are null, or of one kind with one content. */
	static equals(a: Value | null, b: Value | null): boolean {
		if (a === null || b === null) return a === b;
		return a.constructor === b.constructor && a.equals(b);
	}

	/** Whether both read the same. */
	static looseEquals(a: Value | null, b: Value | null): boolean {
		if (a === null || b === null) return a === b;
		return a.looseEquals(b);
	}

	abstract toString(): string;
	abstract isTruthy(): boolean;

	equals(other: Value): boolean {
		return this.constructor === other.constructor && this.toString() === other.toString();
	}

	looseEquals(other: Value): boolean {
		return this.toString() === other.toString();
	}

	/** Shows the value in an element. */
	renderTo(el: HTMLElement, _ctx: RenderContext): void {
		el.appendText(this.toString());
	}
}

/** Every value but null. */
export abstract class NotNullValue extends Value {}

/** No value. There is one, `NullValue.value`; its text is `null`, and it shows as nothing. */
export class NullValue extends Value {
	static override type = 'Null';
	static value = new NullValue();

	override toString(): string {
		return 'null';
	}

	isTruthy(): boolean {
		return false;
	}

	override renderTo(): void {}
}

/** One text, number or boolean. */
export abstract class PrimitiveValue<T> extends NotNullValue {
	/** Exists at run time and is not documented. */
	readonly data: T;

	constructor(value: T) {
		super();
		this.data = value;
	}

	override toString(): string {
		return String(this.data);
	}

	isTruthy(): boolean {
		return Boolean(this.data);
	}
}

/** True or false; shows as a checkbox. */
export class BooleanValue extends PrimitiveValue<boolean> {
	static override type = 'Boolean';

	override renderTo(el: HTMLElement): void {
		const box = el.createEl('input', { type: 'checkbox', cls: 'metadata-input-checkbox' });
		box.checked = this.data;
		box.disabled = true;
	}
}

/** A number. */
export class NumberValue extends PrimitiveValue<number> {
	static override type = 'Number';
}

/** A text. */
export class StringValue extends PrimitiveValue<string> {
	static override type = 'String';
}
