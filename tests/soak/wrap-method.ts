/** Puts something around a method of a class, for all its objects. */
export function wrapMethod<T, A extends unknown[], R>(prototype: T, name: keyof T, around: (self: T, args: A, proceed: (...args: A) => R) => R): void {
	const original = prototype[name] as (this: T, ...args: A) => R;
	const wrapped = function (this: T, ...args: A): R {
		return around(this, args, (...given) => original.apply(this, given));
	};
	prototype[name] = wrapped as T[keyof T];
}
