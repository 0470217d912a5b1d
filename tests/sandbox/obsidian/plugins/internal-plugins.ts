import { missing } from '../gap';
import { addGaps } from '../gaps/add-gaps';
import { isRecord } from '../record';
import type { Vault } from '../vault/vault';

/** What a core plugin does when it is switched. */
export interface CorePlugin {
	readonly id: string;
	onEnable(): void | Promise<void>;
	onDisable(): void;
}

type Options = Record<string, unknown>;

const missingMembers = {
	methods: ['addSettingTab', 'onConfigFileChange', 'registerGlobalCommand', 'registerRibbonItem', 'registerStatusBarItem', 'registerViewType'],
	parts: ['addedButtonEls', 'manager', 'mobileFileInfo', 'ribbonItems', 'views'],
};

/** A core plugin and its switch. */
export class InternalPlugin {
	enabled = false;

	/** `instance` is what others reach; `changed` keeps the switch for the next start. */
	constructor(readonly id: string, readonly instance: object, private readonly core: CorePlugin | null, private readonly changed: () => Promise<void>) {
		addGaps(this, nameOf(id), missingMembers);
	}

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

/** Those that the window has something of, without a switch of its own. */
const present = ['command-palette', 'file-explorer', 'outline', 'switcher', 'word-count'];

/** Those that are not here: off, whatever the vault says. */
const absent = [
	'audio-recorder', 'backlink', 'bookmarks', 'canvas', 'daily-notes', 'editor-status', 'file-recovery', 'footnotes', 'global-search', 'graph', 'markdown-importer',
	'note-composer', 'outgoing-link', 'properties', 'publish', 'random-note', 'slash-command', 'slides', 'sync', 'tag-pane', 'templates', 'webviewer', 'workspaces', 'zk-prefixer',
];

/** The core plugins, which others ask for their settings: `app.internalPlugins`. */
export class InternalPlugins {
	readonly plugins: Record<string, InternalPlugin> = {};
	private readonly options: Record<string, Options> = {};

	constructor(private readonly vault: Vault) {
		for (const id of [...present, ...absent]) {
			const options: Options = this.options[id] = {};
			this.plugins[id] = new InternalPlugin(id, standInFor(id, options), null, () => this.save());
		}
	}

	/** Adds one that does something. */
	add(plugin: CorePlugin): void {
		this.plugins[plugin.id] = new InternalPlugin(plugin.id, plugin, plugin, () => this.save());
	}

	/** Reads what the vault says of each, and switches on what is here and not switched off. */
	async load(): Promise<void> {
		for (const [id, options] of Object.entries(this.options)) Object.assign(options, await this.read(id));
		const switches = await this.read('core-plugins');
		for (const plugin of Object.values(this.plugins)) if (!absent.includes(plugin.id) && switches[plugin.id] !== false) await plugin.enable();
	}

	getPluginById(id: string): InternalPlugin | null {
		return this.plugins[id] ?? null;
	}

	/** The plugin's instance, or null where it is off. */
	getEnabledPluginById(id: string): object | null {
		return this.plugins[id]?.enabled === true ? this.plugins[id].instance : null;
	}

	/** What the file says of the core plugins that are not here stays. */
	private async save(): Promise<void> {
		const here = Object.values(this.plugins).filter(({ id }) => !absent.includes(id));
		const stored = { ...await this.read('core-plugins'), ...Object.fromEntries(here.map(({ id, enabled }) => [id, enabled])) };
		await this.vault.adapter.mkdir(this.vault.configDir);
		await this.vault.adapter.write(this.path('core-plugins'), JSON.stringify(stored, undefined, 2));
	}

	/** A missing or broken file says nothing. */
	private async read(name: string): Promise<Options> {
		const path = this.path(name);
		try {
			const stored: unknown = await this.vault.adapter.exists(path) ? JSON.parse(await this.vault.adapter.read(path)) : null;
			return isRecord(stored) ? stored : {};
		} catch {
			return {};
		}
	}

	private path(name: string): string {
		return `${this.vault.configDir}/${name}.json`;
	}
}

/** The instance of a core plugin that has no code here: a gap beyond `options`, and the `items` of bookmarks. */
function standInFor(id: string, options: Options): object {
	const known = (member: PropertyKey): boolean => member === 'options' || (id === 'bookmarks' && member === 'items');
	return new Proxy(missing<object>(`${nameOf(id)}.instance`), {
		get: (target, member) => member === 'options' ? options : known(member) ? options['items'] ?? [] : Reflect.get(target, member) as unknown,
		has: (_target, member) => known(member),
	});
}

function nameOf(id: string): string {
	return `app.internalPlugins.plugins['${id}']`;
}
