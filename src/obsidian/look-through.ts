/** How looking is told of and ended. */
export interface LookingWatch {
	/** @param done how many were looked at */
	readonly tell: (done: number) => void;
	readonly isStopped: () => boolean;
}

/** How many notes are read at once. */
const READERS = 4;
/** Milliseconds of work at a time. */
const SLICE_MS = 8;

/** Looks at notes, a few at a time, and answers what was found of them in the order of the paths. Lets the interface breathe; once stopped answers what it has. */
export async function lookThrough<T>(paths: readonly string[], look: (path: string) => Promise<T | null>, watch: LookingWatch): Promise<T[]> {
	const found = new Map<string, T>();
	const waiting = paths.values();
	let done = 0;
	let sliceStart = performance.now();
	const lookOn = async (): Promise<void> => {
		for (const path of waiting) {
			if (watch.isStopped()) return;
			const each = await look(path);
			if (each !== null) found.set(path, each);
			watch.tell(++done);
			if (performance.now() - sliceStart < SLICE_MS) continue;
			await new Promise((resolve) => window.setTimeout(resolve));
			sliceStart = performance.now();
		}
	};
	await Promise.all(Array.from({ length: READERS }, lookOn));
	return paths.flatMap((path) => found.get(path) ?? []);
}
