import type { Pace } from '../sandbox/obsidian/pace';
import { wrapMethod } from './wrap-method';

interface Timer {
	readonly id: number;
	readonly due: number;
	readonly run: () => void;
}

/**
 * A clock that stands still while anything runs and then jumps to the next timer, so that
 * hours of waiting pass in seconds, and the same seed makes the same order of events. It
 * takes the place of the window's timers, frames and clocks. What really takes time, the
 * browser's databases, holds it up until it is done.
 */
export class VirtualTime {
	#now = 1_700_000_000_000;
	readonly #start = this.#now;
	/** In the order in which they fall due; of equal ones the earlier set first. */
	readonly #timers: Timer[] = [];
	#lastId = 0;
	#isTicking = false;
	readonly #channel = new MessageChannel();
	readonly #databases: Databases;
	readonly #realTimeout: (run: () => void, delay: number) => unknown;

	constructor(window: Window & typeof globalThis) {
		this.#realTimeout = window.setTimeout.bind(window);
		this.#databases = new Databases(window);
		this.#channel.port1.onmessage = () => { this.#tick(); };
		this.#takeOver(window);
	}

	/** Milliseconds since the epoch. */
	get now(): number {
		return this.#now;
	}

	/** Resolves after so many milliseconds of this clock. */
	wait(milliseconds: number): Promise<void> {
		return new Promise((resolve) => { this.#set(resolve, milliseconds); });
	}

	/** A pace whose steps take 0 to `longest` milliseconds of this clock. */
	pace(random: () => number, longest: number): Pace {
		return { step: () => this.wait(Math.floor(random() * (longest + 1))) };
	}

	/** Drops every timer, as when the page is killed. */
	dropAll(): void {
		this.#timers.length = 0;
	}

	#takeOver(window: Window & typeof globalThis): void {
		const set = (run: unknown, delay?: number, ...args: unknown[]): number => this.#set(() => { if (typeof run === 'function') (run as (...all: unknown[]) => void)(...args); }, delay ?? 0);
		const clear = (id?: number): void => { this.#clear(id); };
		Object.assign(window, { setTimeout: set, clearTimeout: clear, cancelAnimationFrame: clear });
		Object.assign(window, { requestAnimationFrame: (run: (time: number) => void) => this.#set(() => { run(this.#now - this.#start); }, 16) });
		Object.assign(window.Date, { now: () => this.#now });
		Object.assign(window.performance, { now: () => this.#now - this.#start });
	}

	#set(run: () => void, delay: number): number {
		const timer = { id: ++this.#lastId, due: this.#now + Math.max(0, delay), run };
		let at = this.#timers.length;
		while (at > 0 && (this.#timers[at - 1]?.due ?? 0) > timer.due) at--;
		this.#timers.splice(at, 0, timer);
		this.#keepTicking();
		return timer.id;
	}

	#clear(id: number | undefined): void {
		const at = this.#timers.findIndex((timer) => timer.id === id);
		if (at >= 0) this.#timers.splice(at, 1);
	}

	#keepTicking(): void {
		if (this.#isTicking) return;
		this.#isTicking = true;
		this.#channel.port2.postMessage(null);
	}

	#tick(): void {
		this.#isTicking = false;
		if (this.#databases.areBusy) {
			this.#isTicking = true;
			this.#realTimeout(() => { this.#tick(); }, 0);
			return;
		}
		const timer = this.#timers.shift();
		if (!timer) return;
		this.#now = Math.max(this.#now, timer.due);
		if (this.#timers.length > 0) this.#keepTicking();
		timer.run();
	}
}

/** Knows whether any database of the page is at work. */
class Databases {
	#open = 0;

	constructor(window: Window & typeof globalThis) {
		const whileBusy = (ends: readonly string[]) => (_self: unknown, args: unknown[], proceed: (...args: unknown[]) => EventTarget): EventTarget => this.#count(proceed(...args), ends);
		wrapMethod(window.IDBFactory.prototype, 'open', whileBusy(['success', 'error', 'blocked']));
		wrapMethod(window.IDBFactory.prototype, 'deleteDatabase', whileBusy(['success', 'error', 'blocked']));
		wrapMethod(window.IDBDatabase.prototype, 'transaction', whileBusy(['complete', 'error', 'abort']));
	}

	get areBusy(): boolean {
		return this.#open > 0;
	}

	/** Counts one piece of work from now on until the first of the events that end it. */
	#count<T extends EventTarget>(work: T, ends: readonly string[]): T {
		let isOver = false;
		const finish = (): void => {
			if (!isOver) this.#open--;
			isOver = true;
		};
		this.#open++;
		for (const name of ends) work.addEventListener(name, finish);
		return work;
	}
}
