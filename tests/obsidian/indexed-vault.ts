import type { App } from 'obsidian';
import { IndexStore } from '../../src/core/index-store';
import { selectProposals } from '../../src/core/selectors';
import { changeMarks, type MarkChange } from '../../src/core/stored-marks';
import { ActionRunner, type NoteWriter } from '../../src/obsidian/action-runner';
import { MemoryJournalStore, type JournalStore } from '../../src/obsidian/journal-store';
import { VaultFeed } from '../../src/obsidian/vault-feed';
import { VaultWriter } from '../../src/obsidian/vault-writer';
import { openVault, type MemoryApp, type OpenOptions } from '../sandbox/headless';

/** A vault in memory with the plugin's own index over it, for integration tests. */
export interface IndexedVault {
	readonly host: MemoryApp;
	readonly app: App;
	readonly store: IndexStore;
	readonly feed: VaultFeed;
	readonly errors: unknown[];
	/** Resolves when the vault is quiet and the index has taken in all that happened. */
	settle(): Promise<void>;
	/** The proposals as `Note.md:line text`. */
	listed(): string[];
	/** Writes a file as another program does. */
	writeOutside(path: string, text: string): Promise<void>;
	/** A file as it stands on disk. */
	read(path: string): Promise<string>;
	close(): void;
}

/** How a runner over such a vault differs from the usual. */
export interface RunnerOptions {
	readonly journalStore?: JournalStore;
	readonly writer?: NoteWriter;
	readonly problems?: string[];
	readonly changeMarks?: (change: MarkChange) => Promise<void>;
}

/** A runner over such a vault, on 22 November 2026, that was not started yet. */
export function makeRunner({ app, store, errors }: IndexedVault, options: RunnerOptions = {}): ActionRunner {
	return new ActionRunner({
		store,
		writer: options.writer ?? new VaultWriter(app),
		journalStore: options.journalStore ?? new MemoryJournalStore(),
		now: () => new Date(2026, 10, 22).getTime(),
		prepare: () => Promise.resolve(),
		changeMarks: options.changeMarks ?? ((change) => {
			const { memory } = store.snapshot;
			store.update({ memory: { ...memory, marks: changeMarks(memory.marks, change) } });
			return Promise.resolve();
		}),
		reportError: (error) => errors.push(error),
		reportProblem: (message) => (options.problems ?? errors).push(message),
	});
}

/** Such a runner, at work. */
export function runnerOver(vault: IndexedVault, options: RunnerOptions = {}): ActionRunner {
	const runner = makeRunner(vault, options);
	void runner.start();
	return runner;
}

/** Opens a vault in memory and starts the index as the plugin does, when the layout is ready. */
export async function openIndexed(files: Record<string, string | Uint8Array>, options: OpenOptions = {}): Promise<IndexedVault> {
	const host = await openVault({ files }, options);
	const app = host as unknown as App;
	const errors: unknown[] = [];
	const store = new IndexStore((error) => errors.push(error));
	const feed = new VaultFeed(app, store, (_path, error) => errors.push(error));
	feed.load();
	feed.start();
	const vault: IndexedVault = {
		host,
		app,
		store,
		feed,
		errors,
		settle: async () => {
			await host.settle();
			// The feed gathers changes for a while before it passes them on.
			await new Promise((resolve) => setTimeout(resolve, 150));
			await host.settle();
		},
		listed: () => selectProposals(store.snapshot).map(({ path, line, text }) => `${path}:${line} ${text}`),
		writeOutside: (path, text) => host.outside.write(path, new TextEncoder().encode(text)),
		read: (path) => host.adapter.read(path),
		close: () => {
			feed.unload();
			host.close();
		},
	};
	await vault.settle();
	return vault;
}
