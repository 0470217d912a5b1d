/** The views that are being closed. */
export class ClosingViews {
	private readonly pending = new Set<Promise<unknown>>();

	add(closed: Promise<unknown>): void {
		this.pending.add(closed);
		void closed.catch(() => undefined).then(() => this.pending.delete(closed));
	}

	/** Resolves when those that are closing now have closed, well or not. */
	async finished(): Promise<void> {
		await Promise.allSettled(this.pending);
	}
}
