import type * as Api from 'obsidian-api';
import { requireApiVersion } from './api-version';
import { BasesPlugin } from './bases/bases-plugin';
import { CommandLine } from './plugins/cli';
import { AppWindows } from './interface/app-windows';
import { Commands } from './interface/commands';
import { LinkSuggest, TagSuggest } from './editor/core-suggests';
import { CustomCss } from './plugins/custom-css';
import type { FileManager } from './vault/file-manager';
import type { TextFileView } from './workspace/file-view';
import type { TFile } from './vault/files';
import { EmbedRegistry } from './preview/embed-registry';
import { HotkeyManager } from './interface/hotkeys';
import type { HoverPopover } from './preview/hover-popover';
import { InternalPlugins } from './plugins/internal-plugins';
import { Keymap } from './interface/keymap';
import { askForLinkUpdate } from './interface/link-update-modal';
import { MarkdownEmbed } from './preview/markdown-embed';
import { MarkdownRenderer } from './preview/markdown-renderer';
import { MEDIA_EXTENSIONS, MediaEmbed } from './preview/media-embed';
import { MarkdownView } from './editor/markdown-view';
import { Menu } from './interface/menu';
import type { MetadataCache } from './metadata/metadata-cache';
import { Notice } from './interface/notice';
import { PagePreview } from './preview/page-preview';
import { joinPath } from './vault/paths';
import { Platform } from './platform';
import { Plugin } from './plugins/plugin';
import type { PluginModules } from './plugins/plugin-code';
import { PluginLoader } from './plugins/plugin-loader';
import { PropertyTypes } from './metadata/property-types';
import { ProtocolHandlers } from './plugins/protocol';
import { Scope } from './interface/scope';
import { SecretStorage } from './plugins/secret-storage';
import { SettingsWindow } from './settings/settings-window';
import { confirmUri } from './interface/uri-confirmation';
import type { Vault } from './vault/vault';
import { ViewRegistry } from './workspace/view-registry';
import { Workspace } from './workspace/workspace';

/** What an app is made of. */
export interface AppParts {
	readonly vault: Vault;
	readonly metadataCache: MetadataCache;
	readonly fileManager: FileManager;
	/** What a plugin's `require` finds. */
	readonly modules: PluginModules;
	/** Where `saveLocalStorage` keeps things. */
	readonly storage: LocalStorage;
}

/** What the app needs of a browser's storage. */
export type LocalStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** How an app starts. */
export interface StartOptions {
	readonly late?: boolean;
	readonly prepareLayout?: () => Promise<void>;
}

/** Holds the popover of what is rendered outside a view. */
export class RenderContext implements Omit<Api.RenderContext, 'hoverPopover'> {
	hoverPopover: HoverPopover | null = null;
}

type Parts = 'keymap' | 'scope' | 'workspace' | 'renderContext';

/** The app: its parts, and the order in which it starts. */
export class App implements Omit<Api.App, Parts> {
	readonly vault: Vault;
	readonly metadataCache: MetadataCache;
	readonly fileManager: FileManager;
	readonly scope = new Scope();
	readonly keymap = new Keymap(this.scope);
	readonly windows = new AppWindows(window, event => {
		this.lastEvent = event;
		this.keymap.handle(event);
	});
	readonly viewRegistry = new ViewRegistry();
	readonly commands = new Commands(this);
	readonly hotkeyManager = new HotkeyManager(this);
	readonly cli: CommandLine;
	readonly protocol: ProtocolHandlers;
	readonly secretStorage = new SecretStorage();
	readonly renderContext = new RenderContext();
	readonly internalPlugins: InternalPlugins;
	/** Text views that may have something to save. */
	readonly saves = new Set<TextFileView>();
	readonly workspace: Workspace;
	readonly setting: SettingsWindow;
	readonly plugins: PluginLoader;
	readonly customCss = new CustomCss();
	readonly embedRegistry = new EmbedRegistry();
	readonly metadataTypeManager: PropertyTypes;
	/** Null where there is no status bar, as on a phone. */
	readonly statusBarEl: HTMLElement | null = Platform.isMobile ? null : createDiv('status-bar');
	readonly isMobile = Platform.isMobile;
	lastEvent: Api.UserEvent | null = null;
	private readonly storage: LocalStorage;

	constructor({ vault, metadataCache, fileManager, modules, storage }: AppParts) {
		this.vault = vault;
		this.metadataCache = metadataCache;
		this.fileManager = fileManager;
		this.storage = storage;
		this.internalPlugins = new InternalPlugins(vault);
		this.metadataTypeManager = new PropertyTypes(vault, metadataCache);
		this.workspace = new Workspace(this);
		this.cli = new CommandLine(vault.getName(), new Promise(resolve => { this.workspace.onLayoutReady(() => { resolve(); }); }));
		this.protocol = new ProtocolHandlers(vault.getName(), uri => confirmUri(this, uri));
		this.setting = new SettingsWindow(this);
		this.plugins = new PluginLoader({
			vault, app: this, modules, pluginClass: Plugin,
			addStyles: (id, css) => this.addStyles(id, css),
			notify: message => { new Notice(message); },
			userDisabled: plugin => { for (const type of (plugin as Plugin).viewTypes) this.workspace.detachLeavesOfType(type); },
		});
		this.wire();
	}

	/** Whether settings tabs are drawn from definitions, as from version 1.13. */
	get supportsDefinitions(): boolean {
		return requireApiVersion('1.13.0');
	}

	/**
	 * Starts in the app's order: plugins' `onload` one after another, the vault's scan with
	 * its `create` events, the metadata queue, the layout, `onLayoutReady`. With `late`
	 * plugins come last, as when the user enables them. `prepareLayout` fills what no saved
	 * layout has filled.
	 */
	async start({ late = false, prepareLayout = () => Promise.resolve() }: StartOptions = {}): Promise<void> {
		await this.customCss.load(this.vault);
		await this.hotkeyManager.load();
		await this.internalPlugins.load();
		await this.metadataTypeManager.load();
		if (!late) await this.plugins.initialize();
		await this.vault.load();
		await this.metadataCache.restore();
		this.metadataCache.initialize();
		await this.workspace.changeLayout(await this.readWorkspace());
		await prepareLayout();
		await this.workspace.startLayout();
		if (late) await this.plugins.initialize();
	}

	isDarkMode(): boolean {
		return document.body.hasClass('theme-dark');
	}

	/** Switches the theme and tells everybody. */
	setTheme(theme: 'light' | 'dark'): void {
		document.body.toggleClass('theme-dark', theme === 'dark');
		document.body.toggleClass('theme-light', theme === 'light');
		this.workspace.trigger('css-change');
	}

	loadLocalStorage(key: string): unknown {
		const saved = this.storage.getItem(this.storageKey(key));
		return saved === null ? null : JSON.parse(saved) as unknown;
	}

	saveLocalStorage(key: string, data: unknown): void {
		if (data === null || data === undefined) this.storage.removeItem(this.storageKey(key));
		else this.storage.setItem(this.storageKey(key), JSON.stringify(data));
	}

	/** Creates the note that a link names. */
	async createNoteForLink(linkpath: string, sourcePath: string): Promise<TFile> {
		const name = linkpath.replace(/\.md$/, '');
		const folder = this.fileManager.getNewFileParent(sourcePath);
		const path = name.includes('/') ? name.replace(/^\//, '') : joinPath(folder.path, name);
		const parent = path.slice(0, Math.max(0, path.lastIndexOf('/')));
		if (parent !== '' && this.vault.getFolderByPath(parent) === null) await this.vault.createFolder(parent);
		return this.vault.create(`${path}.md`, '');
	}

	/** Writes the layout for the next start. */
	async saveWorkspace(layout: Record<string, unknown>): Promise<void> {
		await this.vault.adapter.mkdir(this.vault.configDir);
		await this.vault.adapter.write(this.workspacePath(), JSON.stringify(layout, undefined, 2));
	}

	/** Bases is a core plugin that a vault can switch off. */
	private async readWorkspace(): Promise<unknown> {
		if (!await this.vault.adapter.exists(this.workspacePath())) return null;
		try {
			return JSON.parse(await this.vault.adapter.read(this.workspacePath())) as unknown;
		} catch {
			return null;
		}
	}

	private workspacePath(): string {
		return `${this.vault.configDir}/${Platform.isMobile ? 'workspace-mobile' : 'workspace'}.json`;
	}

	private storageKey(key: string): string {
		return `${this.vault.getName()}-${key}`;
	}

	private wire(): void {
		Menu.keymap = this.keymap;
		MarkdownRenderer.defaultApp = this;
		this.fileManager.confirmLinkUpdate = notes => askForLinkUpdate(this, notes);
		this.keymap.viewScope = () => this.workspace.activeLeaf?.view.scope ?? null;
		this.scope.register(null, null, event => this.hotkeyManager.onTrigger(event));
		this.viewRegistry.registerView('markdown', leaf => new MarkdownView(leaf));
		this.viewRegistry.registerExtensions(['md'], 'markdown');
		this.viewRegistry.on('view-registered', type => { this.refreshViews(type as string); });
		this.viewRegistry.on('view-unregistered', type => { this.refreshViews(type as string); });
		// Before those of any plugin: the first that is triggered wins.
		this.workspace.editorSuggest.addSuggest(new LinkSuggest(this));
		this.workspace.editorSuggest.addSuggest(new TagSuggest(this));
		this.embedRegistry.registerExtension('md', (context, file, subpath) => new MarkdownEmbed(context, file, subpath));
		this.embedRegistry.registerExtensions(MEDIA_EXTENSIONS, (context, file) => new MediaEmbed(context, file));
		this.addCorePlugins();
	}

	private addCorePlugins(): void {
		this.internalPlugins.add(new PagePreview(this));
		this.internalPlugins.add(new BasesPlugin(this));
	}

	/** Leaves follow when a view's creator comes or goes. */
	private refreshViews(type: string): void {
		if (!this.workspace.layoutReady) return;
		for (const leaf of this.workspace.getLeavesOfType(type)) {
			if (!leaf.isDeferred) void leaf.rebuildView();
		}
	}

	private addStyles(id: string, css: string): () => void {
		const style = createEl('style', { text: css, attr: { 'data-plugin': id } });
		document.head.insertBefore(style, this.customCss.styleEl);
		return () => { style.remove(); };
	}
}
