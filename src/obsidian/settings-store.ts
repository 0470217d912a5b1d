import type { App, Plugin } from 'obsidian';
import { isRecord } from '../core/record';
import { DEFAULT_SETTINGS, parseSettings, type Settings } from '../core/settings';
import { EMPTY_MEMORY, parseMemory, type UserMemory } from '../core/user-memory';
import { words } from '../words/words';

type StoredData = Readonly<Record<string, unknown>>;

/** What loading found that the user should know; null where all was well. */
export type LoadProblem = { readonly message: string } | null;

/**
 * Reads and writes the settings, and what no note says of the user's decisions, in the plugin's `data.json`. What it can't read it never
 * overwrites: the file is kept aside first, and where even that fails nothing is saved.
 * Keys that it does not know, such as a newer version's, are written back unchanged.
 */
export class SettingsStore {
	#settings: Settings = DEFAULT_SETTINGS;
	#memory: UserMemory = EMPTY_MEMORY;
	#stored: StoredData = {};
	#maySave = true;
	#isLoaded = false;
	/** Counts them. */
	#saves = 0;

	constructor(
		private readonly app: App,
		private readonly plugin: Pick<Plugin, 'loadData' | 'saveData' | 'manifest'>,
	) {}

	get settings(): Settings {
		return this.#settings;
	}

	async load(): Promise<LoadProblem> {
		const saves = this.#saves;
		const data = await this.#loadData();
		// What was saved meanwhile must not be lost to what stood there before.
		if (saves !== this.#saves) return this.load();
		if (data === undefined) return this.#keepAside(this.#isLoaded ? words.problems.settingsKept : words.problems.settingsDefault);
		this.#isLoaded = true;
		const { settings, invalid: invalidSettings } = parseSettings(data);
		this.#settings = settings;
		this.#stored = isRecord(data) ? data : {};
		const { memory, invalid: invalidMemory } = parseMemory(this.#stored);
		this.#memory = memory;
		const invalid = [...invalidSettings, ...invalidMemory];
		this.#maySave = true;
		return invalid.length === 0 ? null : this.#keepAside(words.problems.settingsInvalid({ keys: invalid.join(', ') }));
	}

	async save(change: Partial<Settings>): Promise<void> {
		this.#saves++;
		this.#settings = { ...this.#settings, ...change };
		this.#stored = { ...this.#stored, ...this.#settings };
		if (this.#maySave) await this.plugin.saveData(this.#stored);
	}

	get memory(): UserMemory {
		return this.#memory;
	}

	async saveMemory(change: Partial<UserMemory>): Promise<void> {
		this.#saves++;
		this.#memory = { ...this.#memory, ...change };
		this.#stored = { ...this.#stored, ...this.#memory };
		if (this.#maySave) await this.plugin.saveData(this.#stored);
	}

	/** The stored data; null where there is none, undefined where it can't be parsed. */
	async #loadData(): Promise<unknown> {
		try {
			const data: unknown = await this.plugin.loadData();
			if (data !== null && data !== undefined) return data;
			return (await this.#isBlank()) ? null : undefined;
		} catch {
			return undefined;
		}
	}

	/** Whether there is truly no data: the app's answer for a file that it can't parse is not documented. */
	async #isBlank(): Promise<boolean> {
		const { adapter } = this.app.vault;
		if (!(await adapter.exists(this.#path()))) return true;
		const text = await adapter.read(this.#path());
		return text.trim() === '' || text.trim() === 'null';
	}

	async #keepAside(what: string): Promise<LoadProblem> {
		try {
			const copy = await this.#copyAside();
			return { message: `${what} ${words.problems.keptAs({ path: copy })}` };
		} catch {
			this.#maySave = false;
			return { message: `${what} ${words.problems.notKept}` };
		}
	}

	/** Copies the file to a free name, unless the same text was kept before. */
	async #copyAside(): Promise<string> {
		const { adapter } = this.app.vault;
		const text = await adapter.read(this.#path());
		const base = this.#path().replace(/\.json$/u, '');
		for (let count = 1; ; count++) {
			const name = `${base}.kept-${count}.json`;
			if (!(await adapter.exists(name))) {
				await adapter.copy(this.#path(), name);
				return name;
			}
			if ((await adapter.read(name)) === text) return name;
		}
	}

	#path(): string {
		const { dir, id } = this.plugin.manifest;
		return `${dir ?? `${this.app.vault.configDir}/plugins/${id}`}/data.json`;
	}
}
