import type {} from 'obsidian-api';

function extend(target: object, members: Record<string, unknown>): void {
	for (const [name, value] of Object.entries(members)) {
		if (name in target) continue;
		Object.defineProperty(target, name, { value, configurable: true, writable: true });
	}
}

/**
 * Adds the members that Obsidian puts on the built-in prototypes (`array.first()`,
 * `Math.clamp`, ...). Safe to call again, and in Node.
 */
export function installPrototypes(): void {
	extend(Array.prototype, {
		first(this: unknown[]) { return this[0]; },
		last(this: unknown[]) { return this[this.length - 1]; },
		contains(this: unknown[], target: unknown) { return this.includes(target); },
		remove(this: unknown[], target: unknown) {
			for (let i = this.length - 1; i >= 0; i--) if (this[i] === target) this.splice(i, 1);
		},
		shuffle(this: unknown[]) {
			for (let i = this.length - 1; i > 0; i--) {
				const j = Math.floor(Math.random() * (i + 1));
				[this[i], this[j]] = [this[j], this[i]];
			}
			return this;
		},
		unique(this: unknown[]) { return [...new Set(this)]; },
	});
	extend(Array, { combine: (arrays: unknown[][]) => arrays.flat(1) });
	extend(Math, {
		clamp: (value: number, min: number, max: number) => Math.min(Math.max(value, min), max),
		square: (value: number) => value * value,
	});
	extend(String, { isString: (value: unknown) => typeof value === 'string' });
	extend(String.prototype, {
		contains(this: string, target: string) { return this.includes(target); },
		format(this: string, ...args: string[]) { return this.replace(/\{(\d+)\}/g, (whole, i: string) => args[Number(i)] ?? whole); },
	});
	extend(Number, { isNumber: (value: unknown) => typeof value === 'number' });
	extend(Object, {
		isEmpty: (object: object) => Object.keys(object).length === 0,
		each(object: Record<string, unknown>, callback: (value: unknown, key: string) => boolean | void, context?: unknown) {
			return Object.entries(object).every(([key, value]) => callback.call(context, value, key) !== false);
		},
	});
}
