import type { FileAdapter } from '../vault/adapter';
import { isRecord } from '../record';

/** What a core plugin does when it is switched. */
export interface CorePlugin {
	readonly id: string;
	readonly name: string;
	onEnable(): void | Promise<void>;
	onDisable(): void;
}

/** A core plugin and its switch. */
export class InternalPlugin {
	enabled = false;

	/** `instance` is what others reach; `changed` keeps the switch. */
	constructor(readonly id: string, readonly name: string, readonly instance: object, private readonly core: CorePlugin | null, private readonly changed: () => Promise<void>) {}

	/** With `save` the choice is kept for the next start. */
	async enable(save = false): Promise<void> {
		if (!this.enabled) {
			this.enabled = true;
			await this.core?.onEnable();
		}
		if (save) await this.changed();
	}

	async disable(save = false): Promise<void> {
		if (this.enabled) {
			this.enabled = false;
			this.core?.onDisable();
		}
		if (save) await this.changed();
	}
}

/** The core plugins that others ask about. All are on where `core-plugins.json` says nothing of them. */
export class InternalPlugins {
	readonly plugins: Record<string, InternalPlugin> = {};

	constructor(private readonly adapter: FileAdapter, private readonly configDir: string) {}

	/** Adds one that cannot be reached but by name: its instance answers with a gap. */
	addNamed(id: string, name: string, instance: object): void {
		this.plugins[id] = new InternalPlugin(id, name, instance, null, () => this.save());
	}

	add(plugin: CorePlugin): void {
		this.plugins[plugin.id] = new InternalPlugin(plugin.id, plugin.name, plugin, plugin, () => this.save());
	}

	/** Switches each as the vault says. */
	async enable(): Promise<void> {
		const stored = await this.read();
		for (const plugin of Object.values(this.plugins)) if (stored[plugin.id] !== false) await plugin.enable();
	}

	getPluginById(id: string): InternalPlugin | null {
		return this.plugins[id] ?? null;
	}

	/** The plugin's instance, or null where it is off. */
	getEnabledPluginById(id: string): unknown {
		return this.plugins[id]?.enabled === true ? this.plugins[id].instance : null;
	}

	/** What the file says of the core plugins that the sandbox lacks stays. */
	private async save(): Promise<void> {
		const stored = { ...await this.read(), ...Object.fromEntries(Object.values(this.plugins).map(({ id, enabled }) => [id, enabled])) };
		await this.adapter.mkdir(this.configDir);
		await this.adapter.write(this.path(), JSON.stringify(stored, undefined, 2));
	}

	private async read(): Promise<Record<string, unknown>> {
		try {
			const stored: unknown = JSON.parse(await this.adapter.read(this.path()));
			return isRecord(stored) ? stored : {};
		} catch {
			return {};
		}
	}

	private path(): string {
		return `${this.configDir}/core-plugins.json`;
	}
}
