import type * as Api from 'obsidian-api';

/** Parses notes one after another in a worker, so that the page stays free. There is none before the first, since a page whose notes are known needs none. */
export class WorkerParser {
	private last: Promise<unknown> = Promise.resolve();

	private worker: Worker | null = null;

	constructor(private readonly start: () => Worker) {}

	/** @throws what made the worker fail; the next text is parsed nevertheless */
	readonly parse = (text: string): Promise<Api.CachedMetadata> => {
		const parsed = this.last.then(() => this.send(text));
		this.last = parsed.catch(() => undefined);
		return parsed;
	};

	private send(text: string): Promise<Api.CachedMetadata> {
		return new Promise((resolve, reject) => {
			const worker = (this.worker ??= this.start());
			worker.onmessage = ({ data }: MessageEvent<Api.CachedMetadata>) => { resolve(data); };
			worker.onerror = (event) => { reject(new Error(`The metadata worker failed: ${event.message}`)); };
			worker.postMessage(text);
		});
	}
}
