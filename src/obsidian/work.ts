/** How far a stretch of work is, in notes. */
export interface Progress {
	readonly stretch: 'read' | 'write' | 'put back';
	readonly done: number;
	readonly total: number;
}

/** Slices of work are no longer than half a frame. */
const SLICE_MS = 8;
/** How often progress is told, so that what is over at once is not told of. */
const TELL_MS = 100;

/** One piece of bulk work: tells how far it is, lets the interface breathe, and can be stopped between notes. */
export class Work {
	#isStopped = false;
	#progress: Progress = { stretch: 'read', done: 0, total: 0 };
	#sliceStart = performance.now();
	#toldAt = performance.now();

	constructor(private readonly tell: (progress: Progress) => void) {}

	get isStopped(): boolean {
		return this.#isStopped;
	}

	stop(): void {
		this.#isStopped = true;
	}

	/** Begins a stretch of so many steps. */
	begin(stretch: Progress['stretch'], total: number): void {
		this.#progress = { stretch, done: 0, total };
	}

	/** One step is done; resolves when the work may go on. */
	async step(): Promise<void> {
		this.#progress = { ...this.#progress, done: this.#progress.done + 1 };
		if (performance.now() - this.#toldAt >= TELL_MS) this.#tell();
		if (performance.now() - this.#sliceStart >= SLICE_MS) await this.#breathe();
	}

	#tell(): void {
		this.#toldAt = performance.now();
		this.tell(this.#progress);
	}

	/** Lets others have the thread. */
	async #breathe(): Promise<void> {
		await new Promise((resolve) => window.setTimeout(resolve, 0));
		this.#sliceStart = performance.now();
	}
}
