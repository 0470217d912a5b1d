import type * as Api from 'obsidian-api';

/** Parses notes one after another in a worker, so that the page stays free. */
export class WorkerParser {
	private last: Promise<unknown> = Promise.resolve();

	constructor(private readonly worker: Worker) {}

	/** @throws what made the worker fail; the next text is parsed nevertheless */
	readonly parse = (text: string): Promise<Api.CachedMetadata> => {
		const parsed = this.last.then(() => this.send(text));
		this.last = parsed.catch(() => undefined);
		return parsed;
	};

	private send(text: string): Promise<Api.CachedMetadata> {
		return new Promise((resolve, reject) => {
			this.worker.onmessage = ({ data }: MessageEvent<Api.CachedMetadata>) => { resolve(data); };
			this.worker.onerror = (event) => { reject(new Error(`The metadata worker failed: ${event.message}`)); };
			this.worker.postMessage(text);
		});
	}
}
