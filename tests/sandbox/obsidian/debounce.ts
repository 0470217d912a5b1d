import type * as Api from 'obsidian-api';

/**
 * Delays a call by `timeout` milliseconds, with the arguments of the last call. Calls
 * meanwhile do not put it off, unless `resetTimer` is set.
 */
export function debounce<T extends unknown[], V>(cb: (...args: [...T]) => V, timeout = 0, resetTimer = false): Api.Debouncer<T, V> {
	let timer: ReturnType<typeof setTimeout> | null = null;
	let pending: [...T] | null = null;

	const stop = (): void => {
		if (timer !== null) clearTimeout(timer);
		timer = null;
	};
	const run = (): V | void => {
		stop();
		const args = pending;
		pending = null;
		if (args) return cb(...args);
	};
	const call = (...args: [...T]): typeof debounced => {
		pending = args;
		if (resetTimer) stop();
		timer ??= setTimeout(run, timeout);
		return debounced;
	};
	const cancel = (): typeof debounced => {
		stop();
		pending = null;
		return debounced;
	};
	const debounced = Object.assign(call, { run, cancel }) as Api.Debouncer<T, V>;
	return debounced;
}
