/**
 * How long the host's asynchronous steps take: each operation of the disk, before it begins
 * and before its result arrives, the metadata worker, the link queue. Every step waits at
 * least one macrotask, so nothing that is asynchronous in the app is synchronous here.
 */
export interface Pace {
	/** Resolves after the next step's delay. */
	step(): Promise<void>;
}

/** The same delay for every step, in milliseconds; 0 is one macrotask. */
export function fixedPace(delay = 0): Pace {
	return { step: () => wait(delay) };
}

/** Delays of 0 to `longest` milliseconds, the same sequence for the same seed. */
export function seededPace(seed: number, longest = 4): Pace {
	const random = randomFrom(seed);
	return { step: () => wait(Math.floor(random() * (longest + 1))) };
}

/** A generator of numbers in [0, 1) that the seed determines. */
export function randomFrom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

function wait(delay: number): Promise<void> {
	return new Promise((resolve) => {
		// A browser makes nested timers last 4 ms, and a vault takes thousands of steps.
		if (delay > 0) setTimeout(resolve, delay);
		else macrotask(resolve);
	});
}

const messages: { readonly port: MessagePort; readonly waiting: (() => void)[] } | null = typeof globalThis.setImmediate === 'function' ? null : openChannel();

function macrotask(run: () => void): void {
	if (messages === null) {
		globalThis.setImmediate(run);
		return;
	}
	messages.waiting.push(run);
	messages.port.postMessage(null);
}

/** One channel for all steps: a message each is cheap, a channel each is not. */
function openChannel(): { port: MessagePort; waiting: (() => void)[] } {
	const { port1, port2 } = new MessageChannel();
	const waiting: (() => void)[] = [];
	port1.onmessage = () => { waiting.shift()?.(); };
	return { port: port2, waiting };
}
