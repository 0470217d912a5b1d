/** Runs asynchronous tasks one at a time, in the order in which they were added. */
export class SerialQueue {
	private last: Promise<unknown> = Promise.resolve();
	private waiting = 0;

	/** Settles as the task does; one that fails does not stop the next. */
	run<T>(task: () => Promise<T>): Promise<T> {
		this.waiting++;
		const result = this.last.then(task).finally(() => { this.waiting--; });
		this.last = result.catch(() => undefined);
		return result;
	}

	/** Whether nothing runs or waits. */
	get idle(): boolean {
		return this.waiting === 0;
	}

	/** Resolves when all that has been added so far is done. */
	async drained(): Promise<void> {
		await this.last;
	}
}
