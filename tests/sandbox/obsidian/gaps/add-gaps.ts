import { gap, missing, missingMethod } from '../gap';

/** Names of the members that one class lacks. */
export interface Lacks {
	readonly methods?: readonly string[];
	/** Objects. */
	readonly parts?: readonly string[];
	/** Plain values: nothing can stand in for one, so reading it is the use. */
	readonly values?: readonly string[];
}

/**
 * Puts what a class lacks on its prototype: reading a method or a part gives something
 * that says that it is missing when it is used. Assigning replaces it, as plugins that
 * patch the app do. What the class has, or inherits, stays.
 */
export function addGaps(prototype: object, owner: string, { methods = [], parts = [], values = [] }: Lacks): void {
	const add = (member: string, get: () => unknown): void => {
		if (!(member in prototype)) Object.defineProperty(prototype, member, { get, set: replace(member), configurable: true });
	};
	for (const member of methods) {
		const standIn = missingMethod(`${owner}.${member}`);
		add(member, () => standIn);
	}
	for (const member of parts) {
		const standIn = missing<object>(`${owner}.${member}`);
		add(member, () => standIn);
	}
	for (const member of values) add(member, () => gap(`${owner}.${member}`));
}

function replace(member: string): (this: object, value: unknown) => void {
	return function (value) {
		Object.defineProperty(this, member, { value, writable: true, enumerable: true, configurable: true });
	};
}
