import { Events } from '../events';
import { isRecord } from '../record';
import type { Vault } from '../vault/vault';
import type { MetadataCache } from './metadata-cache';

/** What is known of one property: its name as first written, its type, and in how many notes it stands. */
export interface PropertyInfo {
	readonly name: string;
	readonly widget: string;
	readonly occurrences: number;
}

const builtIn: Readonly<Record<string, string>> = { aliases: 'aliases', cssclasses: 'multitext', tags: 'tags' };

/** The types of properties: those that the user or a plugin assigned, kept in `types.json`, else what the values look like. */
export class PropertyTypes extends Events {
	#assigned: Record<string, string> = {};

	constructor(private readonly vault: Vault, private readonly metadataCache: MetadataCache) {
		super();
	}

	/** Reads the assigned types; a missing or broken file leaves none. */
	async load(): Promise<void> {
		try {
			const stored: unknown = JSON.parse(await this.vault.adapter.read(this.#path()));
			const types = isRecord(stored) && isRecord(stored['types']) ? Object.entries(stored['types']) : [];
			this.#assigned = Object.fromEntries(types.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
		} catch {
			this.#assigned = {};
		}
	}

	/** Every property in the vault or with an assigned type, by its name in lower case. */
	getAllProperties(): Record<string, PropertyInfo> {
		const found: Record<string, PropertyInfo> = {};
		for (const [name, value] of this.#values()) {
			const key = name.toLowerCase();
			const known = found[key];
			found[key] = { name: known?.name ?? name, widget: known?.widget ?? this.#widget(name, value), occurrences: (known?.occurrences ?? 0) + 1 };
		}
		for (const [name, widget] of Object.entries({ ...builtIn, ...this.#assigned })) found[name.toLowerCase()] ??= { name, widget, occurrences: 0 };
		return found;
	}

	getPropertyInfo(name: string): PropertyInfo {
		return this.getAllProperties()[name.toLowerCase()] ?? { name, widget: this.#widget(name, null), occurrences: 0 };
	}

	getAssignedWidget(name: string): string | null {
		return this.#assigned[name] ?? builtIn[name.toLowerCase()] ?? null;
	}

	async setType(name: string, widget: string): Promise<void> {
		await this.#assign({ ...this.#assigned, [name]: widget }, name);
	}

	async unsetType(name: string): Promise<void> {
		await this.#assign(Object.fromEntries(Object.entries(this.#assigned).filter(([other]) => other !== name)), name);
	}

	async #assign(types: Record<string, string>, changed: string): Promise<void> {
		this.#assigned = types;
		this.trigger('changed', changed);
		await this.vault.adapter.mkdir(this.vault.configDir);
		await this.vault.adapter.write(this.#path(), JSON.stringify({ types }, undefined, 2));
	}

	#values(): [string, unknown][] {
		return this.metadataCache.getCachedFiles().flatMap((path) => Object.entries(this.metadataCache.getCache(path)?.frontmatter ?? {}));
	}

	#widget(name: string, value: unknown): string {
		return this.getAssignedWidget(name) ?? guessWidget(value);
	}

	#path(): string {
		return `${this.vault.configDir}/types.json`;
	}
}

function guessWidget(value: unknown): string {
	if (Array.isArray(value)) return 'multitext';
	if (typeof value === 'number') return 'number';
	if (typeof value === 'boolean') return 'checkbox';
	if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d.*)?$/.test(value)) return 'text';
	return value.includes('T') ? 'datetime' : 'date';
}
