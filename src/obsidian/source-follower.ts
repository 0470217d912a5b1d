import type { App } from 'obsidian';
import type { LineEdit } from '../core/edit';
import type { Snapshot, SnapshotSource } from '../core/index-store';
import { findSourceLinks } from './source-links';

/** What following works with. */
export interface FollowerParts {
	readonly app: App;
	readonly store: SnapshotSource;
	/** Has lines written, as one step that can be taken back. */
	readonly edit: (edits: readonly LineEdit[]) => Promise<void>;
	/** Whether something waits for the user's answer, such as whether the app is to update links itself. */
	readonly isAsking: () => boolean;
	/** Does something once all has been quiet; the function that it answers calls that off. */
	readonly whenQuiet: (work: () => void) => () => void;
}

/**
 * Has links to sources follow files that are moved or renamed. The app does so itself for
 * what the user moves in it, but not for what another program or plugin moves, nor where its
 * setting says so: a link that led somewhere and leads nowhere any more is written anew,
 * where it is certain which file it meant. What was broken before stays for the user to see.
 */
export class SourceFollower {
	/** Notes whose links led to a file, since they were looked at first. */
	readonly #led = new Set<string>();
	#stopWaiting: () => void = () => undefined;
	#isStopped = false;

	constructor(private readonly parts: FollowerParts) {}

	/** Follows until the function that it answers is called. */
	start(): () => void {
		const stop = this.parts.store.subscribe(() => this.#wait());
		this.#wait();
		return () => {
			this.#isStopped = true;
			this.#stopWaiting();
			stop();
		};
	}

	#wait(): void {
		this.#stopWaiting();
		this.#stopWaiting = this.parts.whenQuiet(() => void this.#look());
	}

	async #look(): Promise<void> {
		const { app, store: { snapshot }, edit, isAsking } = this.parts;
		if (!snapshot.complete) return;
		if (isAsking()) return this.#wait();
		const lost = this.#findLost(snapshot);
		if (lost.length === 0) return;
		const { settings } = snapshot;
		const repairing: Snapshot = { ...snapshot, settings: { ...settings, sourceLine: settings.sourceLine === 'leave' ? 'leave' : 'repair' } };
		const found = await findSourceLinks(app, repairing, lost, { tell: () => undefined, isStopped: () => this.#isStopped });
		const edits = found.flatMap(({ state }) => (state.kind === 'link' && state.plan.property === 'changed' ? state.plan.edits : []));
		if (edits.length > 0 && !this.#isStopped) await edit(edits);
	}

	/** Notes whose link led to a file and leads to none any more. */
	#findLost({ notes }: Snapshot): string[] {
		const lost: string[] = [];
		for (const { path, source } of notes.values()) {
			if (source?.linked === undefined) this.#led.delete(path);
			else if (this.parts.app.metadataCache.getFirstLinkpathDest(source.linked, path)) this.#led.add(path);
			else if (this.#led.has(path)) lost.push(path);
		}
		return lost;
	}
}
