import type { App } from '../obsidian/app';
import type { Disk } from '../obsidian/vault/disk';
import type { Faults } from '../obsidian/vault/faults';

/** How a note is shown. */
export type NoteMode = 'source' | 'live' | 'reading';

/** `window.sandbox`: drives the page from tests, or from the console. */
export interface Sandbox {
	readonly app: App;
	/** Resolves when the layout is ready and the plugins are loaded. */
	readonly ready: Promise<void>;
	/** False where no such command can run now. */
	executeCommand(id: string): boolean;
	openFile(path: string, options?: { line?: number; mode?: NoteMode }): Promise<void>;
	/** The text on the disk, whatever an editor holds. */
	read(path: string): Promise<string>;
	readBytes(path: string): Promise<number[]>;
	/** Writes as another program would. */
	write(path: string, content: string | readonly number[]): Promise<void>;
	/** Removes as another program would. */
	remove(path: string): Promise<void>;
	/** Renames as another program would: the app sees one file go and another come. */
	rename(from: string, to: string): Promise<void>;
	/** What goes wrong with the app's disk. */
	readonly faults: Faults;
	setTheme(theme: 'light' | 'dark'): void;
	enablePlugin(id: string): Promise<boolean>;
	disablePlugin(id: string): Promise<void>;
	/** Runs a line of the command line interface, as from a terminal, and gives what it prints. */
	runCli(line: string): Promise<string>;
	/** Opens an `obsidian://` address as the system would; rejects where nothing handles it. */
	openUri(uri: string): Promise<void>;
	/** Resolves when no save, write or metadata work is left, and the workspace's events have fired. */
	settle(): Promise<void>;
}

const MODES: Record<NoteMode, Record<string, unknown>> = {
	source: { mode: 'source', source: true },
	live: { mode: 'source', source: false },
	reading: { mode: 'preview' },
};

async function openFile(app: App, path: string, { line, mode }: { line?: number; mode?: NoteMode } = {}): Promise<void> {
	const file = app.vault.getFileByPath(path);
	if (file === null) throw new Error(`No file ${path}`);
	await app.workspace.getLeaf().openFile(file, {
		...(mode === undefined ? {} : { state: MODES[mode] }),
		...(line === undefined ? {} : { eState: { line } }),
	});
}

function isIdle(app: App): boolean {
	return app.vault.adapter.idle && app.metadataCache.idle && [...app.saves].every(view => !view.dirty);
}

/** Two quiet looks, further apart than the longest of the workspace's own delays. */
async function settle(app: App): Promise<void> {
	for (let quiet = 0; quiet < 2;) {
		await sleep(20);
		quiet = isIdle(app) ? quiet + 1 : 0;
	}
}

/** Makes the object behind `window.sandbox`. What is done to `disk` itself reaches the app like any foreign change. */
export function createSandbox(app: App, disk: Disk, ready: Promise<void>): Sandbox {
	const bytesOf = (content: string | readonly number[]): Uint8Array => typeof content === 'string' ? new TextEncoder().encode(content) : Uint8Array.from(content);
	return {
		app,
		ready,
		faults: app.vault.adapter.faults,
		executeCommand: id => app.commands.executeCommandById(id),
		openFile: (path, options) => openFile(app, path, options),
		read: async path => new TextDecoder('utf-8', { ignoreBOM: true }).decode(await disk.read(path)),
		readBytes: async path => [...await disk.read(path)],
		write: (path, content) => disk.write(path, bytesOf(content)),
		remove: path => disk.remove(path),
		rename: (from, to) => disk.rename(from, to),
		setTheme: theme => { app.setTheme(theme); },
		enablePlugin: id => app.plugins.enablePluginAndSave(id),
		disablePlugin: id => app.plugins.disablePluginAndSave(id),
		runCli: line => app.cli.run(line),
		openUri: uri => app.protocol.open(uri),
		settle: () => settle(app),
	};
}
