import type * as Api from 'obsidian-api';
import { apiVersion, requireApiVersion } from '../api-version';
import { evaluatePlugin, type PluginModules } from './plugin-code';
import { Platform } from '../platform';
import { isRecord } from '../record';
import type { Vault } from '../vault/vault';

/** A plugin as the loader handles it. */
export interface LoadedPlugin {
	readonly manifest: Api.PluginManifest;
	load(): unknown;
	unload(): void;
	onUserEnable?(): unknown;
}

/** A plugin's files. */
export interface PluginSource {
	readonly manifest: Api.PluginManifest;
	readonly main: string;
	/** Null where it has no style sheet. */
	readonly styles: string | null;
}

/** What the loader needs of the app around it. */
export interface PluginHost {
	readonly vault: Vault;
	/** The first argument of a plugin's constructor. */
	readonly app: unknown;
	/** What a plugin's `require` finds. */
	readonly modules: PluginModules;
	/** The class that a plugin must extend. */
	readonly pluginClass: abstract new (...args: never[]) => LoadedPlugin;
	/** Puts a style sheet into the page; the result takes it out. */
	addStyles(id: string, css: string): () => void;
	notify(message: string): void;
	/** After the user switched a plugin off: its views go. */
	userDisabled?(plugin: LoadedPlugin): void;
}

/** The community plugins: `app.plugins`. */
export class PluginLoader {
	manifests: Record<string, Api.PluginManifest> = {};
	/** Those that run, and those whose `onload` failed. */
	readonly plugins: Record<string, LoadedPlugin> = {};
	readonly enabledPlugins = new Set<string>();
	private readonly provided = new Map<string, PluginSource>();
	private readonly removeStyles = new Map<string, () => void>();

	constructor(private readonly host: PluginHost) {}

	/** Presents a plugin as installed and enabled, though the vault does not hold its files. Call before `initialize`, or reload it. */
	provide(source: PluginSource): void {
		this.provided.set(source.manifest.id, source);
	}

	/** Loads the enabled plugins one after another, in the order of `community-plugins.json`. */
	async initialize(): Promise<void> {
		await this.loadManifests();
		for (const id of [...await this.readEnabled(), ...this.provided.keys()]) this.enabledPlugins.add(id);
		for (const id of this.enabledPlugins) if (id in this.manifests) await this.enablePlugin(id);
	}

	/** Reads the manifests of the installed plugins. One that cannot be read is left out. */
	async loadManifests(): Promise<void> {
		this.manifests = {};
		for (const folder of await this.pluginFolders()) {
			const manifest = await this.readManifest(folder);
			if (manifest) this.manifests[manifest.id] = manifest;
		}
		for (const [id, { manifest }] of this.provided) this.manifests[id] = { ...manifest, dir: `${this.getPluginFolder()}/${id}` };
	}

	getPluginFolder(): string {
		return `${this.host.vault.configDir}/plugins`;
	}

	getPlugin(id: string): LoadedPlugin | null {
		return this.plugins[id] ?? null;
	}

	isEnabled(): boolean {
		return true;
	}

	/** Loads a plugin; false where it failed, which the user is told. */
	async enablePlugin(id: string): Promise<boolean> {
		if (this.plugins[id]) return true;
		try {
			await this.start(id);
			return true;
		} catch (error) {
			console.error(`Plugin failure: ${id}`, error);
			this.host.notify(`Failed to load plugin ${id}`);
			return false;
		}
	}

	async disablePlugin(id: string): Promise<void> {
		this.plugins[id]?.unload();
		delete this.plugins[id];
		this.removeStyles.get(id)?.();
		this.removeStyles.delete(id);
	}

	/** What the user's switch does: loads, remembers, and tells the plugin that it was the user. */
	async enablePluginAndSave(id: string): Promise<boolean> {
		this.enabledPlugins.add(id);
		const enabled = await this.enablePlugin(id);
		await this.saveEnabled();
		if (enabled) this.plugins[id]?.onUserEnable?.();
		return enabled;
	}

	/** What the user's switch does: unloads, removes its views, and remembers. */
	async disablePluginAndSave(id: string): Promise<void> {
		const plugin = this.plugins[id];
		this.enabledPlugins.delete(id);
		await this.disablePlugin(id);
		if (plugin) this.host.userDisabled?.(plugin);
		await this.saveEnabled();
	}

	private async start(id: string): Promise<void> {
		const manifest = this.manifests[id];
		if (!manifest) throw new Error(`The plugin ${id} is not installed.`);
		requireSupport(manifest);
		const { main, styles } = await this.readSource(manifest);
		const PluginClass = evaluatePlugin(main, id, this.host.modules);
		const plugin = new PluginClass(this.host.app, manifest);
		if (!(plugin instanceof this.host.pluginClass)) throw new TypeError('The main class does not extend Plugin.');
		this.plugins[id] = plugin;
		await plugin.load();
		if (styles !== null) this.removeStyles.set(id, this.host.addStyles(id, styles));
	}

	private async readSource(manifest: Api.PluginManifest): Promise<PluginSource> {
		const provided = this.provided.get(manifest.id);
		if (provided) return provided;
		const { adapter } = this.host.vault;
		const folder = manifest.dir ?? `${this.getPluginFolder()}/${manifest.id}`;
		const stylesPath = `${folder}/styles.css`;
		const styles = await adapter.exists(stylesPath) ? await adapter.read(stylesPath) : null;
		return { manifest, main: await adapter.read(`${folder}/main.js`), styles };
	}

	private async pluginFolders(): Promise<string[]> {
		const folder = this.getPluginFolder();
		return await this.host.vault.adapter.exists(folder) ? (await this.host.vault.adapter.list(folder)).folders : [];
	}

	private async readManifest(folder: string): Promise<Api.PluginManifest | null> {
		const manifest = await this.readJson(`${folder}/manifest.json`);
		if (!isRecord(manifest) || typeof manifest['id'] !== 'string') return null;
		return { ...(manifest as unknown as Api.PluginManifest), dir: folder };
	}

	private async readEnabled(): Promise<string[]> {
		const enabled = await this.readJson(this.enabledPath());
		return Array.isArray(enabled) ? enabled.filter((id: unknown) => typeof id === 'string') : [];
	}

	private async saveEnabled(): Promise<void> {
		const { adapter, configDir } = this.host.vault;
		await adapter.mkdir(configDir);
		await adapter.write(this.enabledPath(), JSON.stringify([...this.enabledPlugins], undefined, 2));
	}

	private enabledPath(): string {
		return `${this.host.vault.configDir}/community-plugins.json`;
	}

	private async readJson(path: string): Promise<unknown> {
		try {
			return JSON.parse(await this.host.vault.adapter.read(path)) as unknown;
		} catch {
			return null;
		}
	}
}

function requireSupport(manifest: Api.PluginManifest): void {
	if (manifest.isDesktopOnly && Platform.isMobile) throw new Error('The plugin does not support mobile devices.');
	if (!requireApiVersion(manifest.minAppVersion)) throw new Error(`The plugin requires version ${manifest.minAppVersion}; this is ${apiVersion}.`);
}
