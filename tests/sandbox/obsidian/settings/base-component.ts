import type * as Api from 'obsidian-api';

/** What every control of a setting row is. */
export abstract class BaseComponent implements Api.BaseComponent {
	disabled = false;

	then(cb: (component: this) => unknown): this {
		cb(this);
		return this;
	}

	setDisabled(disabled: boolean): this {
		this.disabled = disabled;
		return this;
	}
}

/** A control that holds a value. */
export abstract class ValueComponent<T> extends BaseComponent implements Api.ValueComponent<T> {
	abstract getValue(): T;
	abstract setValue(value: T): this;

	registerOptionListener(listeners: Record<string, (value?: T) => T>, key: string): this {
		listeners[key] = value => {
			if (value !== undefined) this.setValue(value);
			return this.getValue();
		};
		return this;
	}
}
